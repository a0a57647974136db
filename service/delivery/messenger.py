"""
Carry messages to other programs, over HTTP.

Redirects are not followed, proxies of the environment not asked, and what a receiver
says is not read: the status alone tells.  Whatever it does, half a minute later it is over.
"""

import http.client
import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from threading import Event, Timer

from service.delivery.destinations import Destination, Destinations, NoWay
from service.delivery.hook_signing import signed_headers
from service.errors import InvalidInput
from service.records.hooks import HookParcel, HookReply

SECONDS = 15.0
"""From the connection to the status; the specification advises 15 to 30."""
CONNECTING_SECONDS = 5.0
MOST_ADDRESSES = 3
"""Of one name: tried one after the other until one of them listens."""
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
        connection, context = self._prepared(to)
        # Given its socket, it looks up no name: the address that was judged is used.
        with _line(to, addresses, context, self.seconds) as connection.sock:
            connection.request("POST", to.path, body, headers)
            reply = connection.getresponse()
            retry_after = _rest(reply.getheader("retry-after") or "", parcel.at)
        return HookReply(reply.status, str(reply.status), retry_after)

    def _prepared(
        self, to: Destination
    ) -> tuple[http.client.HTTPConnection, ssl.SSLContext | None]:
        """
        Give what speaks HTTP, and under TLS whom it trusts; nothing is opened yet.
        """
        if not to.is_secure:
            return http.client.HTTPConnection(to.host, to.port), None
        context = ssl.create_default_context()
        if self.ca_file is not None:
            context.load_verify_locations(self.ca_file)
        return http.client.HTTPSConnection(to.host, to.port, context=context), context


@contextmanager
def _line(
    to: Destination, addresses: Sequence[str], context: ssl.SSLContext | None, seconds: float
) -> Iterator[socket.socket]:
    """
    Open a connection that is cut off when its time is up.
    """
    with closing(_dialled(to, addresses)) as bare:
        if context is None:
            with _cut_off(bare, seconds):
                yield bare
            return
        line = context.wrap_socket(bare, server_hostname=to.host, do_handshake_on_connect=False)
        with closing(line), _cut_off(line, seconds):
            line.do_handshake()
            yield line


def _dialled(to: Destination, addresses: Sequence[str]) -> socket.socket:
    """
    Connect to the first address that listens.
    """
    trouble: OSError = TimeoutError()
    for address in addresses[:MOST_ADDRESSES]:
        try:
            return socket.create_connection((address, to.port), CONNECTING_SECONDS)
        except OSError as error:
            trouble = error
    raise trouble


@contextmanager
def _cut_off(line: socket.socket, seconds: float) -> Iterator[None]:
    """
    End a connection after some seconds, however busy it is.

    Its own time-out counts from the last byte: a byte now and then would go on for ever.
    """
    line.settimeout(seconds)
    is_over = Event()
    timer = Timer(seconds, _hang_up, [line, is_over])
    timer.daemon = True
    timer.start()
    try:
        yield
    except (OSError, http.client.HTTPException, ValueError) as trouble:
        if is_over.is_set():
            raise TimeoutError from trouble
        raise
    finally:
        timer.cancel()


def _hang_up(line: socket.socket, is_over: Event) -> None:
    is_over.set()
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)


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
