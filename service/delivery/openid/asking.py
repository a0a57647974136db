"""
Ask a provider something, and read a little of what it says.

Where that may be: threat T21.
"""

import http.client
import ssl
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from service.delivery.destinations import Destination, Destinations, NoWay
from service.delivery.lines import line, prepared
from service.errors import InvalidInput
from service.records.openid import ProviderTrouble, Trouble

SECONDS = 8.0
"""Somebody waits before a page meanwhile."""
MOST_BYTES = 512 * 1024
"""What providers say of themselves and their keys is a few kilobytes."""
_OK = 200


@dataclass(frozen=True, slots=True)
class Said:
    """
    What a provider answered.
    """

    status: int
    body: bytes

    @property
    def is_well(self) -> bool:
        """
        Tell whether it answered what it was asked; redirects are not followed.
        """
        return self.status == _OK


@dataclass(frozen=True, slots=True)
class Asking:
    """
    Ask providers, one connection each time.
    """

    destinations: Destinations
    ca_file: Path | None = None
    """Who vouches for providers, beside those whom this machine trusts."""
    seconds: float = SECONDS

    def get(self, url: str) -> bytes:
        """
        Load what stands at an address.

        Raises:
            ProviderTrouble: It cannot be loaded.
        """
        said = self._asked("GET", url, {}, None)
        if not said.is_well:
            raise ProviderTrouble(Trouble.STATUS)
        return said.body

    def post(self, url: str, headers: Mapping[str, str], form: str) -> Said:
        """
        Send a form to an address.

        Raises:
            ProviderTrouble: It gives no answer that ends.
        """
        more = {"content-type": "application/x-www-form-urlencoded", **headers}
        return self._asked("POST", url, more, form.encode())

    def _asked(self, verb: str, url: str, headers: Mapping[str, str], body: bytes | None) -> Said:
        try:
            to = self.destinations.read(url)
            addresses = self.destinations.addresses(to)
        except (InvalidInput, NoWay):
            raise ProviderTrouble(Trouble.ADDRESS) from None
        every = {"accept": "application/json", "user-agent": "Obstat", **headers}
        connection, context = prepared(to, self.ca_file)
        try:
            # Given its socket, it looks up no name: the address that was judged is used.
            with line(to, addresses, context, self.seconds) as connection.sock:
                connection.request(verb, to.path, body, every)
                with closing(connection.getresponse()) as reply:
                    return _read(reply)
        except TimeoutError:
            raise ProviderTrouble(Trouble.TIMEOUT) from None
        except ssl.SSLError:
            raise ProviderTrouble(Trouble.TLS) from None
        except (OSError, http.client.HTTPException, ValueError):
            raise ProviderTrouble(Trouble.UNREACHABLE) from None

    def goes_to(self, url: str) -> Destination | None:
        """
        Give where an address leads, if anything is asked there from here.
        """
        try:
            return self.destinations.read(url)
        except InvalidInput:
            return None


def _read(reply: http.client.HTTPResponse) -> Said:
    """
    Read an answer to its end, or refuse one that is too long.

    Raises:
        TimeoutError: It was cut off before its end.
    """
    promised = reply.length
    if promised is not None and promised > MOST_BYTES:
        raise ProviderTrouble(Trouble.HUGE)
    body = reply.read(MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        raise ProviderTrouble(Trouble.HUGE)
    if promised is not None and len(body) < promised:
        raise TimeoutError
    return Said(reply.status, body)
