"""
Record, withdraw, revoke and void answers; attach and take out what proves them.
"""

from pathlib import Path

import pytest

from tests.cli.terminal import NOBODY, Said, Terminal, in_days, refused

YES = (
    *("given", "--form", "droit-image-entourage", "--language", "fr", "--group", "social"),
    *("--matter", "image", "--purpose", "information", "--method", "paper"),
)


def acts(terminal: Terminal) -> int:
    """
    Count the answers there are.
    """
    return len(terminal.read("consents", "list"))


def asked(terminal: Terminal) -> Said:
    """
    Ask whether Emma may be named on the website.
    """
    return terminal.type("check", "--name", "Emma Peeters", "-c", "website")


def test_answers_are_listed_for_people_and_for_scripts(told: Terminal) -> None:
    shown = told.type("consents", "list", "--person", "Noah Janssens")
    listed = told.read("consents", "list", "--person", "noah-janssens")
    no = told.read("consents", "list", "--person", "noah-janssens", "--kind", "refused")

    assert len(listed) == len(shown.out.splitlines()) - 1
    assert "Marc Janssens" in shown.out
    assert no
    assert {"refused"} == {each["kind"] for each in no}
    assert set(told.read("consents", "show", no[0]["id"])) >= set(no[0])
    assert no[0]["id"] in told.type("consents", "show", no[0]["id"]).out


def test_nobody_has_answered_yet(lilas: Terminal) -> None:
    assert "Nobody has answered yet.\n" == lilas.type("consents", "list").out


@pytest.mark.parametrize("channel", ["website", "Site internet"])
def test_no_counts_from_the_next_check_on_and_can_be_deferred_to_a_yes(
    glycines: Terminal, channel: str
) -> None:
    before = asked(glycines)
    said = glycines.type(
        *("consents", "record", "Emma Peeters", "refused", "--by", "anneke-peeters"),
        *("--as", "parent", "--channel", channel, "--witness", "told to Bart"),
    )
    after = asked(glycines)

    assert (0, 0, 3) == (before.code, said.code, after.code)
    assert said.out.startswith("Recorded: refused (")
    assert said.out.endswith("). It counts from the next check on.\n")


def test_yes_is_recorded_with_the_signed_form(glycines: Terminal, tmp_path: Path) -> None:
    scan = tmp_path / "form.pdf"
    scan.write_bytes(b"%PDF-1.7 signed")

    act = glycines.read(
        *("consents", "record", "sarah-nguyen", *YES, "--scan", scan),
        *("--signed-on", in_days(-5), "--expires-on", in_days(3650)),
    )
    copy = tmp_path / "copy.pdf"
    saved = glycines.type("evidence", "save", act["id"], copy)

    assert "given" == act["kind"]
    assert 0 == saved.code
    assert f"Saved: {copy} (application/pdf, SHA-256 " in saved.out
    assert scan.read_bytes() == copy.read_bytes()
    assert 0o600 == copy.stat().st_mode & 0o777


def test_evidence_that_came_later_is_attached(glycines: Terminal, tmp_path: Path) -> None:
    scan, copy = tmp_path / "form.pdf", tmp_path / "copy"
    scan.write_bytes(b"%PDF-1.7 signed")
    signed = ("--signed-on", in_days(-5))
    act = glycines.read("consents", "record", "sarah-nguyen", *YES, *signed)["id"]

    missing = glycines.type("evidence", "save", act, copy)
    left = copy.exists()
    attached = glycines.type("evidence", "attach", act, scan, "--note", "page 1 of 1")
    again = glycines.type("evidence", "attach", act, scan, "--json")
    saved = glycines.read("evidence", "save", act, copy)

    assert "not-found" in refused(missing)
    assert not left
    assert (0, True) == (attached.code, attached.out.startswith("Attached to: given ("))
    assert again.code in {0, 2}
    assert "application/pdf" == saved["media_type"]
    assert scan.read_bytes() == copy.read_bytes()


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("form.xyzzy", "What kind of file is form.xyzzy? Say it: --media-type application/pdf"),
        ("form.html", "Evidence is one of application/pdf"),
        ("missing.pdf", "does not exist"),
    ],
)
def test_evidence_of_no_known_kind_is_refused(
    glycines: Terminal, tmp_path: Path, name: str, complaint: str
) -> None:
    scan = tmp_path / name
    if not name.startswith("missing"):
        scan.write_bytes(b"signed")
    before = acts(glycines)

    attached = glycines.type("evidence", "attach", NOBODY, scan)
    words = (*YES, "--signed-on", in_days(-5), "--scan", scan)
    recorded = glycines.type("consents", "record", "sarah-nguyen", *words)

    assert complaint in refused(recorded)
    assert refused(attached)
    assert before == acts(glycines)


def test_withdrawing_needs_no_more_than_a_name(glycines: Terminal) -> None:
    said = glycines.type("consents", "withdraw", "Emma Peeters", "--by", "anneke-peeters")
    after = asked(glycines)
    scripted = glycines.read("consents", "withdraw", "noah-janssens", "--by", "laure-janssens")

    assert (0, 3) == (said.code, after.code)
    assert said.out.startswith("Recorded: withdrawn (")
    assert "withdrawn" == scripted["kind"]


def test_withdrawing_a_part_leaves_the_rest(glycines: Terminal) -> None:
    words = ("--by", "anneke-peeters", "--group", "Réseaux sociaux", "--note", "no more")

    glycines.read("consents", "withdraw", "Emma Peeters", *words)
    social = glycines.type("check", "--name", "Emma Peeters", "-c", "instagram")

    assert (0, 3) == (asked(glycines).code, social.code)


def test_house_stops_using_a_yes(glycines: Terminal) -> None:
    said = glycines.type("consents", "revoke", "sarah-nguyen", "--note", "left the house")
    scripted = glycines.read("consents", "revoke", "nora-lemaire", "--group", "social")

    assert said.out.startswith("Recorded: revoked (")
    assert "revoked" == scripted["kind"]


def test_void_answer_never_counted(glycines: Terminal) -> None:
    first, second = glycines.read("consents", "list", "--person", "emma-peeters")[:2]

    said = glycines.type("consents", "invalidate", first["id"], "--ground", "signed by a child")
    scripted = glycines.read("consents", "invalidate", second["id"], "--ground", "forged")

    assert said.out.startswith("Recorded: invalidated (")
    assert "invalidated" == scripted["kind"]
    assert 0 != asked(glycines).code


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["record", "Nobody", "refused", "--everywhere"], "no such person: see `obstat people"),
        (["record", "emma-peeters", "maybe"], "'maybe' is not one of 'given', 'renewed'"),
        (["record", "emma-peeters", "given"], "A yes names the version of the form"),
        (["record", "emma-peeters", "given", "--form", "x"], "see `obstat forms list`"),
        (["record", "emma-peeters", *YES[:2], "droit-image-familles/9"], "`obstat forms show`"),
        (["record", "emma-peeters", *YES, "--signed-on", in_days(9)], "in the future"),
        (["record", "emma-peeters", *YES, "--channel", "moon"], "see `obstat channels list`"),
        (["record", "emma-peeters", *YES, "--group", "moon"], "see `obstat groups list`"),
        (["record", "emma-peeters", *YES, "--by", "Nobody"], "see `obstat signatories list`"),
        (["withdraw", "Nobody"], "see `obstat people list`"),
        (["withdraw", "emma-peeters", "--channel", "moon"], "see `obstat channels list`"),
        (["revoke", "emma-peeters", "--matter", "soul"], "'soul' is not one of"),
        (["invalidate", NOBODY], "Missing option '--ground'"),
        (["invalidate", NOBODY, "--ground", "x"], "See `obstat consents list`"),
        (["show", NOBODY], "See `obstat consents list`"),
    ],
)
def test_answer_that_cannot_be_recorded_is_refused_with_the_way_out(
    told: Terminal, words: list[str], complaint: str
) -> None:
    before = acts(told)

    assert complaint in refused(told.type("consents", *words))
    assert before == acts(told)
