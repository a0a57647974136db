"""
What was kept long enough goes on the command line; what was erased does not come back.
"""

import unicodedata
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, refused
from tests.cli.test_backup import beside

NAMES = ("theodosie", "quackelbeen")
TABLE = (
    "external_id,given_name,family_name,category,jurisdiction,born_on,left_on\n"
    "7,Théodosie,Quackelbeen,beneficiary,BE,1990-05-04,2010-03-01\n"
    "8,Zoë,Vermeiren,employee,BE,1980-05-04,\n"
)


@pytest.fixture
def peopled(lilas: Terminal, tmp_path: Path) -> Terminal:
    """
    Enter two people, one of whom left long ago.
    """
    file = tmp_path / "people.csv"
    file.write_text(TABLE, "utf-8")
    assert 0 == lilas.type("import", file, "--write").code
    return lilas


def named_in(folder: Path) -> set[str]:
    """
    Give which of the names stand anywhere in the files of a folder.
    """
    files = (each.read_bytes() for each in folder.rglob("*") if each.is_file())
    text = b"\n".join(files).decode(errors="replace")
    plain = unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode().lower()
    return {name for name in NAMES if name in plain}


def test_exactly_what_was_shown_goes(peopled: Terminal) -> None:
    shown = peopled.type("retention", "plan")
    plan = peopled.read("retention", "plan")

    assert f"obstat retention apply {plan['plan']}" in shown.out
    assert {"former_people": 1} == peopled.read("retention", "apply", plan["plan"])
    assert "look again" in refused(peopled.type("retention", "apply", plan["plan"]))
    assert ["Zoë"] == [each["given_name"] for each in peopled.read("people", "list")]
    assert "Nothing would go today." in peopled.type("retention", "plan").out


def test_days_are_told_whole(peopled: Terminal) -> None:
    classes = peopled.read("retention", "plan")["classes"]

    assert "1827" == str(next(each["kept days"] for each in classes))
    assert "1827.0" not in peopled.type("retention", "plan").out


def test_a_restored_backup_forgets_again_who_was_erased(peopled: Terminal, tmp_path: Path) -> None:
    secret, backup, erased = (tmp_path / name for name in ("secret", "old.backup", "erased.txt"))
    secret.write_text("correct horse battery\n")
    peopled.type("backup", backup, "--secret-file", secret)
    peopled.type("people", "erase", "Théodosie Quackelbeen", "--yes")
    assert 0 == peopled.type("retention", "erased", "--out", erased).code
    assert set() == named_in(peopled.folder)
    words = ("restore", backup, "--secret-file", secret)
    forgetful, careful = (beside(peopled, tmp_path / name) for name in ("forgetful", "careful"))

    warned = forgetful.type(*words)
    done = careful.type(*words, "--erased", erased)

    assert "erase them again" in warned.out
    assert set(NAMES) == named_in(forgetful.folder)
    assert 1 == forgetful.read("retention", "reapply", erased)["erased"]
    assert "1 were erased again" in done.out
    for terminal in (forgetful, careful):
        assert set() == named_in(terminal.folder)
        assert terminal.read("audit", "verify")["ok"]
        assert ["Zoë"] == [each["given_name"] for each in terminal.read("people", "list")]


@pytest.mark.parametrize("too_early", [False, True])
def test_a_backup_from_before_another_key_forgets_again(
    peopled: Terminal, tmp_path: Path, *, too_early: bool
) -> None:
    secret, backup, erased, recovery, export = (
        tmp_path / name for name in ("secret", "old.backup", "erased.txt", "r.key", "export.zip")
    )
    secret.write_text("correct horse battery\n")
    peopled.read("audit", "recovery-key", recovery)
    peopled.type("backup", backup, "--secret-file", secret)
    peopled.read("audit", "rotate-key")
    peopled.type("people", "erase", "Théodosie Quackelbeen", "--yes")
    peopled.type("retention", "erased", "--out", erased)
    peopled.type("audit", "export", "--person", "Zoë Vermeiren", "--out", export)
    again = beside(peopled, tmp_path / "again")

    applied = ("--erased", erased) if too_early else ()
    restored = again.type("restore", backup, "--secret-file", secret, *applied)
    again.read("audit", "rotate-key", "--recovery", recovery, "--lost")

    assert "Everything is back" in restored.out
    done = again.read("retention", "reapply", erased)
    assert {"erased": int(not too_early), "gone": int(too_early), "kept": []} == done
    assert set() == named_in(again.folder)
    vkey = again.read("audit", "verify")["vkey"]
    assert 0 == again.type("audit", "verify", export, "--key", vkey).code


def test_a_list_that_the_lost_key_signed_counts_in_a_restored_backup(
    peopled: Terminal, tmp_path: Path
) -> None:
    secret, backup, erased, recovery = (
        tmp_path / name for name in ("secret", "old.backup", "erased.txt", "r.key")
    )
    secret.write_text("correct horse battery\n")
    peopled.read("audit", "recovery-key", recovery)
    peopled.type("backup", backup, "--secret-file", secret)
    peopled.type("people", "erase", "Théodosie Quackelbeen", "--yes")
    peopled.type("retention", "erased", "--out", erased)
    (peopled.folder / "keys" / "ledger-signing.key").unlink()
    peopled.read("audit", "rotate-key", "--recovery", recovery, "--lost")
    again = beside(peopled, tmp_path / "again")

    again.type("restore", backup, "--secret-file", secret)
    again.read("audit", "rotate-key", "--recovery", recovery, "--lost")

    assert 1 == again.read("retention", "reapply", erased)["erased"]
    assert again.read("audit", "verify")["ok"]
    assert set() == named_in(again.folder)


def test_a_restored_backup_says_whom_a_legal_hold_keeps(peopled: Terminal, tmp_path: Path) -> None:
    secret, backup, erased = (tmp_path / name for name in ("secret", "old.backup", "erased.txt"))
    secret.write_text("correct horse battery\n")
    who = "Théodosie Quackelbeen"
    placed = peopled.read("holds", "place", "legal", "--person", who)
    peopled.type("backup", backup, "--secret-file", secret)
    peopled.read("holds", "lift", placed["id"])
    peopled.type("people", "erase", who, "--yes")
    peopled.type("retention", "erased", "--out", erased)
    again = beside(peopled, tmp_path / "again")

    done = again.type("restore", backup, "--secret-file", secret, "--erased", erased)

    assert "A legal hold keeps person" in done.out
    assert set(NAMES) == named_in(again.folder)
