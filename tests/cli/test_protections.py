"""
Orders that protect adults are kept from the command line.
"""

from pathlib import Path

import pytest

from tests.cli.terminal import NOBODY, Terminal, in_days, refused


def luc(terminal: Terminal, folder: Path) -> None:
    """
    Enter Luc, an adult.
    """
    table = folder / "people.csv"
    head = "external_id,given_name,family_name,category,jurisdiction,born_on\n"
    table.write_text(f"{head}luc,Luc,Hermans,beneficiary,BE,1961-02-03\n", "utf-8")
    terminal.read("import", table, "--write")


def test_an_order_is_recorded_listed_and_ended(lilas: Terminal, tmp_path: Path) -> None:
    luc(lilas, tmp_path)

    empty = lilas.type("protections", "list", "luc")
    order = ("--kind", "assistance", "--covers", "image", "--from", "2024-03-01", "--intimate")
    made = lilas.read("protections", "record", "Luc Hermans", *order, "--proof", "order 12")
    shown = lilas.type("protections", "list", "luc")
    ended = lilas.read("protections", "end", made["id"], "--on", in_days(90))
    (listed,) = lilas.read("protections", "list", "luc")

    assert "No order protects this person.\n" == empty.out
    for each in ("assistance", "image", "2024-03-01", "order 12", made["id"]):
        assert each in shown.out
    assert listed["protection"]["intimacy_authorised"]
    assert in_days(90) == ended["until_on"] == listed["protection"]["until_on"]


def test_an_order_is_told_to_people_on_one_line(lilas: Terminal, tmp_path: Path) -> None:
    luc(lilas, tmp_path)

    order = ("--kind", "representation", "--covers", "other", "--review", in_days(900))
    recorded = lilas.type("protections", "record", "luc", *order)
    (listed,) = lilas.read("protections", "list", "luc")
    shown = lilas.type("protections", "list", "luc")
    order_id = listed["protection"]["id"]
    ended = lilas.type("protections", "end", order_id)

    assert f"Recorded: {order_id}\n" == recorded.out
    assert "other" in shown.out
    assert f"Ended: {order_id}\n" == ended.out


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["record", "Nobody", "--kind", "assistance", "--covers", "other"], "no such person"),
        (["record", "noah-janssens", "--covers", "other"], "Missing option '--kind'"),
        (["record", "noah-janssens", "--kind", "charm"], "'charm' is not one of"),
        (["record", "noah-janssens", "--kind", "assistance"], "Missing option '--covers'"),
        (["end", NOBODY], "no such order"),
        (["end", NOBODY, "--on", "soon"], "a day is written 2026-05-12"),
    ],
)
def test_an_order_that_cannot_be_is_refused_on_one_line(
    told: Terminal, words: list[str], complaint: str
) -> None:
    assert complaint in refused(told.type("protections", *words))
