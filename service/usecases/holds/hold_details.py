"""
Say what is told about a hold, and what each kind may be placed on.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from service.decision.holds import Hold
from service.decision.ids import HoldId, PersonId, PhotoId, UnitId
from service.decision.terms import HoldKind
from service.errors import InvalidInput, NotFound
from service.usecases.caller import Caller
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import seen_person
from service.usecases.sight.photos import seen_photo
from service.usecases.sight.units import is_unit_seen

ORGANISATION, UNIT, PERSON, PHOTO = "organisation", "unit_id", "person_id", "photo_id"
_ANY = frozenset({ORGANISATION, UNIT, PERSON, PHOTO})
PLACES = {
    HoldKind.SAFEGUARDING: frozenset({UNIT, PERSON, PHOTO}),
    HoldKind.SAFEGUARDING_CAUTION: frozenset({UNIT, PERSON, PHOTO}),
    HoldKind.LEGAL: _ANY,
    HoldKind.CRISIS: frozenset({ORGANISATION, UNIT}),
    HoldKind.RESTRICTION: frozenset({PERSON, PHOTO}),
    HoldKind.OBJECTION: frozenset({PERSON, PHOTO}),
}


@dataclass(frozen=True, slots=True)
class HoldDetails:
    """
    What is told about a hold; with no id it is on the whole organisation.
    """

    kind: HoldKind
    until_at: datetime | None = None
    unit_id: UnitId | None = None
    person_id: PersonId | None = None
    photo_id: PhotoId | None = None

    @property
    def place(self) -> str:
        """
        Name what it is placed on.

        Raises:
            InvalidInput: On more than one thing.
        """
        named = [name for name in (UNIT, PERSON, PHOTO) if getattr(self, name) is not None]
        if len(named) > 1:
            raise InvalidInput("A hold is on one thing; place one for each.", field=named[1])
        return named[0] if named else ORGANISATION


def check_place(work: UnitOfWork, caller: Caller, details: HoldDetails) -> None:
    """
    Refuse a hold on what it cannot be on, or on what is not there.

    Raises:
        InvalidInput: As said.
        NotFound: Never; the field is named instead.
    """
    place = details.place
    if place not in PLACES[details.kind]:
        allowed = ", ".join(sorted(PLACES[details.kind]))
        message = f"A hold of kind {details.kind.value} is placed on: {allowed}."
        raise InvalidInput(message, field=place if place != ORGANISATION else "kind")
    if not _is_there(work, caller, details):
        raise InvalidInput("There is no such thing.", field=place)


def seen_hold(work: UnitOfWork, caller: Caller, hold_id: HoldId) -> Hold:
    """
    Give a hold on something that the caller may see.

    Raises:
        NotFound: There is none, or not for this caller: nobody can tell which.
    """
    hold = work.holds.find(hold_id)
    if hold is None or not is_hold_seen(work, caller, hold):
        raise NotFound("There is no such hold.")
    return hold


def is_hold_seen(work: UnitOfWork, caller: Caller, hold: Hold) -> bool:
    """
    Tell whether the caller may see what a hold is on.

    One on the whole house stands in everybody's way, and is seen by everybody.
    """
    if caller.actor.unit_ids is None:
        return True
    with suppress(NotFound):
        if hold.person_id is not None:
            seen_person(work, caller, hold.person_id)
        if hold.photo_id is not None:
            seen_photo(work, caller, hold.photo_id)
        return is_unit_seen(caller, hold.unit_id)
    return False


def is_on_the_house(hold: Hold) -> bool:
    """
    Tell whether a hold is on the whole organisation.
    """
    return hold.unit_id is None and hold.person_id is None and hold.photo_id is None


def _is_there(work: UnitOfWork, caller: Caller, details: HoldDetails) -> bool:
    """
    Tell whether what is named exists for the caller.
    """
    try:
        if details.unit_id is not None:
            work.organisations.units.get(details.unit_id)
            return is_unit_seen(caller, details.unit_id)
        if details.person_id is not None:
            seen_person(work, caller, details.person_id)
        if details.photo_id is not None:
            seen_photo(work, caller, details.photo_id)
    except NotFound:
        return False
    return details.place != ORGANISATION or caller.actor.unit_ids is None
