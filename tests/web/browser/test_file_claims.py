"""
Somebody registers a photo whose file says who made it and who is seen.
"""

from collections.abc import Callable
from pathlib import Path

from tests.api import office
from tests.fingerprint.claiming import bag, in_languages, packet, plain, source, with_xmp
from tests.web.browser.test_register_draft import at_the_names
from tests.web.browser.visitor import Visitor
from tests.web.staffed import StaffedHouse

SAID = packet(
    bag("dc:creator", "Nadia <b>Peeters</b>", kind="Seq")
    + plain("photoshop:Credit", "© Nadia")
    + in_languages("dc:rights", x_default="© 2026 Nadia")
    + bag("Iptc4xmpExt:PersonInImage", "Ines Celik", "Somebody Else")
    + source("trainedAlgorithmicMedia")
)


def _at_the_names(house: StaffedHouse, visit: Callable[..., Visitor], photo: Path) -> Visitor:
    photo.write_bytes(with_xmp(office.scene(1), SAID))
    return at_the_names(house, visit, photo)


def test_names_in_the_file_are_suggested_and_nobody_is_chosen(
    house: StaffedHouse, at_hand: Callable[..., Visitor], photo: Path
) -> None:
    somebody = _at_the_names(house, at_hand, photo)

    assert somebody.sees("a program (AI) made it")
    assert somebody.sees("The file names: Ines Celik, Somebody Else.")
    first = somebody.page.locator("#names li").first
    assert "Ines Çelik · named in the file" == first.inner_text().strip()
    assert 0 == somebody.page.locator("#names input:checked").count()
    somebody.look("register-names-claimed")


def test_whose_it_is_is_filled_in_and_somebody_says_it(
    house: StaffedHouse, at_hand: Callable[..., Visitor], photo: Path
) -> None:
    somebody = _at_the_names(house, at_hand, photo)
    page = somebody.page
    page.get_by_label("Ines Çelik").check()
    somebody.press("Next")

    assert "Nadia <b>Peeters</b>" == page.get_by_label("Photographer").input_value()
    assert "© Nadia" == page.get_by_label("Credit line").input_value()
    assert "" == page.get_by_label("Licence").input_value()
    assert somebody.sees("The file says: © 2026 Nadia")
    somebody.look("register-details-claimed")
    somebody.fill("Photographer", "")
    somebody.press("Name other people")
    somebody.press("Next")
    assert "" == page.get_by_label("Photographer").input_value()
    page.get_by_label("Whose photo").select_option("My own photo")
    page.get_by_label("Yes, these are all").check()
    somebody.press("Register and attest")

    assert somebody.sees("The photo is registered.")
    (made,) = house.door.get("/photos")["items"]
    rights = house.door.get(f"/photos/{made['id']}")["rights"]
    said = tuple(rights[name] for name in ("creator", "credit_line", "licence"))
    assert ("", "© Nadia", "") == said
