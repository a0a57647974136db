"""
Erase a photo: what goes and what stays, then for good.
"""

from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import PhotoId
from service.decision.powers import Scope
from service.errors import Conflict
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.photos import published_of

ERASE: Final = "/photos/{photo_id:str}/erase"


@get(ERASE, sync_to_thread=True, operation_id="showPhotoErasure")
def show_erase(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry], photo_id: FromPath[str]
) -> Response[bytes]:
    """
    Show what would go and what would stay.
    """
    return _asked(request, registry, PhotoId(photo_id))


@post(ERASE, sync_to_thread=True, operation_id="erasePhotoOnPage")
def erase(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry], photo_id: FromPath[str]
) -> Response[bytes]:
    """
    Erase the photo; where a legal hold keeps it, say so.
    """
    try:
        registry.photos.erase_photo(request.auth, PhotoId(photo_id))
    except Conflict:
        return _asked(request, registry, PhotoId(photo_id), is_kept=True)
    return see_other("/photos?erased")


def _asked(
    request: Request[Any, Caller, Any],
    registry: Registry,
    photo_id: PhotoId,
    *,
    is_kept: bool = False,
) -> Response[bytes]:
    """
    Show the photo once more, to whoever may erase it.

    Raises:
        NotAllowed: The caller may not.
        NotFound: There is no such photo for them.
    """
    eraser = request.auth.narrowed(Scope.ADMIN)
    story = registry.photos.get_photo(eraser, photo_id)
    return page(
        request,
        "staff/erase_photo.html",
        status=409 if is_kept else 200,
        story=story,
        published=published_of(registry, request.auth, story),
        is_kept=is_kept,
    )


ROUTES: Final = (show_erase, erase)
