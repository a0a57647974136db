"""
Carry messages to other programs, over HTTP.

Redirects are not followed, proxies of the environment not asked, and what a receiver
says is not read: the status alone tells.  Whatever it does, half a minute later it is over.
"""

import http.client
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

from service.delivery.destinations import Destination, Destinations, NoWay
from service.delivery.hook_signing import signed_headers
from service.delivery.lines import line, prepared
from service.errors import InvalidInput
from service.records.hooks import HookParcel, HookReply

SECONDS = 15.0
"""From the connection to the status; the specification advises 15 to 30."""
_LONGEST_NUMBER = 9


@dataclass(frozen=True, slots=True)
class HttpMessenger:
    """
    Carry messages, one connection each.
    """

    destinations: Destinations
    ca_file: Path | None = None
    """Who vouches for receivers, beside those whom this machine trusts."""
    seconds: float = SECONDS

    def check(self, url: str) -> str:
        """
        Accept an address, and give its host.

        Raises:
            InvalidInput: Nothing is sent to such an address from here.
        """
        return self.destinations.read(url).host

    def carry(self, parcel: HookParcel) -> HookReply:
        """
        Try once; whatever goes wrong is a reply, not an exception.
        """
        try:
            to = self.destinations.read(parcel.url)
            addresses = self.destinations.addresses(to)
        except (InvalidInput, NoWay):
            return HookReply(None, "address")
        try:
            return self._handed_over(parcel, to, addresses)
        except TimeoutError:
            return HookReply(None, "timeout")
        except ssl.SSLError:
            return HookReply(None, "tls")
        except (OSError, http.client.HTTPException, ValueError):
            return HookReply(None, "unreachable")

    def _handed_over(
        self, parcel: HookParcel, to: Destination, addresses: Sequence[str]
    ) -> HookReply:
        """
        Hand a message over, and read the status.
        """
        body = parcel.body.encode()
        headers = {
            "content-type": "application/json",
            "user-agent": "Obstat",
            **signed_headers(parcel.message_id, parcel.at, body, parcel.secrets),
        }
        connection, context = prepared(to, self.ca_file)
        # Given its socket, it looks up no name: the address that was judged is used.
        with line(to, addresses, context, self.seconds) as connection.sock:
            connection.request("POST", to.path, body, headers)
            reply = connection.getresponse()
            retry_after = _rest(reply.getheader("retry-after") or "", parcel.at)
        return HookReply(reply.status, str(reply.status), retry_after)


def _rest(text: str, now: datetime) -> timedelta | None:
    """
    Read for how long a receiver wants to be left alone (RFC 9110 section 10.2.3).
    """
    if text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER:
        return timedelta(seconds=int(text))
    try:
        until = parsedate_to_datetime(text)
        return max(until.replace(tzinfo=until.tzinfo or UTC) - now, timedelta())
    except (ValueError, TypeError, OverflowError):
        return None
