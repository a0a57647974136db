"""
A mother draws the line at the first name, and sees that it is drawn.
"""

from collections.abc import Callable

import pytest

from tests.api.family import Household
from tests.api.office import answer, channel, version
from tests.web.browser.visitor import Visitor
from tests.web.relatives import Relative
from tests.web.staffed import StaffedHouse

FIRST = "Only the first name Léa, without a photo?"
WHOLE = "The whole name of Léa, without a photo?"


@pytest.fixture
def anne(house: StaffedHouse, at_hand: Callable[..., Visitor]) -> Relative:
    household = Household(house.door)
    channel(house.door, "facebook", name="Facebook", audience="organisation")
    version(house.door, matters=["image", "first_name", "name", "name_with_image"])
    return Relative(household, at_hand())


def _save(anne: Relative) -> None:
    anne.visitor.press("Check my answers")
    anne.visitor.press("Save")
    anne.visitor.sees("Recorded")


def test_a_mother_allows_the_first_name_and_no_more(anne: Relative) -> None:
    door = anne.household.door
    anne.come_in()
    anne.pick("Facebook", FIRST, "Yes")
    anne.pick("Facebook", WHOLE, "Yes")
    _save(anne)
    assert ["publish"] * 2 == [answer(door, each) for each in ("Léa", "Léa Dupont")]

    anne.visitor.press("Back to Léa")
    anne.pick("Facebook", WHOLE, "No")
    anne.visitor.press("Check my answers")
    anne.visitor.look("family-first-name-review")
    assert anne.visitor.sees("First name only")
    anne.visitor.press("Save")
    anne.visitor.sees("Recorded")

    assert ["publish", "do_not_publish"] == [answer(door, each) for each in ("Léa", "Léa Dupont")]


def test_a_yes_to_the_whole_name_alone_is_asked_about_once_more(anne: Relative) -> None:
    anne.come_in()
    anne.pick("Facebook", FIRST, "No")
    anne.pick("Facebook", WHOLE, "Yes")
    anne.visitor.press("Check my answers")

    assert anne.visitor.sees("The whole name has the first name in it.")
    anne.visitor.look("family-whole-name")
    anne.pick("Facebook", FIRST, "Yes")
    _save(anne)

    assert "publish" == answer(anne.household.door, "Léa Dupont")
