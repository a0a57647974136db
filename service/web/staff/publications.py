"""
Show what was published, and what became of it.
"""

from collections.abc import Iterable
from contextlib import suppress
from typing import Any, Final
from zoneinfo import ZoneInfo

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from service.decision.ids import PublicationId
from service.errors import AlreadyExists, ImpossibleDates, InvalidInput, NotAllowed, NotFound
from service.records.activity import Publication, PublishedAs
from service.records.paging import Page
from service.records.photos import PhotoRecord
from service.usecases.caller import Caller
from service.usecases.publications import PublicationStory, ReshareDetails
from service.usecases.registry import Registry
from service.usecases.sight.units import may_publish
from service.web.fields import NOTHING, Fields
from service.web.listings import cursor, everything
from service.web.redirects import see_other
from service.web.render import page

PATH: Final = "/publications"
ON_A_PAGE: Final = 50
STATES: Final = ("live", "down")
MAX_FORM_BYTES: Final = 128 * 1024


@get(PATH, sync_to_thread=True, operation_id="showPublications")
def show_publications(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    channel: FromQuery[str] = "",
    only: FromQuery[str] = "",
    after: FromQuery[str] = "",
) -> Response[bytes]:
    """
    List what was published, of one channel or all, the newest first.
    """
    caller = request.auth
    filters = {"channel_id": channel} if channel else {}
    filters |= {only: "yes"} if only in STATES else {}
    asked = Page(ON_A_PAGE, cursor(after), filters=filters, newest_first=True)
    listing = registry.publications.list_publications.with_fates(caller, asked)
    return page(
        request,
        "staff/publications.html",
        listed=listing.items,
        next_after=listing.next_after,
        chosen=channel,
        only=only if only in STATES else "",
        channels=_channel_names(registry, caller),
        zone=ZoneInfo(registry.organisations.get_settings(caller).time_zone),
    )


@get(f"{PATH}/{{publication_id:str}}", sync_to_thread=True, operation_id="showPublication")
def show_publication(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    publication_id: FromPath[str],
) -> Response[bytes]:
    """
    Show one publication with its story.
    """
    return _page(request, registry, publication_id)


@post(
    f"{PATH}/{{publication_id:str}}/{{step:str}}",
    sync_to_thread=True,
    operation_id="followPublicationOnPage",
    request_max_body_size=MAX_FORM_BYTES,
)
def follow_publication(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    publication_id: FromPath[str],
    step: FromPath[str],
) -> Response[bytes]:
    """
    Record that it was shared again, corrected or taken down.

    Raises:
        NotFound: Nothing else is recorded of it.
    """
    caller, which = request.auth, PublicationId(publication_id)
    try:
        if step == "reshares":
            details = ReshareDetails(
                fields["channel"], fields["where"], published_as=published_as(fields)
            )
            registry.publications.record_reshare(caller, which, details)
        elif step == "correct":
            by = PublicationId(fields["corrected_by"])
            registry.publications.correct_publication(caller, which, by, fields["note"])
        elif step == "take-down":
            registry.publications.take_down_publication(caller, which, None, fields["note"])
        else:
            raise NotFound("A publication takes no such step.")
    except AlreadyExists:
        return see_other(f"{PATH}/{publication_id}")
    except (ImpossibleDates, InvalidInput):
        return _page(request, registry, publication_id, fields, fault=step)
    return see_other(f"{PATH}/{publication_id}")


def published_as(fields: Fields) -> PublishedAs:
    """
    Read in whose name it was published; left out, the organisation's.

    Raises:
        InvalidInput: It is none of those offered.
    """
    try:
        return PublishedAs(fields["published_as"] or PublishedAs.ORGANISATION)
    except ValueError:
        message = "Choose one of those offered."
        raise InvalidInput(message, field="published_as") from None


def _page(
    request: Request[Any, Caller, Any],
    registry: Registry,
    publication_id: str,
    typed: Fields = NOTHING,
    *,
    fault: str = "",
) -> Response[bytes]:
    """
    Show a publication, and what is wrong with what was sent; what was typed stays.
    """
    caller = request.auth
    story = registry.publications.get_publication(caller, PublicationId(publication_id))
    return page(
        request,
        "staff/publication.html",
        status=422 if fault else 200,
        story=story,
        publication=story.publication,
        fault=fault,
        typed=typed,
        may_write=_may_write(registry, caller, story.publication),
        channels=_channel_names(registry, caller),
        photos=_photos(registry, caller, story.publication),
        readable=readable(registry, caller, _around(story)),
        later=_later(registry, caller, story.publication),
        zone=ZoneInfo(registry.organisations.get_settings(caller).time_zone),
    )


def readable(
    registry: Registry, caller: Caller, publication_ids: Iterable[PublicationId | None]
) -> set[PublicationId]:
    """
    Give those of some publications that a page may lead the caller to.
    """
    found = set()
    for each in filter(None, publication_ids):
        with suppress(NotAllowed, NotFound):
            found.add(registry.publications.get_publication(caller, each).publication.id)
    return found


def _around(story: PublicationStory) -> tuple[PublicationId | None, ...]:
    """
    Give what it shares again and what corrects it.
    """
    return (story.publication.reshare_of, *(each.corrected_by for each in story.events))


def _photos(registry: Registry, caller: Caller, publication: Publication) -> list[PhotoRecord]:
    """
    Give the photos that are still there, to whoever may see photos.
    """
    found = []
    for photo_id in publication.photo_ids:
        with suppress(NotAllowed, NotFound):
            found.append(registry.photos.get_photo(caller, photo_id).photo)
    return found


def _later(registry: Registry, caller: Caller, publication: Publication) -> tuple[Publication, ...]:
    """
    Give what was published after this one and may correct it, the newest first.
    """
    asked = Page(ON_A_PAGE, newest_first=True)
    listed = registry.publications.list_publications(caller, asked).items
    return tuple(each for each in listed if each.published_at > publication.published_at)


def _may_write(registry: Registry, caller: Caller, publication: Publication) -> bool:
    """
    Tell whether the caller publishes on the channel it is on.
    """
    channel = registry.channels.get_channel(caller, publication.channel_id).channel
    return may_publish(caller, channel.unit_id)


def _channel_names(registry: Registry, caller: Caller) -> dict[str, str]:
    return {
        each.id: each.channel.name for each in everything(registry.channels.list_channels, caller)
    }


ROUTES: Final = (show_publications, show_publication, follow_publication)
