"""
Cancel what was to be published of somebody who may no longer be shown.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from service.decision.channels import Channel
from service.decision.ids import ChannelId, PersonId, PhotoId
from service.decision.jurisdiction import Jurisdictions
from service.decision.lost import is_protection, needs_express_yes
from service.decision.proposing import State
from service.decision.takedowns import Cause
from service.ledger.entry import EntryKind
from service.records.proposals import ProposalEvent, Queued
from service.usecases.caller import Caller
from service.usecases.checks.judging import Test, open_bench
from service.usecases.checks.of_unit import OfUnit
from service.usecases.desk import Desk
from service.usecases.ports.work import UnitOfWork
from service.usecases.proposals.tell_cancelled import TellCancelled


@dataclass(frozen=True, slots=True)
class CancelProposals:
    """
    Cancel open proposals in the transaction that takes a yes away.

    Whoever calls holds the register alone, so nobody moves a proposal meanwhile.
    """

    desk: Desk
    law: Jurisdictions
    tell: TellCancelled

    def of_people(self, work: UnitOfWork, caller: Caller, person_ids: Iterable[PersonId]) -> None:
        """
        Cancel what shows or names people who may not be there any more.
        """
        only = frozenset(person_ids)
        found = work.proposals.open_with(only)
        self._judge(work, caller, found, lambda each: each.person_id in only, only)

    def of_photo(self, work: UnitOfWork, caller: Caller, photo_id: PhotoId) -> None:
        """
        Cancel what shows a photo that is held now.
        """
        found = work.proposals.open_with_photo(photo_id)
        self._judge(work, caller, found, lambda each: each.person_id is None, frozenset())

    def of_copies(
        self, work: UnitOfWork, caller: Caller, photo_id: PhotoId, copies: Collection[PhotoId]
    ) -> None:
        """
        Cancel what shows a copy of a photo that is held.
        """
        found = [post for each in sorted(copies) for post in work.proposals.open_with_photo(each)]
        found = list({each.proposal.id: each for each in found}.values())
        if found:
            bench = open_bench(work, self.law, found, self.desk.clock(), photo_id, copies)
            lost = bench.lost(found, lambda each: each.person_id is None, frozenset())
            self._cancel(work, caller, lost, ())

    def of_channel(self, work: UnitOfWork, caller: Caller, before: Channel) -> None:
        """
        Cancel what may not be shown on a channel that is another one now.
        """
        found = work.proposals.open_on([before.id])
        if found:
            bench = open_bench(work, self.law, found, self.desk.clock())
            self._cancel(work, caller, bench.lost_by_change(found, before), ())

    def of_unit(self, work: UnitOfWork, caller: Caller, whose: OfUnit) -> None:
        """
        Cancel what is to be published of a unit that is protected now.
        """
        on_channels = work.proposals.open_on(whose.channel_ids)
        known = {each.proposal.id for each in on_channels}
        of_people = work.proposals.open_with(whose.person_ids)
        found = [*on_channels, *(each for each in of_people if each.proposal.id not in known)]
        self._judge(work, caller, found, is_protection, None)

    def of_revealing(
        self, work: UnitOfWork, caller: Caller, channel_ids: Iterable[ChannelId]
    ) -> None:
        """
        Cancel what nobody expressly agreed to have there.
        """
        self._judge(work, caller, work.proposals.open_on(channel_ids), needs_express_yes, None)

    def of_depictions(
        self, work: UnitOfWork, caller: Caller, photo_id: PhotoId, person_ids: Iterable[PersonId]
    ) -> None:
        """
        Say who else is in a photo that is to be published.
        """
        only = frozenset(person_ids)
        found = work.proposals.open_with_photo(photo_id) if only else ()
        if found:
            work.proposals.add_people([each.proposal.id for each in found], only)
        self._judge(work, caller, found, lambda each: each.person_id in only, only)

    def of_erasure(self, work: UnitOfWork, caller: Caller, person_id: PersonId) -> None:
        """
        Cancel everything of somebody who is erased.
        """
        found = work.proposals.open_with([person_id])
        self._cancel(work, caller, found, ())

    def of_erased_photo(self, work: UnitOfWork, caller: Caller, photo_id: PhotoId) -> None:
        """
        Cancel everything with a photo that is erased: nobody can check it.
        """
        self._cancel(work, caller, work.proposals.open_with_photo(photo_id), ())

    def _judge(
        self,
        work: UnitOfWork,
        caller: Caller,
        found: Sequence[Queued],
        is_lost: Test,
        only: frozenset[PersonId] | None,
    ) -> None:
        """
        Judge what was found, and cancel what does not stand.
        """
        if found:
            bench = open_bench(work, self.law, found, self.desk.clock())
            self._cancel(work, caller, bench.lost(found, is_lost, only), sorted(only or ()))

    def _cancel(
        self, work: UnitOfWork, caller: Caller, lost: Sequence[Queued], about: Sequence[PersonId]
    ) -> None:
        """
        Write that proposals are cancelled, with one ledger line, and tell who has them.
        """
        if not lost:
            return
        now = self.desk.clock()
        event = ProposalEvent(
            number=0,
            state=State.CANCELLED,
            recorded_at=now,
            actor_id=caller.actor.id,
            cause=Cause.NOT_CLEARED,
        )
        ids = [each.proposal.id for each in lost]
        work.proposals.move(ids, event)
        payload = {"proposal_ids": ids, "cause": Cause.NOT_CLEARED.value}
        self.desk.record.append(work, caller, EntryKind.PROPOSAL_CANCELLED, now, payload, about)
        self.tell(work, [each.proposal for each in lost], now)
