"""
Somebody looks at registered photos, and takes home what may be published.
"""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from service.decision.powers import Role
from tests.api import office
from tests.web.browser.visitor import Visitor
from tests.web.staffed import StaffedHouse


def test_a_publisher_sees_photos_and_who_is_in_them(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    office.photo_of_emeka(house.door)
    somebody = house.let_in(at_hand(), Role.PUBLISHER)
    somebody.go("/photos")
    somebody.look("photos")

    somebody.press("Without a title")

    assert somebody.sees("Emeka Dupont")
    assert somebody.sees("Nadia Peeters")
    assert somebody.sees("Attested")
    somebody.look("photo")


def test_somebody_who_was_forgotten_is_named(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    photo = office.photo_of_emeka(house.door)
    office.adult(house.door, given_name="Ines", family_name="Çelik")
    somebody = house.let_in(at_hand(), Role.PUBLISHER)
    somebody.go(f"/photos/{photo}")
    somebody.press("Change who is in it, attest again")
    somebody.look("correct-names")
    somebody.page.get_by_label("Ines Çelik").check()
    somebody.press("Next")
    somebody.page.get_by_label("Yes, these are all").check()
    somebody.look("correct-details")
    somebody.press("Record and attest")

    assert somebody.sees("Ines Çelik")
    assert somebody.sees("Attested")
    somebody.press("Change the rights")
    somebody.look("correct-rights")
    somebody.fill("Photographer", "Ada Okafor")
    somebody.press("Save")
    assert somebody.sees("Ada Okafor")


def test_a_checker_has_no_photos_to_look_through(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    somebody = house.let_in(at_hand(), Role.CHECKER)
    somebody.go("/")
    assert 0 == somebody.page.get_by_role("link", name="Photos").count()

    somebody.go("/photos")

    assert somebody.page.locator("main").inner_text()
    assert 0 == somebody.page.locator("main img").count()


@pytest.mark.parametrize("scripts", [True, False])
def test_what_may_be_published_is_downloaded(
    house: StaffedHouse, at_hand: Callable[..., Visitor], photo: Path, *, scripts: bool
) -> None:
    office.photo_of_emeka(house.door)
    somebody = house.let_in(at_hand(scripts=scripts), Role.CHECKER)
    somebody.go("/")
    somebody.page.get_by_label("Choose files").set_input_files(photo)
    somebody.click(somebody.page.get_by_role("button", name="Check", exact=True))
    somebody.press("Download the release copy")
    if scripts:
        somebody.look("release")
    somebody.fill("What the picture shows, for people who cannot see it", "A garden")

    with somebody.page.expect_download() as expected:
        somebody.press("Download")

    content = Path(expected.value.path()).read_bytes()
    assert "obstat.jpg" == expected.value.suggested_filename
    with Image.open(BytesIO(content)) as opened:
        assert b"A garden" in opened.info["xmp"]
