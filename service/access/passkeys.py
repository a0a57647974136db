"""
Say at which address devices sign for us, and talk to them there.

What they say is read in `ceremonies.py`, which is slow to load: few commands of few
programs ever see a passkey.
"""

import ipaddress
import secrets
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from service.records.passkeys import NewKey, Passkey, Signed
from service.records.staff import Member

if TYPE_CHECKING:
    from service.access.ceremonies import Ceremonies

CHALLENGE_BYTES = 32
LOCAL = "localhost"
"""The only name that browsers trust without encryption: it never leaves the machine."""
_PORTS = {"https": 443, "http": 80}


class PasskeyDevices:
    """
    Ask devices for keys and signatures, at the address of our pages.
    """

    def __init__(self, pages_url: str) -> None:
        """
        Work at *pages_url*, if browsers let passkeys work there at all.
        """
        self.address = address_of(pages_url)
        self.host = urlsplit(self.address).hostname or ""

    @cached_property
    def _ceremonies(self) -> "Ceremonies":
        from service.access.ceremonies import Ceremonies  # noqa: PLC0415 -- slow

        return Ceremonies(self.address)

    def new_challenge(self) -> bytes:
        """
        Give octets that nobody can guess.
        """
        return secrets.token_bytes(CHALLENGE_BYTES)

    def ask_to_make(self, challenge: bytes, member: Member, known: Sequence[Passkey]) -> str:
        """
        Write what asks a device for a new key, unless it has a known one.
        """
        return self._ceremonies.ask_to_make(challenge, member, known)

    def made(self, challenge: bytes, answer: str) -> NewKey | None:
        """
        Read the key that a device made; None: it does not answer us.
        """
        return self._ceremonies.made(challenge, answer) if self.address else None

    def ask_to_sign(self, challenge: bytes, known: Sequence[Passkey]) -> str:
        """
        Write for a browser what asks one of the known keys to sign.
        """
        return self._ceremonies.ask_to_sign(challenge, known)

    def signed(self, challenge: bytes, answer: str, known: Sequence[Passkey]) -> Signed | None:
        """
        Read which known key signed; None: none signed this for us.
        """
        return self._ceremonies.signed(challenge, answer, known) if self.address else None


def address_of(pages_url: str) -> str:
    """
    Give the origin at which passkeys work; empty: there is none.

    They work at a name over HTTPS, or at this very machine by its name; at no number.
    """
    parts = urlsplit(pages_url)
    try:
        host = (parts.hostname or "").encode("idna").decode()
    except UnicodeError:
        return ""
    is_local = host == LOCAL or host.endswith(f".{LOCAL}")
    if not host or _is_number(host) or not (parts.scheme == "https" or is_local):
        return ""
    port = "" if parts.port in {None, _PORTS[parts.scheme]} else f":{parts.port}"
    return f"{parts.scheme}://{host}{port}"


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
