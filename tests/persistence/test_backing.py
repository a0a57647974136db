"""
Every row of every table is taken along and put back, on both engines and across.
"""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from service.decision.ids import SignatoryId
from service.errors import Conflict, SettingsRefused
from service.persistence import upgrades
from service.persistence.backing import put_back, take
from service.persistence.database import open_database
from service.persistence.starting import bring_up_to_date
from service.records.families import DoorKey, DoorKind
from tests import migrated
from tests.persistence.behind import everything
from tests.persistence.full import fill
from tests.persistence.ground import BRUTE_FORCE, JACINTHES, NOW, TULIPES, Mirror, found
from tests.persistence.make_staff import make_session

_OTHER = {"sqlite": "postgresql", "postgresql": "sqlite"}


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> str:
    """
    Name the engine of what is taken along.
    """
    return str(request.param)


@pytest.fixture
def whole(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """
    Give a database with the whole schema.
    """
    if engine == "sqlite":
        yield migrated.sqlite_url(tmp_path)
        return
    with migrated.postgres_url(request.getfixturevalue("postgres")) as url:
        yield url


@pytest.fixture
def nothing(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """
    Give a database of the same engine in which there is nothing at all.
    """
    return _empty(engine, request, tmp_path / "nothing.db")


@pytest.fixture
def elsewhere(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """
    Give a database of the other engine in which there is nothing at all.
    """
    return _empty(_OTHER[engine], request, tmp_path / "elsewhere.db")


def _empty(engine: str, request: pytest.FixtureRequest, file: Path) -> str:
    if engine == "sqlite":
        return f"sqlite:///{file}"
    return str(request.getfixturevalue("postgres_url"))


def test_every_row_goes_to_the_other_engine_and_comes_back(
    engine: str, whole: str, nothing: str, elsewhere: str, tmp_path: Path
) -> None:
    database = open_database(whole, search=BRUTE_FORCE, sealer=Mirror())
    fill(database, JACINTHES)
    found(database, TULIPES)
    database.close()

    put_back(elsewhere, tmp_path / "going", take(whole, tmp_path / "going"))
    upgrades.check(elsewhere)
    header = take(elsewhere, tmp_path / "coming")
    put_back(nothing, tmp_path / "coming", header)

    assert (_OTHER[engine], ["note"]) == (header["engine"], header["heads"])
    assert _signed_out(everything(whole)) == _sorted(everything(nothing))
    with pytest.raises(Conflict):
        put_back(elsewhere, tmp_path / "coming", header)


def test_a_file_of_an_earlier_program_goes_to_postgresql(postgres_url: str, tmp_path: Path) -> None:
    upgrades.upgrade(f"sqlite:///{tmp_path}/one.db", "0031")
    header = take(f"sqlite:///{tmp_path}/one.db", tmp_path / "taken")

    put_back(postgres_url, tmp_path / "taken", header)

    assert "0031" == header["revision"]
    upgrades.check(postgres_url)


def test_every_row_comes_back(whole: str, nothing: str, tmp_path: Path) -> None:
    database = open_database(whole, search=BRUTE_FORCE, sealer=Mirror())
    fill(database, JACINTHES)
    found(database, TULIPES)
    database.close()
    taken = tmp_path / "taken"

    header = take(whole, taken)
    before = everything(whole)
    put_back(nothing, taken, header)

    assert ["note"] == header["heads"]
    assert _signed_out(before) == _sorted(everything(nothing))


def test_nobody_is_signed_in_to_what_was_put_back(whole: str, nothing: str, tmp_path: Path) -> None:
    database = open_database(whole, search=BRUTE_FORCE, sealer=Mirror())
    fill(database, JACINTHES)
    with database.begin(JACINTHES) as work:
        for kind in DoorKind:
            work.family_doors.add(_door(kind))
        work.commit()
    database.close()

    put_back(nothing, tmp_path / "taken", take(whole, tmp_path / "taken"))

    back = open_database(nothing, search=BRUTE_FORCE, sealer=Mirror())
    with back.look(JACINTHES) as work:
        doors = [work.family_doors.find(kind, kind.encode(), NOW) for kind in DoorKind]
        assert [_door(DoorKind.LINK)] == [each for each in doors if each]
        assert None is work.staff_sessions.find(make_session().id)
    back.close()


def test_nothing_is_put_where_something_is(whole: str, tmp_path: Path) -> None:
    database = open_database(whole, search=BRUTE_FORCE, sealer=Mirror())
    found(database, TULIPES)
    database.close()
    header = take(whole, tmp_path / "taken")

    with pytest.raises(Conflict):
        put_back(whole, tmp_path / "taken", header)


def test_a_backup_before_an_upgrade_is_whole_or_refused(nothing: str, tmp_path: Path) -> None:
    one, other = nothing, f"sqlite:///{tmp_path}/other.db"
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
    whole: str, nothing: str, tmp_path: Path
) -> None:
    header = take(whole, tmp_path / "taken")

    with pytest.raises(SettingsRefused, match="restore it with that program"):
        put_back(nothing, tmp_path / "taken", {**header, "revision": "9999"})
    put_back(nothing, tmp_path / "taken", header)


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


def _door(kind: DoorKind) -> DoorKey:
    ends = NOW + timedelta(hours=1)
    return DoorKey(f"of {kind}", kind, SignatoryId("signatory-emeka"), kind.encode(), NOW, ends)


def _signed_out(rows: dict[str, list[tuple[Any, ...]]]) -> dict[str, list[str]]:
    """
    Give what comes back: all but what lets in, of which there was one of each.
    """
    gone = ("staff_sessions", "staff_tickets")
    assert all(rows[each] for each in gone)
    return _sorted({**rows, **{each: [] for each in gone}})


def _sorted(rows: dict[str, list[tuple[Any, ...]]]) -> dict[str, list[str]]:
    """
    Give them in an order that both engines agree on.
    """
    return {name: sorted(map(str, each)) for name, each in rows.items()}
