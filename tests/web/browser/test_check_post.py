"""
Somebody has a photo and wants to post it now.
"""

from collections.abc import Callable
from pathlib import Path

from service.decision.powers import Role
from tests.api import office
from tests.web.browser.visitor import Visitor
from tests.web.staffed import StaffedHouse

FIRST_PAGE_BYTES = 60_000


def checker(house: StaffedHouse, visit: Callable[..., Visitor], **how: bool) -> Visitor:
    """
    Give somebody who may check, at the front page.
    """
    somebody = house.let_in(visit(**how), Role.CHECKER)
    somebody.go("/")
    return somebody


def verdict(somebody: Visitor) -> str:
    """
    Give the word of the answer.
    """
    return somebody.page.get_by_role("heading", level=1).inner_text()


def test_a_photo_of_somebody_who_agreed_may_be_published(
    house: StaffedHouse, visit: Callable[..., Visitor], photo: Path
) -> None:
    office.photo_of_emeka(house.door)
    somebody = checker(house, visit)
    somebody.look("check")
    assert 0 < somebody.weight_bytes < FIRST_PAGE_BYTES

    somebody.page.get_by_label("Choose files").set_input_files(photo)
    somebody.click(somebody.page.get_by_role("button", name="Check", exact=True))

    assert "Publish" == verdict(somebody)
    assert somebody.sees("Hand it to the person who publishes.")
    assert somebody.sees("Credit: © Les Jacinthes")
    assert somebody.sees("This very photo is registered.")
    assert 2 == somebody.page.locator("figure img").count()
    somebody.look("answer-publish")


def test_whom_to_hand_it_to_is_seen_at_once_above_a_long_checklist(
    house: StaffedHouse, at_hand: Callable[..., Visitor], photo: Path
) -> None:
    office.photo_of_emeka(house.door)
    [page] = house.door.get("/channels")["items"]
    checks = [f"Has somebody else looked at number {n}?" for n in range(12)]
    house.door.patch(f"/channels/{page['id']}", {"checklist": checks})
    somebody = checker(house, at_hand)

    somebody.page.get_by_label("Choose files").set_input_files(photo)
    somebody.click(somebody.page.get_by_role("button", name="Check", exact=True))

    assert somebody.sees("number 11?")
    step = somebody.page.get_by_text("Hand it to the person who publishes.").bounding_box()
    assert step is not None
    assert step["y"] + step["height"] < somebody.screen.height


def test_without_scripts_it_is_the_same(
    house: StaffedHouse, at_desk: Callable[..., Visitor], photo: Path
) -> None:
    office.photo_of_emeka(house.door)
    somebody = checker(house, at_desk, scripts=False)

    somebody.page.get_by_label("Choose files").set_input_files(photo)
    somebody.click(somebody.page.get_by_role("button", name="Check", exact=True))

    assert "Publish" == verdict(somebody)


def test_an_unknown_photo_is_to_be_registered(
    house: StaffedHouse, at_hand: Callable[..., Visitor], photo: Path
) -> None:
    office.channel(house.door)
    somebody = checker(house, at_hand)

    somebody.page.get_by_label("Choose files").set_input_files(photo)
    somebody.click(somebody.page.get_by_role("button", name="Check", exact=True))

    assert "Ask" == verdict(somebody)
    assert somebody.sees("Register the photo and say who is in it.")
    assert somebody.page.get_by_role("button", name="Register the photo").count()
    somebody.look("answer-ask")


def test_a_name_in_the_text_is_found_and_its_owner_stays_unnamed(
    house: StaffedHouse, at_desk: Callable[..., Visitor]
) -> None:
    office.channel(house.door)
    office.adult(house.door)
    somebody = checker(house, at_desk)

    somebody.fill("Text", "Thank you Emeka Dupont for the garden!")
    somebody.click(somebody.page.get_by_role("button", name="Check", exact=True))

    assert "Ask" == verdict(somebody)
    assert somebody.sees("Not everybody shown or named is cleared for this.")
    assert "Emeka" not in somebody.page.locator("#answer").inner_text()


def test_it_is_said_where_it_may_go(
    house: StaffedHouse, at_hand: Callable[..., Visitor], photo: Path
) -> None:
    office.photo_of_emeka(house.door)
    office.channel(house.door, "instagram", name="Our pictures")
    office.channel(house.door, "website", name="Another page")
    somebody = checker(house, at_hand)

    somebody.page.get_by_label("Choose files").set_input_files(photo)
    somebody.press("Where may it go?")

    publish, ask = somebody.page.locator("#answer section:has(.tag)").all()
    assert somebody.page.title().startswith("Where it may go")
    assert ["Publish", "Our page"] == publish.locator(".tag, strong").all_inner_texts()
    assert ["Ask", "Another page", "Our pictures"] == ask.locator(".tag, strong").all_inner_texts()
    assert 1 == ask.get_by_text("Not everybody shown or named").count(), "said once, for both"
    somebody.look("answer-everywhere")


def test_a_picture_is_pasted(house: StaffedHouse, at_desk: Callable[..., Visitor]) -> None:
    office.photo_of_emeka(house.door)
    somebody = checker(house, at_desk)

    paste(somebody, "paste", "document")
    somebody.click(somebody.page.get_by_role("button", name="Check", exact=True))

    assert "Publish" == verdict(somebody)


def test_a_picture_is_dropped(house: StaffedHouse, visit: Callable[..., Visitor]) -> None:
    office.photo_of_emeka(house.door)
    somebody = checker(house, visit)

    paste(somebody, "drop", "drop")
    assert somebody.page.get_by_role("button", name="Remove garden.jpg").is_visible()
    somebody.look("check-dropped")
    somebody.click(somebody.page.get_by_role("button", name="Check", exact=True))

    assert "Publish" == verdict(somebody)


def test_a_dropped_picture_is_taken_out_again(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    office.channel(house.door)
    somebody = checker(house, at_hand)

    paste(somebody, "drop", "drop")
    somebody.press("Remove garden.jpg")
    somebody.click(somebody.page.get_by_role("button", name="Check", exact=True))

    assert somebody.sees("Add a picture or a text.")
    somebody.look("check-nothing")


def test_what_is_no_picture_is_named_and_the_rest_is_kept(
    house: StaffedHouse, at_hand: Callable[..., Visitor], photo: Path, tmp_path: Path
) -> None:
    office.photo_of_emeka(house.door)
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(office.scene(1)[:500])
    somebody = checker(house, at_hand)

    somebody.fill("Text", "In the garden")
    somebody.page.get_by_label("Choose files").set_input_files([photo, broken])
    somebody.click(somebody.page.get_by_role("button", name="Check", exact=True))

    assert somebody.sees("broken.jpg: this file cannot be read.")
    assert "In the garden" == somebody.page.get_by_label("Text", exact=True).input_value()
    somebody.look("check-unread")
    somebody.click(somebody.page.get_by_role("button", name="Check", exact=True))
    assert "Publish" == verdict(somebody)


def test_what_a_phone_shares_lands_in_a_draft_only(
    house: StaffedHouse, at_desk: Callable[..., Visitor]
) -> None:
    office.photo_of_emeka(house.door)
    somebody = checker(house, at_desk)

    shared = somebody.context.request.post(
        f"{somebody.address}/share",
        multipart={
            "picture": {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": office.scene(1)}
        },
    )

    assert 200 == shared.status
    assert 'name="draft"' in shared.text()
    assert [] == house.door.get("/checks")["items"]


def test_a_form_of_another_site_is_refused(
    house: StaffedHouse, at_desk: Callable[..., Visitor]
) -> None:
    office.channel(house.door)
    somebody = checker(house, at_desk)

    sent = somebody.context.request.post(
        f"{somebody.address}/check",
        headers={"origin": "https://elsewhere.example"},
        multipart={"caption": "Emeka Dupont"},
    )

    assert 403 == sent.status
    assert [] == house.door.get("/checks")["items"]


def test_without_a_connection_there_is_no_answer(
    house: StaffedHouse, at_desk: Callable[..., Visitor], photo: Path
) -> None:
    office.photo_of_emeka(house.door)
    somebody = checker(house, at_desk)
    somebody.page.get_by_label("Choose files").set_input_files(photo)

    somebody.context.set_offline(True)
    somebody.click(somebody.page.get_by_role("button", name="Check", exact=True))

    assert somebody.sees("No connection, so no answer.")
    assert somebody.page.get_by_text("No connection, so no answer.").is_visible()
    above = somebody.page.locator("#said + .actions")
    assert above.get_by_role("button", name="Check", exact=True).count()
    assert 0 == somebody.page.locator(".verdict").count()


def test_an_answer_disappears_when_the_connection_does(
    house: StaffedHouse, at_desk: Callable[..., Visitor], photo: Path
) -> None:
    office.photo_of_emeka(house.door)
    somebody = checker(house, at_desk)
    somebody.page.get_by_label("Choose files").set_input_files(photo)
    somebody.click(somebody.page.get_by_role("button", name="Check", exact=True))
    assert "Publish" == verdict(somebody)

    somebody.context.set_offline(True)

    assert somebody.sees("This answer is old.")
    assert not somebody.page.locator(".verdict").is_visible()


def test_whoever_is_not_signed_in_is_led_to_where_one_signs_in(
    at_desk: Callable[..., Visitor],
) -> None:
    stranger = at_desk()

    stranger.page.route("**/sign-in*", lambda route: route.fulfill(body="here"))
    stranger.go("/checks/1/photos/2")

    assert stranger.page.url.endswith("/sign-in?back=%2Fchecks%2F1%2Fphotos%2F2")


def paste(somebody: Visitor, kind: str, target: str) -> None:
    """
    Paste or drop a picture, as a browser tells a page of it.
    """
    somebody.page.evaluate(
        """([bytes, kind, target]) => {
            const held = new DataTransfer();
            held.items.add(new File([new Uint8Array(bytes)], "garden.jpg", {type: "image/jpeg"}));
            const options = {bubbles: true, cancelable: true};
            const told = kind === "paste"
                ? new ClipboardEvent("paste", {...options, clipboardData: held})
                : new DragEvent("drop", {...options, dataTransfer: held});
            (document.getElementById(target) ?? document).dispatchEvent(told);
        }""",
        [list(office.scene(1)), kind, target],
    )


def test_pictures_that_are_gone_are_asked_for_again_and_nothing_else_is(
    house: StaffedHouse, at_desk: Callable[..., Visitor], photo: Path
) -> None:
    office.photo_of_emeka(house.door)
    somebody = checker(house, at_desk)
    somebody.page.get_by_label("Choose files").set_input_files(photo)
    somebody.fill("Text", "In the garden")
    somebody.click(somebody.page.get_by_role("button", name="Check", exact=True))
    kept = somebody.page.locator("input[name=draft]").first
    kept.evaluate("(field) => { field.value = '0197a1c2-7d5e-7abc-8def-000000000000'; }")

    somebody.press("Check again")

    assert somebody.sees("The pictures were kept for a short time only.")
    assert "In the garden" == somebody.page.get_by_label("Text", exact=True).input_value()
    assert 0 == somebody.page.locator(".verdict").count()
