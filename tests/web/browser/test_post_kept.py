"""
Whoever leaves a post for a while finds it again as it was.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator

from service.decision.powers import Role
from service.web.session import COOKIE
from tests.api import office
from tests.web.browser.visitor import Visitor
from tests.web.staffed import StaffedHouse

WORDS = "Our garden in bloom.\nCome and see it!"
DAY = "2031-05-12"


def putting_in(somebody: Visitor, *photos: Path) -> Visitor:
    """
    Put photos and words into a post.
    """
    somebody.go("/")
    somebody.page.get_by_label("Choose files").set_input_files(photos)
    somebody.fill("Text", WORDS)
    return somebody


def ask(somebody: Visitor) -> None:
    """
    Press "Check".
    """
    somebody.click(somebody.page.get_by_role("button", name="Check", exact=True))


def at_the_answer(
    house: StaffedHouse, visit: Callable[..., Visitor], photo: Path, **how: bool
) -> Visitor:
    """
    Ask about a photo, words and a day, for the channel *Our page*.
    """
    somebody = putting_in(house.let_in(visit(**how), Role.PUBLISHER), photo)
    somebody.page.get_by_label("Channel").select_option(label="Our page · Everybody")
    somebody.fill("Planned day (empty: now)", DAY)
    ask(somebody)
    assert somebody.sees("Check again if you publish later.")
    return somebody


def finds_it_again(somebody: Visitor) -> bool:
    """
    Tell whether everything that was put into the post stands in its form.
    """
    assert somebody.sees("May I publish this?")
    assert somebody.page.get_by_alt_text("Picture 1").count()
    assert WORDS == somebody.page.get_by_label("Text").input_value()
    assert "Our page" in chosen(somebody.page.get_by_label("Channel"))
    return DAY == somebody.page.get_by_label("Planned day").input_value()


def chosen(choice: Locator) -> str:
    """
    Give what stands in a list that is closed.
    """
    text: str = choice.evaluate("list => list.selectedOptions[0].text")
    return text


def mark_a_region(somebody: Visitor) -> None:
    """
    Say in numbers what is covered.
    """
    for side in ("From left", "From top", "Width", "Height"):
        somebody.page.get_by_label(side).first.fill("30")


@pytest.mark.parametrize("step", ["Cover or crop", "Register the photo"])
def test_cancel_leads_back_to_the_post(
    house: StaffedHouse, at_hand: Callable[..., Visitor], photo: Path, step: str
) -> None:
    office.channel(house.door)
    somebody = at_the_answer(house, at_hand, photo, scripts=False)
    somebody.press(step)
    somebody.press("Cancel")

    assert finds_it_again(somebody)


def test_the_details_of_a_picture_are_left_without_losing_the_post(
    house: StaffedHouse, at_desk: Callable[..., Visitor], photo: Path
) -> None:
    office.channel(house.door)
    somebody = at_the_answer(house, at_desk, photo)
    somebody.press("Register the photo")
    somebody.press("Next")
    somebody.press("Cancel")

    assert finds_it_again(somebody)


def test_words_are_changed_after_an_answer(
    house: StaffedHouse, at_hand: Callable[..., Visitor], photo: Path
) -> None:
    office.channel(house.door)
    somebody = at_the_answer(house, at_hand, photo)
    somebody.press("Change the post")

    assert finds_it_again(somebody)
    somebody.look("check-changed")
    somebody.fill("Text", "Only the garden.")
    ask(somebody)
    assert 2 == somebody.page.locator("figure").count()


def test_a_post_whose_picture_is_covered_keeps_its_words(
    house: StaffedHouse, visit: Callable[..., Visitor], photo: Path
) -> None:
    office.channel(house.door)
    somebody = at_the_answer(house, visit, photo)
    somebody.press("Cover or crop")
    somebody.press("Cover")
    assert somebody.sees("Mark at least one region inside of the picture")
    mark_a_region(somebody)
    somebody.press("Cover")
    somebody.look("covered-of-post")
    somebody.press("Start over")
    mark_a_region(somebody)
    somebody.press("Cover")
    somebody.press("Nobody is recognisable any more: register it")
    somebody.press("Next")
    somebody.page.get_by_label("No, someone else is visible").check()
    somebody.page.get_by_label("Whose photo").select_option("My own photo")
    somebody.fill("Photographer", "Nadia Peeters")
    somebody.press("Register and attest")
    somebody.press("Check again")

    assert somebody.sees("This very photo is registered.")
    somebody.press("Change the post")
    assert finds_it_again(somebody)
    assert 1 == somebody.page.locator("ul.pictures img").count()


def test_pictures_kept_for_too_short_are_named_and_the_words_stay(
    house: StaffedHouse, at_desk: Callable[..., Visitor], photo: Path
) -> None:
    office.channel(house.door)
    somebody = at_the_answer(house, at_desk, photo)
    somebody.page.evaluate("document.querySelector('#again [name=draft]').value = 'gone'")
    somebody.press("Change the post")

    assert somebody.sees("The pictures were kept for a short time only.")
    assert WORDS == somebody.page.get_by_label("Text").input_value()


def test_no_channel_is_chosen_for_whoever_used_none(
    house: StaffedHouse, at_hand: Callable[..., Visitor], photo: Path
) -> None:
    """
    Else a verdict for the first of the alphabet is taken for that of the one meant.
    """
    office.photo_of_emeka(house.door)
    office.channel(house.door, "instagram", name="Another page")
    somebody = house.let_in(at_hand(), Role.CHECKER)
    somebody.go("/")
    assert "Every channel" in chosen(somebody.page.get_by_label("Channel"))
    ask(putting_in(somebody, photo))

    assert somebody.sees("Where it may go")
    somebody.look("answer-everywhere-first")
    somebody.press("Go on with this channel: Our page")
    assert "Publish" == somebody.page.get_by_role("heading", level=1).inner_text()
    assert somebody.page.get_by_role("button", name="Propose it").count()
    somebody.go("/")
    assert "Our page" in chosen(somebody.page.get_by_label("Channel"))


def test_a_copy_is_fetched_and_the_post_is_still_there(
    house: StaffedHouse, at_desk: Callable[..., Visitor], photo: Path
) -> None:
    office.photo_of_emeka(house.door)
    somebody = at_the_answer(house, at_desk, photo)
    somebody.press("Download the release copy")
    assert "Our page" in chosen(somebody.page.get_by_label("Channel"))
    somebody.press("Cancel")

    assert finds_it_again(somebody)


def test_a_proposal_that_is_not_made_leaves_the_post(
    house: StaffedHouse, at_desk: Callable[..., Visitor], photo: Path
) -> None:
    office.photo_of_emeka(house.door)
    somebody = at_the_answer(house, at_desk, photo)
    somebody.press("Propose it")
    somebody.press("Cancel")

    assert finds_it_again(somebody)


def test_another_language_keeps_what_was_put_in_and_not_sent_yet(
    house: StaffedHouse, at_hand: Callable[..., Visitor], photo: Path
) -> None:
    office.channel(house.door)
    somebody = putting_in(house.let_in(at_hand(), Role.CHECKER), photo)
    somebody.press("Nederlands")

    assert somebody.page.get_by_label("Tekst").input_value() == WORDS
    assert somebody.page.locator("ul.pictures img").first.is_visible()
    somebody.look("check-nl")
    somebody.press("English")
    ask(somebody)
    assert somebody.sees("Register the photo and say who is in it.")
    somebody.press("Deutsch")
    assert somebody.sees("Fragen")
    somebody.press("Das Foto registrieren")
    somebody.press("English")
    somebody.press("Next")
    somebody.fill("Photographer", "Nadia Peeters")
    somebody.press("Français")
    somebody.press("English")
    assert "Nadia Peeters" == somebody.page.get_by_label("Photographer").input_value()
    somebody.press("Cancel")
    assert WORDS == somebody.page.get_by_label("Text").input_value()


@pytest.mark.parametrize("step", ["Cover or crop", "Download the release copy", "Propose it"])
def test_a_step_reads_on_in_another_language(
    house: StaffedHouse, at_desk: Callable[..., Visitor], photo: Path, step: str
) -> None:
    if step == "Cover or crop":
        office.channel(house.door)
    else:
        office.photo_of_emeka(house.door)
    somebody = at_the_answer(house, at_desk, photo)
    somebody.press(step)
    somebody.press("Nederlands")
    assert "nl" == somebody.page.locator("html").get_attribute("lang")
    somebody.press("English")
    somebody.press("Cancel")

    assert finds_it_again(somebody)


def test_whoever_was_signed_out_in_between_signs_in_beside_and_loses_nothing(
    house: StaffedHouse, at_hand: Callable[..., Visitor], photo: Path
) -> None:
    office.channel(house.door)
    somebody = putting_in(house.let_in(at_hand(), Role.CHECKER), photo)
    somebody.context.clear_cookies(name=COOKIE)
    ask(somebody)
    assert somebody.sees("You are not signed in")
    somebody.look("signed-out")
    with somebody.context.expect_page() as beside:
        somebody.press("Sign in (new window)")
    assert beside.value.url.endswith("/sign-in")

    house.let_in(somebody, Role.CHECKER)
    somebody.page.reload()
    assert somebody.sees("Register the photo and say who is in it.")
    somebody.press("Change the post")
    assert WORDS == somebody.page.get_by_label("Text").input_value()
    assert somebody.page.get_by_alt_text("Picture 1").count()


def test_of_several_pictures_it_is_said_which_one_waits(
    house: StaffedHouse, at_hand: Callable[..., Visitor], photo: Path
) -> None:
    office.photo_of_emeka(house.door)
    other = photo.with_name("unknown.jpg")
    other.write_bytes(office.scene(7))
    somebody = putting_in(house.let_in(at_hand(), Role.CHECKER), photo, other)
    ask(somebody)

    assert "Ask" == somebody.page.get_by_role("heading", level=1).inner_text()
    known, unknown = somebody.page.locator("#answer > .list > li").all()
    assert 0 == known.get_by_text("This picture is not registered yet.").count()
    assert 1 == unknown.get_by_text("This picture is not registered yet.").count()
    somebody.look("answer-several")
