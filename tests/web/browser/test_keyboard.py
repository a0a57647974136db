"""
Whoever has no mouse finds what was wrong under their fingers.
"""

from collections.abc import Callable

from service.decision.powers import Role
from tests.api.office import adult
from tests.web.browser.visitor import Visitor
from tests.web.relatives import relative
from tests.web.staffed import StaffedHouse


def focused(somebody: Visitor) -> str:
    """
    Give the name of the field that the keyboard is in.
    """
    name: str = somebody.page.evaluate("document.activeElement.name ?? ''")
    return name


def test_a_refused_form_puts_one_into_the_field_that_was_wrong(
    house: StaffedHouse, at_desk: Callable[..., Visitor]
) -> None:
    officer = house.let_in(at_desk(scripts=False), Role.DATA_PROTECTION_OFFICER)
    officer.go(f"/complaints/new?person={adult(house.door)}")
    officer.page.get_by_label("How it came in").select_option("by telephone")
    officer.page.get_by_label("What they wish").select_option("Explain it")
    officer.fill("What happened", " ")
    officer.page.get_by_role("button", name="Give it a number").press("Enter")
    assert officer.sees("Say what happened.")
    assert "text" == focused(officer)
    officer.page.keyboard.type("They were in the paper")
    officer.press("Give it a number")
    officer.click(officer.page.get_by_text("Write a note"))
    officer.page.locator("#note-noted").fill(" ")
    officer.page.locator("form[action$=noted] button").press("Enter")

    assert officer.sees("Something is missing")
    assert "note-noted" == officer.page.evaluate("document.activeElement.id")
    place = officer.page.locator("#note-noted").bounding_box()
    assert place is not None
    assert 0 < place["y"] < officer.screen.height


def test_a_ground_that_nobody_chose_is_asked_for_where_it_is_chosen(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    lea, bob = house.door.person(), house.door.signatory(given_name="Bob")
    house.door.authority(lea, bob)
    tom = house.door.person(given_name="Tom")
    registrar = house.let_in(at_hand(), Role.REGISTRAR)
    registrar.go(f"/people/{tom}/authorities/new")
    registrar.page.get_by_role("textbox", name="Name", exact=True).fill("Bob")
    registrar.page.get_by_role("textbox", name="Name", exact=True).press("Enter")
    registrar.page.get_by_label("Bob Dupont").check()
    registrar.press("Save")
    assert "kind" == focused(registrar)
    registrar.look("authority-ground")

    registrar.page.get_by_label("As", exact=True).select_option("Parent")
    registrar.page.get_by_label("On what ground").select_option("Filiation")
    registrar.press("Save")

    assert registrar.sees("Bob Dupont")
    (held,) = house.door.get(f"/people/{tom}/authorities")["items"]
    assert (bob, "parent", "filiation") == (held["signatory_id"], held["kind"], held["basis"])


def test_so_does_a_refused_group_of_choices(
    house: StaffedHouse, at_desk: Callable[..., Visitor]
) -> None:
    manager = house.let_in(at_desk(), Role.CHANNEL_MANAGER)
    manager.go("/channels/new")
    manager.fill("Name", "Our page")
    manager.fill("Address or title", "facebook.com/LesJacinthes")
    manager.page.get_by_label("Kind", exact=True).select_option("social")
    manager.page.locator("input[name=purposes]:checked").uncheck()
    manager.page.get_by_label("Name", exact=True).press("Enter")

    manager.page.locator("#purposes-fault").wait_for()
    assert "purposes" == focused(manager)
    manager.look("channel-without-purpose")


def test_a_wrong_code_is_typed_again_at_once(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    mother = relative(house, at_hand())
    mother.open_link()
    mother.visitor.press("Send me the code")
    mother.visitor.fill("Six-digit code", "000000")
    mother.visitor.page.keyboard.press("Enter")

    assert mother.visitor.sees("That is not the code.")
    assert "code" == focused(mother.visitor)
    mother.visitor.look("code-wrong")
