"""
Show registered photos: what they look like, who is in them.
"""

from dataclasses import dataclass
from typing import Any, Final
from zoneinfo import ZoneInfo

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import PhotoId
from service.decision.powers import Scope
from service.errors import NotAllowed
from service.records.activity import Publication
from service.records.paging import Page
from service.usecases.caller import Caller
from service.usecases.photos import PhotoStory
from service.usecases.registry import Registry
from service.web.listings import cursor, everything
from service.web.render import page
from service.web.staff.names import name_of
from service.web.staff.previews import picture_response
from service.web.staff.tagged import seen_as
from service.web.staff.webmaster import for_webmaster

PATH: Final = "/photos"
ON_A_PAGE: Final = 24


@get(PATH, sync_to_thread=True, operation_id="showPhotos")
def show_photos(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    List photos, the newest first, a page at a time.
    """
    after = cursor(request.query_params.get("after"))
    listing = registry.photos.list_photos(request.auth, Page(ON_A_PAGE, after, newest_first=True))
    return page(
        request,
        "staff/photos.html",
        photos=listing.items,
        next_after=listing.next_after,
        is_erased="erased" in request.query_params,
    )


@get(f"{PATH}/{{photo_id:str}}", sync_to_thread=True, operation_id="showPhoto")
def show_photo(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry], photo_id: FromPath[str]
) -> Response[bytes]:
    """
    Show one photo with everything that the reader may know of it.
    """
    story = registry.photos.get_photo(request.auth, PhotoId(photo_id))
    channels = {
        each.id: each.channel.name
        for each in everything(registry.channels.list_channels, request.auth)
    }
    return page(
        request,
        "staff/photo.html",
        story=story,
        people=_people(registry, request.auth, story),
        published=published_of(registry, request.auth, story),
        channels=channels,
        embargo=story.rights.embargo_until_at if story.rights else None,
        webmaster=for_webmaster(registry, request, story.photo.id),
        may_audit=request.auth.has_in(Scope.AUDIT, None),
        may_complain=request.auth.may(Scope.COMPLAINTS_WRITE),
        may_write=registry.photos.record_depictions.may(request.auth, story.photo.id),
        may_erase=registry.photos.erase_photo.may(request.auth, story.photo.id),
        zone=ZoneInfo(registry.organisations.get_settings(request.auth).time_zone),
    )


@get(f"{PATH}/{{photo_id:str}}/picture", sync_to_thread=True, operation_id="showPhotoPicture")
def show_photo_picture(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry], photo_id: FromPath[str]
) -> Response[bytes]:
    """
    Show what one photo looks like.
    """
    return picture_response(registry.photos.get_preview(request.auth, PhotoId(photo_id)))


@dataclass(frozen=True, slots=True)
class ShownPerson:
    """
    Somebody in a photo; without a name, somebody out of sight.
    """

    name: str
    seen_as: str
    address: str = ""
    """Of their page, for whoever reads people."""


def _people(registry: Registry, caller: Caller, story: PhotoStory) -> list[ShownPerson] | None:
    """
    Give everybody in it, as far as the reader may name them.

    None for whoever may name nobody.
    """
    reads, tags = (caller.may(each) for each in (Scope.PEOPLE_READ, Scope.PHOTOS_WRITE))
    if not reads and not tags:
        return None
    wanted = {each.person_id for each in story.depictions}
    roster = registry.people.list_roster(caller, also=wanted).entries if tags else ()
    names = {each.person_id: each.name for each in roster}
    reader = caller.narrowed(Scope.PEOPLE_READ) if reads else None
    shown = []
    for each in story.depictions:
        own = name_of(registry, reader, each.person_id) if reader else ""
        address = f"/people/{each.person_id}" if own else ""
        name = own or names.get(each.person_id, "")
        shown.append(ShownPerson(name, seen_as(each), address))
    return shown


def published_of(registry: Registry, caller: Caller, story: PhotoStory) -> tuple[Publication, ...]:
    """
    Give where it was published, to whoever may read that.
    """
    try:
        asked = Page(filters={"photo_id": story.photo.id})
        return registry.publications.list_publications(caller, asked).items
    except NotAllowed:
        return ()


ROUTES: Final = (show_photos, show_photo, show_photo_picture)
