"""
A file is known by its bytes, within one organisation, to whoever may read photos.
"""

from collections.abc import Callable

import pytest

from service.errors import NotAllowed
from service.usecases.caller import Caller
from tests.api.door import Door
from tests.api.office import register, scene


def caller_of(door: Door) -> Caller:
    """
    Say who holds the key of a door.
    """
    return door.house.registry.keys.identify_key(door.key)


def test_a_photo_is_found_by_its_very_bytes(door: Door) -> None:
    find, caller = door.house.registry.photos.find_photo, caller_of(door)
    made = register(door, scene(1))

    assert made["id"] == find(caller, scene(1))
    assert None is find(caller, scene(1) + b"\0")
    assert None is find(caller, b"")


def test_a_photo_of_another_organisation_is_not_found(
    door: Door, found: Callable[[str], Door]
) -> None:
    register(door, scene(1))
    stranger = found("acacias")

    assert None is stranger.house.registry.photos.find_photo(caller_of(stranger), scene(1))


def test_it_takes_the_scope_to_read_photos(door: Door) -> None:
    writer = door.with_key("photos:write")

    with pytest.raises(NotAllowed):
        door.house.registry.photos.find_photo(caller_of(writer), scene(1))
