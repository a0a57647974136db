"""
Whoever keeps the channels registers one, asks with a form, and stops everything.
"""

from collections.abc import Callable

from service.decision.powers import Role
from tests.api import office
from tests.web.browser.visitor import Visitor
from tests.web.staffed import StaffedHouse


def test_a_channel_is_registered_changed_and_closed(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    keeper = house.let_in(at_hand(), Role.CHANNEL_MANAGER)
    keeper.go("/channels")
    keeper.look("channels-none")
    keeper.press("Add a channel")
    keeper.fill("Name", "Les Jacinthes, the page")
    keeper.fill("Address or title", "not an address")
    keeper.page.get_by_label("Kind", exact=True).select_option("social")
    keeper.look("channel-new")
    keeper.press("Save")
    assert keeper.sees("Give the address of the page, or a title.")
    keeper.look("channel-wrong")

    keeper.fill("Address or title", "facebook.com/LesJacinthes")
    keeper.press("Save")
    keeper.look("channel")
    keeper.press("Change")
    keeper.fill("Posts at most", "4")
    keeper.press("Save")
    assert keeper.sees("4 a week")
    keeper.press("Close this channel")

    assert keeper.sees("This channel is closed")
    assert ["les-jacinthes-the-page"] == [
        each["slug"] for each in house.door.get("/channels")["items"]
    ]


def test_a_form_is_written_and_fixed_for_ever(
    house: StaffedHouse, at_desk: Callable[..., Visitor]
) -> None:
    office.channel(house.door)
    keeper = house.let_in(at_desk(scripts=False), Role.CHANNEL_MANAGER)
    keeper.go("/forms")
    keeper.fill("Name of the form", "Pictures and names")
    keeper.press("Begin")
    keeper.press("New version")
    keeper.fill("Text: French (Belgium)", "Puis-je montrer votre photo ?")
    keeper.press("Publish this version")
    assert keeper.sees("The form must say that refusing has no consequences; confirm it.")

    keeper.page.get_by_label("The text says that refusing has no consequences (GDPR 7(4)).").check()
    keeper.page.get_by_label("Our page").check()
    keeper.page.get_by_label("Beneficiary").check()
    keeper.press("Publish this version")
    keeper.click(keeper.page.get_by_role("link", name="Version 1"))

    assert keeper.sees("Puis-je montrer votre photo ?")
    assert "For whom Beneficiary" in " ".join(keeper.page.locator("dl").inner_text().split())


def test_everybody_can_use_the_pages_of_forms(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    office.channel(house.door)
    version = office.version(house.door)
    keeper = house.let_in(at_hand(), Role.CHANNEL_MANAGER)

    keeper.go("/forms")
    keeper.look("forms")
    keeper.click(keeper.page.get_by_role("link", name="image"))
    keeper.look("form")
    keeper.press("New version")
    keeper.look("form-version-new")
    keeper.go(f"/form-versions/{version}")
    keeper.look("form-version")


def test_the_crisis_switch_stops_everything_at_once(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    photo = office.photo_of_emeka(house.door)
    keeper = house.let_in(at_hand(), Role.CHANNEL_MANAGER)
    keeper.go("/holds")
    keeper.look("holds-none")

    keeper.press("Stop now")

    assert "do_not_publish" == office.photo_answer(house.door, photo)
    keeper.look("holds")
    keeper.click(keeper.page.locator("summary", has_text="Lift"))
    keeper.press("Lift this hold")
    assert keeper.sees("Nothing stops publication just now.")
    assert "publish" == office.photo_answer(house.door, photo)


def test_a_checker_keeps_no_channels(house: StaffedHouse, at_desk: Callable[..., Visitor]) -> None:
    checker = house.let_in(at_desk(), Role.CHECKER)

    checker.go("/channels/new")

    assert checker.sees("This is not part of your role")
