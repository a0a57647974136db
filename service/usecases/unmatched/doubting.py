"""
Ask about whoever may be meant by an answer that waits.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from service.decision.holds import Hold
from service.decision.ids import HoldId, PersonId
from service.decision.terms import HoldKind
from service.ledger.entry import EntryKind
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.plain import plain
from service.usecases.ports.work import UnitOfWork
from service.usecases.unmatched.matching import may_mean


@dataclass(frozen=True, slots=True)
class Doubts:
    """
    Restrict people until somebody says whose an answer is.

    GDPR article 18: accuracy is contested.
    """

    desk: Desk

    def cast(
        self, work: UnitOfWork, caller: Caller, people: Iterable[PersonRecord], now: datetime
    ) -> tuple[HoldId, ...]:
        """
        Ask about everybody whose answer it may be.
        """
        holds = [
            Hold(HoldId(self.desk.new_id()), HoldKind.RESTRICTION, now, person_id=PersonId(each.id))
            for each in people
        ]
        for hold in holds:
            work.holds.add(hold, now, caller.actor.id)
            about = [hold.person_id] if hold.person_id else []
            payload = {"hold": plain(hold)}
            self.desk.record.append(work, caller, EntryKind.HOLD_PLACED, now, payload, about)
        return tuple(each.id for each in holds)

    def about(self, work: UnitOfWork, caller: Caller, person: PersonRecord, now: datetime) -> None:
        """
        Ask about somebody who is new, or called otherwise, where needed.
        """
        for waiting in work.unmatched_answers.list_all():
            if not waiting.casts_doubt or not may_mean(waiting.person, person):
                continue
            held = (work.holds.find(each) for each in waiting.hold_ids)
            if any(each is not None and each.person_id == person.id for each in held):
                continue
            cast = self.cast(work, caller, [person], now)
            content = work.unmatched_answers.content(waiting.id)
            work.unmatched_answers.drop(waiting.id)
            again = replace(waiting, hold_ids=(*waiting.hold_ids, *cast))
            work.unmatched_answers.add(again, content)
