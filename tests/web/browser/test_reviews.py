"""
Somebody looks at a channel and a form again, and says that they still hold.
"""

from collections.abc import Callable

from service.decision.powers import Role
from tests.api.office import channel, version
from tests.web.browser.visitor import Visitor
from tests.web.staffed import StaffedHouse
from tests.web.test_reviews import HOLDS, reviewed_long_ago


def test_what_is_due_is_found_read_and_said_to_hold(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    page = channel(house.door, rules_address="https://facebook.example/rules")
    version(house.door)
    reviewed_long_ago(house, page)
    somebody = house.let_in(at_hand(), Role.ADMINISTRATOR, name="Asha")

    somebody.go("/channels")
    somebody.press("To look at again: 1")
    somebody.look("reviews")
    somebody.click(somebody.page.get_by_role("link", name="Our page"))
    somebody.look("channel-due")
    rules = somebody.page.get_by_role("region", name="Does it still hold?").get_by_role("link")
    assert "https://facebook.example/rules" == rules.get_attribute("href")
    next_on = somebody.page.get_by_label("Look at it again on")
    latest = next_on.get_attribute("max")
    assert latest
    next_on.fill(latest)
    somebody.press(HOLDS)

    assert somebody.sees("Asha looked at it on")
    assert latest == house.door.get(f"/channels/{page}/review")["due_on"]
    somebody.go("/lists/reviews?days=366")
    assert not somebody.page.get_by_role("link", name="Our page").count()
    somebody.click(somebody.page.get_by_role("link", name="Images"))
    somebody.look("form-due")
    somebody.press(HOLDS)
    assert somebody.sees("Asha looked at it on")
    somebody.look("form-reviewed")
