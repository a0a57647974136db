"""
A post goes from the checker to the publisher to the page, and comes down again.
"""

from collections.abc import Callable
from pathlib import Path

from service.decision.powers import Role
from tests.api import office
from tests.web.browser.visitor import Visitor
from tests.web.staffed import StaffedHouse

CHECKLIST = ["No number plates"]


def _open_to_members(house: StaffedHouse, **more: object) -> None:
    (page,) = house.door.get("/channels")["items"]
    house.door.patch(f"/channels/{page['id']}", {"photo_publisher": "members"} | more)


def _two_published(house: StaffedHouse) -> tuple[str, str]:
    """
    Publish a photo twice on our page, beside which there is our site.
    """
    photo_id = office.photo_of_emeka(house.door)
    _open_to_members(house)
    office.channel(house.door, "website", name="Our site")
    body = {"photo_ids": [photo_id], "channel": "facebook"}
    first, second = (house.door.post("/publications", body)["id"] for _ in range(2))
    return first, second


def _propose(somebody: Visitor, photo: Path) -> None:
    """
    Check the photo, and come to the form of the proposal.
    """
    somebody.go("/")
    somebody.page.get_by_label("Choose files").set_input_files(photo)
    somebody.fill("Text", "Emeka Dupont at the farm")
    somebody.click(somebody.page.get_by_role("button", name="Check", exact=True))
    somebody.press("Propose it")


def _sees_large(publisher: Visitor, words: str) -> bool:
    """
    Tell whether the picture is wide enough to see who is in it.
    """
    publisher.sees(words)
    picture = publisher.page.locator("figure img").first.bounding_box()
    return picture is not None and picture["width"] > 0.8 * min(publisher.screen.width, 480)


def test_a_post_is_proposed_approved_and_published(
    house: StaffedHouse, visit: Callable[..., Visitor], photo: Path
) -> None:
    office.photo_of_emeka(house.door)
    _open_to_members(house, checklist=CHECKLIST)
    checker = house.let_in(visit(), Role.CHECKER)
    publisher = house.let_in(visit(), Role.PUBLISHER)

    _propose(checker, photo)
    checker.look("proposal-new")
    checker.fill("The photo in words", "A man feeds a goat")
    checker.press("Propose")
    assert checker.sees("Tick every line of the checklist.")
    checker.look("proposal-wrong")
    checker.page.get_by_label("No number plates").check()
    checker.press("Propose")
    assert checker.sees("Emeka Dupont at the farm")
    checker.look("proposal-own")

    publisher.go("/proposals")
    publisher.look("proposals")
    publisher.click(publisher.page.get_by_role("link", name="Emeka Dupont at the farm"))
    assert _sees_large(publisher, "A man feeds a goat")
    publisher.look("proposal")
    publisher.press("Approve")
    publisher.fill("Address of the post, print run or issue", "https://facebook.example/1")
    publisher.press("Record the publication")

    assert publisher.sees("https://facebook.example/1")
    publisher.look("publication")
    assert 1 == len(house.door.get("/publications")["items"])


def test_without_scripts_it_is_the_same(
    house: StaffedHouse, at_desk: Callable[..., Visitor], photo: Path
) -> None:
    office.photo_of_emeka(house.door)
    _open_to_members(house)
    checker = house.let_in(at_desk(scripts=False), Role.CHECKER)
    publisher = house.let_in(at_desk(scripts=False), Role.PUBLISHER)
    _propose(checker, photo)
    checker.fill("The photo in words", "A man feeds a goat")
    checker.press("Propose")

    publisher.go("/proposals")
    publisher.click(publisher.page.get_by_role("link", name="Emeka Dupont at the farm"))
    publisher.press("Approve")
    publisher.press("Record the publication")
    publisher.click(publisher.page.get_by_text("It was taken down", exact=True))
    publisher.fill("How it was taken down", "A slip.")
    publisher.press("Record that it is down")

    assert publisher.sees("A slip.")


def test_a_proposal_goes_back_with_a_word(
    house: StaffedHouse, at_hand: Callable[..., Visitor], photo: Path
) -> None:
    office.photo_of_emeka(house.door)
    _open_to_members(house)
    checker = house.let_in(at_hand(), Role.CHECKER)
    publisher = house.let_in(at_hand(), Role.PUBLISHER)
    _propose(checker, photo)
    checker.fill("The photo in words", "A man feeds a goat")
    checker.press("Propose")
    assert checker.sees("Withdraw my proposal")

    publisher.go("/proposals")
    publisher.click(publisher.page.get_by_role("link", name="Emeka Dupont at the farm"))
    publisher.press("Send back")
    assert publisher.sees("Say in a word why.")
    publisher.fill("A word for whoever proposed it", "Choose a day in spring.")
    publisher.press("Send back")

    checker.go("/proposals")
    checker.click(checker.page.get_by_role("link", name="Emeka Dupont at the farm"))
    assert checker.sees("Choose a day in spring.")
    checker.look("proposal-back")


def test_a_withdrawal_is_taken_down_with_a_proof(
    house: StaffedHouse, visit: Callable[..., Visitor], tmp_path: Path
) -> None:
    photo_id = office.photo_of_emeka(house.door)
    _open_to_members(house)
    body = {"photo_ids": [photo_id], "channel": "facebook", "where": "https://facebook.example/1"}
    house.door.post("/publications", body)
    publisher = house.let_in(visit(), Role.PUBLISHER)
    (emeka,) = house.door.get("/people")["items"]
    office.taking_down(house.door, emeka["id"])
    publisher.go("/takedowns")
    publisher.look("takedowns")
    publisher.click(publisher.page.get_by_role("link", name="https://facebook.example/1"))
    assert publisher.sees("Remove the post.")
    assert "Emeka" not in publisher.page.content()
    publisher.look("takedown")
    publisher.press("Record that it is down")
    assert publisher.sees("Say how you know that it is gone, or send a picture.")
    publisher.look("takedown-wrong")

    gone = tmp_path / "gone.png"
    gone.write_bytes(office.scene(2))
    publisher.page.get_by_label("A picture of the empty page").set_input_files(gone)
    publisher.press("Record that it is down")

    assert publisher.sees("Taken down already")
    publisher.look("takedowns-done")
    assert [] == house.door.get("/takedowns")["items"]


def test_how_pages_look_that_have_nothing_on_them(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    publisher = house.let_in(at_hand(), Role.PUBLISHER)

    publisher.go("/takedowns")
    assert publisher.sees("Nothing must come down.")
    publisher.look("takedowns-none")
    publisher.go("/proposals")
    assert publisher.sees("Nothing waits for you.")
    publisher.look("proposals-none")


def test_what_was_published_is_found_shared_and_corrected(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    first, second = _two_published(house)
    publisher = house.let_in(at_hand(), Role.PUBLISHER)

    publisher.go("/publications")
    publisher.look("publications")
    publisher.page.get_by_label("Channel").select_option("Our site")
    publisher.press("Show")
    assert publisher.sees("Nothing was published here yet.")

    publisher.go(f"/publications/{first}")
    publisher.click(publisher.page.get_by_text("A later publication corrects it"))
    publisher.press("Record the correction")
    assert publisher.sees("Choose the publication that corrects it.")
    publisher.page.get_by_label("Publication that corrects it").select_option(second)
    publisher.press("Record the correction")
    assert publisher.sees("See the correction")
    publisher.click(publisher.page.get_by_text("It was shared again"))
    publisher.page.get_by_label("Channel").select_option("Our site")
    publisher.press("Record the re-share")
    publisher.look("publication-story")

    assert 1 == len(house.door.get(f"/publications/{first}")["reshares"])
    assert 1 == len(house.door.get("/takedowns")["items"])


def test_the_list_says_in_words_what_is_down_and_what_must_come_down(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    first, second = _two_published(house)
    house.door.post(f"/publications/{first}/reshares", {"channel": "website"})
    house.door.post(f"/publications/{second}/take-down", {}, 200)
    publisher = house.let_in(at_hand(), Role.PUBLISHER)

    publisher.go("/publications")

    marks = publisher.page.locator(".list .tag").all_inner_texts()
    assert ["Must come down", "Taken down"] == marks
    publisher.look("publications-marked")
