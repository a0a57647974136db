"""
Keep the register of channels, their groups, the units, and see the settings.
"""

import pytest

from tests.cli.terminal import NOBODY, Said, Terminal, refused

PAGE = (
    *("channels", "register", "page", "--name", "Our page", "--medium", "social"),
    *("--audience", "public", "--address", "facebook.com/lilas", "--purpose", "information"),
)
CONTACT = ("--contact", "Ann Vos", "--email", "ann@lilas.example")


def asked(terminal: Terminal) -> Said:
    """
    Ask about words that name nobody.
    """
    return terminal.type("check", "--text", "Il neige.", "-c", "page")


def test_channels_are_listed_for_people_and_for_scripts(told: Terminal) -> None:
    shown = told.type("channels", "list")
    listed = told.read("channels", "list")

    assert len(listed) == len(shown.out.splitlines()) - 1
    assert "facebook-page" in shown.out
    assert "facebook-page" in {each["slug"] for each in listed}


def test_no_channel_yet_says_that_nothing_may_be_published(lilas: Terminal) -> None:
    assert "nothing may be published: `obstat channels register`" in (
        lilas.type("channels", "list").out
    )


@pytest.mark.parametrize("called", ["facebook-page", "PAGE PUBLIQUE FACEBOOK"])
def test_channel_is_found_by_short_name_and_by_name(told: Terminal, called: str) -> None:
    shown = told.type("channels", "show", called)
    read = told.read("channels", "show", called)

    assert 0 == shown.code
    assert "audience" in shown.out
    assert "facebook-page" == read["slug"]
    assert read == told.read("channels", "show", read["id"])


def test_channel_is_registered_closed_and_opened_again(lilas: Terminal) -> None:
    made = lilas.type(*PAGE, "--members", "--quota", "4")
    page = lilas.read("channels", "show", "page")
    opened = asked(lilas)
    closed = lilas.type("channels", "close", "page")
    listed = lilas.type("channels", "list")
    refusing = asked(lilas)
    reopened = lilas.read("channels", "reopen", "our page")

    assert (0, f"Registered: {page['id']}\n") == (made.code, made.out)
    assert ("members", 4) == (page["photo_publisher"], page["quota"]["limit"])
    assert 4 == page["quota_left"]
    assert (0, f"Closed: {page['id']}\n") == (closed.code, closed.out)
    assert "closed" in listed.out
    assert [0, 3, 0] == [opened.code, refusing.code, asked(lilas).code]
    assert {"id": page["id"], "closed": False} == reopened


def test_a_channel_says_what_its_posts_look_like(lilas: Terminal) -> None:
    lilas.type(*PAGE, "--template", "Two sentences, no names.")

    assert "Two sentences, no names." in lilas.type("channels", "show", "page").out
    assert "Two sentences, no names." == lilas.read("channels", "show", "page")["template"]


def test_a_channel_is_changed_where_something_is_said(lilas: Terminal) -> None:
    lilas.type(*PAGE, "--members", "--quota", "4", "--template", "Two sentences.")
    before = lilas.read("channels", "show", "page")

    changed = lilas.type("channels", "change", "page", "--two-approvals", "--quota", "2")
    after = lilas.read("channels", "show", "page")

    assert (0, f"Changed: {before['id']}\n") == (changed.code, changed.out)
    quota = {**before["quota"], "limit": 2}
    new = {"two_approvals": True, "quota": quota, "quota_left": 2}
    assert {**before, **new} == after


def test_a_channel_is_changed_back(lilas: Terminal) -> None:
    lilas.type(*PAGE, "--members", "--quota", "4", "--two-approvals")
    told = ("--one-approval", "--publishers", "--no-quota", "--slug", "our-page", "--special")
    lilas.read("channels", "change", "page", *told, "--audience", "organisation", "--no-unit")

    found = lilas.read("channels", "show", "our-page")
    assert (False, "publishers", None) == (
        found["two_approvals"],
        found["photo_publisher"],
        found["quota"],
    )
    assert ("organisation", True) == (found["audience"], found["special_category"])
    both = lilas.type("channels", "change", "our-page", "--quota", "3", "--no-quota")
    assert (2, True) == (both.code, "not both" in both.err)


def test_scripts_are_told_what_was_registered_and_closed(lilas: Terminal) -> None:
    made = lilas.read(*PAGE)
    closed = lilas.read("channels", "close", "page")
    reopened = lilas.type("channels", "reopen", "page")

    assert "page" == made["slug"]
    assert {"id": made["id"], "closed": True} == closed
    assert f"Reopened: {made['id']}\n" == reopened.out


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["show", "myspace"], "see `obstat channels list`"),
        (["close", "myspace"], "see `obstat channels list`"),
        (["reopen", "myspace"], "see `obstat channels list`"),
        (["register", "page"], "Missing option '--name'"),
        ([*PAGE[1:5], "--medium", "smoke"], "'smoke' is not one of"),
        ([*PAGE[1:], "--unit", "Nowhere"], "see `obstat units list`"),
        ([*PAGE[1:], "--group", "nothing"], "see `obstat groups list`"),
        ([*PAGE[1:], "--quota", "0"], "0 is not in the range"),
        (["register", "facebook-page", *PAGE[3:]], "already-exists: "),
        (["register", "Two words", *PAGE[3:]], "invalid-input: "),
    ],
)
def test_channel_that_cannot_be_is_refused_on_one_line(
    told: Terminal, words: list[str], complaint: str
) -> None:
    assert complaint in refused(told.type("channels", *words))


def test_groups_are_made_and_show_their_channels(lilas: Terminal) -> None:
    empty = lilas.type("groups", "list")
    made = lilas.type("groups", "create", "social", "Social networks")
    scripted = lilas.read("groups", "create", "print", "Printed")
    lilas.read(*PAGE, "--group", "social")
    shown = lilas.type("groups", "show", "social networks")
    read = lilas.read("groups", "show", "social")

    assert "`obstat groups create`" in empty.out
    assert (0, f"Made: {read['id']}\n") == (made.code, made.out)
    assert "print" == scripted["slug"]
    assert ("social", ["page"]) == (read["slug"], read["channels"])
    assert "Social networks" in shown.out
    assert {"social", "print"} == {each["slug"] for each in lilas.read("groups", "list")}
    assert 3 == len(lilas.type("groups", "list").out.splitlines())


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["show", NOBODY], "see `obstat groups list`"),
        (["create", "social"], "Missing argument 'NAME'"),
        (["create", "social", "Again"], "already-exists: "),
        (["create", "Two words", "Name"], "invalid-input: "),
        (["list", "social"], "Got unexpected extra argument"),
    ],
)
def test_group_that_cannot_be_is_refused_on_one_line(
    told: Terminal, words: list[str], complaint: str
) -> None:
    assert complaint in refused(told.type("groups", *words))


def test_units_are_entered_and_found(lilas: Terminal) -> None:
    empty = lilas.type("units", "list")
    made = lilas.type("units", "enrol", "Les Mésanges", *CONTACT)
    scripted = lilas.read("units", "enrol", "Hôpital de jour", "--special", *CONTACT)
    shown = lilas.type("units", "show", "les mésanges")
    read = lilas.read("units", "show", "Les Mésanges")
    listed = lilas.type("units", "list")

    assert "`obstat units enrol`" in empty.out
    assert (0, f"Entered: {read['id']}\n") == (made.code, made.out)
    assert ("Les Mésanges", "Ann Vos") == (read["name"], read["contact"]["name"])
    assert "ann@lilas.example" in shown.out
    assert lilas.read("units", "show", scripted["id"])["reveals_special_category"]
    assert 3 == len(listed.out.splitlines())
    assert "reveals health or belief" in listed.out


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["show", "Nowhere"], "see `obstat units list`"),
        (["show"], "Missing argument 'UNIT'"),
        (["enrol", "Les Merles"], "Missing option '--contact'"),
        (["enrol", " ", *CONTACT], "invalid-input: "),
    ],
)
def test_unit_that_cannot_be_is_refused_on_one_line(
    told: Terminal, words: list[str], complaint: str
) -> None:
    assert complaint in refused(told.type("units", *words))


def test_settings_are_shown_for_people_and_for_scripts(lilas: Terminal) -> None:
    shown = lilas.type("settings", "show")
    read = lilas.read("settings", "show")

    assert ("lilas", "BE", ["fr"]) == (read["slug"], read["jurisdiction"], read["languages"])
    assert "Europe/Brussels" in shown.out
    assert "contact.email" in shown.out
    assert "Got unexpected extra argument" in refused(lilas.type("settings", "show", "policy"))


def test_the_office_has_hours_of_its_own(lilas: Terminal) -> None:
    hours = ["saturday", "monday", "--from", "9", "--until", "12"]

    changed = lilas.read("settings", "office-hours", *hours)

    told = {"days": ["monday", "saturday"], "from_hour": 9, "until_hour": 12}
    assert told == changed["office_hours"] == lilas.read("settings", "show")["office_hours"]
    assert "begin before" in refused(
        lilas.type("settings", "office-hours", *hours[:4], "--until", "9")
    )
