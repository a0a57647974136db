"""
Fixtures and settings that hold for every test.
"""

import gc
import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests import postgres as servers
from tests.loopback import stay_on_loopback
from tests.run_folder import close_run_folder, open_run_folder

# How fast this machine is says nothing about the code: no deadlines, no slowness check.
settings.register_profile(
    "dev", deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow]
)
# CI tries the same cases each time: a red run is the doing of the change at hand.  What
# nothing may break (policy combining; that no refusal is lost) asks for a thousand by itself,
# see `tests/decision/ranking.py: MANY`.
settings.register_profile(
    "ci", settings.get_profile("dev"), max_examples=300, derandomize=True, database=None
)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "dev")

YOUNG_OBJECTS = 10_000
"""Made and not let go, until somebody looks which of them nobody holds any more."""


def pytest_configure(config: pytest.Config) -> None:
    """
    Cut the network off, and make the folder that all workers share.
    """
    stay_on_loopback()
    if not hasattr(config, "workerinput"):
        open_run_folder(servers.stop)


def pytest_unconfigure(config: pytest.Config) -> None:
    """
    Leave nothing running and nothing lying about.
    """
    if not hasattr(config, "workerinput"):
        close_run_folder(servers.stop)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """
    Begin with the longest: a worker that ends with it keeps the other waiting.
    """
    items.sort(key=lambda item: item.path.name != "test_kill.py")


def pytest_collection_finish() -> None:
    """
    Keep ten thousand tests out of the sight of the garbage collector.

    They live to the end, and to look at them again and again took a tenth of the time; so
    did looking at what every few hundred new objects left behind.
    """
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS)


@pytest.fixture(scope="session")
def postgres() -> servers.PostgresServer:
    """
    Give the PostgreSQL server of this run.
    """
    return servers.running_server()


@pytest.fixture
def postgres_url(postgres: servers.PostgresServer) -> Iterator[str]:
    """
    Give an empty database of one's own, owned by the app role.
    """
    url = postgres.fresh()
    yield url
    postgres.drop(url)
