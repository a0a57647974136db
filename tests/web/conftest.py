"""
One running service for all page tests of a worker; each test founds its own house.
"""

from collections.abc import Iterator

import pytest

from service.settings import Settings
from tests.postgres import PostgresServer
from tests.web.site import Site, running_site
from tests.web.staffed import StaffedHouse, staffing


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """
    Give the running service, on each engine; a browser sees it on one (`browser/`).
    """
    server: PostgresServer | None = None
    if request.param == "postgresql":
        server = request.getfixturevalue("postgres")
    url = server.fresh() if server else ""
    settings = Settings(
        var_folder=tmp_path_factory.mktemp("var"),
        sequencer_interval_seconds=0.05,
        database_url=url,
    )
    with running_site(settings) as running:
        yield running
    if server:
        server.drop(url)


@pytest.fixture
def house(site: Site) -> Iterator[StaffedHouse]:
    """
    Give a house of one's own.
    """
    with staffing(site) as found_one:
        yield found_one()
