"""
What ends soon, who comes of age, what changed and what waits, in the terminal.
"""

from tests.cli.terminal import NOBODY, Terminal, refused


def test_lists_are_printed_and_read(told: Terminal) -> None:
    coming = told.read("lists", "coming-of-age", "--days", "366")
    changed = told.read("lists", "changes")

    assert all(0 <= each["days"] <= 366 for each in coming)
    assert changed
    assert 0 == told.type("lists", "expiring").code
    assert "what" in told.type("lists", "changes").out


def test_nothing_ends_or_waits_yet(lilas: Terminal) -> None:
    assert "No yes ends soon.\n" == lilas.type("lists", "expiring").out
    assert "Nobody in these days.\n" == lilas.type("lists", "coming-of-age").out
    assert "Nothing waits.\n" == lilas.type("lists", "confirmations").out
    assert 2 == lilas.type("lists", "expiring", "--days", "9" * 30).code


def test_an_answer_that_does_not_wait_is_neither_confirmed_nor_declined(lilas: Terminal) -> None:
    for step in (("lists", "confirm", NOBODY), ("lists", "decline", NOBODY)):
        assert "Nothing waits here" in refused(lilas.type(*step))
