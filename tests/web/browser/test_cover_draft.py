"""
Somebody takes out of a picture whoever did not agree.
"""

from collections.abc import Callable
from pathlib import Path

from service.decision.powers import Role
from tests.api import office
from tests.web.browser.visitor import Visitor
from tests.web.staffed import StaffedHouse

SIDES = ("From left", "From top", "Width", "Height")


def at_the_cover_page(
    house: StaffedHouse, visit: Callable[..., Visitor], photo: Path, **how: bool
) -> Visitor:
    """
    Check a photo of somebody who did not answer, and go on to cover it.
    """
    office.channel(house.door)
    people = [{"person_id": office.adult(house.door)}]
    content, looked = photo.read_bytes(), {"complete": True}
    office.register(house.door, content, depictions=people, attestation=looked)
    somebody = house.let_in(visit(**how), Role.PUBLISHER)
    somebody.go("/")
    somebody.page.get_by_label("Choose files").set_input_files(photo)
    somebody.click(somebody.page.get_by_role("button", name="Check", exact=True))
    somebody.press("Cover or crop")
    return somebody


def numbers(somebody: Visitor) -> list[str]:
    """
    Give what stands in the fields of the first region.
    """
    return [somebody.page.get_by_label(side).first.input_value() for side in SIDES]


def test_a_region_is_drawn_and_covered(
    house: StaffedHouse, visit: Callable[..., Visitor], photo: Path
) -> None:
    somebody = at_the_cover_page(house, visit, photo)
    somebody.look("cover")
    board = somebody.page.locator("#board")
    board.scroll_into_view_if_needed()
    frame = board.bounding_box()
    assert frame is not None

    mouse = somebody.page.mouse
    mouse.move(frame["x"] + frame["width"] * 0.2, frame["y"] + frame["height"] * 0.3)
    mouse.down()
    mouse.move(frame["x"] + frame["width"] * 0.6, frame["y"] + frame["height"] * 0.8)
    mouse.up()

    drawn = [float(each) for each in numbers(somebody)]
    assert all(abs(one - other) < 1.5 for one, other in zip(drawn, (20, 30, 40, 50), strict=True))
    somebody.press("Cover")
    assert somebody.sees("Look closely")
    assert 2 == somebody.page.locator("figure img").count()
    somebody.look("covered")


def test_a_region_is_marked_with_the_keys_alone(
    house: StaffedHouse, visit: Callable[..., Visitor], photo: Path
) -> None:
    somebody = at_the_cover_page(house, visit, photo)
    keys = somebody.page.keyboard

    somebody.page.get_by_role("button", name="Mark: Region 1").focus()
    keys.press("Enter")
    for key in ("ArrowRight", "ArrowRight", "ArrowUp", "Shift+ArrowDown"):
        keys.press(key)

    assert ["42", "39", "20", "21"] == numbers(somebody)
    keys.press("Delete")
    assert ["", "", "", ""] == numbers(somebody)
    keys.press("Enter")
    assert ["40", "40", "20", "20"] == numbers(somebody)


def test_without_scripts_numbers_do(
    house: StaffedHouse, at_hand: Callable[..., Visitor], photo: Path
) -> None:
    somebody = at_the_cover_page(house, at_hand, photo, scripts=False)

    for side, number in zip(SIDES, ("10", "10", "30", "12,5"), strict=True):
        somebody.page.get_by_label(side).first.fill(number)
    somebody.press("Cover")

    assert somebody.sees("Look closely")


def test_what_is_no_region_is_said_and_kept(
    house: StaffedHouse, at_hand: Callable[..., Visitor], photo: Path
) -> None:
    somebody = at_the_cover_page(house, at_hand, photo)
    somebody.page.get_by_label("From left").first.fill("90")
    somebody.press("Cover")

    assert somebody.sees("Mark at least one region inside of the picture")
    assert ["90", "", "", ""] == numbers(somebody)
    assert somebody.sees("Region 1: give all four numbers")
    somebody.look("cover-fault")
