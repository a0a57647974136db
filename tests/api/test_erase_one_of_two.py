"""
One of two records of a person is erased: a no that stands there alone is not lost.
"""

import pytest

from tests.api.door import Door
from tests.api.entered_twice import photo_of, refuse, settle, two_of_emeka
from tests.api.office import photo_answer

ORDER = {"kind": "representation", "covers_image": True}


@pytest.fixture
def emekas(door: Door) -> tuple[str, str]:
    """
    Enter Emeka twice, and say so; he agreed on the first record.
    """
    agreed, twin = two_of_emeka(door)
    settle(door, agreed, twin, "same")
    return agreed, twin


def speaks_alone(door: Door, person_id: str) -> bool:
    """
    Read what the house says before it erases.
    """
    return bool(door.get(f"/people/{person_id}/erasure")["speaks_alone"])


def test_a_no_that_stands_there_alone_is_entered_first(door: Door, emekas: tuple[str, str]) -> None:
    agreed, twin = emekas
    photo = photo_of(door, agreed)
    refuse(door, twin)

    assert speaks_alone(door, twin)
    assert "conflict" == door.delete(f"/people/{twin}", 409)["code"]
    assert "do_not_publish" == photo_answer(door, photo)

    refuse(door, agreed)
    assert not speaks_alone(door, twin)
    door.delete(f"/people/{twin}", 204)
    assert "do_not_publish" == photo_answer(door, photo)


@pytest.mark.parametrize("kind", ["safeguarding", "restriction", "objection"])
def test_a_hold_that_stands_there_alone_is_placed_first(
    door: Door, emekas: tuple[str, str], kind: str
) -> None:
    agreed, twin = emekas
    door.post("/holds", {"kind": kind, "person_id": twin})
    door.delete(f"/people/{twin}", 409)

    door.post("/holds", {"kind": kind, "person_id": agreed})

    door.delete(f"/people/{twin}", 204)


def test_an_order_that_stands_there_alone_is_entered_first(
    door: Door, emekas: tuple[str, str]
) -> None:
    agreed, twin = emekas
    door.post(f"/people/{twin}/protections", ORDER)
    door.delete(f"/people/{twin}", 409)

    door.post(f"/people/{agreed}/protections", ORDER)

    door.delete(f"/people/{twin}", 204)


def test_a_refuge_that_stands_there_alone_keeps_the_record(
    door: Door, emekas: tuple[str, str]
) -> None:
    refuge = door.unit("Refuge")
    door.patch(f"/people/{emekas[1]}", {"memberships": [{"unit_id": refuge}]})
    door.post("/holds", {"kind": "safeguarding", "unit_id": refuge})

    door.delete(f"/people/{emekas[1]}", 409)


def test_a_no_of_a_page_that_is_closed_is_not_lost(door: Door, emekas: tuple[str, str]) -> None:
    refuse(door, emekas[1])
    [facebook] = door.get("/channels")["items"]
    door.post(f"/channels/{facebook['id']}/close", {}, 200)

    door.delete(f"/people/{emekas[1]}", 409)


def test_what_says_nothing_goes(door: Door, emekas: tuple[str, str]) -> None:
    door.delete(f"/people/{emekas[1]}", 204)


def test_a_legal_hold_on_one_record_keeps_the_other(door: Door, emekas: tuple[str, str]) -> None:
    door.post("/holds", {"kind": "legal", "person_id": emekas[0]})

    assert door.get(f"/people/{emekas[1]}/erasure")["is_kept"]
    door.delete(f"/people/{emekas[1]}", 409)


def test_who_does_not_see_the_other_record_is_not_told_of_it(
    door: Door, emekas: tuple[str, str]
) -> None:
    own, other = door.unit("Own"), door.unit("Other")
    for person_id, unit in zip(emekas, (other, own), strict=True):
        door.patch(f"/people/{person_id}", {"memberships": [{"unit_id": unit}]})
    refuse(door, emekas[1])
    somebody = door.with_key("admin", "people:read", "people:write", units=[own])

    shown = somebody.get(f"/people/{emekas[1]}/erasure")

    assert (True, False) == (shown["is_kept"], shown["speaks_alone"])
    assert "legal hold" in somebody.delete(f"/people/{emekas[1]}", 409)["detail"]
