"""
Tell the story of a person, a publication or a photo, line by line.
"""

from typing import Any, Final

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from service.decision.ids import PersonId, PhotoId, PublicationId
from service.decision.powers import Scope
from service.errors import InvalidInput
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.usecases.stories import Viewpoint
from service.web.language import language_of
from service.web.render import page, texts_of
from service.web.staff.names import name_of
from service.web.staff.proof.reading import (
    address_of,
    channel_names,
    instant,
    may_export,
    zone_of,
)

LONGEST_INSTANT: Final = 25


@get("/people/{person_id:str}/story", sync_to_thread=True, operation_id="showPersonStory")
def show_person_story(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    person_id: FromPath[str],
    as_of: FromQuery[str] = "",
    known_at: FromQuery[str] = "",
) -> Response[bytes]:
    """
    Tell what the log knows of a person.
    """
    caller = request.auth.narrowed(Scope.AUDIT)
    name = name_of(registry, caller, person_id)
    about, which = f"/people/{person_id}", {"person_id": PersonId(person_id)}
    return _story(request, registry, caller, about, which, name=name, typed=(as_of, known_at))


@get(
    "/publications/{publication_id:str}/story",
    sync_to_thread=True,
    operation_id="showPublicationStory",
)
def show_publication_story(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    publication_id: FromPath[str],
    as_of: FromQuery[str] = "",
    known_at: FromQuery[str] = "",
) -> Response[bytes]:
    """
    Tell what the log knows of a publication.
    """
    caller = request.auth.narrowed(Scope.AUDIT)
    which = {"publication_id": PublicationId(publication_id)}
    about = f"/publications/{publication_id}"
    name = _title(request, registry, caller, PublicationId(publication_id))
    return _story(request, registry, caller, about, which, name=name, typed=(as_of, known_at))


@get("/photos/{photo_id:str}/story", sync_to_thread=True, operation_id="showPhotoStory")
def show_photo_story(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    photo_id: FromPath[str],
    as_of: FromQuery[str] = "",
    known_at: FromQuery[str] = "",
) -> Response[bytes]:
    """
    Tell what the log knows of a photo, and of what it was used for.
    """
    caller = request.auth.narrowed(Scope.AUDIT)
    about, which = f"/photos/{photo_id}", {"photo_id": PhotoId(photo_id)}
    sees = Scope.PHOTOS_READ in caller.actor.scopes
    name = registry.photos.get_photo(caller, PhotoId(photo_id)).photo.title if sees else ""
    return _story(request, registry, caller, about, which, name=name, typed=(as_of, known_at))


def _title(
    request: Request[Any, Caller, Any],
    registry: Registry,
    caller: Caller,
    publication_id: PublicationId,
) -> str:
    """
    Say where and when it was published, to whoever may know that.
    """
    if not {Scope.PUBLICATIONS_READ, Scope.CHANNELS_READ} <= caller.actor.scopes:
        return ""
    publication = registry.publications.get_publication(caller, publication_id).publication
    channel = channel_names(registry, caller).get(publication.channel_id, "")
    at = texts_of(request).moment(publication.published_at, zone_of(registry, caller))
    return f"{channel}, {at}"


def _story(
    request: Request[Any, Caller, Any],
    registry: Registry,
    caller: Caller,
    about: str,
    which: dict[str, Any],
    *,
    name: str,
    typed: tuple[str, str],
) -> Response[bytes]:
    """
    Show the lines, and from when they are looked at.
    """
    zone = zone_of(registry, caller)
    as_of, known_at = (each[:LONGEST_INSTANT] for each in typed)
    fault, viewpoint = "", Viewpoint()
    try:
        viewpoint = Viewpoint(instant(as_of, zone, "as_of"), instant(known_at, zone, "known_at"))
    except InvalidInput as refused:
        fault = str(refused.field)
    lines = registry.show_story(caller, **which, language=language_of(request), viewpoint=viewpoint)
    return page(
        request,
        "staff/proof/story.html",
        status=422 if fault else 200,
        lines=[(each, address_of(each.record, about)) for each in lines],
        about=about,
        name=name,
        subject=next(iter(which)).removesuffix("_id"),
        subject_id=next(iter(which.values())),
        as_of=as_of,
        known_at=known_at,
        viewpoint=viewpoint,
        fault=fault,
        may_export=may_export(request.auth) and "photo_id" not in which,
        zone=zone,
    )


ROUTES: Final = (show_person_story, show_publication_story, show_photo_story)
