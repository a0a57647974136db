"""
Photos: registered by what they look like, never kept.
"""

from dataclasses import dataclass

from litestar import Router, delete, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, JSONBody

from service.api.bodies import BODIES, decoded
from service.api.photo_stories import PhotoOut, PhotoStoryOut, RegisteredPhotoOut
from service.api.photo_structs import (
    AttestationIn,
    DepictionsIn,
    PhotoForm,
    PhotoIn,
    RightsIn,
    TitleIn,
)
from service.api.requests import FORM, READS, After, Limit, Once, StrictRequest, page
from service.api.wire import PageOut
from service.decision.ids import PhotoId
from service.http.multipart import read_form
from service.usecases.caller import Caller
from service.usecases.checks import Upload
from service.usecases.registry import Registry

MAX_PHOTO_FORM_BYTES = 48 * 1024 * 1024
"""One picture and what is said of it; the picture has its own limit."""


@dataclass(frozen=True, slots=True)
class SentPhoto:
    """
    A picture and what was said of it.
    """

    told: PhotoIn
    upload: Upload


async def provide_photo(request: StrictRequest) -> SentPhoto:
    """
    Read a picture and what is said of it.
    """
    form = await read_form(request, texts=frozenset({"photo"}), files=frozenset({"image"}))
    file = form.one_file("image")
    told = decoded(form.one_text("photo") or "{}", PhotoIn, "photo")
    return SentPhoto(told, Upload(file.content, file.filename or None))


@post(
    "/",
    operation_id="registerPhoto",
    sync_to_thread=True,
    request_max_body_size=MAX_PHOTO_FORM_BYTES,
    dependencies={"sent": Provide(provide_photo)},
    opt={READS: FORM, BODIES: {FORM: PhotoForm}},
)
def register_photo(
    sent: NamedDependency[SentPhoto],
    once: NamedDependency[Once],
    registry: NamedDependency[Registry],
) -> RegisteredPhotoOut:
    """
    Register a photo: what it is known by is kept, the picture is not.

    `matches` are registered photos that resemble it.  Compare them: until an
    attestation names them as compared, whoever is in them raises a doubt.
    `claims` is what the file says of itself, to be confirmed by whoever looks: none of it
    is recorded, and `notes` says if it names a program as its maker.
    """
    details = sent.told.to_details(sent.upload)
    return RegisteredPhotoOut.of(
        registry.photos.register_photo(once(sent.told, sent.upload.content), details)
    )


@post(
    "/{photo_id:str}/depictions",
    operation_id="recordDepictions",
    status_code=200,
    sync_to_thread=True,
)
def record_depictions(
    photo_id: FromPath[str],
    data: JSONBody[DepictionsIn],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> PhotoStoryOut:
    """
    Record everybody who is in a photo.

    It must be attested again afterwards.
    """
    story = registry.photos.record_depictions(
        caller,
        PhotoId(photo_id),
        [each.to_depiction() for each in data.depictions],
        data.depictions_version,
    )
    return PhotoStoryOut.of(story)


@post(
    "/{photo_id:str}/attestation",
    operation_id="attestPhoto",
    status_code=200,
    sync_to_thread=True,
)
def attest_photo(
    photo_id: FromPath[str],
    data: JSONBody[AttestationIn],
    once: NamedDependency[Once],
    registry: NamedDependency[Registry],
) -> PhotoStoryOut:
    """
    Attest that somebody looked: are these all the recognisable people?
    """
    story = registry.photos.attest_photo(once(data), PhotoId(photo_id), data.to_details())
    return PhotoStoryOut.of(story)


@post("/{photo_id:str}/rights", operation_id="recordRights", status_code=200, sync_to_thread=True)
def record_rights(
    photo_id: FromPath[str],
    data: JSONBody[RightsIn],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> PhotoStoryOut:
    """
    Record whose photo it is, and under what terms.
    """
    return PhotoStoryOut.of(
        registry.photos.record_rights(caller, PhotoId(photo_id), data.to_rights())
    )


@post("/{photo_id:str}/title", operation_id="correctTitle", status_code=200, sync_to_thread=True)
def correct_title(
    photo_id: FromPath[str],
    data: JSONBody[TitleIn],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> PhotoStoryOut:
    """
    Call a photo something else from now on; earlier titles stay on record.
    """
    return PhotoStoryOut.of(registry.photos.correct_title(caller, PhotoId(photo_id), data.title))


@get("/{photo_id:str}", operation_id="getPhoto", sync_to_thread=True)
def get_photo(
    photo_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> PhotoStoryOut:
    """
    Give one photo with everything said of it.
    """
    return PhotoStoryOut.of(registry.photos.get_photo(caller, PhotoId(photo_id)))


@get("/", operation_id="listPhotos", sync_to_thread=True)
def list_photos(
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    limit: Limit = 50,
    after: After = None,
) -> PageOut[PhotoOut]:
    """
    List photos, oldest first.
    """
    listing = registry.photos.list_photos(caller, page(limit, after))
    return PageOut([PhotoOut.of(each) for each in listing.items], listing.next_after)


@delete("/{photo_id:str}", operation_id="erasePhoto", sync_to_thread=True)
def erase_photo(
    photo_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> None:
    """
    Erase everything by which a photo could be recognised.
    """
    registry.photos.erase_photo(caller, PhotoId(photo_id))


ROUTES = Router(
    "/photos",
    route_handlers=[
        register_photo,
        record_depictions,
        attest_photo,
        record_rights,
        correct_title,
        get_photo,
        list_photos,
        erase_photo,
    ],
    tags=["photos"],
)
