"""
Open lines to programs outside, each for a limited time (threat T21).

Redirects are not followed, and proxies of the environment not asked.  Whatever the other
end does, after some seconds it is over.
"""

import http.client
import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Event, Timer

from service.delivery.destinations import Destination

CONNECTING_SECONDS = 5.0
MOST_ADDRESSES = 3
"""Of one name: tried one after the other until one of them listens."""


def prepared(
    to: Destination, ca_file: Path | None
) -> tuple[http.client.HTTPConnection, ssl.SSLContext | None]:
    """
    Give what speaks HTTP, and under TLS whom it trusts.

    Nothing is opened yet.
    """
    if not to.is_secure:
        return http.client.HTTPConnection(to.host, to.port), None
    context = ssl.create_default_context()
    if ca_file is not None:
        context.load_verify_locations(ca_file)
    return http.client.HTTPSConnection(to.host, to.port, context=context), context


@contextmanager
def line(
    to: Destination, addresses: Sequence[str], context: ssl.SSLContext | None, seconds: float
) -> Iterator[socket.socket]:
    """
    Open a connection that is cut off when its time is up.

    It goes to one of *addresses*, which were judged: no name is looked up again.
    """
    with closing(_dialled(to, addresses)) as bare:
        if context is None:
            with _cut_off(bare, seconds):
                yield bare
            return
        secured = context.wrap_socket(bare, server_hostname=to.host, do_handshake_on_connect=False)
        with closing(secured), _cut_off(secured, seconds):
            secured.do_handshake()
            yield secured


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
def _cut_off(opened: socket.socket, seconds: float) -> Iterator[None]:
    """
    End a connection after some seconds, however busy it is.

    Its own time-out counts from the last byte: a byte now and then would go on for ever.
    """
    opened.settimeout(seconds)
    is_over = Event()
    timer = Timer(seconds, _hang_up, [opened, is_over])
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


def _hang_up(opened: socket.socket, is_over: Event) -> None:
    is_over.set()
    with suppress(OSError):
        opened.shutdown(socket.SHUT_RDWR)
