"""
Ask the example organisation about pictures, names and captions.
"""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, in_days, only_line, refused

WORKSHOP = "05-atelier.webp"
BEACH = "02-plage.jpg"
BIRTHDAY = "07-anniversaire.png"


def photo(terminal: Terminal, name: str) -> Path:
    """
    Find a picture of the story.
    """
    return terminal.folder / "demo" / "photos" / name


@pytest.mark.parametrize(
    ("picture", "channel", "code", "answer", "words"),
    [
        (WORKSHOP, "facebook-page", 0, "publish", "✔ PUBLISH"),
        (BEACH, "facebook-colibris", 3, "do_not_publish", "✘ DO NOT PUBLISH"),
        (BIRTHDAY, "facebook-passerelle", 4, "ask", "? ASK"),
    ],
)
def test_answer_is_a_word_a_shape_and_an_exit_code(
    told: Terminal, picture: str, channel: str, code: int, answer: str, words: str
) -> None:
    shown = told.type("check", photo(told, picture), "--channel", channel)
    scripted = told.type("check", photo(told, picture), "-c", channel, "--json")

    assert (code, code, "", "") == (shown.code, scripted.code, shown.err, scripted.err)
    assert words in shown.out
    assert "Picture 1: this very photo is registered" in shown.out
    assert answer == scripted.json["answer"]


def test_no_says_whom_to_turn_to_and_not_who_refused(told: Terminal) -> None:
    said = told.type("check", photo(told, BEACH), "-c", "facebook-colibris")

    assert "Somebody who has a say refused." in said.out
    assert "Pieter Claes" in said.out
    assert "Janssens" not in said.out


def test_whoever_asks_who_is_told_each_person(told: Terminal) -> None:
    said = told.type("check", photo(told, BEACH), "-c", "facebook-colibris", "--who")

    assert 3 == said.code
    assert "Noah Janssens" in said.out


def test_nothing_in_the_way_is_said_too(told: Terminal) -> None:
    said = told.type("check", "--name", "Emma Peeters", "-c", "website", "--who")

    assert 0 == said.code
    assert "Nothing stands in the way of anybody." in said.out


def test_without_a_channel_every_channel_has_its_line(told: Terminal) -> None:
    said = told.type("check", "--name", "Emma Peeters")
    lines = [(line[:16].strip(), line[16:].strip()) for line in said.out.splitlines()]
    answers = [answer for answer, _ in lines if answer]
    reasons = [words for answer, words in lines if not answer]

    assert 3 == said.code
    assert 13 == len(answers)
    assert ["✔ publish", "? ask", "✘ do not publish"] == list(dict.fromkeys(answers))
    assert ("? ask", "TikTok") in lines
    assert len(reasons) == len(set(reasons)), "what is so for several channels is said once"


def test_worst_answer_of_several_pictures_wins(told: Terminal) -> None:
    both = (photo(told, WORKSHOP), photo(told, BEACH))

    said = told.type("check", *both, "-c", "facebook-page", "--json")

    assert (3, 2) == (said.code, len(said.json["pictures"]))


def test_registered_photo_is_asked_about_by_title(told: Terminal) -> None:
    said = told.type("check", "--photo", "Excursion à la mer", "-c", "facebook-colibris")

    assert 3 == said.code


@pytest.mark.parametrize("mark", ["", "\N{BYTE ORDER MARK}"])
def test_caption_is_read_from_a_file_or_from_standard_input(
    told: Terminal, tmp_path: Path, mark: str
) -> None:
    caption = "Noah Janssens à la mer"
    file = tmp_path / "caption.txt"
    file.write_text(mark + caption, "utf-8")

    said = [
        told.type("check", "--text", caption, "-c", "website", "--json"),
        told.type("check", "--text", f"@{file}", "-c", "website", "--json"),
        told.type("check", "--text", "@-", "-c", "website", "--json", stdin=mark + caption),
    ]
    places = [[(each["start"], each["end"]) for each in one.json["mentions"]] for one in said]

    assert [3, 3, 3] == [each.code for each in said]
    assert [[(0, 13)]] * 3 == places


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (None, "cannot be read: No such file or directory"),
        ("Zoë\n".encode("cp1252"), "is no text in UTF-8: save it as UTF-8"),
        (b"x" * 200_001, "too long"),
    ],
)
def test_caption_that_cannot_be_read_is_refused(
    told: Terminal, tmp_path: Path, content: bytes | None, complaint: str
) -> None:
    file = tmp_path / "caption.txt"
    if content is not None:
        file.write_bytes(content)

    said = told.type("check", "--text", f"@{file}", "-c", "website")

    assert complaint in refused(said)


def test_file_that_is_no_picture_is_named_among_others(told: Terminal, tmp_path: Path) -> None:
    letter = tmp_path / "letter.jpg"
    letter.write_bytes(b"Dear Sir or Madam")

    line = refused(told.type("check", photo(told, WORKSHOP), letter, "-c", "website"))

    assert line.startswith(f"bad-image: {letter}: ")
    assert "05-atelier" not in line


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--name", "Emma Peeters", "-c", "nowhere"], "There is no channel 'nowhere'"),
        (["--name", "Emma Peeters", "-c", "facebook-pgae"], ". Did you mean 'facebook-page' or"),
        (["-c", "website"], "Nothing to check: send at least one image, name or text."),
        (["no-such.jpg"], "'no-such.jpg' does not exist"),
        (["."], "'.' is a directory"),
        (["--photo", "The moon"], "There is no such photo: see `obstat photos list`."),
        (["--name", "Emma", "--on", "tomorrow"], "a day is written 2026-05-12"),
        (["--name", "Emma", "--on", "2026-02-30"], "a day is written 2026-05-12"),
        (["--name", "Emma", "--as-of", "2026-05-12T09:30"], "written 2026-05-12T09:30+02:00"),
        (["--name", "Emma", "--known-at", "then"], "written 2026-05-12T09:30+02:00"),
        (["--name", "Emma", "--purpose", "fun"], "'fun' is not one of 'information'"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_the_way_out(
    told: Terminal, words: list[str], complaint: str
) -> None:
    assert complaint in refused(told.type("check", *words))


def test_refusal_for_scripts_has_no_answer(told: Terminal) -> None:
    said = told.type("check", "--name", "Emma", "-c", "nowhere", "--json")

    assert (2, ["error"]) == (said.code, list(said.json))
    assert "invalid-input" == said.json["error"]["code"]
    assert said.json["error"]["message"] in only_line(said)


def test_page_that_nobody_registered_may_not_be_used(told: Terminal) -> None:
    said = told.type("check", "--name", "Emma Peeters", "-c", "https://elsewhere.example/page")

    assert 3 == said.code
    assert "This page is not in the register of channels." in said.out


def test_storage_that_is_away_means_ask_and_never_publish(told: Terminal) -> None:
    nowhere = "postgresql+psycopg://obstat@127.0.0.1:1/obstat"

    shown = told.type("check", "--name", "Emma", OBSTAT_DATABASE_URL=nowhere)
    scripted = told.type("check", "--name", "Emma", "--json", OBSTAT_DATABASE_URL=nowhere)
    listed = told.type("people", "list", OBSTAT_DATABASE_URL=nowhere)

    assert [4, 4, 2] == [shown.code, scripted.code, listed.code]
    assert "Nothing may be published on our word now; ask somebody." in only_line(shown)
    assert "unavailable" == scripted.json["error"]["code"]
    assert "`obstat doctor`" in only_line(listed)


def test_question_about_another_day_is_answered_for_that_day(told: Terminal) -> None:
    said = told.type(
        "check", "--name", "Emma Peeters", "-c", "website", "--on", in_days(30), "--json"
    )

    assert in_days(30) == said.json["for_date"]


def test_earlier_answer_can_be_read_again(glycines: Terminal) -> None:
    before = glycines.read("checks", "list")
    first = glycines.type("check", "--name", "Emma Peeters", "-c", "website", "--json").json
    asked = ("check", photo(glycines, BEACH), "-c", "facebook-colibris", "--json")
    second = glycines.type(*asked).json

    listed = glycines.read("checks", "list")[len(before) :]
    only_no = glycines.read("checks", "list", "--answer", "do_not_publish")
    of_noah = glycines.read("checks", "list", "--person", "noah-janssens")
    again = glycines.read("checks", "show", second["check_id"])

    assert [first["check_id"], second["check_id"]] == [each["id"] for each in listed]
    assert [[second["check_id"]]] * 2 == [
        [each["id"] for each in some] for some in (only_no, of_noah)
    ]
    assert second == again


def test_earlier_answers_are_a_table_for_people(glycines: Terminal) -> None:
    glycines.type("check", "--name", "Emma", "--name", "Léa", "--text", "Fête", "-c", "website")
    *_, asked = glycines.read("checks", "list")

    listed = glycines.type("checks", "list")
    shown = glycines.type("checks", "show", asked["id"], "--who")

    assert "2 names, 1 caption for website" in listed.out
    assert asked["id"] in listed.out
    assert 0 == shown.code
    assert shown.out.startswith("Asked at 2")


def test_somebody_is_told_who_asked_about_them(glycines: Terminal) -> None:
    before = glycines.read("people", "lookups", "emma-peeters")
    asked = glycines.type("check", "--name", "Emma Peeters", "-c", "website", "--json").json
    shown = glycines.type("people", "lookups", "emma-peeters")
    *earlier, lookup = glycines.read("people", "lookups", "emma-peeters")

    assert before == earlier
    assert "Nobody has asked yet.\n" == glycines.type("people", "lookups", "alix-renard").out
    assert asked["check_id"] == lookup["check_id"]
    assert asked["check_id"] in shown.out
