"""
Keep tests on this machine: nothing but loopback and Unix sockets.

An audit hook sees every socket that Python opens, whichever library opens it.
"""

import ipaddress
import ssl
import sys

PLAIN = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""For clients that speak plain HTTP here: to read the certificates that a machine trusts takes
each of them some 50 ms of processor."""

_NAMES_OF_THIS_MACHINE = {"", "localhost"}


class OutsideNetworkError(RuntimeError):
    """
    A test tried to reach another machine.
    """


def stay_on_loopback() -> None:
    """
    Refuse every connection and name look-up that leaves this machine.

    It cannot be undone in this process; that is the point.
    """
    sys.addaudithook(_refuse_outside)


def _refuse_outside(event: str, arguments: tuple[object, ...]) -> None:
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    if not _is_here(host):
        message = f"{event}: tests may reach nothing but loopback, not {host!r}"
        raise OutsideNetworkError(message)


def _is_here(host: object) -> bool:
    if host is None:
        return True
    name = host.decode() if isinstance(host, bytes | bytearray) else str(host)
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name in _NAMES_OF_THIS_MACHINE
