"""
Find whom an answer is about.
"""

from service.decision.ids import PersonId, SignatoryId
from service.errors import InvalidInput, NotFound
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import seen_person


def subject_of(work: UnitOfWork, caller: Caller, person_id: PersonId) -> PersonRecord:
    """
    Give the person whom an answer names.

    Raises:
        InvalidInput: There is none for this caller.
    """
    try:
        return seen_person(work, caller, person_id)
    except NotFound:
        raise InvalidInput("There is no such person.", field="person_id") from None


def check_seen(work: UnitOfWork, caller: Caller, person_id: PersonId) -> None:
    """
    Refuse an act about somebody whom the caller does not see.

    Whoever sees the whole organisation also sees acts about people who were erased:
    they stay as evidence, under an id that means nobody.

    Raises:
        NotFound: As for an act that does not exist.
    """
    if caller.actor.unit_ids is None:
        return
    try:
        seen_person(work, caller, person_id)
    except NotFound:
        raise NotFound("There is no such act.") from None


def answers_alone(person_id: PersonId, signatory_id: SignatoryId) -> bool:
    """
    Tell whether the person is the one who answers.
    """
    return SignatoryId(person_id) == signatory_id
