"""
Answer HEAD as GET is answered, without the content.

So RFC 9110 asks of every server (sections 9.1 and 9.3.2).  Monitors and browsers ask so
whether something is there; what GET promises, that it changes nothing, holds for it too.
"""

from collections.abc import Iterable
from typing import cast

from litestar import Litestar
from litestar.enums import ScopeType
from litestar.types import (
    HTTPScope,
    LifeSpanReceive,
    LifeSpanScope,
    LifeSpanSend,
    Message,
    Receive,
    Scope,
    Send,
)


class Answering(Litestar):
    """
    An application that answers HEAD wherever it answers GET.
    """

    async def __call__(
        self,
        scope: Scope | LifeSpanScope,
        receive: Receive | LifeSpanReceive,
        send: Send | LifeSpanSend,
    ) -> None:
        """
        Answer one request.
        """
        if scope["type"] == ScopeType.HTTP and cast("HTTPScope", scope)["method"] == "HEAD":
            scope = cast("HTTPScope", {**scope, "method": "GET"})
            send = _without_content(cast("Send", send))
        await super().__call__(scope, receive, send)


def allowing(methods: Iterable[str]) -> str:
    """
    Write the header `Allow` for a path that has *methods*.
    """
    allowed = {each.upper() for each in methods}
    return ", ".join(sorted(allowed | {"HEAD"} if "GET" in allowed else allowed))


def _without_content(send: Send) -> Send:
    async def send_head(message: Message) -> None:
        if message["type"] == "http.response.body":
            message["body"] = b""
        await send(message)

    return send_head
