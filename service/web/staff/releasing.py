"""
Hand out the file that is published.
"""

from functools import partial
from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import DraftId, PhotoId
from service.decision.terms import Purpose
from service.errors import BadImage, InvalidInput, NotPublishable
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.usecases.releases import ReleaseWish
from service.web.fields import NOTHING, Fields
from service.web.render import page
from service.web.staff.errand import along
from service.web.staff.webmaster import for_webmaster

PATH: Final = "/drafts/{draft_id:str}/release/{photo_id:str}"
_ENDINGS: Final = {"image/jpeg": "jpg", "image/png": "png"}
_KEPT: Final = ("channel", "purpose", "alt_text")


@get(PATH, sync_to_thread=True, operation_id="showReleasePage")
def show_release_page(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    draft_id: FromPath[str],
    photo_id: FromPath[str],
) -> Response[bytes]:
    """
    Ask where it goes, and what it shows for who cannot see it.
    """
    asked = {name: (request.query_params.get(name) or "")[:400] for name in _KEPT}
    return _form(request, registry, draft_id, photo_id, asked, NOTHING)


@post(PATH, sync_to_thread=True, status_code=200, operation_id="releaseDraft")
def release_draft(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    draft_id: FromPath[str],
    photo_id: FromPath[str],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Give the file, if it may be published there now.

    Whoever comes from a post is shown the form first, with the post in it.
    """
    typed = {name: fields[name] for name in _KEPT}
    asked_again = partial(_form, request, registry, draft_id, photo_id, typed, fields)
    if "show" in fields:
        return asked_again()
    kept = registry.drafts.get_draft(request.auth, DraftId(draft_id))
    try:
        wish = ReleaseWish(
            upload=kept.upload,
            channel=typed["channel"],
            purpose=Purpose(typed["purpose"] or Purpose.INFORMATION.value),
            alt_text=typed["alt_text"],
        )
        made = registry.make_release_copy(request.auth, PhotoId(photo_id), wish)
    except NotPublishable:
        return asked_again(fault="pictures.not-publishable")
    except BadImage:
        return asked_again(fault="pictures.cannot-release")
    except (InvalidInput, ValueError):
        return asked_again(fault="pictures.wrong-words")
    headers = {
        "Content-Disposition": f'attachment; filename="obstat.{_ENDINGS[made.media_type]}"',
        "Cache-Control": "no-store",
    }
    return Response(made.content, media_type=made.media_type, headers=headers)


def _form(
    request: Request[Any, Caller, Any],
    registry: Registry,
    draft_id: str,
    photo_id: str,
    typed: dict[str, str],
    fields: Fields,
    *,
    fault: str = "",
) -> Response[bytes]:
    """
    Show the form with what stands in it.
    """
    return page(
        request,
        "staff/release.html",
        status=422 if fault else 200,
        draft=registry.drafts.get_draft(request.auth, DraftId(draft_id)).draft,
        photo_id=photo_id,
        typed=typed,
        fault=fault,
        channels=registry.checks.list_usable_channels(request.auth).channels,
        purposes=[each.value for each in Purpose],
        webmaster=for_webmaster(registry, request, photo_id),
        post=along(fields),
    )


ROUTES: Final = (show_release_page, release_draft)
