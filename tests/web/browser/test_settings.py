"""
The house's settings are changed from a phone, and another language loses nothing typed.
"""

from collections.abc import Callable

from service.decision.powers import Role
from tests.web.browser.visitor import Visitor
from tests.web.staffed import StaffedHouse


def test_who_speaks_with_the_press_is_changed_on_a_phone(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    somebody = house.let_in(at_hand(), Role.ADMINISTRATOR)
    somebody.go("/members")
    somebody.press("Settings of the house")
    somebody.look("settings")
    press = somebody.page.get_by_role("group", name="Press")
    press.get_by_label("Name").fill("Ann Vos")
    press.get_by_label("E-mail").fill("ann@jacinthes.example")
    somebody.page.get_by_label("From (hour)").fill("late")
    somebody.press("Save")
    assert somebody.sees("Write a whole number that fits")
    assert "Ann Vos" == press.get_by_label("Name").input_value()
    somebody.look("settings-fault")
    somebody.page.get_by_label("From (hour)").fill("9")
    somebody.press("Save")

    assert somebody.sees("The settings are saved.")
    found = house.door.get("/organisation")
    assert ("Ann Vos", 9) == (found["press"]["name"], found["office_hours"]["from_hour"])


def test_a_language_is_added_and_put_first_without_scripts(
    house: StaffedHouse, at_desk: Callable[..., Visitor]
) -> None:
    somebody = house.let_in(at_desk(scripts=False), Role.ADMINISTRATOR)
    somebody.go("/settings")
    somebody.page.get_by_label("German").check()
    somebody.page.get_by_label("Where somebody’s language").select_option(label="German")
    somebody.press("Save")

    assert ["de", "fr-BE"] == house.door.get("/organisation")["languages"]
