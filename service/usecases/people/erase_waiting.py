"""
Forget answers that wait for the name of somebody who is erased.
"""

from dataclasses import replace
from datetime import datetime

from service.decision.ids import PersonId
from service.decision.naming import Traces
from service.decision.naming.normalise import words_of
from service.ledger.entry import EntryKind
from service.records.unmatched import UnmatchedAnswer
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.ports.work import UnitOfWork


def forget_waiting(
    desk: Desk, work: UnitOfWork, caller: Caller, traces: Traces, now: datetime
) -> int:
    """
    Delete what waits and names those in *traces*; count it.

    Called after the erasure.  What somebody else of the very same name may have said
    stays: it is that person's answer until somebody says otherwise.
    """
    named = [each for each in work.unmatched_answers.list_all() if _names(each, traces)]
    gone = [each for each in named if not _is_somebodys(work, each)]
    for each in gone:
        work.unmatched_answers.drop(each.id)
        for hold_id in each.hold_ids:
            hold = work.holds.find(hold_id)
            if hold is not None and hold.is_live(now):
                work.holds.add(replace(hold, until_at=now), now, caller.actor.id)
                kind, about = EntryKind.HOLD_LIFTED, [PersonId(str(hold.person_id))]
                desk.record.append(work, caller, kind, now, {"hold_id": hold_id}, about)
    return len(gone)


def _names(waiting: UnmatchedAnswer, traces: Traces) -> bool:
    people = (waiting.person, waiting.signatory)
    words = (waiting.witness_note, waiting.evidence_note)
    return any(traces.are_in(each.full_name) for each in people if each is not None) or any(
        traces.are_in(each) for each in words if each
    )


def _is_somebodys(work: UnitOfWork, waiting: UnmatchedAnswer) -> bool:
    """
    Tell whether somebody who is still here has the very name it is about.
    """
    asked = words_of(waiting.person.full_name)
    return any(
        asked == words_of(f"{each.given} {each.family}")
        for each in work.people.name_index().entries()
    )
