"""
Whoever comes back to an answer finds it, or is told why not; the browser asks nothing.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from service.decision.powers import Role
from tests.api import office
from tests.web.browser.visitor import Visitor
from tests.web.reader import reader, words
from tests.web.staffed import StaffedHouse

WORDS = "In the garden with everybody"


def asking(somebody: Visitor, photo: Path, text: str = WORDS) -> Visitor:
    """
    Ask about a photo and words.
    """
    somebody.go("/")
    somebody.page.get_by_label("Choose files").set_input_files(photo)
    somebody.fill("Text", text)
    somebody.click(somebody.page.get_by_role("button", name="Check", exact=True))
    assert somebody.sees("Check again if you publish later.")
    return somebody


@pytest.mark.parametrize("step", ["Cover or crop", "Register the photo", "Change the post"])
def test_back_leads_to_the_answer_with_its_picture_and_its_words(
    house: StaffedHouse, at_hand: Callable[..., Visitor], photo: Path, step: str
) -> None:
    office.channel(house.door)
    somebody = asking(house.let_in(at_hand(), Role.CHECKER), photo)
    somebody.press(step)
    somebody.page.wait_for_url(lambda url: "/checks/" not in url)
    somebody.page.go_back()

    assert somebody.sees("Register the photo and say who is in it.")
    assert somebody.page.get_by_alt_text("Picture sent, 1").evaluate("each => each.naturalWidth")
    assert not somebody.page.get_by_text("kept nowhere").is_visible()
    somebody.look("answer-again")
    somebody.page.reload()
    somebody.press("Change the post")
    assert WORDS == somebody.page.get_by_label("Text").input_value()


def test_a_yes_is_never_shown_from_memory(
    house: StaffedHouse, at_hand: Callable[..., Visitor], photo: Path
) -> None:
    office.photo_of_emeka(house.door)
    somebody = asking(house.let_in(at_hand(), Role.CHECKER), photo, "")
    assert "Publish" == somebody.page.get_by_role("heading", level=1).inner_text()
    somebody.page.reload()
    assert somebody.sees("This answer is old.")
    assert 0 == somebody.page.locator(".verdict, .publish").count()
    assert somebody.page.title().startswith("May I publish this?")
    somebody.look("answer-again-old")
    somebody.press("Check again")
    assert "Publish" == somebody.page.get_by_role("heading", level=1).inner_text()


def test_without_its_words_nothing_is_asked_on(
    house: StaffedHouse, at_desk: Callable[..., Visitor], photo: Path
) -> None:
    """
    Else a post that names somebody is asked about without the name.
    """
    office.channel(house.door)
    somebody = asking(house.let_in(at_desk(), Role.CHECKER), photo)
    address, somebody.page = somebody.page.url, somebody.context.new_page()
    somebody.page.goto(address)

    assert somebody.sees("The words of this post are kept nowhere")
    assert not somebody.page.get_by_role("button", name="Check again").is_visible()
    assert not somebody.page.get_by_role("button", name="Change the post").is_visible()
    somebody.press("Another post")
    assert somebody.sees("May I publish this?")


def test_a_post_that_was_changed_is_left_without_a_question_of_the_browser(
    house: StaffedHouse, at_desk: Callable[..., Visitor], photo: Path
) -> None:
    office.channel(house.door)
    somebody = asking(house.let_in(at_desk(), Role.CHECKER), photo)
    somebody.press("Change the post")
    somebody.click(somebody.page.get_by_role("button", name="Check", exact=True))
    assert somebody.sees("Check again if you publish later.")
    somebody.page.go_back()

    assert somebody.page.url.endswith(":" + somebody.address.rpartition(":")[2] + "/")
    assert somebody.sees("May I publish this?")


def test_an_answer_is_found_again_by_whoever_asked_alone(house: StaffedHouse) -> None:
    office.channel(house.door)
    sarah, other = reader(house, Role.CHECKER, "Sarah"), reader(house, Role.ADMINISTRATOR)
    asked = sarah.client.post(
        "/check",
        data={"caption": "At the farm"},
        headers=sarah.headers(),
        files={"picture": ("farm.jpg", office.scene(7), "image/jpeg")},
    )
    (address,) = {
        each.split('"')[0] for each in asked.text.split('data-address="')[1:] if each[0] == "/"
    }

    assert "Answered on" in sarah.get(address)
    other.get(address, 404)
    other.get("/checks/7/answer", 404)
    assert "kept for a short time only" in words(sarah.fetch(f"{address}?draft=7").text)
