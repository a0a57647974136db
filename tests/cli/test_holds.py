"""
Stop publication, whatever anybody answered, and let it go on.
"""

import pytest

from tests.cli.terminal import NOBODY, Said, Terminal, in_days, refused


def asked(terminal: Terminal) -> Said:
    """
    Ask whether Emma may be named on the website, where nothing stands in the way.
    """
    return terminal.type("check", "--name", "Emma Peeters", "-c", "website")


def test_holds_are_listed_with_what_they_hold(told: Terminal) -> None:
    shown = told.type("holds", "list")
    listed = told.read("holds", "list")

    assert 3 == len(listed) == len(shown.out.splitlines()) - 1
    assert "Alix Renard" in shown.out
    assert {"legal", "safeguarding", "safeguarding_caution"} == {each["kind"] for each in listed}


def test_nothing_is_held_yet(lilas: Terminal) -> None:
    assert "Nothing is held.\n" == lilas.type("holds", "list").out


def test_crisis_stops_everything_until_it_is_lifted(glycines: Terminal) -> None:
    before = asked(glycines)
    placed = glycines.type("holds", "place", "crisis")
    hold = placed.out.removeprefix("Placed: ").strip()
    during = asked(glycines)
    listed = glycines.type("holds", "list")
    lifted = glycines.type("holds", "lift", hold)
    after = asked(glycines)

    assert [0, 0, 3, 0, 0] == [each.code for each in (before, placed, during, lifted, after)]
    assert "The crisis switch is on." in during.out
    assert "the whole organisation" in listed.out
    assert f"Lifted: {hold}\n" == lifted.out


@pytest.mark.parametrize(
    ("kind", "option", "value", "field"),
    [
        ("restriction", "--person", "Emma Peeters", "person_id"),
        ("crisis", "--unit", "les colibris", "unit_id"),
        ("legal", "--photo", "Excursion à la mer", "photo_id"),
    ],
)
def test_hold_is_placed_on_one_thing_for_a_while(
    glycines: Terminal, kind: str, option: str, value: str, field: str
) -> None:
    until = f"{in_days(30)}T12:00:00+00:00"

    placed = glycines.read("holds", "place", kind, option, value, "--until", until)
    (hold,) = (each for each in glycines.read("holds", "list") if each["id"] == placed["id"])
    lifted = glycines.read("holds", "lift", placed["id"])

    assert hold[field]
    assert hold["until_at"].startswith(in_days(30))
    assert {"id": placed["id"], "lifted": True} == lifted


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["place"], "Missing argument 'KIND'"),
        (["place", "panic"], "'panic' is not one of"),
        (["place", "legal", "--person", "Nobody"], "see `obstat people list`"),
        (["place", "legal", "--unit", "Nowhere"], "see `obstat units list`"),
        (["place", "legal", "--photo", "Nothing"], "see `obstat photos list`"),
        (["place", "safeguarding"], "invalid-input: "),
        (["place", "crisis", "--until", "2020-01-01T00:00:00Z"], "impossible-dates: "),
        (["lift", NOBODY], "not-found: "),
        (["lift"], "Missing argument 'HOLD'"),
    ],
)
def test_hold_that_cannot_be_is_refused_on_one_line(
    told: Terminal, words: list[str], complaint: str
) -> None:
    assert complaint in refused(told.type("holds", *words))
