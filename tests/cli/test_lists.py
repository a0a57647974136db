"""
What ends soon, who comes of age, what changed and what waits, in the terminal.
"""

from pathlib import Path

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


def test_who_may_be_entered_twice_stands_together(lilas: Terminal, tmp_path: Path) -> None:
    none_yet = lilas.type("lists", "duplicates")
    table = tmp_path / "people.csv"
    table.write_text(
        "external_id,given_name,family_name,category,born_on,somebody_else\n"
        "1,Léa,Dupont,beneficiary,2016-05-04,\n"
        "2,DUPONT,Lea,beneficiary,2016-05-04,yes\n"
        "3,Léa,Dupont,beneficiary,2016-05-05,\n",
        "utf-8",
    )
    lilas.read("import", table, "--write")

    shown = lilas.type("lists", "duplicates")
    (alike,) = lilas.read("lists", "duplicates")

    assert 2 == lilas.type("lists", "settle", "1", "2", "perhaps").code
    assert "same" == lilas.read("lists", "settle", "1", "2", "same")["verdict"]
    assert "same" in lilas.type("lists", "duplicates").out
    lilas.read("lists", "settle", "2", "1", "apart")
    assert none_yet.out == lilas.type("lists", "duplicates").out
    assert "Nobody seems to be entered twice.\n" == none_yet.out
    assert ["1", "2"] == sorted(each["external_id"] for each in alike)
    assert ("Léa Dupont" in shown.out, "2016-05-05" in shown.out) == (True, False)


def test_nobody_of_the_example_is_entered_twice(told: Terminal) -> None:
    assert [] == told.read("lists", "duplicates")


def test_whoever_asked_too_much_is_listed(lilas: Terminal) -> None:
    assert "Nobody asked too much.\n" == lilas.type("lists", "used-up").out
    ask = ("check", "--name", "Emeka Dupont")
    lilas.type(*ask, OBSTAT_CHECKS_PER_HOUR="1")

    assert "too-many: " in lilas.type(*ask, OBSTAT_CHECKS_PER_HOUR="1").err
    [found] = lilas.read("lists", "used-up")
    assert ("operator", 1, 0) == (found["actor_id"], found["per_hour"], found["people"])
    assert "system" in lilas.type("lists", "used-up").out


def test_where_everybody_said_yes_is_listed(glycines: Terminal) -> None:
    found = glycines.read("lists", "unanimous", "--months", "24")

    assert all(5 <= each["people"] <= each["members"] for each in found)
    shown = glycines.type("lists", "unanimous", "--months", "24").out
    assert all(each["unit"]["name"] in shown for each in found)


def test_where_nobody_answered_nobody_said_yes(lilas: Terminal) -> None:
    assert "Nowhere did everybody say yes.\n" == lilas.type("lists", "unanimous").out
    assert 2 == lilas.type("lists", "unanimous", "--months", "25").code
