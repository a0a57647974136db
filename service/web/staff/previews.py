"""
Show pictures inside pages: small, written anew, for whoever asks alone.
"""

from typing import Any, Final

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import DraftId
from service.usecases.caller import Caller
from service.usecases.registry import Registry

_PNG: Final = b"\x89PNG"


def picture_response(content: bytes) -> Response[bytes]:
    """
    Wrap a preview; nothing keeps a copy of it.
    """
    kind = "image/png" if content.startswith(_PNG) else "image/jpeg"
    headers = {"Content-Disposition": "inline", "Cache-Control": "no-store"}
    return Response(content, media_type=kind, headers=headers)


@get("/drafts/{draft_id:str}/picture", sync_to_thread=True, operation_id="showDraftPicture")
def show_draft(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry], draft_id: FromPath[str]
) -> Response[bytes]:
    """
    Show what one of one's own drafts looks like.
    """
    return picture_response(registry.drafts.get_draft_preview(request.auth, DraftId(draft_id)))


ROUTES: Final = (show_draft,)
