"""
Show one complaint with everything that hangs on it.
"""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from litestar import Request, Response

from service.decision.holds import Hold
from service.decision.ids import ComplaintId, PublicationId
from service.decision.powers import Scope
from service.decision.terms import HoldKind
from service.errors import NotFound
from service.records.activity import Publication, PublicationEventKind, taken_down_at
from service.records.complaints import ComplaintEventKind, Outcome
from service.records.paging import Page
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.complaints import ComplaintStory, Letter, LetterKind, Pressing
from service.usecases.publications import PublicationStory
from service.usecases.registry import Registry
from service.usecases.takedowns import Task
from service.web.render import page
from service.web.staff.names import name_of
from service.web.staff.proof.reading import channel_names, may_export, staff_names, zone_of

MOST_OFFERED: Final = 20
_LETTERS: Final = {
    False: LetterKind.ACKNOWLEDGEMENT,
    True: LetterKind.CLOSING,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """
    What a page shows beside the complaint; all of it optional.
    """

    fault: str = ""
    """The step that was not right."""
    note: str = ""
    """What was typed into it."""
    sought: str = ""
    """The name that was typed to look for somebody."""
    people: tuple[PersonRecord, ...] | None = None
    """Who was found by a name; none were looked for where it is None."""
    closing: Letter | None = None
    """The closing letter as it would be."""
    outcome: str = ""


def complaint_page(
    request: Request[Any, Caller, Any],
    registry: Registry,
    complaint_id: str,
    shown: Shown | None = None,
) -> Response[bytes]:
    """
    Show a complaint, and what is wrong with what was sent.
    """
    caller = request.auth.narrowed(Scope.COMPLAINTS_READ)
    pressing = registry.complaints.get_complaint(caller, ComplaintId(complaint_id))
    told = shown or Shown()
    return page(
        request,
        "staff/proof/complaint.html",
        status=422 if told.fault else 200,
        pressing=pressing,
        story=pressing.story,
        complaint=pressing.story.complaint,
        shown=told,
        letter=_letter(registry, caller, pressing),
        done={each.kind for each in pressing.story.events},
        kinds=ComplaintEventKind,
        outcomes=[each.value for each in Outcome],
        may=_powers(caller),
        zone=zone_of(registry, caller),
        actors=staff_names(registry, caller),
        **_about(registry, caller, pressing.story),
    )


def _powers(caller: Caller) -> dict[str, bool]:
    """
    Say what the reader may do here; the verbs have the last word.
    """
    scopes = caller.actor.scopes
    return {
        "write": Scope.COMPLAINTS_WRITE in scopes,
        "hold": Scope.HOLDS_WRITE in scopes,
        "export": may_export(caller),
        "people": Scope.PEOPLE_READ in scopes,
        "erase": Scope.ADMIN in scopes,
    }


def _letter(registry: Registry, caller: Caller, pressing: Pressing) -> Letter:
    kind = _LETTERS[pressing.story.is_closed]
    return registry.complaints.write_letter(caller, pressing.story.complaint.id, kind)


def _about(registry: Registry, caller: Caller, story: ComplaintStory) -> dict[str, object]:
    """
    Gather whom and what it is about, as far as the reader may know.
    """
    scopes = caller.actor.scopes
    may_see = Scope.PUBLICATIONS_READ in scopes
    may_know = Scope.PEOPLE_READ in scopes
    publication = _publication(registry, caller, story) if may_see else None
    theirs = _offered(registry, caller, story) if may_see else ()
    latest = _latest(registry, caller, story) if may_see and not theirs else ()
    return {
        "name": name_of(registry, caller, story.person_id) if may_know else "",
        "publication": publication,
        "is_down": publication is not None and taken_down_at(publication.events) is not None,
        "is_corrected": publication is not None and _is_corrected(publication),
        "tasks": _tasks(registry, caller, story) if may_see else (),
        "offered": theirs or latest,
        "is_left_out": bool(latest) and story.person_id is not None,
        "channels": channel_names(registry, caller) if Scope.CHANNELS_READ in scopes else {},
        "holds": _holds(registry, caller, story) if Scope.HOLDS_READ in scopes else (),
    }


def _publication(
    registry: Registry, caller: Caller, story: ComplaintStory
) -> PublicationStory | None:
    """
    Give what it is about, to whoever sees that: it may be of another unit.
    """
    if story.publication_id is None:
        return None
    with suppress(NotFound):
        return registry.publications.get_publication(caller, PublicationId(story.publication_id))
    return None


def _is_corrected(publication: PublicationStory) -> bool:
    return any(each.kind is PublicationEventKind.CORRECTED for each in publication.events)


def _tasks(registry: Registry, caller: Caller, story: ComplaintStory) -> tuple[Task, ...]:
    if story.publication_id is None:
        return ()
    filters = {"publication_id": str(story.publication_id)}
    return tuple(registry.takedowns.list_takedowns(caller, Page(limit=1, filters=filters)).items)


def _offered(registry: Registry, caller: Caller, story: ComplaintStory) -> tuple[Publication, ...]:
    """
    Offer the latest of the person, to whoever may know where they appear.
    """
    if story.publication_id is not None or story.person_id is None:
        return ()
    if Scope.REASONS not in caller.actor.scopes:
        return ()
    filters = {"person_id": str(story.person_id)}
    asked = Page(limit=MOST_OFFERED, filters=filters, newest_first=True)
    return tuple(registry.publications.list_publications(caller, asked).items)


def _latest(registry: Registry, caller: Caller, story: ComplaintStory) -> tuple[Publication, ...]:
    """
    Offer the latest of all: whoever complains may have been left out of the one.
    """
    if story.publication_id is not None:
        return ()
    asked = Page(limit=MOST_OFFERED, newest_first=True)
    return tuple(registry.publications.list_publications(caller, asked).items)


def _holds(registry: Registry, caller: Caller, story: ComplaintStory) -> tuple[Hold, ...]:
    """
    Give the legal holds on whom or what it is about.
    """
    photo_id = story.complaint.photo_id
    return tuple(
        each
        for each in registry.holds.list_live_holds(caller)
        if each.kind is HoldKind.LEGAL
        and (
            (story.person_id is not None and each.person_id == story.person_id)
            or (photo_id is not None and each.photo_id == photo_id)
        )
    )
