"""
Lead on after a form was taken.
"""

from typing import Final
from urllib.parse import quote

from litestar import Response
from litestar.datastructures import Cookie

_KEPT: Final = "/#%[]=:;$&()+,!?*@'~"
"""What parts an address, and what is written in per cent already."""


def see_other(location: str, *cookies: Cookie) -> Response[bytes]:
    """
    Lead to a page that can be loaded again without sending anything.

    An address may hold what somebody typed, in any script; a header may not.
    """
    led = {"Location": quote(location, safe=_KEPT)}
    return Response(b"", status_code=303, headers=led, cookies=list(cookies) or None)
