"""
A provider is asked where it may be, for some seconds, and not for much.
"""

import pytest

from service.delivery.destinations import Destinations
from service.delivery.openid import OpenIdProviders
from service.delivery.openid.asking import MOST_BYTES
from service.errors import InvalidInput
from service.records.openid import Trouble
from tests.openid.provider import Claims, Provider
from tests.openid.returning import AT, DISCOVERY, identified, trouble_of


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        ({"issuer": "https://evil.example"}, Trouble.ISSUER),
        ({"token_endpoint": "http://evil.example/token"}, Trouble.ENDPOINTS),
        ({"jwks_uri": "https://169.254.169.254/keys"}, Trouble.ENDPOINTS),
        ({"authorization_endpoint": "javascript:alert(1)"}, Trouble.ENDPOINTS),
        ({"id_token_signing_alg_values_supported": ["HS256", "none"]}, Trouble.ALGORITHMS),
        ({"token_endpoint": None}, Trouble.UNREADABLE),
    ],
)
def test_a_provider_that_says_something_odd_is_not_gone_to(
    providers: OpenIdProviders, provider: Provider, said: Claims, trouble: Trouble
) -> None:
    provider.described = said

    assert trouble is trouble_of(lambda: providers.discover(provider.issuer, AT))


@pytest.mark.parametrize(
    ("status", "body", "trouble"),
    [
        (503, b"", Trouble.STATUS),
        (302, b"{}", Trouble.STATUS),
        (200, b"<html>Sign in first</html>", Trouble.UNREADABLE),
        (200, b"\xff\xfe", Trouble.UNREADABLE),
        (200, b"[" * 100_000, Trouble.UNREADABLE),
        (200, b" " * (MOST_BYTES + 1), Trouble.HUGE),
    ],
)
@pytest.mark.parametrize("path", [DISCOVERY, "/keys", "/token"])
def test_a_provider_that_answers_badly_is_told_apart(
    providers: OpenIdProviders,
    provider: Provider,
    path: str,
    status: int,
    body: bytes,
    trouble: Trouble,
) -> None:
    provider.bodies[path] = (status, body)

    found = trouble_of(lambda: identified(providers, provider))

    assert found in {trouble, Trouble.UNREADABLE}


def test_a_provider_that_never_ends_is_cut_off(provider: Provider) -> None:
    let_in = Destinations(frozenset({("127.0.0.1", provider.port)}))
    provider.drips.set()

    trouble = trouble_of(lambda: OpenIdProviders(let_in, None, 0.2).discover(provider.issuer, AT))
    provider.drips.clear()

    assert trouble in {Trouble.TIMEOUT, Trouble.UNREACHABLE}


def test_nobody_listening_and_nobody_let_in(provider: Provider) -> None:
    nobody = OpenIdProviders(Destinations(frozenset({("127.0.0.1", 9)})))

    assert Trouble.UNREACHABLE is trouble_of(lambda: nobody.discover("http://127.0.0.1:9", AT))
    outside = OpenIdProviders(Destinations())
    assert Trouble.ADDRESS is trouble_of(lambda: outside.discover(provider.issuer, AT))
    assert Trouble.ADDRESS is trouble_of(lambda: outside.discover("https://localhost:8443", AT))
    with pytest.raises(InvalidInput):
        outside.check(provider.issuer)
