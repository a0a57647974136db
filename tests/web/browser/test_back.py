"""
Whoever goes back from a page is asked nothing by the browser, whatever gave it.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from service.decision.powers import Role
from tests.api import office
from tests.web.browser.visitor import Visitor
from tests.web.relatives import relative
from tests.web.staffed import StaffedHouse


def test_back_to_what_was_left_by_a_link_or_sent_again(
    house: StaffedHouse, at_hand: Callable[..., Visitor], photo: Path
) -> None:
    office.channel(house.door)
    somebody = house.let_in(at_hand(), Role.ADMINISTRATOR)
    somebody.go("/")
    somebody.page.get_by_label("Choose files").set_input_files(photo)
    somebody.click(somebody.page.get_by_role("button", name="Check", exact=True))
    somebody.press("Cover or crop")
    somebody.press("Cover")
    assert somebody.sees("Mark at least one region inside of the picture")
    somebody.press("Channels")
    assert somebody.sees("Our page")
    somebody.page.go_back()

    assert "Cover or crop" == somebody.page.get_by_role("heading", level=1).inner_text()


def test_back_to_a_proposal_that_is_not_made_yet(
    house: StaffedHouse, at_desk: Callable[..., Visitor], photo: Path
) -> None:
    office.photo_of_emeka(house.door)
    somebody = house.let_in(at_desk(), Role.PUBLISHER)
    somebody.go("/")
    somebody.page.get_by_label("Choose files").set_input_files(photo)
    somebody.page.get_by_label("Channel").select_option(label="Our page · Everybody")
    somebody.click(somebody.page.get_by_role("button", name="Check", exact=True))
    somebody.press("Propose it")
    assert somebody.page.get_by_label("The photo in words").count()
    somebody.press("Publications")
    somebody.page.wait_for_url("**/publications")
    somebody.page.go_back()

    assert somebody.page.get_by_label("The photo in words").count()


@pytest.mark.parametrize("again", [1, 2])
def test_a_form_that_was_refused_is_found_empty(
    house: StaffedHouse, at_desk: Callable[..., Visitor], again: int
) -> None:
    somebody = house.let_in(at_desk(), Role.REGISTRAR)
    somebody.go("/people/new")
    for _ in range(again):
        somebody.page.locator("main form").first.evaluate("form => { form.noValidate = true; }")
        somebody.press("Save")
        assert somebody.sees("Something is not right yet")
    somebody.fill("Given name", "Ines")
    somebody.fill("Family name", "Çelik")
    somebody.page.get_by_label("Category").select_option("beneficiary")
    somebody.press("Save")
    assert somebody.page.get_by_role("heading", level=1, name="Ines Çelik").inner_text()
    somebody.page.go_back()

    assert "" == somebody.page.get_by_label("Given name", exact=True).input_value()


def test_a_family_goes_back_from_answers_that_it_looked_at_twice(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    mother = relative(house, at_hand())
    mother.come_in()
    here = mother.visitor.page.url
    for _ in range(2):
        # The page takes another address before it is left: that is no new page yet.
        mother.visitor.page.evaluate("document.body.dataset.left = 1")
        mother.visitor.click(mother.visitor.page.locator("#cards button.main"))
        mother.visitor.page.wait_for_url("**/review")
        mother.visitor.page.locator("body:not([data-left]) #cards").wait_for()
    mother.visitor.page.go_back()

    assert here == mother.visitor.page.url
    assert mother.visitor.page.locator("#cards").count()
