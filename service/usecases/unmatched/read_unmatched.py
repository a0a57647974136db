"""
Read the answers that wait for somebody to say who is meant.
"""

from dataclasses import dataclass

from service.decision.ids import UnmatchedId
from service.decision.powers import Scope
from service.errors import NotFound
from service.ledger.entry import EntryKind
from service.records.people import PersonRecord
from service.records.unmatched import UnmatchedAnswer
from service.usecases.caller import Caller
from service.usecases.consents.act_details import EvidenceDetails
from service.usecases.desk import Desk
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import is_seen
from service.usecases.sight.staff import actor_name
from service.usecases.unmatched.matching import candidates

GONE = "No such answer waits; it may be settled already."
SHOWN = 50
"""Of those who may be meant, the nearest in sight."""


@dataclass(frozen=True, slots=True)
class UnmatchedStory:
    """
    An answer that waits, with those in sight who may be meant.
    """

    answer: UnmatchedAnswer
    received_by: str
    candidates: tuple[PersonRecord, ...]


@dataclass(frozen=True, slots=True)
class ListUnmatched:
    """
    List the answers that wait for a name.
    """

    desk: Desk

    def __call__(self, caller: Caller) -> tuple[UnmatchedAnswer, ...]:
        """
        Give those that came in for the caller's units, the oldest first.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
        """
        caller = keeper(caller)
        with self.desk.database.look(caller.organisation_id) as work:
            found = work.unmatched_answers.list_all()
            return tuple(each for each in found if is_unmatched_seen(caller, each))


@dataclass(frozen=True, slots=True)
class GetUnmatched:
    """
    Read one answer that waits for a name.
    """

    desk: Desk

    def __call__(self, caller: Caller, unmatched_id: UnmatchedId) -> UnmatchedStory:
        """
        Give it with those who may be meant, as far as the caller sees them.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
            NotFound: There is none, or not for this caller.
        """
        caller = keeper(caller)
        with self.desk.database.look(caller.organisation_id) as work:
            answer = seen_unmatched(work, caller, unmatched_id)
            near = [each for each in candidates(work, answer.person) if is_seen(caller, each)]
            received_by = actor_name(work, answer.received_by)
            return UnmatchedStory(answer, received_by, tuple(near[:SHOWN]))


@dataclass(frozen=True, slots=True)
class GetUnmatchedEvidence:
    """
    Hand out the scan or message of an answer that waits.
    """

    desk: Desk

    def __call__(self, caller: Caller, unmatched_id: UnmatchedId) -> EvidenceDetails:
        """
        Give what came with it, and write down who took it.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
            NotFound: There is none, or not for this caller, or nothing came with it.
        """
        caller = keeper(caller)
        with self.desk.database.begin(caller.organisation_id) as work:
            answer = seen_unmatched(work, caller, unmatched_id)
            if not answer.media_type:
                raise NotFound("There is no scan.")
            content = work.unmatched_answers.content(unmatched_id)
            payload = {"unmatched_id": unmatched_id}
            kind, now = EntryKind.EXPORT_MADE, self.desk.clock()
            self.desk.record.append(work, caller, kind, now, payload)
            work.commit()
        return EvidenceDetails(answer.media_type, content, answer.evidence_note)


def seen_unmatched(work: UnitOfWork, caller: Caller, unmatched_id: UnmatchedId) -> UnmatchedAnswer:
    """
    Give an answer that waits, and that came in for the caller's units.

    Raises:
        NotFound: There is none, or not for this caller: nobody can tell which.
    """
    found = work.unmatched_answers.find(unmatched_id)
    if found is None or not is_unmatched_seen(caller, found):
        raise NotFound(GONE)
    return found


def is_unmatched_seen(caller: Caller, answer: UnmatchedAnswer) -> bool:
    """
    Tell whether an answer is the caller's to settle.

    What came in for the whole house names people of any unit.
    """
    own = caller.actor.unit_ids
    return own is None or (answer.unit_ids is not None and not own.isdisjoint(answer.unit_ids))


def keeper(caller: Caller) -> Caller:
    """
    Give the caller as far as they may say who is who.
    """
    return caller.narrowed(Scope.CONSENTS_WRITE).narrowed(Scope.PEOPLE_READ)
