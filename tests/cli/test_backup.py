"""
A backup that was never put back is none: everything is taken along and back again.
"""

import fcntl
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from service.backups import ASIDE
from tests.cli.terminal import NOBODY, Said, Terminal, only_line, refused


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


def test_whoever_outgrows_one_machine_takes_everything_to_postgresql(
    glycines: Terminal, secret: Path, tmp_path: Path, postgres_url: str
) -> None:
    file, head = tmp_path / "last.backup", tmp_path / "head.txt"
    before = glycines.read("audit", "verify")
    head.write_text(glycines.read("audit", "head")["note"])
    glycines.read("backup", file, "--secret-file", secret)
    other = beside(glycines, tmp_path / "other")

    def there(*words: str | Path) -> Said:
        return other.type(*words, "--json", OBSTAT_DATABASE_URL=postgres_url)

    restored = there("restore", file, "--secret-file", secret, "--kept", head)

    assert (0, "", "sqlite") == (restored.code, restored.err, restored.json["engine"])
    assert before == there("audit", "verify", "--kept", head).json
    assert glycines.read("consents", "list") == there("consents", "list").json
    beach = glycines.folder / "demo" / "photos" / "02-plage.jpg"
    moved, stayed = there("check", beach), glycines.type("check", beach, "--json")
    assert ("same_bytes", _decided(stayed)) == (moved.json["pictures"][0]["match"], _decided(moved))
    twice = there("restore", file, "--secret-file", secret)
    assert "organisations in this database already" in str(twice.json)


def _decided(said: Said) -> dict[str, Any]:
    """
    Give an answer without what differs from one check to the next.
    """
    return {
        name: value
        for name, value in said.json.items()
        if name not in {"check_id", "evaluated_at", "known_at"}
    }


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


def killed_while_writing(terminal: Terminal, file: Path, secret: Path, written: int) -> None:
    """
    Back up under a limit that ends the process at so many bytes of a file.
    """
    program = (
        "import resource, signal, cli.main\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_DFL)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({written}, {written}))\n"
        "cli.main.main()\n"
    )
    words = ["backup", str(file), "--secret-file", str(secret)]
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        env=terminal.environment(),
        capture_output=True,
        check=False,
    )
    assert done.returncode < 0


def test_a_backup_that_is_killed_leaves_none_and_nothing_unlocked(
    lilas: Terminal, secret: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.backup", tmp_path / "second.backup"
    lilas.read("backup", first, "--secret-file", secret)
    killed_while_writing(lilas, second, secret, first.stat().st_size // 2)
    left = list(lilas.folder.glob(f"{ASIDE}*"))
    said = refused(lilas.type("backup", second, "--secret-file", secret))

    assert (1, False) == (len(left), second.exists())
    assert f"{second}.part is there" in said
    lilas.read("backup", tmp_path / "third.backup", "--secret-file", secret)
    assert [] == list(lilas.folder.glob(f"{ASIDE}*")), "nobody is ever erased from that"


def test_what_another_backup_works_in_is_left_alone(
    lilas: Terminal, secret: Path, tmp_path: Path
) -> None:
    theirs = lilas.folder / f"{ASIDE}theirs"
    theirs.mkdir()
    held = os.open(theirs, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    lilas.read("backup", tmp_path / "one.backup", "--secret-file", secret)
    assert theirs.exists()

    os.close(held)
    lilas.read("backup", tmp_path / "two.backup", "--secret-file", secret)
    assert not theirs.exists()


def test_of_a_damaged_database_there_is_no_backup(
    lilas: Terminal, secret: Path, tmp_path: Path
) -> None:
    file, database = tmp_path / "one.backup", lilas.folder / "obstat.sqlite3"
    with closing(sqlite3.connect(database)) as connection:
        ((page, size),) = connection.execute(
            "SELECT rootpage, page_size FROM sqlite_master, pragma_page_size WHERE name = 'photos'"
        )
    with database.open("rb+") as opened:
        opened.seek((page - 1) * size)
        opened.write(b"\xaa" * size)

    assert "keep every backup from before" in refused(
        lilas.type("backup", file, "--secret-file", secret)
    )
    assert not file.exists()
    looked = lilas.type("doctor", "--json")
    assert 2 == looked.code
    assert ("storage", False) == (looked.json[-1]["what"], looked.json[-1]["ok"])


@pytest.mark.parametrize("words", [("backup",), ("restore",), ("demo",)])
def test_a_folder_that_cannot_be_used_is_said(
    lilas: Terminal, secret: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    file, no_folder = tmp_path / "one.backup", tmp_path / "no-folder"
    lilas.read("backup", file, "--secret-file", secret)
    no_folder.write_text("not a folder")
    target = {"backup": tmp_path / "two.backup", "restore": file}.get(words[0])
    more: list[str | Path] = [target, "--secret-file", secret] if target else []

    said = Terminal(no_folder).type(*words, *more)

    assert (2, True) == (said.code, f"{no_folder} cannot be used" in only_line(said))
    assert ["one.backup"] == [each.name for each in tmp_path.glob("*.backup*")]


@pytest.mark.parametrize(
    ("words", "option"),
    [(("backup", "one.backup"), "--secret-file"), (("audit", "approve", NOBODY), "--key")],
)
def test_without_a_terminal_nobody_is_asked_for_a_secret(
    lilas: Terminal, words: tuple[str, ...], option: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cli", *words],
        env=lilas.environment(),
        input=b"correct horse battery",
        capture_output=True,
        start_new_session=True,  # the terminal of whoever runs the tests is none of theirs
        check=False,
    )

    said = refused(Said(done.returncode, done.stdout.decode(), done.stderr.decode()))
    assert f"give {option}" in said
