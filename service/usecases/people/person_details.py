"""
Say what can be told about a person, and accept it.
"""

from dataclasses import dataclass, replace
from datetime import date

from service.decision.calendar import birthday_on
from service.decision.jurisdiction import Jurisdictions
from service.decision.people import Membership
from service.decision.terms import Category, MentalCapacity
from service.errors import ImpossibleDates, InvalidInput
from service.records.people import PersonRecord
from service.usecases import text
from service.usecases.days import check_order, check_plausible
from service.usecases.details import KEEP, Told

MAX_ALIASES = 20
MAX_MEMBERSHIPS = 100
MAX_EXTERNAL_ID = 64

EMANCIPATED_AT_EARLIEST = 15
"""
Years of age: Belgium, old Civil Code, article 477; the lowest of the laws known here, most
of which say 16, or never.  An earlier day is a mistake that would silence both parents.
"""

_AFTER_BIRTH = ("died_on", "left_on", "discerning_from", "emancipated_from")
_NOT_TO_COME = ("born_on", "died_on")


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """
    What is told about a person.
    """

    given_name: Told[str] = KEEP
    family_name: Told[str] = KEEP
    category: Told[Category] = KEEP
    jurisdiction: Told[str] = KEEP
    aliases: Told[tuple[str, ...]] = KEEP
    born_on: Told[date | None] = KEEP
    known_adult: Told[bool] = KEEP
    died_on: Told[date | None] = KEEP
    mental_capacity: Told[MentalCapacity] = KEEP
    discerning_from: Told[date | None] = KEEP
    emancipated_from: Told[date | None] = KEEP
    left_on: Told[date | None] = KEEP
    memberships: Told[tuple[Membership, ...]] = KEEP
    language: Told[str] = KEEP
    email: Told[str] = KEEP
    external_id: Told[str] = KEEP


def checked_person(person: PersonRecord, jurisdictions: Jurisdictions, today: date) -> PersonRecord:
    """
    Accept a person, tidied.

    Raises:
        InvalidInput: A part of it cannot be used.
        ImpossibleDates: The dates contradict each other, or the calendar.
    """
    majority_age = jurisdictions.get(person.jurisdiction).majority_age
    _check_dates(person, today)
    _check_known_adult(person, majority_age, today)
    _check_memberships(person)
    given_name = text.line(person.given_name, "given_name", required=False)
    family_name = text.line(person.family_name, "family_name", required=False)
    if not given_name and not family_name:
        raise InvalidInput("A person has at least one name.", field="given_name")
    return replace(
        person,
        given_name=given_name,
        family_name=family_name,
        aliases=_checked_aliases(person.aliases),
        language=text.language(person.language),
        email=text.email(person.email),
        external_id=text.line(
            person.external_id, "external_id", longest=MAX_EXTERNAL_ID, required=False
        ),
    )


def _check_dates(person: PersonRecord, today: date) -> None:
    """
    Refuse a life in the wrong order.
    """
    check_plausible(person.born_on, "born_on")
    for field in _NOT_TO_COME:
        check_order(getattr(person, field), today, field, "This day has not come yet.")
    for field in _AFTER_BIRTH:
        day = getattr(person, field)
        check_plausible(day, field)
        check_order(person.born_on, day, field, "This day lies before the birth.")
    _check_emancipation(person)


def _check_emancipation(person: PersonRecord) -> None:
    """
    Refuse to take a child out of the parents' hands whom no judge could.
    """
    if person.born_on is None or person.emancipated_from is None:
        return
    possible_from = birthday_on(person.born_on, EMANCIPATED_AT_EARLIEST)
    message = f"Nobody is emancipated before the age of {EMANCIPATED_AT_EARLIEST}."
    check_order(possible_from, person.emancipated_from, "emancipated_from", message)


def _check_known_adult(person: PersonRecord, majority_age: int, today: date) -> None:
    """
    Refuse to call somebody surely of age whose birth date says otherwise.
    """
    if person.known_adult and person.born_on is not None:
        of_age_on = birthday_on(person.born_on, majority_age)
        if today < of_age_on and person.emancipated_from is None:
            message = "The birth date says that this person is not of age."
            raise ImpossibleDates(message, field="known_adult")


def _check_memberships(person: PersonRecord) -> None:
    """
    Refuse memberships that end before they begin, or before the person was born.
    """
    if len(person.memberships) > MAX_MEMBERSHIPS:
        raise InvalidInput(f"At most {MAX_MEMBERSHIPS} are kept.", field="memberships")
    for number, each in enumerate(person.memberships):
        field = f"memberships.{number}"
        check_plausible(each.from_on, f"{field}.from_on")
        late = "A membership ends before it begins."
        check_order(each.from_on, each.until_on, f"{field}.until_on", late)
        early = "A membership ends before the birth."
        check_order(person.born_on, each.until_on, f"{field}.until_on", early)


def _checked_aliases(aliases: tuple[str, ...]) -> tuple[str, ...]:
    """
    Accept other names, each once.
    """
    if len(aliases) > MAX_ALIASES:
        raise InvalidInput(f"At most {MAX_ALIASES} are kept.", field="aliases")
    return tuple(dict.fromkeys(text.line(each, "aliases") for each in aliases))
