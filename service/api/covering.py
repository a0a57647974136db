"""
Covering: a picture comes in and goes out with regions covered.

Nothing of it is kept.
"""

from dataclasses import dataclass
from typing import Annotated

from litestar import Response, Router, post
from litestar.di import NamedDependency, Provide
from msgspec import Meta

from service.api.bodies import BODIES, Binary, decoded
from service.api.photo_structs import CoversIn
from service.api.photos import MAX_PHOTO_FORM_BYTES
from service.api.requests import FORM, READS, StrictRequest
from service.api.wire import Incoming
from service.decision.photos import Cover
from service.http.multipart import read_form
from service.usecases.caller import Caller
from service.usecases.checks import Upload
from service.usecases.registry import Registry

EXAMPLE = (
    '{"covers": [{"kind": "pixelate", "region":'
    ' {"left": 100, "top": 100, "width": 200, "height": 200}}]}'
)


class CoverForm(Incoming, frozen=True, kw_only=True):
    """
    A picture, and as JSON in `covers` what to cover in it.
    """

    image: Binary
    covers: Annotated[str, Meta(description="JSON: CoversIn.", examples=[EXAMPLE])]


@dataclass(frozen=True, slots=True)
class SentCovers:
    """
    A picture and what to cover in it.
    """

    upload: Upload
    covers: tuple[Cover, ...]


async def provide_covers(request: StrictRequest) -> SentCovers:
    """
    Read a picture and what to cover in it.
    """
    form = await read_form(request, texts=frozenset({"covers"}), files=frozenset({"image"}))
    file = form.one_file("image")
    told = decoded(form.one_text("covers") or "{}", CoversIn, "covers")
    covers = tuple(each.to_cover() for each in told.covers)
    return SentCovers(Upload(file.content, file.filename or None), covers)


@post(
    "/",
    operation_id="coverPicture",
    media_type="image/*",
    status_code=200,
    sync_to_thread=True,
    request_max_body_size=MAX_PHOTO_FORM_BYTES,
    dependencies={"sent": Provide(provide_covers)},
    opt={READS: FORM, BODIES: {FORM: CoverForm}},
)
def cover_picture(
    sent: NamedDependency[SentCovers],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> Response[bytes]:
    """
    Cut a picture to a region, pixelate or fill others.

    It comes back as a download, upright and without metadata.  A human looks at it:
    whoever can still be recognised is asked.  Register it with `derived_from`, so that
    whoever is covered raises no doubt.
    """
    made = registry.photos.cover_picture(caller, sent.upload, sent.covers)
    headers = {"Content-Disposition": 'attachment; filename="covered"'}
    return Response(made.content, media_type=made.media_type, headers=headers)


ROUTES = Router("/coverings", route_handlers=[cover_picture], tags=["photos"])
