"""
Tell whoever found a weakness whom to write to (RFC 9116).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from litestar import MediaType, Request, Response, get
from litestar.exceptions import NotFoundException

from service.web.catalogue import LANGUAGES

PATH: Final = "/.well-known/security.txt"
VALID: Final = timedelta(days=180)
"""The standard wants less than a year; it is written anew each time it is asked for."""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """
    What the file says.
    """

    contact: str
    """Where to write: mailto: or https://; empty: nobody was named, and there is no file."""
    pages_url: str
    clock: Callable[[], datetime]

    def text(self) -> str:
        """
        Write the file; contact and expiry are what the standard demands.
        """
        lines = [
            f"Contact: {self.contact}",
            f"Expires: {self.clock() + VALID:%Y-%m-%dT00:00:00Z}",
            f"Preferred-Languages: {', '.join(LANGUAGES)}",
        ]
        if self.pages_url.startswith("https://"):
            lines.append(f"Canonical: {self.pages_url}{PATH}")
        return "".join(f"{line}\n" for line in lines)


@get(PATH, sync_to_thread=False, operation_id="getSecurityContact")
def get_security_contact(request: Request[Any, Any, Any]) -> Response[str]:
    """
    Give the file, where whoever runs the service named somebody.
    """
    disclosure: Disclosure = request.app.state.disclosure
    if not disclosure.contact:
        raise NotFoundException
    return Response(disclosure.text(), media_type=MediaType.TEXT)
