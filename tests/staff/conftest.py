"""
The real verbs over a real, migrated database, on both engines, at a time of our choice.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from service.settings import Settings
from service.usecases.organisations.operator import operator_of
from service.usecases.registry import Registry
from service.wiring import build, prepare
from tests import migrated
from tests.api.clock import Clock
from tests.houses import JACINTHES
from tests.passwords import hashed_quickly
from tests.readers import shared_readers
from tests.staff.office import Office

MONDAY = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def storage_url(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """
    Give a database with nothing in it on each engine, shared by all tests of this worker.
    """
    if request.param == "sqlite":
        yield migrated.sqlite_url(tmp_path_factory.mktemp("staff"))
    else:
        with migrated.postgres_url(request.getfixturevalue("postgres")) as url:
            yield url


@pytest.fixture(scope="session")
def session_clock() -> Clock:
    """
    Give the time of the registry.
    """
    return Clock(MONDAY)


@pytest.fixture
def clock(session_clock: Clock) -> Clock:
    """
    Give the time of one test: it begins on Monday.
    """
    session_clock.at = MONDAY
    return session_clock


@pytest.fixture(scope="session")
def registry(
    storage_url: str, session_clock: Clock, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Registry]:
    """
    Give every verb, wired as in production, over a migrated database.
    """
    environ = {
        "OBSTAT_DATABASE_URL": storage_url,
        "OBSTAT_VAR_FOLDER": str(tmp_path_factory.mktemp("var")),
        "OBSTAT_LEDGER_ORIGIN": "obstat.example",
        "OBSTAT_PUBLIC_URL": "https://obstat.example",
    }
    settings = Settings.from_env(environ)
    prepare(settings)
    with hashed_quickly(), shared_readers():
        built = build(settings, session_clock)
    yield built
    built.close()


@pytest.fixture
def found(registry: Registry, clock: Clock) -> Iterator[Callable[[str], Office]]:
    """
    Give what founds organisations; when the test is over every ledger must add up.
    """
    founded: list[Office] = []

    def found_one(name: str) -> Office:
        made = registry.organisations.found_organisation(f"{name}-{uuid4().hex[:12]}", JACINTHES)
        operator = operator_of(made.organisation.id)
        founded.append(Office(registry, clock, made.organisation, operator))
        return founded[-1]

    yield found_one
    for office in founded:
        assert None is registry.ledger.verify_ledger(office.operator).broken


@pytest.fixture
def office(found: Callable[[str], Office]) -> Office:
    """
    Give Les Jacinthes, where nobody works yet.
    """
    return found("jacinthes")


@pytest.fixture
def stranger(found: Callable[[str], Office]) -> Office:
    """
    Give another organisation.
    """
    return found("ailleurs")
