"""
Somebody comes back from a provider with a code.
"""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from service.delivery.openid import OpenIdProviders
from service.records.openid import (
    Client,
    ClientSecret,
    Identity,
    ProviderTrouble,
    Returned,
    Trouble,
)
from service.records.openid import Provider as Known
from tests.openid.provider import CLIENT, SECRET, Provider

AT = datetime(2027, 5, 12, 9, 0, tzinfo=UTC)
VERIFIER, CHALLENGE = "verifier", "iMnq5o6zALKXGivsnlom_0F5_WYda32GHkxlV7mq7hQ"
DISCOVERY = "/.well-known/openid-configuration"


def client_at(provider: Provider, secret: str = SECRET) -> Client:
    """
    Say who we are there.
    """
    known = Known(issuer=provider.issuer, client_id=CLIENT, name="House", set_at=AT)
    return Client(known, ClientSecret(text=secret), "https://obstat.example/back")


def identified(
    providers: OpenIdProviders,
    provider: Provider,
    at: datetime = AT,
    client: Client | None = None,
    verifier: str = VERIFIER,
) -> Identity:
    """
    Have somebody come back with a code.
    """
    provider.codes["code"] = {
        "nonce": "nonce",
        "code_challenge": CHALLENGE,
        "redirect_uri": "https://obstat.example/back",
    }
    returned = Returned("code", verifier, "nonce")
    return providers.identify(client or client_at(provider), returned, at)


def trouble_of(ask: Callable[[], object]) -> Trouble:
    """
    Give why something is refused.
    """
    with pytest.raises(ProviderTrouble) as refused:
        ask()
    return refused.value.trouble
