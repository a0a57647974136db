"""
Whoever works for some units sees the photos that have to do with these.
"""

import pytest

from tests.api.door import Door
from tests.api.office import adult, channel, check, refused, register, scene


@pytest.fixture
def units(door: Door) -> tuple[str, str]:
    """
    Give two units.
    """
    return door.unit("Kitchen"), door.unit("Garden")


def shown(door: Door) -> list[str]:
    """
    Give the photos that somebody is shown, page by page.
    """
    found: list[str] = []
    path = "/photos?limit=1"
    while path:
        listing = door.get(path)
        found += [each["id"] for each in listing["items"]]
        path = f"/photos?limit=1&after={listing['next']}" if listing["next"] else ""
    return found


def test_photos_of_its_people_and_of_its_colleagues(door: Door, units: tuple[str, str]) -> None:
    kitchen, garden = units
    cook = adult(door, memberships=[{"unit_id": kitchen}])
    gardener = adult(door, given_name="Ines", memberships=[{"unit_id": garden}])
    of_cook = register(door, scene(1), depictions=[{"person_id": cook}])["id"]
    of_gardener = register(door, scene(2), depictions=[{"person_id": gardener}])["id"]
    of_both = register(
        door, scene(3), depictions=[{"person_id": each} for each in (cook, gardener)]
    )["id"]
    colleague = door.with_key("photos:read", "photos:write", units=[kitchen])
    empty = register(colleague, scene(4))["id"]
    reader = door.with_key("photos:read", units=[kitchen])

    assert [of_cook, of_both, empty] == shown(reader) == shown(colleague)
    assert [of_cook, of_gardener, of_both, empty] == shown(door)
    reader.get(f"/photos/{of_cook}")
    reader.get(f"/photos/{of_gardener}", 404)
    refused(colleague, f"/photos/{of_gardener}/depictions", {"depictions": []}, 404)
    refused(colleague, f"/photos/{of_gardener}/attestation", {"complete": True}, 404)


def test_a_check_finds_a_photo_whoever_may_look_at_it(door: Door, units: tuple[str, str]) -> None:
    kitchen, garden = units
    gardener = adult(door, memberships=[{"unit_id": garden}])
    photo = register(door, scene(1), depictions=[{"person_id": gardener}])["id"]
    cook = door.with_key("checks", "photos:read", units=[kitchen])

    found = check(cook, scene(1))

    assert check(door, scene(1))["answer"] == found["answer"] != "publish"
    assert [photo] == [each["photo_id"] for each in found["pictures"]]
    cook.get(f"/photos/{photo}", 404)


def test_whoever_knows_reasons_of_a_unit_learns_those_of_its_people_only(
    door: Door, units: tuple[str, str]
) -> None:
    kitchen, garden = units
    channel(door)
    cook = adult(door, memberships=[{"unit_id": kitchen}])
    gardener = adult(door, given_name="Ines", memberships=[{"unit_id": garden}])
    register(door, scene(1), depictions=[{"person_id": cook}])
    register(door, scene(2), depictions=[{"person_id": each} for each in (cook, gardener)])
    publisher = door.with_key("checks", "reasons", units=[kitchen])

    own, shared = check(publisher, scene(1)), check(publisher, scene(2))
    again = publisher.get(f"/checks/{shared['check_id']}")

    assert cook in str(own["reasons"])
    for each in (shared, again):
        assert gardener not in str(each)
        assert "not_cleared" in {reason["code"] for reason in each["reasons"]}


def test_whoever_moves_to_a_unit_brings_their_photos(door: Door, units: tuple[str, str]) -> None:
    kitchen, garden = units
    cook = adult(door, memberships=[{"unit_id": garden}])
    photo = register(door, scene(1), depictions=[{"person_id": cook}])["id"]
    reader = door.with_key("photos:read", units=[kitchen])
    assert [] == shown(reader)

    door.patch(f"/people/{cook}", {"memberships": [{"unit_id": kitchen}]})

    assert [photo] == shown(reader)
