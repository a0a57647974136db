"""
Enter a person, and change what is known of them.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import PersonId, UnitId
from service.decision.people import Membership
from service.decision.terms import Category, MentalCapacity
from service.errors import AlreadyExists, InvalidInput, PossibleDuplicate
from service.records.paging import Page
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.details import KEEP
from service.usecases.people import MAX_MEMBERSHIPS, PersonDetails
from service.usecases.registry import Registry
from service.usecases.sight.units import is_unit_seen
from service.web.fields import Fields, status_of
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.names import places_of
from service.web.staff.people.person import name_of
from service.web.staff.people.reading import chosen, day, reader_of, units_in_sight, writer_of

MOST_UNITS: Final = MAX_MEMBERSHIPS + 1
"""A row for each that may be kept, and one for another."""
CONFLICT: Final = 409
EDIT: Final = "edit"
"""The button that leads from whom somebody looks like back to what was typed."""
SOMEBODY_ELSE: Final = "somebody_else"
"""The button that says that it is none of them."""
TAKEN: Final = "taken"
"""The fault of an outside number that somebody else has."""
FAULTS: Final = frozenset(
    {"given_name", "family_name", "aliases", "category", "born_on", "known_adult", "language"}
    | {"email", "external_id", "died_on", "left_on", "discerning_from", "emancipated_from", TAKEN}
    | {"jurisdiction"}
)
_DAYS: Final = ("born_on", "died_on", "left_on", "discerning_from", "emancipated_from")
_LINES: Final = ("given_name", "family_name", "language", "email", "external_id")


@get("/people/new", sync_to_thread=True, operation_id="showEnrolPage")
def show_new(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    Show an empty form.
    """
    return _form(request, registry, {})


@post("/people/new", sync_to_thread=True, operation_id="enrolOnPage")
def enrol(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[Any]:
    """
    Enter a person; nothing may be published about them yet.
    """
    if EDIT in fields:
        return _form(request, registry, _typed(fields))
    try:
        person = registry.people.enrol_person(
            request.auth, _details(fields), somebody_else=SOMEBODY_ELSE in fields
        )
    except PossibleDuplicate as alike:
        return _alike(request, registry, fields, alike)
    except AlreadyExists:
        return _form(request, registry, _typed(fields), fault=TAKEN)
    except InvalidInput as refused:
        return _form(request, registry, _typed(fields), fault=refused.field)
    return see_other(f"/people/{person.id}")


@get("/people/{person_id:str}/change", sync_to_thread=True, operation_id="showChangePage")
def show_change(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    person_id: FromPath[str],
) -> Response[bytes]:
    """
    Show the form with what is known.
    """
    person = registry.people.get_person(writer_of(request), PersonId(person_id))
    return _form(request, registry, _known(person), person)


@post("/people/{person_id:str}/change", sync_to_thread=True, operation_id="changeOnPage")
def change(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    person_id: FromPath[str],
) -> Response[Any]:
    """
    Change what is known; the next check knows at once.
    """
    caller = writer_of(request)
    person = registry.people.get_person(caller, PersonId(person_id))
    if EDIT in fields:
        return _form(request, registry, _typed(fields), person)
    try:
        details = _changed(person, fields, caller)
        registry.people.change_person(
            request.auth, person.id, details, somebody_else=SOMEBODY_ELSE in fields
        )
    except PossibleDuplicate as alike:
        return _alike(request, registry, fields, alike, person)
    except AlreadyExists:
        return _form(request, registry, _typed(fields), person, fault=TAKEN)
    except InvalidInput as refused:
        return _form(request, registry, _typed(fields), person, fault=refused.field)
    return see_other(f"/people/{person.id}")


def _details(fields: Fields, known: tuple[str, ...] = ()) -> PersonDetails:
    """
    Read the form.

    Args:
        known: Other names that are recorded, each of which is one, commas and all.

    Raises:
        InvalidInput: Something typed is no date, or no choice of the list.
    """
    told: dict[str, Any] = {name: day(fields, name) for name in _DAYS}
    told |= {name: fields[name] for name in _LINES}
    return PersonDetails(
        category=chosen(Category, fields["category"], "category"),
        aliases=tuple(_aliases(fields["aliases"], known)),
        known_adult="known_adult" in fields,
        mental_capacity=MentalCapacity.DOUBTFUL if "doubtful" in fields else MentalCapacity.CAPABLE,
        memberships=tuple(_memberships(fields)),
        jurisdiction=fields["jurisdiction"] or KEEP,
        **told,
    )


def _changed(person: PersonRecord, fields: Fields, caller: Caller) -> PersonDetails:
    """
    Read the form; memberships that this reader does not see stay where they were.

    Raises:
        InvalidInput: Something typed is no date, or no choice of the list.
    """
    known = list(person.memberships)
    hidden = [each for each in known if not is_unit_seen(caller, each.unit_id)]
    stay = [*hidden, *_memberships(fields)]
    stay.sort(key=lambda each: known.index(each) if each in known else len(known))
    return replace(_details(fields, person.aliases), memberships=tuple(stay))


def _aliases(typed: str, known: tuple[str, ...]) -> Iterator[str]:
    """
    Read one name a line; commas part names, too, that are not recorded with them.
    """
    for line in map(str.strip, typed.splitlines()):
        parts = [line] if line in known else map(str.strip, line.split(","))
        yield from filter(None, parts)


def _memberships(fields: Fields) -> Iterator[Membership]:
    """
    Read the units of the form, each with its days.
    """
    for number in range(MOST_UNITS):
        if fields[f"unit-{number}"]:
            first, last = day(fields, f"from-{number}"), day(fields, f"until-{number}")
            yield Membership(UnitId(fields[f"unit-{number}"]), first, last)


def _known(person: PersonRecord) -> dict[str, str]:
    """
    Give what is known, as the form has it.
    """
    values = {name: getattr(person, name) for name in (*_LINES, *_DAYS)}
    typed = {name: str(value) if value else "" for name, value in values.items()}
    typed |= {"category": person.category.value, "aliases": "\n".join(person.aliases)}
    typed["jurisdiction"] = person.jurisdiction
    if person.known_adult:
        typed["known_adult"] = "1"
    if person.mental_capacity is MentalCapacity.DOUBTFUL:
        typed["doubtful"] = "1"
    for number, each in enumerate(person.memberships):
        typed[f"unit-{number}"] = each.unit_id
        typed[f"from-{number}"] = str(each.from_on or "")
        typed[f"until-{number}"] = str(each.until_on or "")
    return typed


def _typed(fields: Fields) -> dict[str, str]:
    """
    Give back what was typed; the fields of every form are there, whatever was left out.
    """
    sent = dict.fromkeys(("category", *_LINES, *_DAYS, *fields.texts))
    return {name: fields[name] for name in sent if name not in (EDIT, SOMEBODY_ELSE)}


def _alike(
    request: Request[Any, Caller, Any],
    registry: Registry,
    fields: Fields,
    alike: PossibleDuplicate,
    person: PersonRecord | None = None,
) -> Response[bytes]:
    """
    Show whom somebody looks like; what was typed is kept on the page.
    """
    reader = reader_of(request)
    units = units_in_sight(registry, reader)
    typed = _typed(fields)
    chosen_units = [UnitId(typed.get(f"unit-{number}", "")) for number in range(MOST_UNITS)]
    return page(
        request,
        "staff/people/alike.html",
        status=CONFLICT,
        known=[registry.people.get_person(reader, PersonId(each)) for each in alike.person_ids],
        person=person,
        typed=typed,
        typed_units=[units[each].name for each in chosen_units if each in units],
        born_on=day(fields, "born_on"),
        units=units,
    )


def _form(
    request: Request[Any, Caller, Any],
    registry: Registry,
    typed: dict[str, str],
    person: PersonRecord | None = None,
    *,
    fault: str | None = "",
) -> Response[bytes]:
    """
    Show the form, with what is wrong with it.
    """
    caller = writer_of(request)
    units = units_in_sight(registry, caller)
    rows = [number for number in range(MOST_UNITS) if typed.get(f"unit-{number}", "") in units]
    free = next((number for number in range(MOST_UNITS) if f"unit-{number}" not in typed), 0)
    return page(
        request,
        "staff/people/form.html",
        status=status_of(fault),
        typed=typed,
        person=person,
        fault=fault,
        places=FAULTS,
        holder=_holder(registry, caller, typed["external_id"]) if fault == TAKEN else "",
        units=units,
        rows=[*rows, free],
        categories=[each.value for each in Category],
        laws=places_of(registry),
    )


def _holder(registry: Registry, caller: Caller, external_id: str) -> str:
    """
    Name who has an outside number; empty: nobody whom the caller finds by it.
    """
    sought = Page(limit=1, filters={"external_id": external_id})
    with suppress(InvalidInput):  # who works for several units asks by unit
        for each in registry.people.list_people(caller, sought).items:
            return name_of(each)
    return ""


ROUTES: Final = (show_new, enrol, show_change, change)
