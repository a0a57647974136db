"""
A database that cannot be meant is refused before anything is promised or made of it.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.terminal import LILAS, Terminal, refused


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """
    Write a passphrase to a file.
    """
    file = tmp_path / "secret.txt"
    file.write_text("correct horse battery\n")
    return file


@pytest.fixture
def emptied(lilas: Terminal) -> Path:
    """
    Cut the database of a house off at nothing, as a full disk or a bad copy does.
    """
    file = lilas.folder / "obstat.sqlite3"
    file.write_bytes(b"")
    return file


def test_the_service_says_that_it_listens_once_it_can_answer(lilas: Terminal) -> None:
    with closing(sqlite3.connect(lilas.folder / "obstat.sqlite3")) as later:
        later.execute("UPDATE alembic_version SET version_num = '9999'")
        later.commit()

    said = lilas.real("serve", "--port", "0")

    assert "later version" in refused(said)


@pytest.mark.parametrize("words", [("people", "list"), ("audit", "verify"), LILAS, ("demo",)])
def test_an_emptied_database_is_no_new_one(
    lilas: Terminal, emptied: Path, words: tuple[str, ...]
) -> None:
    said = refused(lilas.type(*words))

    assert f"{emptied} is empty" in said
    assert "restore" in said
    assert b"" == emptied.read_bytes()


def test_nothing_is_served_out_of_an_emptied_database(lilas: Terminal, emptied: Path) -> None:
    said = refused(lilas.real("serve", "--port", "0"))

    assert f"{emptied} is empty" in said
    assert "restore" in said
    assert b"" == emptied.read_bytes()


def test_an_emptied_database_is_named_by_the_doctor(lilas: Terminal, emptied: Path) -> None:
    said = lilas.type("doctor", "--json")

    assert (2, False) == (said.code, said.json[-1]["ok"])
    assert f"{emptied} is empty" in said.json[-1]["detail"]


def test_an_emptied_database_is_not_backed_up(
    lilas: Terminal, emptied: Path, secret: Path, tmp_path: Path
) -> None:
    file = tmp_path / "one.backup"

    said = refused(lilas.type("backup", file, "--secret-file", secret))

    assert f"{emptied} is empty" in said
    assert not file.exists()


def test_once_it_is_removed_a_backup_is_put_back(
    lilas: Terminal, secret: Path, tmp_path: Path
) -> None:
    file, database = tmp_path / "one.backup", lilas.folder / "obstat.sqlite3"
    lilas.read("backup", file, "--secret-file", secret)
    database.write_bytes(b"")
    assert f"already: {database}" in refused(lilas.type("restore", file, "--secret-file", secret))
    database.unlink()

    assert 0 == lilas.type("restore", file, "--secret-file", secret).code
    assert lilas.read("audit", "verify")["ok"]


def test_an_empty_file_where_nothing_ever_was_is_filled(nothing: Terminal) -> None:
    nothing.folder.mkdir()
    (nothing.folder / "obstat.sqlite3").touch()

    assert 0 == nothing.type("doctor").code
