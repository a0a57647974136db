"""
One running service for all page tests of a worker; each test founds its own house.
"""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from service.settings import Settings
from tests import migrated
from tests.web.site import Site, running_site
from tests.web.staffed import StaffedHouse, staffing


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """
    Give the running service, on each engine; a browser sees it on one (`browser/`).
    """
    folder = tmp_path_factory.mktemp("var")
    with ExitStack() as opened:
        if request.param == "postgresql":
            server = request.getfixturevalue("postgres")
            url = opened.enter_context(migrated.postgres_url(server))
        else:
            url = migrated.sqlite_url(folder)
        settings = Settings(
            var_folder=folder,
            sequencer_interval_seconds=0.05,
            mail_interval_seconds=86_400,  # letters wait until a test delivers them
            hooks_interval_seconds=86_400,  # and nobody outside is told of anything
            database_url=url,
        )
        yield opened.enter_context(running_site(settings))


@pytest.fixture
def house(site: Site) -> Iterator[StaffedHouse]:
    """
    Give a house of one's own.
    """
    with staffing(site) as found_one:
        yield found_one()
