"""
Photos are listed and looked at.
"""

from tests.api.door import Door
from tests.api.office import (
    register,
    scene,
)


def test_photos_come_in_the_order_they_were_registered(door: Door) -> None:
    ids = [register(door, scene(seed))["id"] for seed in (1, 2, 3)]

    first = door.get("/photos?limit=2")
    rest = door.get(f"/photos?limit=2&after={first['next']}")

    assert ids == [each["id"] for each in first["items"] + rest["items"]]


def test_it_takes_the_scope_to_read_photos(door: Door) -> None:
    photo_id = register(door, scene(1))["id"]
    writer = door.with_key("photos:write")

    writer.get("/photos", 403)
    writer.get(f"/photos/{photo_id}", 403)
