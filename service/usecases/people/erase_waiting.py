"""
Forget answers that wait for the name of somebody who is erased.
"""

from dataclasses import replace
from datetime import datetime

from service.decision.ids import PersonId
from service.decision.naming import Traces
from service.decision.naming.normalise import words_of
from service.records.unmatched import NamedPerson, UnmatchedAnswer
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.lifting import lift_all
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
    Delete, or blot out, what waits and names those in *traces*; count it.

    Called before the log forgets them, so that it forgets this, too.  What somebody else
    may have said stays, whoever signed it: it is theirs until somebody says otherwise.
    """
    named = [each for each in work.unmatched_answers.list_all() if _names(each, traces)]
    found = [each for each in named if not _is_anothers(work, each, person_id)]
    for each in found:
        content = work.unmatched_answers.content(each.id)
        work.unmatched_answers.drop(each.id)
        if _may_mean_another(work, each, person_id, traces):
            work.unmatched_answers.add(_blind(each, traces), content)
        else:
            lift_all(desk, work, caller, each.hold_ids, now)
    return len(found)


def _blind(waiting: UnmatchedAnswer, traces: Traces) -> UnmatchedAnswer:
    """
    Blot out who signed an answer about somebody else, or heard it.
    """
    signatory = waiting.signatory
    if signatory is not None and traces.are_in(signatory.full_name):
        signatory = NamedPerson("", "")
    heard, noted = (
        "" if each and traces.are_in(each) else each
        for each in (waiting.witness_note, waiting.evidence_note)
    )
    return replace(waiting, signatory=signatory, witness_note=heard, evidence_note=noted)


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


def _may_mean_another(
    work: UnitOfWork, waiting: UnmatchedAnswer, person_id: PersonId, traces: Traces
) -> bool:
    """
    Tell whether it names another, and makes `ask` of somebody who stays.
    """
    if traces.are_in(waiting.person.full_name):
        return False
    holds = (work.holds.find(each) for each in waiting.hold_ids)
    return any(each is not None and each.person_id not in {None, person_id} for each in holds)
