"""
See to everything that follows when somebody may no longer be shown.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from service.decision.channels import Channel
from service.decision.ids import PersonId, PhotoId, PublicationId, UnitId
from service.usecases.caller import Caller
from service.usecases.checks.of_unit import whole_unit
from service.usecases.ports.work import UnitOfWork
from service.usecases.proposals.cancel_proposals import CancelProposals
from service.usecases.takedowns.open_takedowns import OpenTakedowns


@dataclass(frozen=True, slots=True)
class Consequences:
    """
    Cancel what was to be published, and open tasks for what is live.

    The port `Aftermath`: called in the transaction that takes a yes away.
    """

    cancel: CancelProposals
    take_down: OpenTakedowns

    def of_people(self, work: UnitOfWork, caller: Caller, person_ids: Iterable[PersonId]) -> None:
        """
        See to what is live or planned of people and may no longer be.

        Whoever is entered twice may be in a photo by another record.
        """
        only = work.pairs.whole(person_ids)
        self.cancel.of_people(work, caller, only)
        self.take_down.of_people(work, caller, only)

    def of_photo(self, work: UnitOfWork, caller: Caller, photo_id: PhotoId) -> None:
        """
        See to what is live or planned of a photo that is held now.
        """
        self.cancel.of_photo(work, caller, photo_id)
        self.take_down.of_photo(work, caller, photo_id)

    def of_copies(
        self, work: UnitOfWork, caller: Caller, photo_id: PhotoId, copies: Collection[PhotoId]
    ) -> None:
        """
        See to what is live or planned of copies of a photo that is held.
        """
        self.cancel.of_copies(work, caller, photo_id, copies)
        self.take_down.of_copies(work, caller, photo_id, copies)

    def of_channel(self, work: UnitOfWork, caller: Caller, before: Channel) -> None:
        """
        See to what is live or planned on a channel that is another one now.
        """
        self.cancel.of_channel(work, caller, before)
        self.take_down.of_channel(work, caller, before)

    def of_unit(self, work: UnitOfWork, caller: Caller, unit_id: UnitId) -> None:
        """
        See to what is live or planned of a unit that is protected now.
        """
        whose = whole_unit(work, unit_id)
        self.cancel.of_unit(work, caller, whose)
        self.take_down.of_unit(work, caller, whose)

    def of_revealing_unit(self, work: UnitOfWork, caller: Caller, unit_id: UnitId) -> None:
        """
        See to what is live or planned on pages that reveal more now.
        """
        channel_ids = whole_unit(work, unit_id).channel_ids
        self.cancel.of_revealing(work, caller, channel_ids)
        self.take_down.of_revealing(work, caller, channel_ids)

    def of_depictions(
        self, work: UnitOfWork, caller: Caller, photo_id: PhotoId, person_ids: Iterable[PersonId]
    ) -> None:
        """
        Say who else is in a photo; see whether they may be.
        """
        only = frozenset(person_ids)
        self.cancel.of_depictions(work, caller, photo_id, only)
        self.take_down.of_depictions(work, caller, photo_id, only)

    def of_erasure(self, work: UnitOfWork, caller: Caller, person_id: PersonId) -> None:
        """
        See to everything live or planned of somebody who is erased.
        """
        self.cancel.of_erasure(work, caller, person_id)
        self.take_down.of_erasure(work, caller, person_id)

    def of_erased_photo(self, work: UnitOfWork, caller: Caller, photo_id: PhotoId) -> None:
        """
        See to what is planned with a photo that is erased.

        What is live stays: its people may still take it down.
        """
        self.cancel.of_erased_photo(work, caller, photo_id)

    def of_reshare(self, work: UnitOfWork, caller: Caller, publication_id: PublicationId) -> None:
        """
        See to what was shared again, if it may not be where it is.
        """
        self.take_down.of_reshare(work, caller, publication_id)
