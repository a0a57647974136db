"""
Hand the webmaster what stands beside a picture on a web page.
"""

from dataclasses import dataclass
from typing import Any

from litestar import Request

from service.decision.ids import PhotoId
from service.errors import Conflict, InvalidInput, NotAllowed, NotFound
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.usecases.releases import ADDRESS_TO_FILL_IN

ADDRESS = "content_url"
"""The query parameter with the address of the picture."""


@dataclass(frozen=True, slots=True)
class ForWebmaster:
    """
    What to copy into the web page, and the address it was made with.
    """

    script: str
    """Empty: nobody said whose photo it is."""
    address: str = ""
    is_wrong: bool = False
    to_fill_in: str = ADDRESS_TO_FILL_IN


def for_webmaster(
    registry: Registry, request: Request[Any, Caller, Any], photo_id: str
) -> ForWebmaster | None:
    """
    Give the markup of a photo; None for whoever does not read photos.

    An address that is none is shown again, and left out of the markup.
    """
    address = (request.query_params.get(ADDRESS) or "")[:2001]
    get = registry.get_licence_markup
    try:
        made = get(request.auth, PhotoId(photo_id), content_url=address)
    except InvalidInput:
        try:
            made = get(request.auth, PhotoId(photo_id))
        except Conflict:
            return ForWebmaster("")
        return ForWebmaster(made.script, address, is_wrong=True)
    except Conflict:
        return ForWebmaster("")
    except (NotAllowed, NotFound):
        return None
    return ForWebmaster(made.script, address if made.has_address else "")
