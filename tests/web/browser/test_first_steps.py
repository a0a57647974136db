"""
An administrator has a house with nothing in it yet.
"""

from collections.abc import Callable

from service.decision.powers import Role
from tests.api.office import channel
from tests.web.browser.visitor import Visitor
from tests.web.staffed import StaffedHouse


def test_a_new_house_says_where_to_begin_and_stops_saying_so(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    somebody = house.let_in(at_hand(), Role.ADMINISTRATOR)
    somebody.go("/")
    assert somebody.sees("First steps")
    somebody.look("first-steps")
    steps = [each.get_attribute("href") for each in somebody.page.locator("main ol a").all()]
    assert ["/units", "/channels", "/forms", "/people", "/campaigns", "/members"] == steps
    for each in steps:
        response = somebody.page.goto(f"{somebody.address}{each}")
        assert response is not None
        assert 200 == response.status

    channel(house.door)
    somebody.go("/")
    assert not somebody.page.get_by_text("First steps").count()


def test_where_no_photo_is_registered_it_is_said_how_one_will_be(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    somebody = house.let_in(at_hand(), Role.ADMINISTRATOR)
    somebody.go("/photos")
    assert somebody.sees("check it first")
    somebody.look("photos-none")
    somebody.click(somebody.page.locator("main a.main"))
    assert somebody.page.get_by_label("Choose files").count()
