"""
Somebody enters the services and classes of the house, without a command line.
"""

from collections.abc import Callable

from service.decision.powers import Role
from tests.web.browser.visitor import Visitor
from tests.web.staffed import StaffedHouse


def fill_in(somebody: Visitor, name: str) -> None:
    """
    Say what a unit is called and whom to ask there.
    """
    somebody.fill("Name", name)
    somebody.fill("Name of the contact", "Nadia Peeters")
    somebody.fill("Role", "head of service")


def test_a_unit_is_entered_and_then_people_belong_to_it(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    somebody = house.let_in(at_hand(), Role.ADMINISTRATOR)
    somebody.go("/members")
    somebody.press("Units: services and classes")
    somebody.look("units-none")
    somebody.press("Add a unit")
    fill_in(somebody, "Les Coquelicots")
    somebody.fill("Telephone", "call me")
    somebody.look("unit-new")
    somebody.press("Save")
    assert somebody.sees("This is no telephone number.")
    assert "Nadia Peeters" == somebody.page.get_by_label("Name of the contact").input_value()
    somebody.look("unit-fault")
    somebody.fill("Telephone", "02 123 45 67")
    somebody.press("Save")
    somebody.look("units")

    somebody.go("/people/new")
    units = somebody.page.get_by_label("Unit", exact=True).first
    assert "Les Coquelicots" in units.inner_text()
    assert ["unit:created"] == [
        each["kind"] for each in house.door.entries() if each["kind"].startswith("unit:")
    ]


def test_a_unit_is_changed(house: StaffedHouse, at_desk: Callable[..., Visitor]) -> None:
    house.door.unit(name="Les Bleuets")
    somebody = house.let_in(at_desk(scripts=False), Role.ADMINISTRATOR)
    somebody.go("/units")
    somebody.press("Change: Les Bleuets")
    somebody.fill("Name", "Les Coquelicots")
    somebody.page.get_by_label("only an explicit yes counts").check()
    somebody.press("Save")

    assert somebody.sees("Les Coquelicots")
    (unit,) = house.door.get("/units")["items"]
    assert ("Les Coquelicots", True) == (unit["name"], unit["reveals_special_category"])


def test_pressed_twice_it_is_one_unit_and_another_is_another(
    house: StaffedHouse, at_desk: Callable[..., Visitor]
) -> None:
    somebody = house.let_in(at_desk(), Role.ADMINISTRATOR)
    somebody.go("/units/new")
    fill_in(somebody, "Les Coquelicots")
    somebody.click(somebody.page.get_by_role("button", name="Save"), times=2)
    assert somebody.sees("Les Coquelicots")
    somebody.page.go_back()
    fill_in(somebody, "Les Bleuets")
    somebody.press("Save")

    assert somebody.sees("Les Bleuets")
    assert ["Les Bleuets", "Les Coquelicots"] == sorted(
        each["name"] for each in house.door.get("/units")["items"]
    )
