"""
See, export and erase people; see and enter those who answer for them.
"""

import sys
from pathlib import Path

import pytest

from tests.cli.terminal import NOBODY, Terminal, in_days, refused

GROUND = ("--kind", "parent", "--basis", "filiation")


def test_everybody_is_listed_for_people_and_for_scripts(told: Terminal) -> None:
    shown = told.type("people", "list")
    listed = told.read("people", "list")

    assert 39 == len(listed) == len(shown.out.splitlines()) - 1
    assert "Emma Peeters" in shown.out
    assert "emma-peeters" == listed[0]["external_id"]


def test_people_of_a_kind_or_a_unit_are_picked(told: Terminal) -> None:
    volunteers = told.read("people", "list", "--category", "volunteer")
    birds = told.read("people", "list", "--unit", "les colibris", "--category", "beneficiary")

    assert {"volunteer"} == {each["category"] for each in volunteers}
    assert "Emma" in [each["given_name"] for each in birds]
    assert len(birds) < 24


def test_nobody_yet_says_how_to_begin(lilas: Terminal) -> None:
    assert "`obstat import people.csv`" in lilas.type("people", "list").out
    assert "Nothing was asked yet.\n" == lilas.type("checks", "list").out


@pytest.mark.parametrize("called", ["noah-janssens", "Noah Janssens", "NOAH JANSSENS"])
def test_person_is_found_by_number_and_by_name(told: Terminal, called: str) -> None:
    shown = told.type("people", "show", called)
    read = told.read("people", "show", called)

    assert 0 == shown.code
    assert "Janssens" in shown.out
    assert "Noah" == read["given_name"]
    assert read == told.read("people", "show", read["id"])


@pytest.mark.parametrize("word", ["show", "history", "lookups", "erase"])
def test_nobody_of_that_name_says_where_to_look(told: Terminal, word: str) -> None:
    line = refused(told.type("people", word, "Hildegard von Bingen"))

    assert "not-found: There is no such person: see `obstat people list`." == line


def test_two_of_one_name_are_not_guessed(lilas: Terminal, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    head = "external_id,given_name,family_name,category,somebody_else\n"
    rows = "1,Jan,Peeters,client,\n2,Jan,Peeters,client,yes\n"
    table.write_text(head + rows, "utf-8")
    lilas.read("import", table, "--write")

    assert "2 have this name: say the id" in refused(lilas.type("people", "show", "jan peeters"))
    assert "2" == lilas.read("people", "show", "2")["external_id"]


def test_history_shows_what_was_known_before(lilas: Terminal, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    head = "external_id,given_name,family_name,category,jurisdiction\n"
    for name in ("Roi", "Roy"):
        table.write_text(f"{head}7,Ada,{name},client,BE\n", "utf-8")
        lilas.read("import", table, "--write")

    shown = lilas.type("people", "history", "7")
    read = lilas.read("people", "history", "7")

    assert ["Roi", "Roy"] == sorted(each["record"]["family_name"] for each in read)
    assert all(name in shown.out for name in ("Ada Roi", "Ada Roy"))


def test_export_is_a_file_for_its_owner_alone_and_is_recorded(
    glycines: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "people.csv"
    before = glycines.read("audit", "verify")["entries"]

    said = glycines.type("people", "export", file)

    assert 0 == said.code
    assert f"Written: {file}" in said.out.splitlines()
    assert 0o600 == file.stat().st_mode & 0o777
    assert 40 == len(file.read_text("utf-8-sig").splitlines())
    assert before + 1 == glycines.read("audit", "verify")["entries"]


def test_export_never_writes_over_a_file(told: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("precious", "utf-8")

    assert f"{file} cannot be written: File exists." in refused(told.type("people", "export", file))
    assert "precious" == file.read_text("utf-8")


def test_export_that_fails_leaves_no_file(told: Terminal, tmp_path: Path) -> None:
    assert "No such file or directory" in refused(
        told.type("people", "export", tmp_path / "missing" / "people.csv")
    )
    assert [] == list(tmp_path.iterdir())


def test_nobody_is_erased_without_being_asked(told: Terminal) -> None:
    assert "say --yes" in refused(told.type("people", "erase", "lou-verlaine"))
    assert "Lou" == told.read("people", "show", "lou-verlaine")["given_name"]


@pytest.mark.parametrize(("keys", "code", "there"), [("n\n", 2, 1), ("\n", 2, 1), ("y\n", 0, 0)])
def test_whoever_sits_at_the_keyboard_is_asked(
    glycines: Terminal, keys: str, code: int, there: int
) -> None:
    said = glycines.type("people", "erase", "lou-verlaine", keys=keys)
    figures = glycines.read("people", "list", "--category", "public_figure")

    assert code == said.code
    assert "Erase Lou Verlaine? This cannot be undone. [y/N]: " in said.err
    assert there == len(figures)


def test_what_would_go_with_somebody_is_shown_and_nothing_goes(told: Terminal) -> None:
    shown = told.type("people", "erase", "noah-janssens", "--dry-run")
    read = told.read("people", "erase", "noah-janssens", "--dry-run")

    assert (0, False) == (shown.code, "Erased" in shown.out)
    assert f"{read['entries_that_lose_their_words']}" in shown.out
    assert read["entries_that_lose_their_words"] > 0 < read["answers_that_stay"]
    assert not read["kept_by_a_legal_hold"]
    assert "Noah" == told.read("people", "show", "noah-janssens")["given_name"]


def test_erased_person_is_gone_and_the_evidence_verifies(glycines: Terminal) -> None:
    said = glycines.read("people", "erase", "lou-verlaine", "--yes")
    shown = glycines.type("people", "erase", "roger-baert", "--yes")
    verified = glycines.read("audit", "verify")

    assert said["erased"]
    assert (0, "Erased.\n") == (shown.code, shown.out)
    assert "not-found" in refused(glycines.type("people", "show", said["id"]))
    assert verified["ok"]
    assert verified["erased"] > 0


def test_those_who_answer_for_others_are_listed_and_found(told: Terminal) -> None:
    shown = told.type("signatories", "list")
    listed = told.read("signatories", "list")
    one = told.read("signatories", "show", "marc janssens")

    assert 31 == len(listed) == len(shown.out.splitlines()) - 1
    assert "marc-janssens" == one["external_id"]
    assert "Marc" in told.type("signatories", "show", one["id"]).out
    assert "see `obstat signatories list`" in refused(told.type("signatories", "show", NOBODY))


def test_somebody_who_answers_for_others_is_entered(lilas: Terminal) -> None:
    empty = lilas.type("signatories", "list")
    said = lilas.type(
        *("signatories", "register", "Marc", "Dupont", "--email", "marc@courriel.example"),
        *("--phone", "+32 2 000 00 99", "--language", "fr", "--number", "father-of-lea"),
    )
    made = lilas.read("signatories", "register", "Anne", "Dupont")
    listed = lilas.read("signatories", "list")

    assert "Nobody answers for others yet.\n" == empty.out
    assert (0, f"Entered: {listed[0]['id']}\n") == (said.code, said.out)
    assert made["id"] == listed[1]["id"]
    assert ("marc@courriel.example", "father-of-lea") == (
        listed[0]["email"],
        listed[0]["external_id"],
    )


def test_number_of_somebody_else_is_refused(told: Terminal) -> None:
    said = told.type("signatories", "register", "Marc", "Dupont", "--number", "marc-janssens")

    assert refused(said).startswith("already-exists: ")


def test_signatory_is_corrected_and_keeps_the_rest(lilas: Terminal) -> None:
    lilas.read("signatories", "register", "Marc", "Dupont", "--email", "marc@courriel.example")
    said = lilas.type("signatories", "change", "Marc Dupont", "--email", "m@courriel.example")
    (corrected,) = lilas.read("signatories", "list")
    scripted = lilas.read("signatories", "change", corrected["id"], "--email", "")

    assert (0, f"Changed: {corrected['id']}\n") == (said.code, said.out)
    assert ("Marc", "m@courriel.example") == (corrected["given_name"], corrected["email"])
    assert {"id": corrected["id"], "email": ""} == scripted
    assert "invalid-input: " in refused(
        lilas.type("signatories", "change", "Marc Dupont", "--email", "Marc at home")
    )


def test_ground_to_answer_is_recorded_proven_and_ended(lilas: Terminal, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    head = "external_id,given_name,family_name,category,jurisdiction,born_on\n"
    table.write_text(f"{head}lea,Léa,Dupont,beneficiary,BE,{in_days(-3000)}\n", "utf-8")
    lilas.read("import", table, "--write")
    lilas.read("signatories", "register", "Marc", "Dupont")

    empty = lilas.type("authorities", "list", "lea")
    made = lilas.read("authorities", "record", "Léa Dupont", "Marc Dupont", *GROUND)
    unproven = lilas.type("authorities", "list", "lea")
    confirmed = lilas.read("authorities", "confirm", made["id"], "--proof", "birth certificate")
    proven = lilas.type("authorities", "list", "lea")
    ended = lilas.read("authorities", "end", made["id"], "--on", in_days(90))
    later = lilas.type("authorities", "end", made["id"], "--on", in_days(91))
    (listed,) = lilas.read("authorities", "list", "lea")

    assert "Nobody may answer for this person but themselves.\n" == empty.out
    assert "not seen" in unproven.out
    assert confirmed["verified"]
    assert "birth certificate" in proven.out
    assert in_days(90) == ended["until_on"] == listed["authority"]["until_on"]
    assert "record the authority anew" in refused(later)


def test_ground_to_answer_is_told_to_people_on_one_line(lilas: Terminal, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    head = "external_id,given_name,family_name,category,jurisdiction,born_on\n"
    table.write_text(f"{head}lea,Léa,Dupont,beneficiary,BE,{in_days(-3000)}\n", "utf-8")
    lilas.read("import", table, "--write")
    lilas.read("signatories", "register", "Marc", "Dupont")

    limited = (*GROUND, "--matter", "name")
    recorded = lilas.type("authorities", "record", "lea", "Marc Dupont", *limited)
    (listed,) = lilas.read("authorities", "list", "lea")
    authority = listed["authority"]["id"]
    confirmed = lilas.type("authorities", "confirm", authority, "--proof", "birth certificate")
    ended = lilas.type("authorities", "end", authority)

    assert f"Recorded: {authority}\n" == recorded.out
    assert ["name"] == listed["authority"]["matters"]
    assert f"Confirmed: {authority}\n" == confirmed.out
    assert f"Ended: {authority}\n" == ended.out


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["record", "noah-janssens", "Nobody", *GROUND], "no such signatory"),
        (["record", "Nobody", "marc-janssens", *GROUND], "no such person"),
        (["record", "noah-janssens", "marc-janssens", *GROUND[:2]], "Missing option '--basis'"),
        (["record", "noah-janssens", "marc-janssens"], "Missing option '--kind'"),
        (["record", "noah-janssens", "marc-janssens", "--kind", "king"], "'king' is not one of"),
        (["confirm", NOBODY], "Missing option '--proof'"),
        (["confirm", NOBODY, "--proof", "x"], "See `obstat"),
        (["end", NOBODY], "See `obstat"),
        (["end", NOBODY, "--on", "soon"], "a day is written 2026-05-12"),
    ],
)
def test_ground_that_cannot_be_is_refused_with_the_way_out(
    told: Terminal, words: list[str], complaint: str
) -> None:
    assert complaint in refused(told.type("authorities", *words))


def test_interpreter_is_left_as_it_was(told: Terminal) -> None:
    before = (sys.stdin, sys.stdout, sys.stderr)

    told.type("people", "list")

    assert before == (sys.stdin, sys.stdout, sys.stderr)


def test_somebody_is_found_with_typing_errors(told: Terminal) -> None:
    noah = told.read("people", "list")[0]
    misspelt = f"{noah['family_name']} {noah['given_name'][1:]}"

    assert noah["id"] in [each["id"] for each in told.read("people", "search", misspelt)]


def test_standing_shows_every_open_channel(told: Terminal) -> None:
    noah = told.read("people", "list")[0]

    shown = told.type("people", "standing", noah["id"])

    assert 0 == shown.code
    assert [each["channel"]["name"] for each in told.read("people", "standing", noah["id"])]
