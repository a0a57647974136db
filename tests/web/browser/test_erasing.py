"""
A data-protection request is met: somebody is erased on their page.
"""

from collections.abc import Callable

from service.decision.powers import Role
from tests.api.office import photo_of_emeka
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


def test_a_photo_is_erased_on_a_phone(house: StaffedHouse, at_hand: Callable[..., Visitor]) -> None:
    photo = photo_of_emeka(house.door)
    [page] = house.door.get("/channels")["items"]
    house.door.patch(f"/channels/{page['id']}", {"photo_publisher": "members"})
    house.door.post("/publications", {"photo_ids": [photo], "channel": "facebook"})
    somebody = house.let_in(at_hand(), Role.ADMINISTRATOR)
    somebody.go(f"/photos/{photo}")
    somebody.press("Erase")
    assert somebody.sees("It was published 1 time.")
    somebody.look("erase-photo")
    somebody.press("Erase for good")

    assert somebody.sees("The photo is erased.")
    house.door.get(f"/photos/{photo}", 404)
