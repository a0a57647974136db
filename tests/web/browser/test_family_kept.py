"""
A family reads on in other letters or words; what was ticked and typed stays.
"""

from collections.abc import Callable

import pytest

from tests.web.browser.visitor import Visitor
from tests.web.relatives import Relative, relative
from tests.web.staffed import StaffedHouse

PHOTO = "A photo of Léa?"


@pytest.fixture
def father(house: StaffedHouse, at_hand: Callable[..., Visitor]) -> Relative:
    """
    Give somebody who came in.
    """
    somebody = relative(house, at_hand())
    somebody.come_in()
    return somebody


@pytest.fixture
def on_an_old_phone(house: StaffedHouse, at_desk: Callable[..., Visitor]) -> Relative:
    """
    Give the same on one that runs no scripts.
    """
    somebody = relative(house, at_desk(scripts=False))
    somebody.come_in()
    return somebody


def ticked(father: Relative) -> list[str]:
    """
    Give what is ticked on the page, as it is read.
    """
    return [
        " ".join(each.inner_text().split())
        for each in father.visitor.page.locator("label.pick:has(input:checked)").all()
    ]


def test_large_print_keeps_what_is_ticked(father: Relative) -> None:
    father.pick("Facebook", PHOTO, "Not now")
    father.pick("Our site", PHOTO, "No")
    father.visitor.press("Large print")

    assert "large" in (father.visitor.page.locator("html").get_attribute("class") or "")
    assert ["Not now", "No"] == sorted(ticked(father), reverse=True)
    father.visitor.look("family-ticked-large")
    father.visitor.press("Check my answers")
    assert father.visitor.sees("This will change")
    assert 2 == father.visitor.page.locator("main .list li").count()


def test_another_language_keeps_what_is_ticked(on_an_old_phone: Relative) -> None:
    father = on_an_old_phone
    father.pick("Facebook", PHOTO, "Yes")
    father.visitor.press("Nederlands")

    assert ["Ja"] == ticked(father)
    father.visitor.press("Mijn antwoorden nakijken")
    assert "Dit verandert" == father.headline()


def test_the_review_stays_what_it_is_and_is_saved(father: Relative) -> None:
    father.pick("Facebook", PHOTO, "Yes")
    father.visitor.press("Check my answers")
    father.visitor.press("Large print")
    assert "This will change" == father.headline()
    father.visitor.press("Français")
    assert "Ceci va changer" == father.headline()
    assert "large" in (father.visitor.page.locator("html").get_attribute("class") or "")
    father.visitor.look("family-review-again")
    father.visitor.press("English")
    father.visitor.press("Save")

    assert father.visitor.sees("Recorded")


def test_a_no_everywhere_is_still_one_after_the_letters_changed(on_an_old_phone: Relative) -> None:
    father = on_an_old_phone
    father.visitor.press("No everywhere")
    father.visitor.press("Large print")

    assert father.visitor.sees("No everywhere: Léa is shown nowhere")
    father.visitor.press("Save")
    assert father.visitor.sees("Recorded")


def test_whoever_looked_through_the_answers_goes_back_and_changes_one(
    on_an_old_phone: Relative,
) -> None:
    father = on_an_old_phone
    father.pick("Facebook", PHOTO, "Yes")
    father.visitor.press("Check my answers")
    father.visitor.press("Change my answers")
    assert ["Yes"] == ticked(father)
    father.pick("Facebook", PHOTO, "No")
    father.visitor.press("Check my answers")
    father.visitor.press("Save")

    assert father.visitor.sees("Recorded")
    father.visitor.go(f"{father.start}/people")
    assert ["No"] == ticked(father)


def test_enter_on_an_answer_checks_the_answers(on_an_old_phone: Relative) -> None:
    """
    And does not press the first button of the page, which is about letters.
    """
    father = on_an_old_phone
    father.pick("Facebook", PHOTO, "No")
    father.visitor.page.keyboard.press("Enter")

    assert father.visitor.sees("This will change")


def test_what_a_complaint_says_stays_in_another_language(father: Relative) -> None:
    father.visitor.go(f"{father.start}/complain")
    father.visitor.fill("What happened?", "She is on your page.")
    father.visitor.page.locator("#wish").select_option("erase")
    father.visitor.press("Large print")
    father.visitor.press("Nederlands")

    assert "She is on your page." == father.visitor.page.locator("#text").input_value()
    assert "erase" == father.visitor.page.locator("#wish").input_value()
    father.visitor.look("family-complain-again")


def test_whoever_was_away_too_long_is_told_that_nothing_was_saved(father: Relative) -> None:
    father.pick("Facebook", PHOTO, "No")
    father.visitor.press("Check my answers")
    father.visitor.context.clear_cookies(name="__Host-obstat-family")
    father.visitor.press("Save")

    assert father.visitor.sees("What you had not saved does not count yet.")
    father.visitor.look("family-away")


def test_back_from_the_receipt_leads_to_the_answers(father: Relative) -> None:
    """
    Not to a page of the browser that asks to send a form again.
    """
    father.pick("Facebook", PHOTO, "No")
    father.visitor.press("Check my answers")
    father.visitor.press("Save")
    assert father.visitor.sees("Recorded")
    father.visitor.page.go_back()

    assert father.visitor.sees("Where may Léa be shown?")
    assert ["No"] == ticked(father)


def test_a_page_that_is_not_there_leads_home_and_shows_nothing_of_staff(father: Relative) -> None:
    father.visitor.go(f"{father.start}/people/nobody")

    assert father.visitor.sees("There is no such page")
    assert 0 == father.visitor.page.locator("a[href='/account']").count()
    father.visitor.look("family-lost")
    father.visitor.click(father.visitor.page.locator("a.brand"))
    assert father.visitor.sees("Where may Léa be shown?")
