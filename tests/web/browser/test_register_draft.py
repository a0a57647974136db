"""
Somebody registers a photo that nobody knows, and says who is in it.
"""

from collections.abc import Callable
from pathlib import Path

from service.decision.powers import Role
from tests.api import office
from tests.fingerprint.drawing import draw_scene, encode
from tests.web.browser.visitor import Visitor
from tests.web.staffed import StaffedHouse


def at_the_names(
    house: StaffedHouse, visit: Callable[..., Visitor], photo: Path, **how: bool
) -> Visitor:
    """
    Check a photo of nobody we know, and go on to register it.
    """
    office.channel(house.door)
    emeka = office.adult(house.door)
    office.yes(house.door, emeka, office.version(house.door))
    office.adult(house.door, given_name="Ines", family_name="Çelik")
    somebody = house.let_in(visit(**how), Role.CHECKER)
    somebody.go("/")
    somebody.page.get_by_label("Choose files").set_input_files(photo)
    somebody.click(somebody.page.get_by_role("button", name="Check", exact=True))
    somebody.press("Register the photo")
    return somebody


def tell_the_rest(somebody: Visitor) -> None:
    """
    Say whose it is, and that everybody is named.
    """
    somebody.page.get_by_label("Whose photo").select_option("My own photo")
    somebody.fill("Photographer", "Nadia Peeters")
    somebody.fill("Licence", "own work")
    somebody.fill("Credit line", "© Les Jacinthes")
    somebody.page.get_by_label("Yes, these are all").check()


def test_a_photo_is_registered_and_may_be_published_then(
    house: StaffedHouse, visit: Callable[..., Visitor], photo: Path
) -> None:
    somebody = at_the_names(house, visit, photo)
    somebody.look("register-names")
    somebody.page.get_by_label("Emeka Dupont").check()
    somebody.press("Next")
    somebody.look("register-details")
    tell_the_rest(somebody)
    somebody.press("Register and attest")

    assert somebody.sees("The photo is registered.")
    somebody.look("registered")
    somebody.press("Check where it may go")
    assert "Publish" in somebody.page.locator("#answer .tag").first.inner_text()


def test_a_name_of_any_length_stays_inside_of_its_frame(
    house: StaffedHouse, at_hand: Callable[..., Visitor], photo: Path
) -> None:
    long = "Wolfeschlegelsteinhausenbergerdorffsnachfahrin"
    office.adult(house.door, given_name="Maximiliana", family_name=long)
    somebody = at_the_names(house, at_hand, photo)
    somebody.page.get_by_label(long).check()
    somebody.press("Next")
    somebody.look("register-long-name")

    numbers = somebody.page.get_by_label("From left")
    assert not numbers.is_visible()
    somebody.click(somebody.page.locator("summary", has_text="In numbers"))
    numbers.fill("10")


def test_somebody_is_tagged_with_the_keys_alone(
    house: StaffedHouse, visit: Callable[..., Visitor], photo: Path
) -> None:
    somebody = at_the_names(house, visit, photo)
    keys = somebody.page.keyboard

    somebody.page.get_by_label("Name", exact=True).focus()
    keys.type("celi")
    keys.press("Enter")
    assert somebody.page.get_by_label("Ines Çelik").is_checked()
    somebody.page.get_by_role("button", name="Next").focus()
    keys.press("Enter")
    somebody.page.get_by_role("button", name="Mark: Ines Çelik").focus()
    somebody.settle()
    keys.press("Enter")
    keys.press("ArrowLeft")

    assert "39" == somebody.page.get_by_label("From left").input_value()


def test_without_scripts_names_are_searched_and_nobody_is_lost(
    house: StaffedHouse, at_hand: Callable[..., Visitor], photo: Path
) -> None:
    somebody = at_the_names(house, at_hand, photo, scripts=False)
    somebody.page.get_by_label("Emeka Dupont").check()
    somebody.fill("Name", "çel")
    somebody.press("Search")

    assert somebody.page.get_by_label("Emeka Dupont").is_checked()
    somebody.page.get_by_label("Ines Çelik").check()
    somebody.press("Next")
    assert 2 == somebody.page.locator("fieldset.sheet").count()
    tell_the_rest(somebody)
    somebody.press("Register and attest")
    assert somebody.sees("The photo is registered.")


def test_it_is_asked_whether_everybody_is_named(
    house: StaffedHouse, at_hand: Callable[..., Visitor], photo: Path
) -> None:
    somebody = at_the_names(house, at_hand, photo)
    somebody.page.get_by_label("Emeka Dupont").check()
    somebody.press("Next")
    somebody.page.get_by_label("Whose photo").select_option("My own photo")
    somebody.fill("Photographer", "Nadia Peeters")
    somebody.press("Register and attest")

    assert somebody.sees("Say whether everybody who can be recognised is named.")
    assert "everybody" == somebody.page.evaluate("document.activeElement.name")
    assert "Nadia Peeters" == somebody.page.get_by_label("Photographer").input_value()
    somebody.look("register-fault")


def test_it_is_asked_whose_photo_it_is_and_the_browser_leads_there(
    house: StaffedHouse, at_hand: Callable[..., Visitor], photo: Path
) -> None:
    somebody = at_the_names(house, at_hand, photo)
    somebody.page.get_by_label("Emeka Dupont").check()
    somebody.press("Next")
    whose = somebody.page.get_by_label("Whose photo")
    assert "" == whose.input_value()
    somebody.press("Register and attest")
    assert "source" == somebody.page.evaluate("document.activeElement.name")

    somebody.press("Name other people")
    assert somebody.page.get_by_label("Emeka Dupont").is_checked()
    somebody.press("Next")
    somebody.page.evaluate("document.getElementById('register').noValidate = true")
    somebody.press("Register and attest")
    somebody.page.get_by_label("Yes, these are all").check()
    somebody.page.evaluate("document.getElementById('register').noValidate = true")
    somebody.press("Register and attest")

    assert somebody.sees("Say whose photo it is.")
    assert "source" == somebody.page.evaluate("document.activeElement.name")
    somebody.look("register-whose")


def test_a_burst_suggests_who_was_in_the_frame_before(
    house: StaffedHouse, at_hand: Callable[..., Visitor], photo: Path
) -> None:
    ines = office.adult(house.door, given_name="Ada", family_name="Vos")
    office.register(house.door, office.scene(1), depictions=[{"person_id": ines}])
    photo.write_bytes(encode(draw_scene(1).crop((0, 0, 500, 480)), "JPEG"))
    somebody = at_the_names(house, at_hand, photo)

    suggested = somebody.page.get_by_label("Ada Vos · is in a photo like it")
    assert not suggested.is_checked()
    suggested.check()
    somebody.press("Next")
    assert somebody.sees("I compared photo 1")
    seen = somebody.page.get_by_alt_text("Registered photo 1 that looks like it")
    seen.scroll_into_view_if_needed()
    somebody.page.wait_for_function("(img) => img.naturalWidth > 0", arg=seen.element_handle())
    somebody.look("register-burst")
