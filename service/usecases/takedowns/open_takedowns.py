"""
Open a task for everything live that may no longer be shown.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from service.decision.channels import Channel
from service.decision.ids import ChannelId, PersonId, PhotoId, PublicationId, TakedownId
from service.decision.jurisdiction import Jurisdictions
from service.decision.lost import is_protection, needs_express_yes
from service.decision.takedowns import Cause, due_at
from service.decision.terms import Medium
from service.ledger.canonical import instant
from service.ledger.entry import EntryKind
from service.records.takedowns import Live, Takedown
from service.usecases.caller import Caller
from service.usecases.checks.judging import Bench, Test, open_bench
from service.usecases.checks.of_unit import OfUnit
from service.usecases.desk import Desk
from service.usecases.notices import TellStaff
from service.usecases.ports.work import UnitOfWork
from service.usecases.takedowns.as_published import as_published
from service.usecases.takedowns.pending import as_pending


@dataclass(frozen=True, slots=True)
class OpenTakedowns:
    """
    Ask about what is live, and have come down what may no longer be there.
    """

    desk: Desk
    law: Jurisdictions
    tell: TellStaff

    def of_people(self, work: UnitOfWork, caller: Caller, person_ids: Iterable[PersonId]) -> None:
        """
        Open tasks for what is live of people and may no longer be.
        """
        only = frozenset(person_ids)
        found = as_published(work, work.takedowns.live_with(only), only, self.desk.clock())
        self._open(work, caller, found, lambda each: each.person_id in only, only)

    def of_photo(self, work: UnitOfWork, caller: Caller, photo_id: PhotoId) -> None:
        """
        Open tasks for what is live of a photo that is held now.
        """
        found = work.takedowns.live_with_photo(photo_id)
        self._open(work, caller, found, lambda each: each.person_id is None, frozenset())

    def of_copies(
        self, work: UnitOfWork, caller: Caller, photo_id: PhotoId, copies: Collection[PhotoId]
    ) -> None:
        """
        Open tasks for what is live of copies of a photo that is held.
        """
        found = [live for each in sorted(copies) for live in work.takedowns.live_with_photo(each)]
        found = list({each.publication.id: each for each in found}.values())
        if found:
            bench = open_bench(work, self.law, found, self.desk.clock(), photo_id, copies)
            lost = bench.lost(found, lambda each: each.person_id is None, frozenset())
            if lost:
                self._write(work, caller, bench, lost, ())

    def of_channel(self, work: UnitOfWork, caller: Caller, before: Channel) -> None:
        """
        Open tasks for what is live on a channel that is another one now.
        """
        found = work.takedowns.live_on([before.id])
        if found:
            bench = open_bench(work, self.law, found, self.desk.clock())
            if lost := bench.lost_by_change(found, before):
                self._write(work, caller, bench, lost, ())

    def of_unit(self, work: UnitOfWork, caller: Caller, whose: OfUnit) -> None:
        """
        Open tasks for what is live of a unit that is protected now.
        """
        on_channels = work.takedowns.live_on(whose.channel_ids)
        known = {each.publication.id for each in on_channels}
        of_people = work.takedowns.live_with(whose.person_ids)
        found = [*on_channels, *(each for each in of_people if each.publication.id not in known)]
        self._open(work, caller, found, is_protection, None)

    def of_revealing(
        self, work: UnitOfWork, caller: Caller, channel_ids: Iterable[ChannelId]
    ) -> None:
        """
        Open tasks for what nobody expressly agreed to have there.
        """
        self._open(work, caller, work.takedowns.live_on(channel_ids), needs_express_yes, None)

    def of_depictions(
        self, work: UnitOfWork, caller: Caller, photo_id: PhotoId, person_ids: Iterable[PersonId]
    ) -> None:
        """
        Say who else is in a photo that is live; see whether they may be.
        """
        only = frozenset(person_ids)
        found = work.takedowns.live_with_photo(photo_id) if only else ()
        if found:
            work.publications.add_people([each.publication.id for each in found], only)
        self._open(work, caller, found, lambda each: each.person_id in only, only)

    def of_erasure(self, work: UnitOfWork, caller: Caller, person_id: PersonId) -> None:
        """
        Open a task for everything live of somebody who is erased.

        Nobody can tell any more what they had agreed to.
        """
        found = work.takedowns.live_with([person_id])
        if found:
            bench = open_bench(work, self.law, found, self.desk.clock())
            self._write(work, caller, bench, found, ())

    def of_reshare(self, work: UnitOfWork, caller: Caller, publication_id: PublicationId) -> None:
        """
        Open a task for what was shared again, if it may not be where it is.

        Whoever was erased may not: nobody can tell any more what they had agreed to.
        """
        live = work.takedowns.find_live(publication_id)
        if live is None:
            return
        people = frozenset(live.publication.person_ids)
        found = as_published(work, [live], people, self.desk.clock())
        bench = open_bench(work, self.law, found, self.desk.clock())
        is_erased = any(each.person.erased for each in bench.facts.dossiers.values())
        if is_erased or not all(map(bench.may_be_shared, found)):
            self._write(work, caller, bench, found, ())

    def of_request(
        self,
        work: UnitOfWork,
        caller: Caller,
        publication_ids: Iterable[PublicationId],
        about: Sequence[PersonId],
    ) -> Sequence[Takedown]:
        """
        Open a task for each that is live, whatever the rules say.
        """
        live = [work.takedowns.find_live(each) for each in publication_ids]
        found = [each for each in live if each is not None]
        if not found:
            return ()
        bench = open_bench(work, self.law, found, self.desk.clock())
        return self._write(work, caller, bench, found, about, Cause.REQUESTED)

    def of_time(self, work: UnitOfWork, caller: Caller, found: Sequence[Live]) -> None:
        """
        Open tasks for what may no longer be live as time went by.
        """
        if found:
            bench = open_bench(work, self.law, found, self.desk.clock())
            if lost := bench.lost_by_time(found):
                self._write(work, caller, bench, lost, ())

    def _open(
        self,
        work: UnitOfWork,
        caller: Caller,
        found: Sequence[Live],
        is_lost: Test,
        only: frozenset[PersonId] | None,
    ) -> None:
        """
        Judge what was found, and open a task for what does not stand.
        """
        if not found:
            return
        # Looked at only now: everything recorded before the lock was had is known by then.
        bench = open_bench(work, self.law, found, self.desk.clock())
        lost = bench.lost(found, is_lost, only)
        if lost:
            self._write(work, caller, bench, lost, sorted(only or ()))

    def _write(
        self,
        work: UnitOfWork,
        caller: Caller,
        bench: Bench,
        lost: Sequence[Live],
        about: Sequence[PersonId],
        cause: Cause = Cause.NOT_CLEARED,
    ) -> Sequence[Takedown]:
        """
        Write the tasks with one ledger line, and tell whoever has to act.
        """
        hours = work.organisations.current().publishing.takedown_hours
        opened = [self._takedown(each, bench, hours, cause) for each in lost]
        work.takedowns.add(opened)
        payload = {
            "cause": cause.value,
            "takedowns": [
                {
                    "takedown_id": each.id,
                    "publication_id": each.publication_id,
                    "due_at": instant(each.due_at),
                }
                for each in opened
            ],
        }
        kind = EntryKind.TAKEDOWN_OPENED
        self.desk.record.append(work, caller, kind, bench.now, payload, about)
        self.tell.opened(work, tuple(as_pending(bench.facts, opened)), bench.now)
        return opened

    def _takedown(
        self, live: Live, bench: Bench, hours: Mapping[Medium, int], cause: Cause
    ) -> Takedown:
        """
        Make the task for one publication.
        """
        channel = bench.facts.channel(live.publication.channel_id)
        return Takedown(
            id=TakedownId(self.desk.new_id()),
            publication_id=live.publication.id,
            channel_id=channel.id,
            medium=channel.medium,
            unit_id=channel.unit_id,
            cause=cause,
            opened_at=bench.now,
            due_at=due_at(channel.medium, bench.now, hours),
        )
