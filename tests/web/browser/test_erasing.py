"""
A data-protection request is met: somebody is erased on their page.
"""

from collections.abc import Callable

from service.decision.powers import Role
from tests.web.browser.visitor import Visitor
from tests.web.staffed import StaffedHouse
from tests.web.test_erasing import live_emeka


def test_somebody_is_erased_after_a_hold_was_lifted(
    house: StaffedHouse, visit: Callable[..., Visitor]
) -> None:
    emeka = live_emeka(house)
    hold = house.door.post("/holds", {"kind": "legal", "person_id": emeka})["id"]
    somebody = house.let_in(visit(), Role.ADMINISTRATOR)

    somebody.go(f"/people/{emeka}")
    somebody.press("Erase")
    assert somebody.sees("This person cannot be erased now")
    somebody.look("erase-held")
    house.door.post(f"/holds/{hold}/lift", None, 200)
    somebody.go(f"/people/{emeka}/erase")
    name = somebody.page.get_by_label("Type the name: Emeka Dupont")
    name.fill("Emeka Dupond")
    somebody.press("Erase for good")
    somebody.look("erase-other-name")
    name.fill("emeka dupont")
    somebody.look("erase")
    somebody.press("Erase for good")

    assert "This person is erased" == somebody.page.get_by_role("heading", level=1).inner_text()
    somebody.look("erased")
    somebody.press("See what must come down")
    assert 1 == somebody.page.get_by_role("listitem").filter(has_text="Our page").count()
