"""
Say who may answer for a person, and in what capacity.
"""

from collections.abc import Sequence
from datetime import date

from service.decision.consents import ConsentAct
from service.decision.ids import PersonId, SignatoryId
from service.decision.people import Authority, in_force
from service.decision.terms import Capacity
from service.errors import ImpossibleDates, InvalidInput
from service.usecases.consents.signing import Signed
from service.usecases.consents.subject import answers_alone
from service.usecases.ports.work import UnitOfWork

STRANGER = "Nobody with this id answers for this person."
"""Said of unknown people and of people without authority alike."""


def check_capacity(
    work: UnitOfWork,
    person_id: PersonId,
    signatory_id: SignatoryId,
    capacity: Capacity,
    signed: Signed,
) -> None:
    """
    Refuse a signatory who could not speak in that capacity then.

    Raises:
        InvalidInput: A stranger, or no authority of that kind.
        ImpossibleDates: The authority was not in force then.
    """
    is_person = answers_alone(person_id, signatory_id)
    if capacity is Capacity.ORGANISATION or is_person is not (capacity is Capacity.SELF):
        raise InvalidInput("This signatory cannot answer in this capacity.", field="capacity")
    if is_person:
        return
    held = authorities_of(work, person_id, signatory_id)
    if not held:
        raise InvalidInput(STRANGER, field="signatory_id")
    of_kind = [each for each in held if each.kind.value == capacity.value]
    if not of_kind:
        raise InvalidInput("This signatory cannot answer in this capacity.", field="capacity")
    if not any(in_force(each.from_on, each.until_on, signed.day) for each in of_kind):
        raise ImpossibleDates("The authority was not in force that day.", field=signed.field)


def capacity_to_stop(
    work: UnitOfWork,
    person_id: PersonId,
    signatory_id: SignatoryId,
    own_yes: Sequence[ConsentAct],
    day: date,
) -> Capacity:
    """
    Give the capacity of somebody who takes back, as all who said yes may.

    Raises:
        InvalidInput: A stranger, who never said yes either.
    """
    if answers_alone(person_id, signatory_id):
        return Capacity.SELF
    for each in authorities_of(work, person_id, signatory_id):
        if in_force(each.from_on, each.until_on, day):
            return Capacity(each.kind.value)
    if not own_yes:
        raise InvalidInput(STRANGER, field="signatory_id")
    return own_yes[-1].capacity


def authorities_of(
    work: UnitOfWork, person_id: PersonId, signatory_id: SignatoryId
) -> list[Authority]:
    """
    Give what somebody holds or held over a person.
    """
    return [
        each.authority
        for each in work.authorities.list_of(person_id)
        if each.authority.signatory_id == signatory_id
    ]
