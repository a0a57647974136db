"""
The real application over a real, migrated database, on both engines.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from litestar.testing import TestClient

from service.app import create_app
from service.decision.ids import OrganisationId
from service.settings import Settings
from service.usecases.organisations.operator import operator_of
from service.usecases.registry import Registry
from service.wiring import build, prepare
from tests import migrated
from tests.api.clock import Clock
from tests.api.door import Door, House
from tests.api.family import Household, Sitting, sit_down
from tests.api.hooked import Listener, telling
from tests.api.office import channel, version
from tests.delivery.receiver import Receiver, receiving
from tests.houses import JACINTHES
from tests.passwords import hashed_quickly
from tests.readers import shared_readers

STORIES_BEGIN = datetime(2025, 1, 1, tzinfo=UTC)
"""Where the clock of `house_then` stands when a story begins."""


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def storage_url(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """
    Give a database with nothing in it on each engine, shared by all tests of this worker.

    Each test founds organisations of its own; that they share a database is one
    more test of their isolation.
    """
    if request.param == "sqlite":
        yield migrated.sqlite_url(tmp_path_factory.mktemp("sqlite"))
    else:
        with migrated.postgres_url(request.getfixturevalue("postgres")) as url:
            yield url


@pytest.fixture(scope="session")
def settings(storage_url: str, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """
    Give the settings of a deployment; its sequencer waits to be called.
    """
    return deployment(storage_url, tmp_path_factory.mktemp("var"))


@pytest.fixture(scope="session")
def registry(settings: Settings) -> Iterator[Registry]:
    """
    Give every verb, wired as in production, over a migrated database.
    """
    prepare(settings)
    with hashed_quickly(), shared_readers():
        built = build(settings)
    yield built
    built.close()


@pytest.fixture(scope="session")
def house(settings: Settings, registry: Registry) -> Iterator[House]:
    """
    Give the running application.
    """
    with TestClient(create_app(settings, registry), raise_server_exceptions=False) as client:
        yield House(client=client, registry=registry)


@pytest.fixture(scope="session")
def clock() -> Clock:
    """
    Give the time of `house_then`; whoever tells a story sets it.
    """
    return Clock(STORIES_BEGIN)


@pytest.fixture(scope="session")
def house_then(settings: Settings, clock: Clock) -> Iterator[House]:
    """
    Give the running application in another time, over the same database.
    """
    prepare(settings)
    with shared_readers():
        registry = build(settings, clock)
    with TestClient(create_app(settings, registry), raise_server_exceptions=False) as client:
        yield House(client=client, registry=registry)
    registry.close()


def deployment(storage_url: str, folder: Path) -> Settings:
    """
    Give the settings of a deployment; its sequencer and postman wait to be called.
    """
    environ = {
        "OBSTAT_DATABASE_URL": storage_url,
        "OBSTAT_VAR_FOLDER": str(folder),
        "OBSTAT_LEDGER_ORIGIN": "obstat.example",
        "OBSTAT_SEQUENCER_INTERVAL_SECONDS": "86400",
        "OBSTAT_MAIL_INTERVAL_SECONDS": "86400",
        "OBSTAT_HOOKS_INTERVAL_SECONDS": "86400",
    }
    return Settings.from_env(environ)


@contextmanager
def founding(house: House) -> Iterator[Callable[[str], Door]]:
    """
    Found organisations and give the doors of their administrators.

    When the test is over every ledger must add up, and no record contradict it.
    """
    founded_here: list[OrganisationId] = []

    def found_one(name: str) -> Door:
        slug = f"{name}-{uuid4().hex[:12]}"
        founded = house.registry.organisations.found_organisation(slug, JACINTHES)
        founded_here.append(founded.organisation.id)
        return Door(house, founded.first_key.text, founded.organisation)

    yield found_one
    for organisation_id in founded_here:
        whole = operator_of(organisation_id)
        assert None is house.registry.ledger.verify_ledger(whole).broken
        assert () == house.registry.exports.compare_records(whole)


@pytest.fixture
def found(house: House) -> Iterator[Callable[[str], Door]]:
    """
    Give what founds organisations.
    """
    with founding(house) as found_one:
        yield found_one


@pytest.fixture
def found_then(house_then: House, clock: Clock) -> Iterator[Callable[[str], Door]]:
    """
    Give what founds organisations at the instant of the clock.

    All share it, and whoever told a story before may have left it in another century.
    """
    clock.at = STORIES_BEGIN
    with founding(house_then) as found_one:
        yield found_one


@pytest.fixture
def door(found: Callable[[str], Door]) -> Door:
    """
    Give the way in with the administrator's key of Les Jacinthes.
    """
    return found("jacinthes")


@pytest.fixture
def family(door: Door) -> Household:
    """
    Give Anne, who may answer for Léa, before the door.
    """
    return Household(door)


@pytest.fixture
def asked(family: Household) -> Household:
    """
    Ask Anne about two pages, with one form.
    """
    channel(family.door, "facebook", name="facebook")
    channel(family.door, "website", name="website")
    version(family.door)
    return family


@pytest.fixture
def anne(asked: Household) -> Sitting:
    """
    Let Anne come in.
    """
    return sit_down(asked)


@pytest.fixture
def stranger(found: Callable[[str], Door]) -> Door:
    """
    Give the way in with the administrator's key of another organisation.
    """
    return found("ailleurs")


@pytest.fixture(scope="session")
def receiver() -> Iterator[Receiver]:
    """
    Give a receiver of messages that listens.
    """
    with receiving() as listening:
        yield listening


@pytest.fixture(scope="session")
def house_telling(settings: Settings, clock: Clock, receiver: Receiver) -> Iterator[House]:
    """
    Give the running application in another time, which may reach the receiver.
    """
    with telling(settings, clock, receiver) as house:
        yield house


@pytest.fixture
def listener(house_telling: House, clock: Clock, receiver: Receiver) -> Iterator[Listener]:
    """
    Give the receiver, which has heard nothing yet, and a house to listen to.
    """
    clock.at = STORIES_BEGIN
    receiver.received.clear()
    receiver.replies.clear()
    with founding(house_telling) as found_one:
        yield Listener(found_one("jacinthes"), receiver, clock)
