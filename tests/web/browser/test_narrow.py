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


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_the_word_stays_inside(
    house: StaffedHouse, at_desk: Callable[..., Visitor], language: str
) -> None:
    office.channel(house.door, purposes=["information"])
    somebody = house.let_in(at_desk(), Role.CHECKER)
    somebody.go(f"/language/{language}?back=/")
    somebody.page.locator("#caption").fill("Soup is served.")
    somebody.page.locator("#purpose").select_option("fundraising")
    somebody.page.locator("form#post button.main").click()
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

    lines = somebody.page.evaluate(
        """() => [...document.querySelectorAll(".brand, .top .menu a, .who a")].map(
          (each) => Math.round(each.getBoundingClientRect().top))"""
    )
    assert 1 == len({*lines}), f"{language}: {lines}"
