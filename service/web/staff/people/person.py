"""
Show one person: where they stand, and everything behind it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import PersonId, SignatoryId
from service.decision.powers import Scope
from service.decision.verdict import Code
from service.records.activity import Publication
from service.records.mail import LetterKind
from service.records.paging import Page
from service.records.people import AuthorityRecord, PersonRecord, ProtectionRecord, Signatory
from service.usecases.caller import Caller
from service.usecases.consents import RecordedAct
from service.usecases.people import Paired, PersonStanding
from service.usecases.registry import Registry
from service.web.render import page
from service.web.staff.names import channel_words
from service.web.staff.people.reading import all_of, reader_of, units_in_sight

_LATEST_LOOKUPS: Final = 200


@dataclass(frozen=True, slots=True)
class File:
    """
    What a reader may see of a person; empty where a scope is missing.
    """

    person: PersonRecord
    standing: PersonStanding | None = None
    codes: tuple[Code, ...] = ()
    """Everything that stands in the way anywhere, each once."""
    authorities: tuple[AuthorityRecord, ...] = ()
    protections: tuple[ProtectionRecord, ...] = ()
    """Orders that protect or protected them."""
    names: dict[str, str] = field(default_factory=dict)
    """Who answers, by id: the person and all who hold or held an authority."""
    may_be_asked: frozenset[SignatoryId] = frozenset()
    """Whose answer is missing somewhere, and whom the reader may ask for it."""
    acts: tuple[RecordedAct, ...] = ()
    channels: dict[str, str] = field(default_factory=dict)
    publications: tuple[Publication, ...] = ()
    pairs: tuple[Paired, ...] = ()
    """Other records that are the same person, or that were told apart."""

    def who(self, ids: Iterable[SignatoryId]) -> list[str]:
        """
        Name some of those who answer.
        """
        return [self.names[each] for each in ids if each in self.names]


@get("/people/{person_id:str}", sync_to_thread=True, operation_id="showPersonPage")
def show_person(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    person_id: FromPath[str],
) -> Response[bytes]:
    """
    Show a person.
    """
    caller = reader_of(request)
    file = file_of(registry, caller, PersonId(person_id))
    return page(
        request,
        "staff/people/person.html",
        file=file,
        asked=_asked_at(registry, caller, file),
        units=units_in_sight(registry, caller),
        zone=zone_of(registry, caller),
        scopes={each.value for each in caller.actor.scopes},
        may_erase=registry.people.preview_erasure.may(request.auth, file.person.id),
    )


@get("/people/{person_id:str}/history", sync_to_thread=True, operation_id="showHistoryPage")
def show_history(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    person_id: FromPath[str],
) -> Response[bytes]:
    """
    Show what was known when, and who asked about the person.
    """
    caller = reader_of(request)
    person = registry.people.get_person(caller, PersonId(person_id))
    latest = Page(limit=_LATEST_LOOKUPS, newest_first=True)
    is_auditor = Scope.AUDIT in caller.actor.scopes
    return page(
        request,
        "staff/people/history.html",
        person=person,
        versions=registry.people.show_history(caller, person.id) if is_auditor else (),
        is_auditor=is_auditor,
        lookups=registry.people.list_lookups(caller, person.id, latest).items,
        channels=channel_words(registry, caller),
        zone=zone_of(registry, caller),
    )


def _asked_at(registry: Registry, caller: Caller, file: File) -> dict[str, datetime]:
    """
    Say when each who may answer was last asked by letter, where anybody was.
    """
    found: dict[str, datetime] = {}
    for each in {file.person.id, *(held.authority.signatory_id for held in file.authorities)}:
        letters = [
            letter
            for kind in (LetterKind.FAMILY_INVITATION, LetterKind.FAMILY_REMINDER)
            for letter in registry.mail.list_letters(
                caller,
                Page(
                    limit=1, filters={"recipient_id": each, "kind": kind.value}, newest_first=True
                ),
            ).items
        ]
        if letters:
            found[each] = max(letter.written_at for letter in letters)
    return found


def file_of(registry: Registry, caller: Caller, person_id: PersonId) -> File:
    """
    Put together what a reader may see of a person.

    Raises:
        NotFound: There is no such person for this reader.
    """
    person = registry.people.get_person(caller, person_id)
    scopes = caller.actor.scopes
    may_read = Scope.CONSENTS_READ in scopes
    standing = registry.people.show_standing(caller, person_id) if may_read else None
    authorities = tuple(registry.authorities.list_authorities(caller, person_id))
    sees_posts = {Scope.PUBLICATIONS_READ, Scope.REASONS} <= scopes
    posts = (
        all_of(registry.publications.list_publications, caller, person_id=person_id)
        if sees_posts
        else ()
    )
    cells = [cell for row in standing.rows for cell in row.cells] if standing else []
    return File(
        person=person,
        standing=standing,
        codes=tuple(dict.fromkeys(code for cell in cells for code in cell.codes)),
        authorities=authorities,
        protections=tuple(registry.protections.list_protections(caller, person_id)),
        names=names_of(registry, caller, person, authorities),
        may_be_asked=_may_be_asked(registry, caller, standing),
        acts=registry.consents.show_acts(caller, person_id) if may_read else (),
        channels=channel_names(registry, caller),
        publications=tuple(reversed(tuple(posts))),
        pairs=registry.people.list_pairs(caller, person_id),
    )


def _may_be_asked(
    registry: Registry, caller: Caller, standing: PersonStanding | None
) -> frozenset[SignatoryId]:
    """
    Name those whose answer is missing and whom the caller may write to.
    """
    if standing is None:
        return frozenset()
    missing = {who for row in standing.rows for cell in row.cells for who in cell.missing}
    return registry.families.invite_signatory.reaches(caller, standing.person.id, missing)


def names_of(
    registry: Registry,
    caller: Caller,
    person: PersonRecord,
    authorities: tuple[AuthorityRecord, ...],
) -> dict[str, str]:
    """
    Name everybody who answers or answered for a person, themselves first.
    """
    ids = dict.fromkeys(each.authority.signatory_id for each in authorities)
    others = {
        str(each): name_of(registry.signatories.get_signatory(caller, SignatoryId(each)))
        for each in ids
    }
    return {str(person.id): name_of(person)} | others


def name_of(somebody: PersonRecord | Signatory) -> str:
    """
    Write a name.
    """
    return f"{somebody.given_name} {somebody.family_name}".strip()


def channel_names(registry: Registry, caller: Caller) -> dict[str, str]:
    """
    Name every channel and group, to whoever may read them.
    """
    if Scope.CHANNELS_READ not in caller.actor.scopes:
        return {}
    channels = {
        each.id: each.channel.name for each in all_of(registry.channels.list_channels, caller)
    }
    groups = {
        str(each.id): each.name for each in all_of(registry.channels.list_channel_groups, caller)
    }
    return channels | groups


def zone_of(registry: Registry, caller: Caller) -> ZoneInfo:
    """
    Give the time zone of the organisation; UTC to whoever may not read it.
    """
    if Scope.CHANNELS_READ not in caller.actor.scopes:
        return ZoneInfo("UTC")
    return ZoneInfo(registry.organisations.get_settings(caller).time_zone)


ROUTES: Final = (show_person, show_history)
