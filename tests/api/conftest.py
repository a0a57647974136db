"""
The real application over a real, migrated database, on both engines.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient

from service.app import create_app
from service.decision.channels import Contact
from service.persistence.upgrades import upgrade
from service.settings import Settings
from service.usecases.organisations import OrganisationDetails
from service.usecases.organisations.operator import operator_of
from service.usecases.registry import Registry
from service.wiring import build
from tests.api.door import Door, House
from tests.postgres import PostgresServer

NADIA = Contact("Nadia Peeters", "contact for social networks", "nadia@jacinthes.example")
JACINTHES = OrganisationDetails(
    name="Les Jacinthes",
    jurisdiction="BE",
    time_zone="Europe/Brussels",
    languages=("fr-BE",),
    contact=NADIA,
    press=NADIA,
    legal=NADIA,
)


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    Give a migrated SQLite file to copy.
    """
    path = tmp_path_factory.mktemp("migrated") / "obstat.sqlite3"
    upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def storage_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """
    Give an empty, migrated database of one's own on each engine.
    """
    if request.param == "sqlite":
        copy = tmp_path / "obstat.sqlite3"
        shutil.copy(request.getfixturevalue("migrated_sqlite"), copy)
        yield f"sqlite:///{copy}"
    else:
        server: PostgresServer = request.getfixturevalue("postgres")
        url = server.fresh(server.template("obstat", upgrade))
        yield url
        server.drop(url)


@pytest.fixture
def settings(storage_url: str, tmp_path: Path) -> Settings:
    """
    Give the settings of a deployment that exists for one test.
    """
    environ = {
        "OBSTAT_DATABASE_URL": storage_url,
        "OBSTAT_VAR_FOLDER": str(tmp_path / "var"),
        "OBSTAT_LEDGER_ORIGIN": "obstat.example",
        "OBSTAT_SEQUENCER_INTERVAL_SECONDS": "0.05",
    }
    return Settings.from_env(environ)


@pytest.fixture
def registry(settings: Settings) -> Iterator[Registry]:
    """
    Give every verb, wired as in production.
    """
    built = build(settings)
    yield built
    built.close()


@pytest.fixture
def house(settings: Settings, registry: Registry) -> Iterator[House]:
    """
    Give the running application; at the end every ledger must add up.
    """
    with TestClient(create_app(settings, registry), raise_server_exceptions=False) as client:
        house = House(client=client, registry=registry)
        yield house
    for organisation_id in house.organisation_ids:
        assert None is registry.verify_ledger(operator_of(organisation_id)).broken


@pytest.fixture
def found(house: House) -> Callable[[str], Door]:
    """
    Found an organisation by its short name; give the door of its administrator.
    """

    def found_one(slug: str) -> Door:
        founded = house.registry.found_organisation(slug, JACINTHES)
        house.organisation_ids.append(founded.organisation.id)
        return Door(house, founded.first_key.text, founded.organisation)

    return found_one


@pytest.fixture
def door(found: Callable[[str], Door]) -> Door:
    """
    Give the way in with the administrator's key of Les Jacinthes.
    """
    return found("jacinthes")


@pytest.fixture
def stranger(found: Callable[[str], Door]) -> Door:
    """
    Give the way in with the administrator's key of another organisation.
    """
    return found("ailleurs")
