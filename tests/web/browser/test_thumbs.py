"""
What is pressed on a telephone can be met with a thumb.
"""

from collections.abc import Callable

from service.decision.powers import Role
from tests.web.browser.visitor import PHONE, Visitor
from tests.web.staffed import StaffedHouse

THUMB_PX = 44

TOO_SMALL = """(least) => [...document.querySelectorAll("a, button, select, summary, label.choice")]
  .filter((each) => each.checkVisibility() && !each.matches(".skip"))
  // Within a sentence a link is as high as its line.
  .filter((each) => each.parentElement.textContent.trim() === each.textContent.trim()
    || getComputedStyle(each).display !== "inline")
  .filter((each) => each.getBoundingClientRect().height < least)
  .map((each) => each.outerHTML)"""


def too_small(somebody: Visitor, path: str) -> list[str]:
    """
    Give what is too low on the page of this path.
    """
    somebody.go(path)
    somebody.page.set_viewport_size({"width": PHONE.width, "height": PHONE.height})
    found: list[str] = somebody.page.evaluate(TOO_SMALL, THUMB_PX)
    return [f"{path}: {each}" for each in found]


def test_links_that_stand_alone_are_high_enough(
    house: StaffedHouse, at_desk: Callable[..., Visitor]
) -> None:
    house.door.unit(name="Les Bleuets")
    person = house.door.person()
    somebody = house.let_in(at_desk(), Role.ADMINISTRATOR)
    pages = ("/members", "/members/new", "/units", "/forms", "/lists/changes", "/account")

    assert [] == [
        each
        for path in (*pages, f"/people/{person}/history", f"/people/{person}/withdraw")
        for each in too_small(somebody, path)
    ]


def test_those_who_are_not_signed_in_have_thumbs_too(
    house: StaffedHouse, at_desk: Callable[..., Visitor]
) -> None:
    family = f"/f/{house.door.organisation.slug}"
    pages = ("/sign-in", "/forgotten", family, f"{family}/complain")
    somebody = at_desk()

    assert [] == [each for path in pages for each in too_small(somebody, path)]
