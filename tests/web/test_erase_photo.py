"""
A photo is erased on a page, after a look at what goes and what does not.
"""

from service.decision.powers import Role
from tests.api.office import photo_of_emeka
from tests.web.reader import reader
from tests.web.staffed import StaffedHouse


def test_an_administrator_is_led_to_it_and_erases_it(house: StaffedHouse) -> None:
    photo = photo_of_emeka(house.door)
    keeper = reader(house, Role.ADMINISTRATOR)

    assert f'href="/photos/{photo}/erase"' in keeper.fetch(f"/photos/{photo}").text
    assert "Nobody can bring it back" in keeper.get(f"/photos/{photo}/erase")
    where = keeper.post(f"/photos/{photo}/erase", {})

    assert "The photo is erased." in keeper.get(where)
    house.door.get(f"/photos/{photo}", 404)
    assert "photo:erased" == house.door.entries()[-1]["kind"]
    keeper.get(f"/photos/{photo}/erase", status=404)
    keeper.post(f"/photos/{photo}/erase", {}, status=404)


def test_a_legal_hold_keeps_it(house: StaffedHouse) -> None:
    photo = photo_of_emeka(house.door)
    house.door.post("/holds", {"kind": "legal", "photo_id": photo})
    keeper = reader(house, Role.ADMINISTRATOR)

    said = keeper.post(f"/photos/{photo}/erase", {}, status=409)

    assert "a legal hold keeps what is recorded here" in said
    house.door.get(f"/photos/{photo}")


def test_whoever_keeps_no_house_erases_nothing(house: StaffedHouse) -> None:
    photo = photo_of_emeka(house.door)

    for role in (Role.PUBLISHER, Role.REGISTRAR, Role.DATA_PROTECTION_OFFICER):
        somebody = reader(house, role)
        assert "/erase" not in somebody.fetch(f"/photos/{photo}").text
        somebody.get(f"/photos/{photo}/erase", status=403)
        somebody.post(f"/photos/{photo}/erase", {}, status=403)
    house.door.get(f"/photos/{photo}")
