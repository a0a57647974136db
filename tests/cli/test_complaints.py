"""
Complaints are dealt with on the command line from the first call to the letter.
"""

from tests.cli.terminal import Terminal, refused


def test_a_complaint_is_taken_in_answered_and_closed(lilas: Terminal) -> None:
    shown = lilas.type(
        *("complaints", "file", "My picture is on your page"),
        *("--complainant", "Ada Vos", "--language", "nl", "--may-be-breach"),
    )
    number = shown.out.split()[1].rstrip(":")
    (listed,) = lilas.read("complaints", "list")
    (pressing,) = lilas.read("complaints", "list", "--pressing")

    assert "This may be a breach" in shown.out
    assert (number, "breach") == (listed["complaint"]["number"], listed["urgency"])
    assert listed == pressing
    assert number in lilas.type("complaints", "list").out
    assert "Uw klacht" in lilas.type("complaints", "letter", number).out
    assert "Say what or why" in refused(lilas.type("complaints", "step", number, "noted"))
    lilas.read("complaints", "step", number, "breach_dismissed", "--note", "Nobody saw it")
    lilas.read("complaints", "close", number, "upheld", "--note", "Het spijt ons.")
    assert "Het spijt ons." in lilas.read("complaints", "letter", number, "closing")["text"]
    assert "closed" in lilas.type("complaints", "show", number).out
    assert [] == lilas.read("complaints", "list", "--pressing")


def test_what_a_complaint_is_about_is_asked_to_come_down(glycines: Terminal) -> None:
    what = ("--name", "Emma Peeters", "-c", "intranet")
    before = glycines.read("takedowns", "list")
    post = glycines.read("publications", "record", *what)["id"]
    filed = glycines.type("complaints", "file", "Take it down", "--publication", post)
    number = filed.out.split()[1].rstrip(":")

    opened = glycines.read("complaints", "take-down", number)

    after = [each for each in glycines.read("takedowns", "list") if each not in before]
    assert opened["takedowns"] == [each["takedown"]["id"] for each in after]


def test_a_complaint_that_nobody_filed_is_not_found(lilas: Terminal) -> None:
    assert "There is no such complaint" in refused(lilas.type("complaints", "show", "2026-0001"))
    assert "Nobody complained" in lilas.type("complaints", "list").out
