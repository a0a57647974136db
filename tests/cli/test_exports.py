"""
Evidence is exported, verified by its own verifier, and convicts whoever edits the storage.
"""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from service.ledger.archive import read_archive
from tests.cli.terminal import Terminal, only_line, refused

LEA = "Emma Peeters"
TURNED_ROUND = (
    'UPDATE consent_acts SET document = replace(document, \'"kind":"given"\','
    " '\"kind\":\"refused\"') WHERE person_id = '{person}'"
)
BACKDATED = (
    'UPDATE consent_acts SET document = replace(document, \'"recorded_at":"2\','
    " '\"recorded_at\":\"1') WHERE id = '{act}'"
)


def sql(terminal: Terminal, *statements: str) -> None:
    """
    Run SQL as the owner of the storage, who takes the guards away first.
    """
    with closing(sqlite3.connect(terminal.folder / "obstat.sqlite3")) as prompt:
        triggers = prompt.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            prompt.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            assert prompt.execute(statement).rowcount
        prompt.commit()


def exported(terminal: Terminal, *what: str, file: Path) -> bytes:
    """
    Write an export; give its bytes.
    """
    said = terminal.type("audit", "export", *what, "--out", file)
    assert (0, "") == (said.code, said.err)
    return file.read_bytes()


def somebody(terminal: Terminal) -> str:
    """
    Name somebody who answered something on paper.
    """
    acts = terminal.read("consents", "list")
    return str(next(each["person_id"] for each in acts if each["evidence_id"]))


def test_the_story_of_the_demo_verifies_where_nothing_is_installed(
    glycines: Terminal, tmp_path: Path
) -> None:
    person = somebody(glycines)
    content = exported(glycines, "--person", person, file=tmp_path / "export.zip")
    (tmp_path / "verify.py").write_bytes(read_archive(content)["verify.py"])
    command = [sys.executable, "-I", "-S", "verify.py", "export.zip"]

    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (0, "") == (done.returncode, done.stderr)
    assert "VERIFIED\n" == done.stdout[:9]


def test_an_export_is_verified_by_the_command(glycines: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "export.zip"
    content = exported(glycines, "--person", somebody(glycines), file=file)
    key = glycines.read("audit", "verify")["vkey"]

    assert "VERIFIED" in glycines.type("audit", "verify", file, "--key", key).out
    assert glycines.read("audit", "verify", file, "--key", key)["ok"]
    file.write_bytes(content[:-30] + b"x" + content[-29:])
    assert refused(glycines.type("audit", "verify", file)).startswith("export-broken: ")


def test_a_file_is_never_overwritten(glycines: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "export.zip"
    file.write_text("mine")

    assert "cannot be written" in refused(
        glycines.type("audit", "export", "--person", LEA, "--out", file)
    )
    assert "mine" == file.read_text()


def test_who_took_what_is_listed(glycines: Terminal, tmp_path: Path) -> None:
    exported(glycines, "--person", LEA, file=tmp_path / "export.zip")

    taken = glycines.read("audit", "exports")

    assert ["person"] == [each["about"] for each in taken]
    assert "person" in glycines.type("audit", "exports").out


def test_an_export_is_about_one_thing(told: Terminal) -> None:
    assert "Name one" in refused(told.type("audit", "export"))
    assert "Name one" in refused(
        told.type("audit", "export", "--person", LEA, "--complaint", "2026-0001")
    )


def test_everyone_takes_the_key_of_somebody_else(glycines: Terminal, tmp_path: Path) -> None:
    asked = glycines.read("audit", "request", "--reason", "The authority asks")["id"]
    key = glycines.read("keys", "issue", "Officer", "--scope", "audit")["text"]
    file = tmp_path / "everyone.zip"

    assert "Nobody else has approved" in refused(
        glycines.type("audit", "export", "--request", asked, "--out", file)
    )
    glycines.read("audit", "approve", asked, "--key", key)
    file.write_text("precious")
    refused(glycines.type("audit", "export", "--request", asked, "--out", file))
    file.unlink()  # what had no place has used no approval up
    exported(glycines, "--request", asked, file=file)

    assert "VERIFIED" in glycines.type("audit", "verify", file).out
    (listed,) = glycines.read("audit", "requests")
    assert ["approved", "made"] == [each["kind"] for each in listed["events"]]


def test_a_period_is_asked_for_by_its_days(glycines: Terminal) -> None:
    words = ("audit", "request", "--reason", "The authority asks", "--period")
    glycines.read(*words, "2026-01-01..2026-01-31")

    (listed,) = glycines.read("audit", "requests")

    scope = listed["request"]["scope"]
    assert "2025-12-31T23:00:00.000000Z" == scope["from_at"]
    assert "2026-01-31T23:00:00.000000Z" == scope["until_at"]
    assert "a day is written" in glycines.type(*words, "January").err


def test_a_record_that_its_owner_edits_contradicts_the_log(
    glycines: Terminal, tmp_path: Path
) -> None:
    person = somebody(glycines)
    sql(glycines, TURNED_ROUND.format(person=person))

    live = refused(glycines.type("audit", "verify"))
    exported(glycines, "--person", person, file=tmp_path / "e.zip")
    scripted = glycines.type("audit", "verify", "--json")

    assert "contradicts record" in live
    assert "kind was changed" in live
    assert (2, False) == (scripted.code, scripted.json["ok"])
    assert scripted.json["broken"] in only_line(scripted)
    assert "record-changed" in refused(glycines.type("audit", "verify", tmp_path / "e.zip"))


@pytest.mark.parametrize(
    ("statement", "flaw"),
    [
        ("DELETE FROM consent_acts WHERE id = '{act}'", "record-missing"),
        (
            BACKDATED,
            "record-changed",
        ),
        ("DELETE FROM evidence WHERE act_id = '{act}'", "evidence-missing"),
    ],
)
def test_deleting_backdating_and_hiding_are_each_named(
    glycines: Terminal, tmp_path: Path, statement: str, flaw: str
) -> None:
    person = somebody(glycines)
    acts = glycines.read("consents", "list", "--person", person)
    act = next(each["id"] for each in reversed(acts) if each["evidence_id"])
    sql(glycines, statement.format(act=act))

    exported(glycines, "--person", person, "--with-others", file=tmp_path / "e.zip")

    assert flaw in refused(glycines.type("audit", "verify", tmp_path / "e.zip"))


def test_an_act_that_was_slipped_in_is_not_in_the_log(glycines: Terminal, tmp_path: Path) -> None:
    person = somebody(glycines)
    columns = "organisation_id, person_id, signatory_id, kind, form_version_id, signed_from"
    columns += ", signed_until, recorded_at, recorded_by"
    sql(
        glycines,
        f"INSERT INTO consent_acts (id, document, {columns})"  # noqa: S608 -- our own words
        " SELECT 'slipped-in', replace(document, id, 'slipped-in'),"
        f" {columns} FROM consent_acts WHERE person_id = '{person}' LIMIT 1",
    )

    exported(glycines, "--person", person, file=tmp_path / "e.zip")

    assert "record-unproven" in refused(glycines.type("audit", "verify", tmp_path / "e.zip"))


def test_a_kept_head_convicts_a_backup_that_was_put_back(
    glycines: Terminal, tmp_path: Path
) -> None:
    glycines.read("audit", "verify")
    backup = (glycines.folder / "obstat.sqlite3").read_bytes()
    person = somebody(glycines)
    exported(glycines, "--person", person, file=tmp_path / "e.zip")
    head = tmp_path / "head.txt"
    head.write_text(glycines.read("audit", "head")["note"])
    assert 0 == glycines.type("audit", "verify", "--kept", head).code
    for name in ("obstat.sqlite3-wal", "obstat.sqlite3-shm"):
        (glycines.folder / name).unlink(missing_ok=True)
    (glycines.folder / "obstat.sqlite3").write_bytes(backup)

    assert 0 == glycines.type("audit", "verify").code
    said = refused(glycines.type("audit", "verify", "--kept", head))

    assert "head.txt does not fit" in said
    assert "kept-contradicts" in said
    assert "there are" in refused(glycines.type("audit", "prove", head))


def test_one_receipt_convicts_a_log_that_was_written_anew(
    glycines: Terminal, tmp_path: Path
) -> None:
    content = exported(glycines, "--person", somebody(glycines), file=tmp_path / "e.zip")
    members = read_archive(content)
    receipt = tmp_path / "kept.tlog-proof"
    name = next(name for name in members if name.endswith(".tlog-proof"))
    receipt.write_bytes(members[name])
    assert 0 == glycines.type("audit", "verify", "--kept", receipt).code

    # Whoever has the key and the storage writes everything anew, and it adds up.
    sql(
        glycines,
        "DELETE FROM ledger_checkpoints",
        "DELETE FROM ledger_nodes",
        "DELETE FROM ledger_leaves",
        "UPDATE ledger_entries SET recorded_at = '1999' || substr(recorded_at, 5)"
        " WHERE entry_id = (SELECT max(entry_id) FROM ledger_entries)",
        "INSERT INTO ledger_pending SELECT organisation_id, entry_id FROM ledger_entries",
    )
    assert 0 == glycines.type("audit", "verify").code

    assert "kept-contradicts" in refused(glycines.type("audit", "verify", "--kept", receipt))


def test_a_kept_head_is_proven_offline(glycines: Terminal, tmp_path: Path) -> None:
    glycines.read("audit", "verify")
    head, proof, file = (tmp_path / name for name in ("head.txt", "proof.json", "e.zip"))
    head.write_text(glycines.read("audit", "head")["note"])
    exported(glycines, "--person", somebody(glycines), file=file)
    proof.write_text(glycines.type("audit", "prove", head).out)

    said = glycines.type("audit", "verify", file, "--kept", head, "--proof", proof)

    assert (0, "") == (said.code, said.err)
    assert "compared   head.txt: it fits" in said.out
    assert "no proof of consistency" in refused(
        glycines.type("audit", "verify", file, "--kept", head, "--proof", head)
    )


def test_a_story_is_told_in_plain_words(told: Terminal) -> None:
    person = somebody(told)

    shown = told.type("story", "--person", person, "--language", "en")
    read = told.read("story", "--person", person, "--language", "fr")

    assert (0, "") == (shown.code, shown.err)
    assert "The person was entered in the registry." in shown.out
    assert "La personne a été inscrite au registre." == read[0]["sentence"]
    assert "Name a person, a publication or a photo" in refused(told.type("story"))


def test_an_old_answer_is_replayed(glycines: Terminal) -> None:
    glycines.type("check", "--name", LEA)
    *_, check = glycines.read("checks", "list")

    shown = glycines.type("checks", "replay", check["id"])

    assert (0, "") == (shown.code, shown.err)
    assert "That is the same answer." in shown.out
    assert glycines.read("checks", "replay", check["id"])["is_same"]


def test_facts_that_were_edited_no_longer_give_the_answer(glycines: Terminal) -> None:
    glycines.type("check", "--name", LEA)
    *_, check = glycines.read("checks", "list")
    sql(glycines, "DELETE FROM consent_acts")

    said = glycines.type("checks", "replay", check["id"])

    assert 2 == said.code
    assert "do not give the answer on record" in only_line(said)
