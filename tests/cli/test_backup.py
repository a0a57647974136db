"""
A backup that was never put back is none: everything is taken along and back again.
"""

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.cli.terminal import Terminal, refused


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """
    Write a passphrase to a file.
    """
    file = tmp_path / "secret.txt"
    file.write_text("correct horse battery\n")
    return file


def beside(terminal: Terminal, folder: Path) -> Terminal:
    """
    Give a terminal where there is nothing but the keys, kept elsewhere.
    """
    shutil.copytree(terminal.folder / "keys", folder / "keys")
    return Terminal(folder)


def test_everything_is_put_back_and_verifies(
    glycines: Terminal, secret: Path, tmp_path: Path
) -> None:
    file, head = tmp_path / "monday.backup", tmp_path / "head.txt"
    before = glycines.read("audit", "verify")
    head.write_text(glycines.read("audit", "head")["note"])
    said = glycines.type("backup", file, "--secret-file", secret)
    other = beside(glycines, tmp_path / "other")

    restored = other.type("restore", file, "--secret-file", secret, "--kept", head)

    assert (0, "", 0) == (said.code, said.err, restored.code)
    assert before == other.read("audit", "verify", "--kept", head)
    assert glycines.read("people", "list") == other.read("people", "list")
    assert "There is a database already" in refused(
        other.type("restore", file, "--secret-file", secret)
    )
    assert b"Peeters" not in file.read_bytes()


def test_restoring_says_of_when_it_is_and_that_later_answers_are_missing(
    lilas: Terminal, secret: Path, tmp_path: Path
) -> None:
    file = tmp_path / "monday.backup"
    lilas.read("backup", file, "--secret-file", secret)
    said = beside(lilas, tmp_path / "other").type("restore", file, "--secret-file", secret)
    told = beside(lilas, tmp_path / "another").read("restore", file, "--secret-file", secret)

    made_at = datetime.fromisoformat(told["made_at"])
    assert f"as it was at {made_at:%Y-%m-%d %H:%M} UTC" in said.out
    assert "a family's no" in " ".join(said.out.split())


def test_a_backup_older_than_a_kept_head_is_refused_unless_wanted(
    glycines: Terminal, secret: Path, tmp_path: Path
) -> None:
    file, head = tmp_path / "monday.backup", tmp_path / "head.txt"
    glycines.read("audit", "verify")
    glycines.type("backup", file, "--secret-file", secret)
    glycines.type("check", "--name", "Emma Peeters")
    glycines.read("audit", "verify")
    head.write_text(glycines.read("audit", "head")["note"])
    other = beside(glycines, tmp_path / "other")
    words = ("restore", file, "--secret-file", secret, "--kept", head)

    assert "a kept head counts" in refused(other.type(*words))
    assert 0 == other.type(*words, "--although-older").code
    assert "does not fit" in refused(other.type("audit", "verify", "--kept", head))


def test_a_backup_opens_with_its_secret_only(lilas: Terminal, secret: Path, tmp_path: Path) -> None:
    file, wrong, short = (tmp_path / name for name in ("one.backup", "wrong.txt", "short.txt"))
    wrong.write_text("another secret altogether")
    short.write_text("short")
    read = lilas.read("backup", file, "--secret-file", secret)
    other = beside(lilas, tmp_path / "other")

    assert "sqlite" == read["engine"]
    assert "another secret" in refused(other.type("restore", file, "--secret-file", wrong))
    assert "At least 12" in refused(lilas.type("backup", tmp_path / "x", "--secret-file", short))
    assert "cannot be written" in refused(lilas.type("backup", file, "--secret-file", secret))


def test_a_backup_is_put_beside_nothing_that_a_database_left(
    lilas: Terminal, secret: Path, tmp_path: Path
) -> None:
    file, crashed = tmp_path / "one.backup", tmp_path / "crashed"
    lilas.read("backup", file, "--secret-file", secret)
    with closing(sqlite3.connect(lilas.folder / "obstat.sqlite3")) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM organisations").fetchone()
        lilas.read(
            "units", "enrol", "Les Coquelicots", "--contact", "Ann", "--email", "a@b.example"
        )
        shutil.copytree(lilas.folder, crashed)
    (crashed / "obstat.sqlite3").unlink()
    after = Terminal(crashed)

    assert "obstat.sqlite3-wal" in refused(after.type("restore", file, "--secret-file", secret))
    (crashed / "obstat.sqlite3-wal").unlink()
    assert 0 == after.type("restore", file, "--secret-file", secret).code
    assert [] == after.read("units", "list")


def test_without_a_database_nothing_is_backed_up_and_none_is_made(
    lilas: Terminal, secret: Path, tmp_path: Path
) -> None:
    file, nothing = tmp_path / "one.backup", Terminal(tmp_path / "nothing")
    said = refused(nothing.type("backup", tmp_path / "none", "--secret-file", secret))
    lilas.read("backup", file, "--secret-file", secret)

    assert "There is no database" in said
    assert not (tmp_path / "none").exists()
    assert 0 == nothing.type("restore", file, "--secret-file", secret).code


def test_a_backup_is_put_on_another_disk(lilas: Terminal, secret: Path, tmp_path: Path) -> None:
    file = tmp_path / "one.backup"
    lilas.read("backup", file, "--secret-file", secret)
    other = beside(lilas, tmp_path / "other")
    with TemporaryDirectory(dir=Path(__file__).parent) as disk:
        where = {"OBSTAT_DATABASE_URL": f"sqlite:///{disk}/obstat.sqlite3"}
        said = other.type("restore", file, "--secret-file", secret, **where)
        verified = other.type("audit", "verify", **where)
        left = [each.name for each in Path(disk).iterdir() if each.suffix == ".part"]

    assert (0, 0, []) == (said.code, verified.code, left)
