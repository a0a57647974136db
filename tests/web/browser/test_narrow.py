"""
The word of an answer stays inside of its frame, in every language, on a small phone.
"""

from collections.abc import Callable

import pytest

from service.decision.powers import Role
from tests.api import office
from tests.web.browser.visitor import NARROWEST_PX, Visitor
from tests.web.staffed import StaffedHouse

PHONES_PX = (NARROWEST_PX, 360)
DESK_PX = 1280
TOPS = """() => [
  ...document.querySelectorAll(".brand, .brand svg, .top nav:not(.folded) a, .who a")
].map(
  (each) => Math.round(each.closest("a").getBoundingClientRect().top))"""
LONG_NAME = "Marie-Antoinette Vandenbroucke-Vanderstappen van den Eynde de la Kethulle"


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_the_word_stays_inside(
    house: StaffedHouse, at_desk: Callable[..., Visitor], language: str
) -> None:
    office.channel(house.door, purposes=["information"])
    somebody = house.let_in(at_desk(), Role.CHECKER)
    somebody.go(f"/language/{language}?back=/")
    somebody.page.locator("#caption").fill("Soup is served.")
    somebody.page.locator("#purpose").select_option("fundraising")
    somebody.click(somebody.page.locator("form#post button.main"))
    somebody.page.locator(".verdict.do_not_publish").wait_for()

    for width in PHONES_PX:
        somebody.page.set_viewport_size({"width": width, "height": 740})
        # What it takes, by its letters: a box does not grow with a word that is too long.
        out_by = somebody.page.evaluate(
            """() => {
              const card = document.querySelector(".verdict");
              const word = document.createRange();
              word.selectNodeContents(card.querySelector("h1"));
              const end = (each) => each.getBoundingClientRect().right;
              return end(word) - end(card) + parseFloat(getComputedStyle(card).paddingRight);
            }"""
        )
        assert 0 >= round(out_by), f"{language}, {width}: {out_by}"


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_the_longest_menu_is_one_line_at_a_desk(
    house: StaffedHouse, at_desk: Callable[..., Visitor], language: str
) -> None:
    somebody = house.let_in(at_desk(), Role.ADMINISTRATOR)
    somebody.page.set_viewport_size({"width": DESK_PX, "height": 740})
    somebody.go(f"/language/{language}?back=/")

    lines = somebody.page.evaluate(TOPS)
    assert 1 == len({*lines}), f"{language}: {lines}"


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_a_long_name_gives_way_to_the_menu_and_is_heard_whole(
    house: StaffedHouse, at_desk: Callable[..., Visitor], language: str
) -> None:
    somebody = house.let_in(at_desk(), Role.ADMINISTRATOR, name=LONG_NAME)
    somebody.page.set_viewport_size({"width": DESK_PX, "height": 740})
    somebody.go(f"/language/{language}?back=/")

    assert 1 == len({*somebody.page.evaluate(TOPS)}), language
    assert 20 < somebody.page.locator(".brand svg").evaluate("each => each.clientWidth")
    assert somebody.page.get_by_role("link", name=LONG_NAME, exact=True).is_visible()
    for width in PHONES_PX:
        somebody.page.set_viewport_size({"width": width, "height": 740})
        brand, name = somebody.page.evaluate(
            """() => [".brand", ".who a"].map((each) => {
              const box = document.querySelector(each).getBoundingClientRect();
              return [Math.round(box.top), Math.round(box.right)];
            })"""
        )
        assert (brand[0], True) == (name[0], name[1] <= width), f"{language}, {width}"


def test_the_longest_menu_is_one_line_on_a_phone_and_opens_without_script(
    house: StaffedHouse, at_desk: Callable[..., Visitor]
) -> None:
    somebody = house.let_in(at_desk(scripts=False), Role.ADMINISTRATOR)
    somebody.page.set_viewport_size({"width": 390, "height": 740})
    somebody.go("/")
    people = somebody.page.get_by_role("link", name="People", exact=True)

    assert 70 > somebody.page.locator(".top").evaluate("each => each.offsetHeight")
    assert not people.is_visible()
    somebody.page.locator(".folded summary").focus()
    somebody.page.keyboard.press("Enter")
    somebody.click(people)
    assert somebody.page.url.endswith("/people")
    assert not people.is_visible()
