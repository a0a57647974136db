"""
People: enter, change, look at, erase.
"""

from datetime import datetime
from typing import Annotated

from litestar import Router, delete, get, patch, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, QueryParameter
from msgspec import Meta, Struct

from service.api.people_structs import (
    ErasurePreviewOut,
    PersonChange,
    PersonIn,
    PersonOut,
    PersonVersionOut,
    details_of,
)
from service.api.requests import After, KnownAt, Limit, Once, instant, page
from service.api.wire import ID_PATTERN, ExternalIdFilter, Id, Incoming, PageOut
from service.decision.ids import PersonId, UnitId
from service.decision.terms import Category
from service.records.paging import MAX_PAGE
from service.usecases.caller import Caller
from service.usecases.people import Lookup, PeopleSought
from service.usecases.registry import Registry

UnitFilter = Annotated[
    str | None,
    QueryParameter(max_length=64, pattern=ID_PATTERN, description="Only people of this unit."),
]
CategoryFilter = Annotated[
    Category | None, QueryParameter(description="Only people of this category.")
]
AllWords = Annotated[bool, QueryParameter(description="Words go whatever they say: for nicknames.")]


class LookupOut(Struct, frozen=True):
    """
    One question that touched a person: what for, when, by whom.
    """

    check_id: str
    asked_at: datetime
    asked_by: str
    purpose: str
    channel: str | None
    pictures: int
    names: int

    @classmethod
    def of(cls, lookup: Lookup) -> "LookupOut":
        """
        Show a look-up.
        """
        return cls(**{name: getattr(lookup, name) for name in cls.__struct_fields__})


class PeopleSearchIn(Incoming, frozen=True, kw_only=True):
    """
    Whom to look for; spelling is forgiven.
    """

    name: Annotated[str, Meta(max_length=200, examples=["Lea Dupond"])]
    unit_id: Id | None = None
    category: Category | None = None
    limit: Annotated[int, Meta(ge=1, le=MAX_PAGE)] = 50


class PeopleFoundOut(Struct, frozen=True):
    """
    The nearest first; `total` counts those who are not among them, too.
    """

    items: list[PersonOut]
    total: int


class HistoryOut(Struct, frozen=True):
    """
    Every version of what was known of a person, oldest first.
    """

    items: list[PersonVersionOut]


@post("/", operation_id="enrolPerson", sync_to_thread=True)
def enrol_person(
    data: JSONBody[PersonIn], once: NamedDependency[Once], registry: NamedDependency[Registry]
) -> PersonOut:
    """
    Enter a person; nothing may be published about them yet.

    Whoever looks like somebody who is registered is refused with 409
    (`possible-duplicate`): `person_ids` says who that is.
    """
    made = registry.people.enrol_person(
        once(data), details_of(data), somebody_else=data.somebody_else
    )
    return PersonOut.of(made)


@patch("/{person_id:str}", operation_id="changePerson", sync_to_thread=True)
def change_person(
    person_id: FromPath[str],
    data: JSONBody[PersonChange],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> PersonOut:
    """
    Change what is known of a person; the next check knows at once.
    """
    changed = registry.people.change_person(
        caller, PersonId(person_id), details_of(data), somebody_else=data.somebody_else
    )
    return PersonOut.of(changed)


@get("/{person_id:str}", operation_id="getPerson", sync_to_thread=True)
def get_person(
    person_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    known_at: KnownAt = None,
) -> PersonOut:
    """
    Give one person.
    """
    at = instant(known_at, "known_at")
    return PersonOut.of(registry.people.get_person(caller, PersonId(person_id), at))


@get("/", operation_id="listPeople", sync_to_thread=True)
def list_people(  # one argument a query parameter
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    limit: Limit = 50,
    after: After = None,
    known_at: KnownAt = None,
    unit_id: UnitFilter = None,
    category: CategoryFilter = None,
    external_id: ExternalIdFilter = None,
) -> PageOut[PersonOut]:
    """
    List people in the order in which they were entered.

    A key that sees several units, but not all, has to name one of them (`unit_id`).
    """
    asked = page(
        limit, after, known_at, unit_id=unit_id, category=category, external_id=external_id
    )
    listing = registry.people.list_people(caller, asked)
    return PageOut([PersonOut.of(person) for person in listing.items], listing.next_after)


@post("/search", operation_id="searchPeople", status_code=200, sync_to_thread=True)
def search_people(
    data: JSONBody[PeopleSearchIn],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> PeopleFoundOut:
    """
    Search people by name; accents, order and typing errors do not matter.

    Sent in a body, because a name in an address would stay in logs.
    """
    unit_id = UnitId(data.unit_id) if data.unit_id is not None else None
    sought = PeopleSought(data.name, unit_id, data.category, data.limit)
    found = registry.people.search_people(caller, sought)
    return PeopleFoundOut([PersonOut.of(each) for each in found.items], found.total)


@get("/{person_id:str}/history", operation_id="showHistory", sync_to_thread=True)
def show_history(
    person_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> HistoryOut:
    """
    Show every version of what was known of a person.
    """
    versions = registry.people.show_history(caller, PersonId(person_id))
    return HistoryOut([PersonVersionOut.of(each) for each in versions])


@get("/{person_id:str}/lookups", operation_id="listLookups", sync_to_thread=True)
def list_lookups(
    person_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    limit: Limit = 50,
    after: After = None,
) -> PageOut[LookupOut]:
    """
    List who asked about a person, when and what for.
    """
    listing = registry.people.list_lookups(caller, PersonId(person_id), page(limit, after))
    return PageOut([LookupOut.of(each) for each in listing.items], listing.next_after)


@get("/{person_id:str}/erasure", operation_id="previewErasure", sync_to_thread=True)
def preview_erasure(
    person_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> ErasurePreviewOut:
    """
    Show what erasing a person would destroy, and what must stay.

    Nothing changes.
    """
    return ErasurePreviewOut.of(registry.people.preview_erasure(caller, PersonId(person_id)))


@delete("/{person_id:str}", operation_id="erasePerson", sync_to_thread=True)
def erase_person(
    person_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    all_words: AllWords = False,  # noqa: FBT002  # a query parameter has a name
) -> None:
    """
    Erase a person: names, facts and evidence payloads are destroyed.

    What people typed goes where it names them; with `all_words` titles, addresses, notes
    and complaints of whatever involves them go whatever they say.
    """
    registry.people.erase_person(caller, PersonId(person_id), all_words=all_words)


ROUTES = Router(
    "/people",
    route_handlers=[
        enrol_person,
        change_person,
        get_person,
        list_people,
        search_people,
        show_history,
        list_lookups,
        preview_erasure,
        erase_person,
    ],
    tags=["people"],
)
