"""
Correct what a registered photo is called.
"""

from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import PhotoId
from service.errors import InvalidInput
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.web.fields import Fields
from service.web.redirects import see_other
from service.web.staff.asked_photo import asked_photo

TITLE: Final = "/photos/{photo_id:str}/title"


@get(TITLE, sync_to_thread=True, operation_id="showPhotoTitle")
def show_title(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry], photo_id: FromPath[str]
) -> Response[bytes]:
    """
    Show what a photo is called, to be changed.
    """
    asked = asked_photo(request, registry, photo_id)
    return asked.show("staff/correct_title.html", title=asked.story.photo.title)


@post(TITLE, sync_to_thread=True, operation_id="correctPhotoTitle")
def correct_title(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    photo_id: FromPath[str],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Record what the photo is called from now on.
    """
    asked = asked_photo(request, registry, photo_id)
    try:
        registry.photos.correct_title(request.auth, PhotoId(photo_id), fields["title"])
    except InvalidInput:
        return asked.show("staff/correct_title.html", fault="title", title=fields["title"])
    return see_other(asked.address)


ROUTES: Final = (show_title, correct_title)
