"""
Propose posts, approve and release them.
"""

import pytest

from service.records.organisation import Publishing
from service.settings import Settings
from service.usecases.organisations import OrganisationDetails
from service.wiring import build
from tests.cli.terminal import NOBODY, Terminal, in_days, refused

EMMA = ("-c", "intranet", "--text", "Emma Peeters et les chèvres")


def proposed(terminal: Terminal, *more: str) -> str:
    """
    Propose to name Emma on the intranet; give the id.
    """
    made: str = terminal.read("proposals", "propose", *EMMA, *more)["id"]
    return made


def one_publisher(terminal: Terminal) -> None:
    """
    Let whoever proposes approve as well.
    """
    registry = build(Settings.from_env(terminal.environment()))
    (house,) = registry.organisations.list_organisations()
    caller = registry.organisations.act_as_operator(house)
    registry.organisations.change_settings(
        caller, OrganisationDetails(publishing=Publishing(own_approval=True))
    )
    registry.close()


def test_a_proposal_is_made_listed_and_shown(glycines: Terminal) -> None:
    said = glycines.type("proposals", "propose", *EMMA, "--on", in_days(20))
    made = said.out.removeprefix("Proposed: ").strip()
    listed = glycines.type("proposals", "list", "--state", "proposed", "--mine")
    (plain,) = glycines.read("proposals", "list", "--channel", "intranet")
    shown = glycines.type("proposals", "show", made)

    assert 0 == said.code
    assert in_days(20) in listed.out
    assert "les chèvres" in listed.out
    assert made == plain["proposal"]["id"]
    assert "proposed" in shown.out


def test_nobody_approves_their_own_and_it_can_go_back_or_be_withdrawn(glycines: Terminal) -> None:
    first, second = proposed(glycines), proposed(glycines)

    own = refused(glycines.type("proposals", "approve", first))
    back = glycines.type("proposals", "send-back", first, "--note", "Another day.")
    gone = glycines.read("proposals", "withdraw", second)

    assert "Somebody else must approve" in own
    assert f"Sent back: {first}\n" == back.out
    assert "Another day." in glycines.type("proposals", "show", first).out
    assert {"id": second, "withdrawn": True} == gone


def test_a_house_with_one_publisher_approves_and_publishes(glycines: Terminal) -> None:
    one_publisher(glycines)
    made = proposed(glycines)

    assert f"Approved: {made}\n" == glycines.type("proposals", "approve", made).out
    assert made in glycines.type("proposals", "due").out
    said = glycines.type("proposals", "release", made, "--where", "https://intranet.example/1")
    (published,) = glycines.read("publications", "list", "--channel", "intranet")

    assert f"Published: {published['id']}\n" == said.out
    assert "https://intranet.example/1" == published["where"]
    assert "Nothing is due.\n" == glycines.type("proposals", "due").out


def test_a_release_that_is_refused_says_how_to_read_why(glycines: Terminal) -> None:
    one_publisher(glycines)
    made = proposed(glycines)
    glycines.type("proposals", "approve", made)
    glycines.type("holds", "place", "crisis")

    line = refused(glycines.type("proposals", "release", made))

    assert line.endswith("Read it with `obstat checks show`.")
    assert "blocked" in glycines.type("proposals", "list").out


def test_the_command_line_is_no_member_where_two_must_approve(glycines: Terminal) -> None:
    page = ("--medium", "web", "--audience", "public", "--purpose", "information", "--members")
    address = ("--name", "News", "--address", "news.example", "--two-approvals")
    glycines.type("channels", "register", "news", *page, *address)
    made = glycines.read("proposals", "propose", "-c", "news", "--text", "The goats are back")["id"]

    line = refused(glycines.type("proposals", "approve", made))

    assert "Two others must approve what you propose here." in line
    assert "0 of 2" in glycines.type("proposals", "list", "--channel", "news").out
    assert glycines.read("channels", "show", "news")["two_approvals"]


def test_nothing_is_proposed_yet(lilas: Terminal) -> None:
    assert "Nothing is proposed.\n" == lilas.type("proposals", "list").out


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["propose", "--text", "Hello"], "Missing option '--channel'"),
        (["propose", *EMMA, "--alt", "A goat"], "Each photo comes once"),
        (["propose", *EMMA, "--photo", "Nothing"], "see `obstat photos list`"),
        (["list", "--state", "lost"], "'lost' is not one of"),
        (["list", "--unit", "Nowhere"], "see `obstat units list`"),
        (["show", NOBODY], "not-found: "),
        (["approve", NOBODY], "not-found: "),
        (["withdraw", NOBODY], "not-found: "),
        (["release", NOBODY], "not-found: "),
        (["send-back", NOBODY], "Missing option '--note'"),
        (["send-back", NOBODY, "--note", "no"], "not-found: "),
    ],
)
def test_proposal_that_cannot_be_is_refused_on_one_line(
    told: Terminal, words: list[str], complaint: str
) -> None:
    assert complaint in refused(told.type("proposals", *words))
