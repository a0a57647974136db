"""
Record what was published, corrected and taken down.
"""

from pathlib import Path

import pytest

from tests.cli.terminal import NOBODY, Terminal, in_days, refused

EMMA = ("--name", "Emma Peeters", "-c", "intranet")


def published(terminal: Terminal, *more: str) -> str:
    """
    Record that Emma is named on the intranet, where everybody may publish; give the id.
    """
    made: str = terminal.read("publications", "record", *EMMA, *more)["id"]
    return made


def test_nothing_was_published_yet(lilas: Terminal) -> None:
    assert "Nothing was published yet.\n" == lilas.type("publications", "list").out


def test_what_may_be_published_is_recorded_and_found(glycines: Terminal, tmp_path: Path) -> None:
    caption = tmp_path / "caption.txt"
    caption.write_text("Emma Peeters et les chèvres", "utf-8")
    where = "https://www.glycines.example/goats"

    said = glycines.type(
        *("publications", "record", "--text", f"@{caption}", "-c", "intranet", "--where", where),
        *("--alt-text", "Goats"),
    )
    shown = glycines.type("publications", "list", "--person", "emma-peeters")
    (listed,) = glycines.read("publications", "list", "--channel", "intranet")
    story = glycines.read("publications", "show", listed["id"])

    assert (0, f"Recorded: {listed['id']}\n") == (said.code, said.out)
    assert where in shown.out
    assert where in glycines.type("publications", "show", listed["id"]).out
    assert where in str(story)


def test_it_says_in_whose_name_something_was_published(glycines: Terminal) -> None:
    own, other = published(glycines), published(glycines, "--as", "family")
    shared = glycines.read(
        *("publications", "reshare", own, "-c", "intranet", "--as", "staff"),
    )["id"]

    said = [
        glycines.read("publications", "show", each)["publication"]["published_as"]
        for each in (own, other, shared)
    ]
    assert ["organisation", "family", "staff"] == said


def test_what_may_not_be_published_is_refused_with_the_way_to_read_why(
    glycines: Terminal,
) -> None:
    words = ("--photo", "Excursion à la mer", "-c", "facebook-colibris")
    before = glycines.read("publications", "list")

    line = refused(glycines.type("publications", "record", *words))

    assert line.startswith("not-publishable: ")
    assert line.endswith("Read it with `obstat checks show`.")
    assert "Janssens" not in line
    assert before == glycines.read("publications", "list")


def test_what_came_down_and_what_corrects_it_is_recorded(glycines: Terminal) -> None:
    wrong, right, third = (published(glycines, "--where", where) for where in "abc")

    corrected = glycines.type("publications", "correct", wrong, right, "--note", "wrong day")
    down = glycines.type(
        *("publications", "take-down", wrong, "--note", "deleted"),
        *("--at", f"{in_days(0)}T00:00:00Z"),
    )
    scripted = glycines.read("publications", "take-down", right)
    again = glycines.read("publications", "correct", right, third)
    story = glycines.read("publications", "show", wrong)

    assert (0, f"Corrected: {wrong}\n") == (corrected.code, corrected.out)
    assert (2, True) == (down.code, "impossible-dates: " in down.err)
    assert {"id": right, "taken_down": True} == scripted
    assert {"id": right, "corrected_by": third} == again
    assert "wrong day" in str(story)


def test_taken_down_now_is_said_on_one_line(glycines: Terminal) -> None:
    made = published(glycines)

    said = glycines.type("publications", "take-down", made)

    assert (0, f"Taken down: {made}\n") == (said.code, said.out)
    assert "taken_down" in str(glycines.read("publications", "show", made))
    assert made == glycines.read("publications", "list", "--down")[-1]["id"]
    assert made not in str(glycines.read("publications", "list", "--live"))


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["record", "--name", "Emma Peeters"], "Missing option '--channel'"),
        (["record", "missing.jpg", "-c", "website"], "'missing.jpg' does not exist"),
        (["record", "-c", "website"], "Nothing to check"),
        (["record", *EMMA, "--purpose", "fun"], "'fun' is not one of"),
        (["record", "--photo", "Nothing", "-c", "website"], "see `obstat photos list`"),
        (["list", "--person", "Nobody"], "see `obstat people list`"),
        (["list", "--channel", "myspace"], "see `obstat channels list`"),
        (["show", NOBODY], "not-found: "),
        (["take-down", NOBODY], "not-found: "),
        (["take-down", NOBODY, "--at", "noon"], "an instant is written"),
        (["correct", NOBODY, NOBODY], "not-found: "),
        (["correct", NOBODY], "Missing argument 'CORRECTION'"),
    ],
)
def test_publication_that_cannot_be_is_refused_on_one_line(
    told: Terminal, words: list[str], complaint: str
) -> None:
    assert complaint in refused(told.type("publications", *words))
