"""
Ask a time authority over HTTP (RFC 3161, section 3.4).

Only a digest leaves the house.  The answer is signed by the authority, so that plain
HTTP, which many of them speak, can change nothing unnoticed; redirects are not followed.
"""

import http.client
import ssl
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import urlsplit

from service.errors import Unavailable
from service.ledger.stamp import MAX_BYTES, MEDIA_TYPE_ANSWERED, MEDIA_TYPE_ASKED

SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class TimeAuthority:
    """
    One authority, at its address.
    """

    url: str

    def __call__(self, query: bytes) -> bytes:
        """
        Give the answer to a query, as it came.

        Raises:
            Unavailable: It could not be asked, or did not answer with a stamp.
        """
        place = urlsplit(self.url)
        path = (place.path or "/") + (f"?{place.query}" if place.query else "")
        try:
            with closing(self._connection()) as connection:
                connection.request("POST", path, query, {"content-type": MEDIA_TYPE_ASKED})
                reply = connection.getresponse()
                content = reply.read(MAX_BYTES + 1)
        except (OSError, http.client.HTTPException) as trouble:
            message = f"The time authority cannot be reached ({type(trouble).__name__})."
            raise Unavailable(message) from trouble
        kind = (reply.getheader("content-type") or "").partition(";")[0].strip()
        is_whole = reply.status == http.client.OK and len(content) <= MAX_BYTES
        if not is_whole or kind != MEDIA_TYPE_ANSWERED:
            raise Unavailable(f"The time authority gave no stamp (status {reply.status}).")
        return content

    def _connection(self) -> http.client.HTTPConnection:
        place = urlsplit(self.url)
        host = place.hostname or ""
        if place.scheme == "http":
            return http.client.HTTPConnection(host, place.port, timeout=SECONDS)
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(host, place.port, timeout=SECONDS, context=context)
