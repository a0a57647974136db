"""
Ask providers who somebody is.
"""

import base64
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Generic, TypeVar
from urllib.parse import quote_plus, urlencode

from msgspec import Struct

from service.delivery.destinations import Destinations
from service.delivery.openid.asking import SECONDS, Asking, Said
from service.delivery.openid.directory import read_endpoints, read_json, read_keys
from service.delivery.openid.tokens import UnknownKey, checked_token, usable_keys
from service.records.openid import (
    Client,
    Endpoints,
    Identity,
    ProviderTrouble,
    Returned,
    Trouble,
)

FRESH = timedelta(hours=1)
"""How long what a provider said counts; a key that is new to us is asked for at once."""
MOST_KEPT = 500
_SERVER_FAULT = 500
_UNKNOWN_CLIENT = {"invalid_client", "unauthorized_client"}

T = TypeVar("T")


class _Token(Struct, frozen=True):
    """
    What we read of the answer to a code (RFC 6749 section 5).
    """

    id_token: str = ""
    error: str = ""


@dataclass(slots=True)
class Recent(Generic[T]):
    """
    What was said lately, by address; it is nobody's secret.
    """

    said: dict[str, tuple[T, datetime]] = field(default_factory=dict)

    def find(self, address: str, now: datetime) -> T | None:
        """
        Find what was said lately.
        """
        kept = self.said.get(address)
        return kept[0] if kept and now - kept[1] < FRESH else None

    def keep(self, address: str, said: T, now: datetime) -> T:
        """
        Keep what was said, for as long as it is fresh.
        """
        if len(self.said) >= MOST_KEPT:
            self.said.clear()
        self.said[address] = (said, now)
        return said


class OpenIdProviders:
    """
    Ask providers, and believe nothing that is not proven.
    """

    def __init__(
        self, destinations: Destinations, ca_file: Path | None = None, seconds: float = SECONDS
    ) -> None:
        """
        Ask only where *destinations* lets us, each time for some *seconds*.
        """
        self._asking = Asking(destinations, ca_file, seconds)
        self._endpoints: Recent[Endpoints] = Recent()
        self._keys: Recent[list[dict[str, Any]]] = Recent()

    def check(self, issuer: str) -> None:
        """
        Pass when such an address may be asked; its name is not looked up.

        Raises:
            InvalidInput: Nothing is sent to such an address from here.
        """
        self._asking.destinations.read(issuer)

    def discover(self, issuer: str, now: datetime, *, anew: bool = False) -> Endpoints:
        """
        Give what a provider says of itself, perhaps an hour ago.

        Raises:
            ProviderTrouble: It says nothing that can be used.
        """
        kept = None if anew else self._endpoints.find(issuer, now)
        return kept or self._endpoints.keep(issuer, read_endpoints(self._asking, issuer), now)

    def list_keys(self, endpoints: Endpoints, now: datetime) -> int:
        """
        Ask for its keys, and count those that we could check a token by.

        Raises:
            ProviderTrouble: It gives none.
        """
        count = usable_keys(self._asked_keys(endpoints, now), endpoints.algorithms)
        if not count:
            raise ProviderTrouble(Trouble.ALGORITHMS)
        return count

    def identify(self, client: Client, returned: Returned, now: datetime) -> Identity:
        """
        Give the code back, and check the token that comes of it.

        Raises:
            ProviderTrouble: The provider does not answer, or does not prove who it is.
        """
        endpoints = self.discover(client.provider.issuer, now)
        token = self._redeemed(endpoints, client, returned)
        kept = self._keys.find(endpoints.keys, now)
        rest = (endpoints, client.provider.client_id, returned.nonce, now)
        try:
            if kept is not None:
                return checked_token(token, kept, *rest)
        except UnknownKey:
            pass  # providers change their keys: it is asked once
        try:
            return checked_token(token, self._asked_keys(endpoints, now), *rest)
        except UnknownKey:
            raise ProviderTrouble(Trouble.TOKEN) from None

    def _asked_keys(self, endpoints: Endpoints, now: datetime) -> list[dict[str, Any]]:
        return self._keys.keep(endpoints.keys, read_keys(self._asking, endpoints), now)

    def _redeemed(self, endpoints: Endpoints, client: Client, returned: Returned) -> str:
        """
        Give the code back; what comes of it is a token.
        """
        form = {
            "grant_type": "authorization_code",
            "code": returned.code,
            "redirect_uri": client.callback,
            "code_verifier": returned.verifier,
        }
        name, secret = client.provider.client_id, client.secret.text
        headers = {}
        if endpoints.posts_secret:
            form |= {"client_id": name, "client_secret": secret}
        else:
            both = f"{quote_plus(name)}:{quote_plus(secret)}".encode()  # RFC 6749 section 2.3.1
            headers = {"authorization": f"Basic {base64.b64encode(both).decode()}"}
        return _token_of(self._asking.post(endpoints.token, headers, urlencode(form)))


def _token_of(said: Said) -> str:
    """
    Give the token in an answer; else say which of us is at fault.
    """
    if said.status >= _SERVER_FAULT:
        raise ProviderTrouble(Trouble.STATUS)
    found = read_json(said.body, _Token)
    if found.error in _UNKNOWN_CLIENT:
        raise ProviderTrouble(Trouble.CLIENT)
    if found.error:
        raise ProviderTrouble(Trouble.CODE)
    if not said.is_well:
        raise ProviderTrouble(Trouble.STATUS)
    if not found.id_token:
        raise ProviderTrouble(Trouble.TOKEN)
    return found.id_token
