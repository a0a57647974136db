"""
Ask for what follows when somebody may no longer be shown.
"""

from collections.abc import Collection, Iterable
from typing import Protocol

from service.decision.channels import Channel
from service.decision.ids import PersonId, PhotoId, PublicationId, UnitId
from service.usecases.caller import Caller
from service.usecases.ports.work import UnitOfWork


class Aftermath(Protocol):
    """
    See to it that what may no longer be shown comes down.

    Called in the transaction that takes a yes away, after it was written, under the
    lock of the register: no publication slips in between.  Whoever calls commits.
    """

    def of_people(self, work: UnitOfWork, caller: Caller, person_ids: Iterable[PersonId]) -> None:
        """
        See to what is live of people and may no longer be.
        """
        ...

    def of_photo(self, work: UnitOfWork, caller: Caller, photo_id: PhotoId) -> None:
        """
        See to what is live of a photo that is held now.
        """
        ...

    def of_copies(
        self, work: UnitOfWork, caller: Caller, photo_id: PhotoId, copies: Collection[PhotoId]
    ) -> None:
        """
        See to what is live of copies of a photo that is held.
        """
        ...

    def of_channel(self, work: UnitOfWork, caller: Caller, before: Channel) -> None:
        """
        See to what is live on a channel that is not what it was *before*.
        """
        ...

    def of_unit(self, work: UnitOfWork, caller: Caller, unit_id: UnitId) -> None:
        """
        See to what is live of a unit that is protected now.
        """
        ...

    def of_revealing_unit(self, work: UnitOfWork, caller: Caller, unit_id: UnitId) -> None:
        """
        See to what is live on pages that reveal a special category now.
        """
        ...

    def of_depictions(
        self, work: UnitOfWork, caller: Caller, photo_id: PhotoId, person_ids: Iterable[PersonId]
    ) -> None:
        """
        Say who else is in a photo that is live; see whether they may be.
        """
        ...

    def of_erasure(self, work: UnitOfWork, caller: Caller, person_id: PersonId) -> None:
        """
        See to everything live of somebody who is erased.
        """
        ...

    def of_erased_photo(self, work: UnitOfWork, caller: Caller, photo_id: PhotoId) -> None:
        """
        See to what is planned with a photo that is erased.
        """
        ...

    def of_reshare(self, work: UnitOfWork, caller: Caller, publication_id: PublicationId) -> None:
        """
        See to what was shared again, if it may not be where it is.
        """
        ...
