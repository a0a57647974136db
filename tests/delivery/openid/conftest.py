"""
A provider on loopback, and what asks it.
"""

from collections.abc import Iterator

import pytest

from service.delivery.destinations import Destinations
from service.delivery.openid import OpenIdProviders
from tests.openid.provider import Provider, providing
from tests.openid.returning import AT


@pytest.fixture(scope="module")
def running() -> Iterator[Provider]:
    """
    Give a provider that listens.
    """
    with providing() as provider:
        yield provider


@pytest.fixture
def provider(running: Provider) -> Provider:
    """
    Give one that is as providers are, at the instant of the tests.
    """
    running.begin_anew()
    running.now = AT.timestamp
    return running


@pytest.fixture
def providers(provider: Provider) -> OpenIdProviders:
    """
    Give what asks it.
    """
    return OpenIdProviders(Destinations(frozenset({("127.0.0.1", provider.port)})), None, 5.0)
