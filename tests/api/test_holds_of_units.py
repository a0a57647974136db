"""
A key of some units lifts no more than it may place, and sees no more.
"""

import pytest

from tests.api.door import Door
from tests.api.office import register, scene


@pytest.fixture
def unit(door: Door) -> str:
    """
    Give the unit of the lesser key.
    """
    return door.unit("Les Coquelicots")


@pytest.fixture
def lesser(door: Door, unit: str) -> Door:
    """
    Give a key that protects the people of one unit, and administers it.
    """
    scopes = ("holds:read", "holds:write", "people:read", "photos:read", "photos:write", "admin")
    return door.with_key(*scopes, units=[unit])


def photo_of(door: Door, unit: str) -> str:
    """
    Register a photo of somebody of a unit; give its id.
    """
    person = door.person(memberships=[{"unit_id": unit}])
    made = register(door, scene(1), depictions=[{"person_id": person}])
    return str(made["id"])


@pytest.mark.parametrize("kind", ["crisis", "legal"])
def test_nobody_of_one_unit_lifts_a_hold_on_the_house(door: Door, lesser: Door, kind: str) -> None:
    hold = door.post("/holds", {"kind": kind})["id"]

    assert hold == lesser.get(f"/holds/{hold}")["id"]
    lesser.post(f"/holds/{hold}/lift", status=403)
    assert door.get(f"/holds/{hold}")["until_at"] is None


def test_hold_on_a_photo_is_seen_and_lifted_where_the_photo_is(door: Door, lesser: Door) -> None:
    photo_id = photo_of(door, door.unit("Les Tilleuls"))
    hold = door.post("/holds", {"kind": "legal", "photo_id": photo_id})["id"]

    assert [] == lesser.get("/holds")["items"]
    lesser.get(f"/holds/{hold}", 404)
    lesser.post(f"/holds/{hold}/lift", status=404)
    assert door.get(f"/holds/{hold}")["until_at"] is None


def test_hold_on_an_own_photo_is_lifted(door: Door, lesser: Door, unit: str) -> None:
    body = {"kind": "objection", "photo_id": photo_of(door, unit)}
    hold = lesser.post("/holds", body)["id"]

    assert lesser.post(f"/holds/{hold}/lift", status=200)["until_at"]


def test_photo_of_another_unit_is_not_erased(door: Door, lesser: Door) -> None:
    photo_id = photo_of(door, door.unit("Les Tilleuls"))

    lesser.delete(f"/photos/{photo_id}", 404)
    assert photo_id == door.get(f"/photos/{photo_id}")["photo"]["id"]


def test_legal_hold_on_a_unit_keeps_the_photos_of_its_people(door: Door, unit: str) -> None:
    photo_id = photo_of(door, unit)
    hold = door.post("/holds", {"kind": "legal", "unit_id": unit})["id"]

    door.delete(f"/photos/{photo_id}", 409)
    door.post(f"/holds/{hold}/lift", status=200)
    door.delete(f"/photos/{photo_id}", 204)
