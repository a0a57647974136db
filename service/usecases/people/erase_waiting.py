"""
Forget answers that wait for the name of somebody who is erased.
"""

from datetime import datetime

from service.decision.ids import PersonId
from service.decision.naming import Traces
from service.decision.naming.normalise import words_of
from service.records.unmatched import UnmatchedAnswer
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.holds.lift_hold import lift_all
from service.usecases.ports.work import UnitOfWork


def forget_waiting(
    desk: Desk,
    work: UnitOfWork,
    caller: Caller,
    person_id: PersonId,
    traces: Traces,
    now: datetime,
) -> int:
    """
    Delete what waits and names those in *traces*; count it.

    Called before the log forgets them, so that it forgets this, too.  What somebody else
    of the very same name may have said stays: it is theirs until somebody says otherwise.
    """
    named = [each for each in work.unmatched_answers.list_all() if _names(each, traces)]
    gone = [each for each in named if not _is_anothers(work, each, person_id)]
    for each in gone:
        work.unmatched_answers.drop(each.id)
        lift_all(desk, work, caller, each.hold_ids, now)
    return len(gone)


def _names(waiting: UnmatchedAnswer, traces: Traces) -> bool:
    people = (waiting.person, waiting.signatory)
    words = (waiting.witness_note, waiting.evidence_note)
    return any(traces.are_in(each.full_name) for each in people if each is not None) or any(
        traces.are_in(each) for each in words if each
    )


def _is_anothers(work: UnitOfWork, waiting: UnmatchedAnswer, person_id: PersonId) -> bool:
    """
    Tell whether somebody who stays has the very name it is about.
    """
    asked = words_of(waiting.person.full_name)
    return any(
        each.person_id != person_id and asked == words_of(f"{each.given} {each.family}")
        for each in work.people.name_index().entries()
    )
