"""
One running service for all page tests of a worker; each test founds its own house.
"""

from collections.abc import Iterator

import pytest

from service.settings import Settings
from tests.web.site import Site, running_site
from tests.web.staffed import StaffedHouse, staffing


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """
    Give the running service.
    """
    settings = Settings(var_folder=tmp_path_factory.mktemp("var"), sequencer_interval_seconds=0.05)
    with running_site(settings) as running:
        yield running


@pytest.fixture
def house(site: Site) -> Iterator[StaffedHouse]:
    """
    Give a house of one's own.
    """
    with staffing(site) as found_one:
        yield found_one()
