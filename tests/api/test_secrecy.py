"""
What shows a picture leaves the registry by no door (threat T16).
"""

import base64
import logging
from collections.abc import Iterator

import pytest

from service.records.paging import Page
from tests.api.door import NOBODY, Door, Json
from tests.api.office import (
    OWN_PHOTO,
    adult,
    channel,
    check,
    image,
    register,
    row_counts,
    scene,
    send,
    version,
    yes,
)
from tests.fingerprint.drawing import draw_scene, encode, read


@pytest.fixture
def told(door: Door) -> Iterator[list[str]]:
    """
    Listen to every answer the service gives, headers included.
    """
    heard: list[str] = []
    client = door.house.client
    hooks = client.event_hooks
    client.event_hooks = {"response": [lambda response: heard.append(_whole(response))]}
    yield heard
    client.event_hooks = hooks


def _whole(response: Json) -> str:
    response.read()
    return f"{response.request.url} {response.headers} {response.text}"


def _written(secret: bytes) -> set[str]:
    """
    Give every way in which bytes could be written into a text.
    """
    encoded = base64.b64encode(secret).decode()
    safe = base64.urlsafe_b64encode(secret).decode()
    return {secret.hex(), secret.hex().upper(), encoded.rstrip("="), safe.rstrip("="), str(secret)}


def test_nothing_that_shows_a_picture_is_answered_logged_or_put_on_record(
    door: Door, told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    pictures = [scene(1), encode(draw_scene(1), "JPEG", quality=40)]
    _use_everything(door, *pictures)

    texts = [*told, *(each.getMessage() for each in caplog.records), str(door.entries())]
    lines = [each for each in caplog.records if each.name == "obstat.requests"]
    assert 20 < len(told) <= len(lines), "everything was heard"
    for content in pictures:
        picture = read(content)
        preview = picture.preview_jpeg or b""
        probes = [each.bits for each in picture.probes]
        secrets = [picture.digest_bytes, picture.digest_pixels, *probes]
        for part in (*secrets, preview[100:160], content[200:260]):
            found = [word for word in _written(part) for text in texts if word in text]
            assert [] == found


def _use_everything(door: Door, one: bytes, other: bytes) -> None:
    """
    Knock at every door behind which a picture is known.
    """
    facebook = channel(door, photo_publisher="members")
    emeka = adult(door)
    yes(door, emeka, version(door))
    people = [{"person_id": emeka}]
    looked = {"complete": True}
    photo = register(door, one, depictions=people, attestation=looked, rights=OWN_PHOTO)["id"]
    likeness = register(door, other)["id"]
    register(door, one, 409)
    register(door, one[:-500], 422)
    door.post(f"/photos/{photo}/depictions", {"depictions": people}, 200)
    compared = looked | {"compared_photo_ids": [likeness]}
    door.post(f"/photos/{photo}/attestation", compared, 200)
    door.post(f"/photos/{photo}/rights", OWN_PHOTO | {"owner": "The house"}, 200)
    for path in (f"/photos/{photo}", "/photos", f"/photos/{NOBODY}", "/docs/openapi.json"):
        door.knock("GET", path)
    asked = check(door, one, other, channel="facebook")["check_id"]
    door.get(f"/checks/{asked}")
    door.get("/checks")
    door.get(f"/people/{emeka}/lookups")
    sent = [image(one)]
    assert 201 == send(door, "/publications", sent, None, channel="facebook").status_code
    door.get(f"/publications?photo_id={photo}&channel_id={facebook}")
    door.delete(f"/photos/{likeness}", 204)


def test_the_picture_itself_is_not_kept(door: Door) -> None:
    register(door, scene(1))
    counts = row_counts(door)

    assert (1, 1) == (counts["photos"], counts["photo_previews"])
    with door.house.registry.keys.identify_key.database.look(door.organisation.id) as work:
        (photo,) = work.photos.list_page(Page()).items
    assert photo.preview is not None
    assert len(photo.preview) < len(scene(1))
    assert scene(1)[:1000] not in photo.preview
