"""
What is held is named to whoever may read it, and lifted by whoever knows what it is.
"""

import pytest

from service.decision.powers import Role
from tests.api.office import photo_of_emeka
from tests.web.reader import Reader, reader
from tests.web.staffed import StaffedHouse


@pytest.fixture
def lea(house: StaffedHouse) -> str:
    """
    Give the id of Léa, who must be protected.
    """
    lea = house.door.person()
    house.door.post("/holds", {"kind": "safeguarding", "person_id": lea})
    return lea


def _raw(somebody: Reader) -> str:
    return somebody.fetch("/holds").text


def test_an_administrator_reads_who_is_protected_before_lifting_it(
    house: StaffedHouse, lea: str
) -> None:
    somebody = reader(house, Role.ADMINISTRATOR)

    shown = somebody.get("/holds")
    assert "Safeguarding Léa Dupont" in shown
    assert "Lift Safeguarding, Léa Dupont Then this hold stops nothing any more" in shown
    assert f'href="/people/{lea}"' in _raw(somebody)


def test_a_photo_that_is_held_is_named(house: StaffedHouse) -> None:
    photo = photo_of_emeka(house.door)
    house.door.post("/holds", {"kind": "legal", "photo_id": photo})

    assert f'href="/photos/{photo}"' in _raw(reader(house, Role.ADMINISTRATOR))


@pytest.mark.usefixtures("lea")
def test_whoever_may_not_read_people_neither_learns_the_name_nor_lifts_blindly(
    house: StaffedHouse,
) -> None:
    somebody = reader(house, Role.CHANNEL_MANAGER)

    shown = somebody.get("/holds")
    assert "Safeguarding A person" in shown
    assert "Dupont" not in shown
    assert "/lift" not in _raw(somebody)


def test_the_crisis_of_the_whole_house_is_lifted_by_who_keeps_the_channels(
    house: StaffedHouse,
) -> None:
    hold = house.door.post("/holds", {"kind": "crisis"})["id"]
    somebody = reader(house, Role.CHANNEL_MANAGER)
    assert f'action="/holds/{hold}/lift"' in _raw(somebody)

    somebody.post(f"/holds/{hold}/lift", {})

    assert "Nothing stops publication just now." in somebody.get("/holds")
