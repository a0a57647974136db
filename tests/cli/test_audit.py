"""
Verify the evidence, take its signed head along, look whether all is well.
"""

import sqlite3
from contextlib import closing

from tests.cli.terminal import Terminal, only_line, refused


def forge(terminal: Terminal) -> None:
    """
    Write another commitment behind the program's back.
    """
    with closing(sqlite3.connect(terminal.folder / "obstat.sqlite3")) as prompt:
        prompt.execute("DROP TRIGGER ledger_entries_update")
        prompt.execute(
            "UPDATE ledger_entries SET commitment = zeroblob(32)"
            " WHERE entry_id IN (SELECT entry_id FROM ledger_leaves WHERE position = 3)"
        )
        prompt.commit()


def test_evidence_verifies_for_people_and_for_scripts(told: Terminal) -> None:
    shown = told.type("audit", "verify")
    read = told.read("audit", "verify")

    assert (0, "") == (shown.code, shown.err)
    assert f"✔ {read['entries']:,} entries verify; 0 erased." in shown.out
    assert read["root"] in shown.out
    assert read["vkey"] in shown.out
    assert ("obstat.localhost/glycines", True) == (read["origin"], read["ok"])


def test_signed_head_is_printed_to_be_kept_elsewhere(told: Terminal) -> None:
    told.read("audit", "verify")
    shown = told.type("audit", "head")
    read = told.read("audit", "head")

    assert 0 == shown.code
    assert read["note"] == shown.out
    assert "obstat.localhost/glycines\n" == shown.out.splitlines(keepends=True)[0]


def test_forged_evidence_is_refused_with_the_first_thing_that_is_wrong(
    glycines: Terminal,
) -> None:
    forge(glycines)

    shown, scripted = glycines.type("audit", "verify"), glycines.type("audit", "verify", "--json")

    assert refused(shown).startswith("ledger-broken: ")
    assert (2, False) == (scripted.code, scripted.json["ok"])
    assert scripted.json["broken"] in only_line(scripted)


def test_who_edits_a_person_does_not_hide_it_as_an_erasure(glycines: Terminal) -> None:
    with closing(sqlite3.connect(glycines.folder / "obstat.sqlite3")) as prompt:
        prompt.execute("DROP TRIGGER people_update")
        prompt.execute(
            "UPDATE people SET document = json_set("
            "document, '$.given_name', '[erased]', '$.born_on', '1990-01-01') WHERE version = 1"
        )
        prompt.commit()

    assert "person" in refused(glycines.type("audit", "verify"))


def test_nobody_verifies_another_organisation_by_mistake(told: Terminal) -> None:
    assert "there is: glycines" in refused(told.type("audit", "head", "-o", "elsewhere"))
    assert "'all' does not exist" in refused(told.type("audit", "verify", "all"))


def test_doctor_finds_a_deployment_that_is_well(told: Terminal) -> None:
    shown = told.type("doctor")
    read = told.read("doctor")

    assert (0, "") == (shown.code, shown.err)
    whole = ["settings", "storage", "keys", "law", "pictures", "photos", "passkeys", "ledger"]
    assert whole == [each["what"] for each in read]
    assert all(each["ok"] for each in read)
    assert len(read) == len(shown.out.splitlines())


def test_doctor_finds_no_organisation_and_a_wrong_setting(nothing: Terminal) -> None:
    misspelt = nothing.type("doctor", "--json", OBSTAT_VAR_FOLDR="x")
    (wrong,) = misspelt.json

    assert (2, "settings", False) == (misspelt.code, wrong["what"], wrong["ok"])
    assert "OBSTAT_VAR_FOLDR" in wrong["detail"]
    assert "✘" in nothing.type("doctor", OBSTAT_VAR_FOLDR="x").out


def test_doctor_finds_another_sealing_key(glycines: Terminal) -> None:
    (glycines.folder / "keys" / "sealing.key").unlink()

    said = glycines.type("doctor", "--json")

    (wrong,) = [each for each in said.json if not each["ok"]]
    assert (2, "photos") == (said.code, wrong["what"])
    assert "another sealing key" in wrong["detail"]


def test_doctor_finds_forged_evidence(glycines: Terminal) -> None:
    forge(glycines)

    said = glycines.type("doctor", "--json")

    assert 2 == said.code
    assert [("ledger", False)] == [
        (each["what"], each["ok"]) for each in said.json if not each["ok"]
    ]
