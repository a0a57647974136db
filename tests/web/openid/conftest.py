"""
A service whose staff sign in through a provider on loopback, on both engines.
"""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests import migrated
from tests.openid.comings import OpenHouse, Surfer, open_site
from tests.openid.provider import Provider, providing
from tests.web.site import Site
from tests.web.staffed import StaffedHouse


@pytest.fixture(scope="session")
def running_provider() -> Iterator[Provider]:
    """
    Give a provider that listens.
    """
    with providing() as running:
        yield running


@pytest.fixture
def provider(running_provider: Provider) -> Provider:
    """
    Give a provider that is as providers are.
    """
    running_provider.begin_anew()
    return running_provider


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def site(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    running_provider: Provider,
) -> Iterator[Site]:
    """
    Give the running service, which lets this provider in.
    """
    folder = tmp_path_factory.mktemp("var")
    with ExitStack() as opened:
        if request.param == "postgresql":
            server = request.getfixturevalue("postgres")
            url = opened.enter_context(migrated.postgres_url(server))
        else:
            url = migrated.sqlite_url(folder)
        yield opened.enter_context(open_site(folder, url, running_provider))


@pytest.fixture
def open_house(house: StaffedHouse, provider: Provider) -> OpenHouse:
    """
    Give a house of one's own whose provider is set.
    """
    opened = OpenHouse(house, provider)
    opened.set_provider()
    return opened


@pytest.fixture
def surfer(open_house: OpenHouse) -> Surfer:
    """
    Give a browser.
    """
    return Surfer(open_house)
