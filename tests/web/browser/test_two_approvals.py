"""
A page is set to need two approvals, and two members give theirs.
"""

from collections.abc import Callable

from service.decision.powers import Role
from tests.api import office
from tests.web.browser.visitor import Visitor
from tests.web.staffed import StaffedHouse

HINT = "Two members of staff must approve what is proposed here"


def _opened(somebody: Visitor) -> None:
    somebody.go("/proposals")
    somebody.click(somebody.page.get_by_role("link", name="Emeka Dupont at the farm"))


def _ask_for_two(house: StaffedHouse, manager: Visitor) -> None:
    """
    Set the page to need two approvals.
    """
    office.photo_of_emeka(house.door)
    (page,) = house.door.get("/channels")["items"]
    house.door.patch(f"/channels/{page['id']}", {"photo_publisher": "members"})
    manager.go(f"/channels/{page['id']}/change")
    manager.page.get_by_label(HINT).check()
    manager.look("channel-two-approvals")
    manager.press("Save")
    assert manager.sees("Two members of staff")


def _propose(checker: Visitor) -> None:
    """
    Check the words, and propose them.
    """
    checker.go("/")
    checker.fill("Text", "Emeka Dupont at the farm")
    checker.click(checker.page.get_by_role("button", name="Check", exact=True))
    assert checker.sees("Propose it: two members of staff approve it.")
    checker.look("answer-two-approvals")
    checker.press("Propose it")
    checker.press("Propose")
    assert checker.sees("Approved by 0 of 2.")


def test_two_members_approve_before_it_is_published(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    _ask_for_two(house, house.let_in(at_hand(), Role.ADMINISTRATOR))
    _propose(house.let_in(at_hand(), Role.CHECKER))

    asha = house.let_in(at_hand(), Role.PUBLISHER, name="Asha")
    _opened(asha)
    asha.press("Approve")
    assert asha.sees("Approved by 1 of 2.")
    assert not asha.page.get_by_role("button", name="Approve", exact=True).count()
    assert not asha.page.get_by_role("button", name="Record the publication").count()
    asha.look("proposal-one-of-two")

    bram = house.let_in(at_hand(), Role.PUBLISHER, name="Bram")
    bram.go("/proposals")
    bram.look("proposals-one-of-two")
    _opened(bram)
    assert bram.sees("Asha")
    bram.press("Approve")
    assert bram.sees("Approved by 2 of 2.")
    bram.look("proposal-two-of-two")
    bram.press("Record the publication")

    assert 1 == len(house.door.get("/publications")["items"])
