"""
Every row of every table is taken along and put back, on both engines and across.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from service.errors import Conflict, SettingsRefused
from service.persistence import upgrades
from service.persistence.backing import put_back, take
from service.persistence.database import open_database
from service.persistence.starting import bring_up_to_date
from tests.persistence.behind import everything
from tests.persistence.full import fill
from tests.persistence.ground import BRUTE_FORCE, JACINTHES, TULIPES, Mirror, found
from tests.postgres import PostgresServer


@pytest.fixture(params=["sqlite", "postgresql"])
def two_urls(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """
    Give two databases in which there is nothing at all.
    """
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/one.db", f"sqlite:///{tmp_path}/other.db"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    urls = server.fresh(), server.fresh()
    yield urls
    for url in urls:
        server.drop(url)


@pytest.mark.parametrize("there", ["sqlite", "postgresql"])
def test_every_row_goes_to_the_other_engine_and_comes_back(
    postgres: PostgresServer, tmp_path: Path, there: str
) -> None:
    files = [f"sqlite:///{tmp_path}/{name}.db" for name in ("one", "home")]
    served = [postgres.fresh(), postgres.fresh()]
    (here, home), other = (served, files[0]) if there == "sqlite" else (files, served[0])
    upgrades.upgrade(here)
    database = open_database(here, search=BRUTE_FORCE, sealer=Mirror())
    fill(database, JACINTHES)
    found(database, TULIPES)
    database.close()

    put_back(other, tmp_path / "going", take(here, tmp_path / "going"))
    upgrades.check(other)
    header = take(other, tmp_path / "coming")
    put_back(home, tmp_path / "coming", header)

    assert (there, ["note"]) == (header["engine"], header["heads"])
    assert _sorted(everything(here)) == _sorted(everything(home))
    with pytest.raises(Conflict):
        put_back(other, tmp_path / "coming", header)
    for url in served:
        postgres.drop(url)


def test_a_file_of_an_earlier_program_goes_to_postgresql(postgres_url: str, tmp_path: Path) -> None:
    upgrades.upgrade(f"sqlite:///{tmp_path}/one.db", "0031")
    header = take(f"sqlite:///{tmp_path}/one.db", tmp_path / "taken")

    put_back(postgres_url, tmp_path / "taken", header)

    assert "0031" == header["revision"]
    upgrades.check(postgres_url)


def test_every_row_comes_back(two_urls: tuple[str, str], tmp_path: Path) -> None:
    one, other = two_urls
    upgrades.upgrade(one)
    database = open_database(one, search=BRUTE_FORCE, sealer=Mirror())
    fill(database, JACINTHES)
    found(database, TULIPES)
    database.close()
    taken = tmp_path / "taken"

    header = take(one, taken)
    before = everything(one)
    put_back(other, taken, header)

    assert ["note"] == header["heads"]
    assert _sorted(before) == _sorted(everything(other))


def test_nothing_is_put_where_something_is(two_urls: tuple[str, str], tmp_path: Path) -> None:
    one, _ = two_urls
    upgrades.upgrade(one)
    database = open_database(one, search=BRUTE_FORCE, sealer=Mirror())
    found(database, TULIPES)
    database.close()
    header = take(one, tmp_path / "taken")

    with pytest.raises(Conflict):
        put_back(one, tmp_path / "taken", header)


def test_a_backup_before_an_upgrade_is_whole_or_refused(
    two_urls: tuple[str, str], tmp_path: Path
) -> None:
    one, other = two_urls
    upgrades.upgrade(one, "0031")
    if one.startswith("postgresql"):
        with pytest.raises(SettingsRefused, match="another program"):
            take(one, tmp_path / "taken")
        return

    header = take(one, tmp_path / "taken")
    put_back(other, tmp_path / "taken", header)
    upgrades.upgrade(other)

    assert "0031" == header["revision"]
    upgrades.upgrade(one)
    assert everything(one) == everything(other)


def test_a_backup_of_a_later_program_is_put_nowhere(
    two_urls: tuple[str, str], tmp_path: Path
) -> None:
    one, other = two_urls
    upgrades.upgrade(one)
    header = take(one, tmp_path / "taken")

    with pytest.raises(SettingsRefused, match="restore it with that program"):
        put_back(other, tmp_path / "taken", {**header, "revision": "9999"})
    put_back(other, tmp_path / "taken", header)


def test_nobody_else_on_the_machine_reads_the_file(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/one.db"
    bring_up_to_date(url)
    database = open_database(url, search=BRUTE_FORCE, sealer=Mirror())
    found(database, TULIPES)
    header = take(url, tmp_path / "taken")

    put_back(f"sqlite:///{tmp_path}/other.db", tmp_path / "taken", header)

    rights = {each.name: oct(each.stat().st_mode & 0o777) for each in tmp_path.glob("*.db*")}
    database.close()
    assert {"one.db", "one.db-shm", "one.db-wal", "other.db"} == rights.keys()
    assert {"0o600"} == set(rights.values())


def _sorted(rows: dict[str, list[tuple[Any, ...]]]) -> dict[str, list[str]]:
    """
    Give them in an order that both engines agree on.
    """
    return {name: sorted(map(str, each)) for name, each in rows.items()}
