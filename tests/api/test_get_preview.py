"""
Pages show what a registered photo looks like, to whoever may read photos.
"""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from service.decision.ids import PhotoId
from service.errors import NotAllowed, NotFound
from service.usecases.checks import Upload
from service.usecases.photos import PhotoDetails
from tests.api.door import NOBODY, Door
from tests.api.office import register, scene


def _seen(door: Door, photo_id: str) -> bytes:
    registry = door.house.registry
    return registry.photos.get_preview(registry.keys.identify_key(door.key), PhotoId(photo_id))


def test_a_preview_is_a_small_bare_picture(door: Door) -> None:
    photo = register(door, scene(1), title="Farm")["id"]

    with Image.open(BytesIO(_seen(door, photo))) as shown:
        assert ("JPEG", (480, 360), 0) == (shown.format, shown.size, len(shown.getexif()))


def test_it_is_not_what_the_registry_compares_with(door: Door) -> None:
    photo = register(door, scene(1))["id"]
    with door.house.registry.keys.identify_key.database.look(door.organisation.id) as work:
        kept = work.photos.get(PhotoId(photo)).preview or b""

    assert kept[200:260] not in _seen(door, photo)


def test_it_takes_the_scope_to_read_photos(door: Door) -> None:
    photo = register(door, scene(1))["id"]

    with pytest.raises(NotAllowed):
        _seen(door.with_key("checks", "photos:write"), photo)


def test_there_is_none_of_what_is_not_there(door: Door, stranger: Door) -> None:
    photo = register(door, scene(1))["id"]
    door.delete(f"/photos/{photo}", 204)
    theirs = register(stranger, scene(1))["id"]

    for photo_id in (photo, theirs, NOBODY):
        with pytest.raises(NotFound):
            _seen(door, photo_id)


def test_a_house_without_previews_has_none(door: Door) -> None:
    registry = door.house.registry
    without = replace(registry.photos.register_photo, previews=False)
    made = without(registry.keys.identify_key(door.key), PhotoDetails(Upload(scene(1))))

    with pytest.raises(NotFound):
        _seen(door, made.story.photo.id)
