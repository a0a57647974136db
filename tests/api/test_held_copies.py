"""
A hold on a photo reaches what is live of copies that were registered by themselves.
"""

import pytest

from service.decision.ids import PhotoId
from service.decision.terms import HoldKind
from service.usecases.holds import HoldDetails
from service.usecases.organisations.operator import operator_of
from tests.api.door import Door, Json
from tests.api.office import OWN_PHOTO, adult, channel, register, version, yes
from tests.fingerprint.drawing import draw_scene, encode

LEGAL = {"kind": "legal"}


def picture(door: Door, person: str, quality: int, scene: int = 1, **more: object) -> str:
    """
    Register a file of a scene with somebody in it; give its id.
    """
    file = encode(draw_scene(scene), "JPEG", quality=quality)
    told: Json = {
        "depictions": [{"person_id": person}],
        "attestation": {"complete": True},
        "rights": OWN_PHOTO,
    }
    return str(register(door, file, **told | more)["id"])


@pytest.fixture
def emeka(door: Door) -> str:
    """
    Let Emeka say yes to a page where everybody may publish; give his id.
    """
    channel(door, photo_publisher="members")
    person = adult(door)
    yes(door, person, version(door))
    return person


def publish(door: Door, photo_id: str) -> str:
    """
    Publish a photo, and propose it once more; give the publication.
    """
    post = {"channel": "facebook", "photo_ids": [photo_id]}
    door.post("/proposals", post | {"alt_texts": ["A man"]})
    return str(door.post("/publications", post)["id"])


def down(door: Door) -> list[str]:
    """
    Give the publications that must come down.
    """
    return [each["publication_id"] for each in door.get("/takedowns")["items"]]


@pytest.mark.parametrize("kind", ["legal", "objection", "safeguarding", "restriction"])
def test_what_is_live_of_a_copy_comes_down(door: Door, emeka: str, kind: str) -> None:
    first, copy = picture(door, emeka, 90), picture(door, emeka, 60)
    other = picture(door, emeka, 90, scene=2)
    post = publish(door, copy)
    publish(door, other)

    door.post("/holds", {"kind": kind, "photo_id": first})

    assert [post] == down(door)
    states = {each["photo_ids"][0]: each["state"] for each in door.get("/proposals")["items"]}
    assert {copy: "cancelled", other: "proposed"} == states


def test_a_complaint_with_a_hold_reaches_copies(door: Door, emeka: str) -> None:
    first, copy = picture(door, emeka, 90), picture(door, emeka, 60)
    post = publish(door, copy)

    body = {"text": "Take it away", "photo_id": first, "legal_hold": True, "route": "email"}
    door.post("/complaints", body)

    assert [post] == down(door)


def test_what_was_made_of_a_photo_by_covering_somebody_stays(door: Door, emeka: str) -> None:
    first = picture(door, emeka, 90)
    region = {"left": 0, "top": 0, "width": 20, "height": 20}
    made_of = {"photo_id": first, "covers": [{"kind": "fill", "region": region}]}
    looked = {"complete": True, "nobody_under_covers": True}
    covered = picture(door, emeka, 60, derived_from=made_of, attestation=looked)
    publish(door, covered)

    door.post("/holds", LEGAL | {"photo_id": first})

    assert [] == down(door)


def test_the_sweep_finds_what_a_crash_left(door: Door, emeka: str) -> None:
    first, copy = picture(door, emeka, 90), picture(door, emeka, 60)
    post, registry = publish(door, copy), door.house.registry
    caller = operator_of(door.organisation.id)
    place = HoldDetails(HoldKind.LEGAL, photo_id=PhotoId(first))
    with registry.keys.identify_key.database.begin(door.organisation.id) as work:
        now = registry.holds.place_hold.desk.now_alone(work)
        registry.holds.place_hold.within(work, caller, place, now)
        work.commit()
    assert [] == down(door)

    registry.takedowns.sweep_takedowns.sweep(door.organisation.id)

    assert [post] == down(door)
