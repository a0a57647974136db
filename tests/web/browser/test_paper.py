"""
Somebody prints a form, and compares the photograph of it with what was read.
"""

from collections.abc import Callable
from pathlib import Path

from service.decision.powers import Role
from tests.api.office import adult, answer, channel, version
from tests.fingerprint.handwriting import Hand, Shot, photographed, rendered, write
from tests.web.browser.visitor import Visitor
from tests.web.staffed import StaffedHouse


def _answered(form: bytes) -> bytes:
    page = rendered(form)[-1]
    for box, hand in ((3, Hand.HOOK), (6, Hand.CROSS), (12, Hand.CROSS), (16, Hand.FILLED)):
        write(page, box, hand)
    return photographed(page, Shot(degrees=92, skew=0.03, shaded=True))


def _print(somebody: Visitor, person: str, form: Path) -> None:
    somebody.go(f"/people/{person}")
    somebody.press("Paper forms")
    somebody.page.get_by_label("Images, version 1").check()
    somebody.look("paper-forms")
    with somebody.page.expect_download() as printed:
        somebody.press("Print (PDF)")
    printed.value.save_as(form)


def test_a_form_is_printed_and_its_photograph_compared(
    house: StaffedHouse, at_hand: Callable[..., Visitor], tmp_path: Path
) -> None:
    channel(house.door)
    channel(house.door, "closed", name="Closed group", audience="service")
    version(house.door)
    emeka = adult(house.door, language="fr-BE")
    somebody = house.let_in(at_hand(), Role.REGISTRAR)
    form, scan = tmp_path / "form.pdf", tmp_path / "scan.jpg"

    _print(somebody, emeka, form)
    scan.write_bytes(_answered(form.read_bytes()))
    somebody.go(f"/people/{emeka}/answer")
    somebody.press("You have the filled-in paper?")
    somebody.page.locator("#paper").set_input_files(scan)
    somebody.page.get_by_label("Emeka Dupont").check()
    somebody.press("Read it")
    assert somebody.sees("Not clear")
    somebody.look("paper-compare")
    for line in somebody.page.locator("fieldset.ask").all()[:3]:
        line.get_by_label("Yes", exact=True).check()
    somebody.fill("Day it was signed or said", "2025-09-01")
    somebody.press("See it all again")
    somebody.look("paper-review")
    somebody.press("Save")

    assert somebody.sees("This counts from now on.")
    assert "publish" == answer(house.door)
    somebody.context.close()
