"""
Look who reads a page that no guard looked for.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from litestar import Litestar, Request, Response
from litestar.response.base import ASGIResponse
from litestar.types import Receive, Scope, Send

from service.errors import ObstatError
from service.web.session import recognise


class Addressed(Response[bytes]):
    """
    A page that is written once it is known who reads it.

    The guard of a route says who is signed in, and there is none where there is no
    route, or where another guard refused first.
    """

    def __init__(self, write: Callable[[], Response[bytes]]) -> None:
        """
        Take what writes the page.
        """
        super().__init__(b"")
        self._write = write

    def to_asgi_response(
        self,
        app: Litestar | None,
        request: Request[Any, Any, Any],
        **options: Any,  # noqa: ANN401  # the framework's own
    ) -> ASGIResponse:
        """
        Give what looks who is there and sends the page.
        """
        return _Looking(lambda: self._write().to_asgi_response(app, request, **options), request)


class _Looking(ASGIResponse):
    """
    The page on its way.
    """

    def __init__(self, made: Callable[[], ASGIResponse], request: Request[Any, Any, Any]) -> None:
        super().__init__()
        self._made = made
        self._request = request

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        # Nobody, or nobody can be asked: what went wrong before is still to be told.
        with suppress(ObstatError):
            await recognise(self._request)
        await self._made()(scope, receive, send)
