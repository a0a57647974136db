"""
Say where messages to other programs may go (threat T21).

An administrator of one organisation chooses the address, so it must not open what only
this machine reaches.  Names are looked up here, every address that comes of it is judged,
and the connection goes to an address that was: a name that leads elsewhere a moment later
leads nobody.  Houses inside are let in one by one, by whoever runs the machine.
"""

import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from service.errors import InvalidInput

PORTS = (443, 8443)
"""Where the web speaks TLS; what else listens somewhere is none of our business."""
LONGEST = 2000
LOOPBACK = ("localhost", "127.0.0.1", "::1")
_VISIBLE = re.compile(r"[!-~]+")
_UNICAST = IPv6Network("2000::/3")
"""All of the new kind that were ever given out; the rest has other meanings."""
_TRANSLATED = IPv6Network("64:ff9b::/96")
"""An address of the old kind, for machines that have new ones only (RFC 6052)."""

Place = tuple[str, int]
Resolve = Callable[[str, int], Sequence[str]]
"""Gives every address that a name leads to."""


class NoWay(Exception):
    """
    A name leads nowhere, or to where nothing is sent.
    """


@dataclass(frozen=True, slots=True)
class Destination:
    """
    The parts of an address of the web.
    """

    is_secure: bool
    host: str
    port: int
    path: str
    """With the query."""


def looked_up(host: str, port: int) -> Sequence[str]:
    """
    Give every address of a name, as this machine finds it.

    Raises:
        OSError: It finds none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


@dataclass(frozen=True, slots=True)
class Destinations:
    """
    Judge addresses.
    """

    inside: frozenset[Place] = frozenset()
    """Hosts with ports that may be inside."""
    resolve: Resolve = looked_up

    def read(self, url: str) -> Destination:
        """
        Read an address; its name is not looked up.

        Raises:
            InvalidInput: Nothing is sent to such an address from here.
        """
        found = _parts(url)
        if not found.is_secure and not (self._is_inside(found) and found.host in LOOPBACK):
            raise _refused("An address begins with https://.")
        if not self._is_inside(found):
            if found.port not in PORTS:
                raise _refused("Its port is 443 or 8443.")
            literal = _literal(found.host)
            if literal is not None and not is_public(literal):
                raise _refused("Nothing is sent to addresses inside from here.")
        return found

    def addresses(self, destination: Destination) -> Sequence[str]:
        """
        Look the name up; give its addresses if each may be written to.

        Raises:
            NoWay: It has none, or one that may not.
        """
        try:
            found = self.resolve(destination.host, destination.port)
            judged = [ip_address(each) for each in found]
        except (OSError, ValueError) as trouble:  # a name may be none: UnicodeError
            raise NoWay from trouble
        allowed = _never_refused if self._is_inside(destination) else is_public
        if not judged or not all(map(allowed, judged)):
            raise NoWay
        return found

    def _is_inside(self, destination: Destination) -> bool:
        return (destination.host, destination.port) in self.inside


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """
    Tell whether an address is of the internet, whatever it is wrapped in.
    """
    inner = _unwrapped(address)
    return inner.is_global and not inner.is_multicast and not _is_odd(inner)


def _never_refused(address: IPv4Address | IPv6Address) -> bool:
    """
    Tell whether whoever runs the machine can have meant an address.

    Link-local ones are where clouds hand out keys (169.254.169.254).
    """
    inner = _unwrapped(address)
    return not (inner.is_link_local or inner.is_multicast or inner.is_unspecified)


def _unwrapped(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """
    Give the address that another stands for.
    """
    if isinstance(address, IPv4Address):
        return address
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address


def _is_odd(address: IPv4Address | IPv6Address) -> bool:
    """
    Tell whether another address is hidden in this one, or it was never given out.
    """
    if isinstance(address, IPv4Address):
        return False
    return bool(address not in _UNICAST or address.sixtofour or address.teredo)


def _parts(url: str) -> Destination:
    if len(url) > LONGEST or not _VISIBLE.fullmatch(url) or "\\" in url:
        raise _refused("An address is at most 2000 visible ASCII characters.")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise _refused("This is no address of the web.") from None
    if parts.scheme not in {"https", "http"} or not parts.hostname or port == 0:
        raise _refused("An address begins with https:// and the name of a host.")
    if "@" in parts.netloc or "#" in url:
        raise _refused("An address has neither a user nor a part after #.")
    is_secure = parts.scheme == "https"
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Destination(is_secure, parts.hostname, port or (443 if is_secure else 80), path)


def _literal(host: str) -> IPv4Address | IPv6Address | None:
    """
    Read a host that is an address itself.
    """
    try:
        return ip_address(host)
    except ValueError:
        return None


def _refused(message: str) -> InvalidInput:
    return InvalidInput(message, field="url")
