"""
Say what is told about an authority, and refuse what cannot be.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from service.decision.calendar import birthday_on
from service.decision.ids import AuthorityId, SignatoryId
from service.decision.jurisdiction import Jurisdictions
from service.decision.terms import AuthorityBasis, AuthorityKind, Matter
from service.errors import ImpossibleDates, InvalidInput, NotFound
from service.records.people import AuthorityRecord, PersonRecord
from service.usecases.caller import Caller
from service.usecases.days import check_order, check_plausible
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import seen_person

OVER_MINORS = frozenset({AuthorityKind.PARENT})
AFTER_DEATH = frozenset({AuthorityKind.RELATIVE})


@dataclass(frozen=True, slots=True)
class AuthorityDetails:
    """
    What is told about an authority.
    """

    signatory_id: SignatoryId
    kind: AuthorityKind
    basis: AuthorityBasis
    from_on: date | None = None
    until_on: date | None = None
    sole: bool = False
    verified: bool = False
    matters: frozenset[Matter] | None = None
    proof: str = ""


def check_span(
    person: PersonRecord, kind: AuthorityKind, from_on: date | None, until_on: date | None
) -> None:
    """
    Refuse days that an authority of this kind over this person cannot have.

    Raises:
        ImpossibleDates: It ends before it begins, or lies outside of the person's
            life.
    """
    check_plausible(from_on, "from_on")
    check_plausible(until_on, "until_on")
    check_order(from_on, until_on, "until_on", "It ends before it begins.")
    check_order(person.born_on, from_on, "from_on", "It begins before the birth.")
    check_order(person.born_on, until_on, "until_on", "It ends before the birth.")
    if kind not in AFTER_DEATH:
        check_order(from_on, person.died_on, "from_on", "It begins after the death.")


def check_minor(
    person: PersonRecord, details: AuthorityDetails, jurisdictions: Jurisdictions, today: date
) -> None:
    """
    Refuse a parent over an adult; what was before may still be noted.

    Raises:
        ImpossibleDates: It would begin when no parent speaks for the person any more.
    """
    if details.kind not in OVER_MINORS:
        return
    message = "A parent speaks for a minor; for an adult record who the order names."
    if person.born_on is None:
        if person.known_adult:
            raise ImpossibleDates(message, field="kind")
        return
    of_age_on = birthday_on(person.born_on, jurisdictions.get(person.jurisdiction).majority_age)
    begins_on = details.from_on or details.until_on or today
    if begins_on >= of_age_on:
        raise ImpossibleDates(message, field="from_on" if details.from_on else "kind")


def check_proof(proof: str, *, verified: bool) -> None:
    """
    Refuse to call verified what nobody saw the proof of (threat T7).

    Raises:
        InvalidInput: There is no reference of a proof.
    """
    if verified and not proof:
        raise InvalidInput("Say which proof was seen: a reference is enough.", field="proof")


def seen_authority(
    work: UnitOfWork, caller: Caller, authority_id: AuthorityId
) -> tuple[AuthorityRecord, PersonRecord]:
    """
    Give an authority over a person that the caller may see, and the person.

    Raises:
        NotFound: There is none, or not for this caller: nobody can tell which.
    """
    record = work.authorities.find(authority_id)
    if record is not None:
        with suppress(NotFound):
            return record, seen_person(work, caller, record.authority.person_id)
    raise NotFound("There is no such authority.")
