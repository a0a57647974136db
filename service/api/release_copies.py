"""
Release copies: a photo comes in, a file to publish and its licence out.
"""

from typing import Annotated, Any

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, QueryParameter
from msgspec import Meta, Struct

from service.api.bodies import BODIES, Binary, converted
from service.api.photos import MAX_PHOTO_FORM_BYTES
from service.api.publication_structs import AltText
from service.api.requests import FORM, READS, StrictRequest
from service.api.wire import Incoming
from service.decision.ids import PhotoId
from service.decision.terms import Purpose
from service.http.multipart import read_form
from service.usecases.caller import Caller
from service.usecases.checks import Upload
from service.usecases.registry import Registry
from service.usecases.releases import ReleaseWish

CHECK_HEADER = "Obstat-Check"
"""The check that says that it may be published."""
ContentUrl = Annotated[
    str, QueryParameter(max_length=2000, description="Where the picture itself will be.")
]


class ReleaseWords(Incoming, frozen=True, kw_only=True):
    """
    Where the photo goes, and what it shows for who cannot see it.
    """

    channel: Annotated[str, Meta(min_length=1, max_length=500, examples=["facebook"])]
    purpose: Purpose = Purpose.INFORMATION
    alt_text: AltText = ""
    language: Annotated[str, Meta(max_length=35, examples=["fr-BE"])] = ""


class ReleaseForm(ReleaseWords, frozen=True, kw_only=True):
    """
    The photo as it was registered, where it goes, and what it shows.
    """

    image: Binary


class LicenceMarkupOut(Struct, frozen=True):
    """
    The licence of a photo in the words of schema.org.
    """

    json_ld: dict[str, Any]
    script: str
    """The same, ready to be put into a web page: no value of it ends the element."""
    has_address: bool
    """Whether `contentUrl` is an address; otherwise it is a word to put one for."""


async def provide_wish(request: StrictRequest) -> ReleaseWish:
    """
    Read which picture is to go where.
    """
    names = frozenset({"channel", "purpose", "alt_text", "language"})
    form = await read_form(request, texts=names, files=frozenset({"image"}))
    file = form.one_file("image")
    sent = {name: found for name in names if (found := form.one_text(name)) is not None}
    told = converted(sent, ReleaseWords)
    return ReleaseWish(
        upload=Upload(file.content, file.filename or None),
        channel=told.channel,
        purpose=told.purpose,
        alt_text=told.alt_text,
        language=told.language,
    )


@post(
    "/{photo_id:str}/release-copies",
    operation_id="makeReleaseCopy",
    media_type="image/*",
    status_code=200,
    sync_to_thread=True,
    request_max_body_size=MAX_PHOTO_FORM_BYTES,
    dependencies={"wish": Provide(provide_wish)},
    opt={READS: FORM, BODIES: {FORM: ReleaseForm}},
)
def make_release_copy(
    photo_id: FromPath[str],
    wish: NamedDependency[ReleaseWish],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> Response[bytes]:
    """
    Make the file to publish on a channel.

    Only where the photo may be published there now.  Upright, in sRGB, as large as the
    platform shows it; without any metadata but creator, credit, copyright, licence,
    alternative text and the status of releases.  The header `Obstat-Check` names the
    check that was recorded.
    """
    made = registry.make_release_copy(caller, PhotoId(photo_id), wish)
    headers = {
        "Content-Disposition": 'attachment; filename="release"',
        CHECK_HEADER: made.check_id,
    }
    return Response(made.content, media_type=made.media_type, headers=headers)


@get("/{photo_id:str}/licence-markup", operation_id="getLicenceMarkup", sync_to_thread=True)
def get_licence_markup(
    photo_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    content_url: ContentUrl = "",
) -> LicenceMarkupOut:
    """
    Give what a web page says of a photo for search engines.

    Creator, credit, copyright and licence as schema.org JSON-LD, the same as in a
    release copy; never who is shown.  It does not say that it may be published.
    """
    found = registry.get_licence_markup(caller, PhotoId(photo_id), content_url=content_url)
    return LicenceMarkupOut(dict(found.json_ld), found.script, found.has_address)


ROUTES = Router("/photos", route_handlers=[make_release_copy, get_licence_markup], tags=["photos"])
