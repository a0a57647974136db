"""
A photo is registered by what it looks like; the picture itself is not kept.
"""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from service.usecases.checks import Upload
from service.usecases.photos import PhotoDetails
from tests.api.door import NOBODY, Door, answered
from tests.api.office import OWN_PHOTO, adult, channel, image, register, row_counts, scene, send
from tests.fingerprint.drawing import draw_scene, encode

WHOLE = {"left": 0, "top": 0, "width": 1000, "height": 1000}


def test_a_photo_is_there_once_registered(door: Door) -> None:
    emeka, facebook = adult(door), channel(door)
    region = {"left": 100, "top": 50, "width": 900, "height": 950}
    depiction = {"person_id": emeka, "visibility": "ambience", "region": region}
    rights = OWN_PHOTO | {
        "owner": "Les Jacinthes",
        "licence_from_on": "2026-01-01",
        "licence_until_on": "2027-01-01",
        "licence_channel_ids": [facebook],
        "embargo_until_at": "2026-02-01T00:00:00Z",
    }

    made = register(
        door,
        scene(1),
        title="Farm, 12 May",
        intimate=True,
        public_place=True,
        depictions=[depiction],
        attestation={"complete": True, "informed": True},
        rights=rights,
    )

    story = made["registered"]
    assert story == door.get(f"/photos/{made['id']}")
    assert ("Farm, 12 May", "jpeg", 640, 480, True, True) == tuple(
        story["photo"][name]
        for name in ("title", "format", "width_px", "height_px", "intimate", "public_place")
    )
    assert [depiction | {"in_function": False}] == story["depictions"]
    assert (True, True, False, 1) == tuple(
        story["attestation"][name]
        for name in ("complete", "informed", "stale", "depictions_version")
    )
    assert rights == story["rights"]
    assert ([], []) == (made["matches"], made["notes"])


def test_a_photo_may_be_registered_with_nothing_said(door: Door) -> None:
    story = register(door, scene(1))["registered"]

    assert ([], 1, None, None) == (
        story["depictions"],
        story["depictions_version"],
        story["attestation"],
        story["rights"],
    )


def test_what_it_resembles_is_named_for_comparing(door: Door) -> None:
    first = register(door, scene(1))
    register(door, scene(2))

    again = register(door, encode(draw_scene(1), "JPEG", quality=40))

    assert [first["id"]] == [each["photo_id"] for each in again["matches"]]
    assert again["matches"][0]["match"] not in {"same_bytes", "same_pixels", "none"}


@pytest.mark.parametrize("kind", ["same file", "same pixels"])
def test_one_picture_is_registered_once(door: Door, kind: str) -> None:
    first = register(door, scene(1))
    again = scene(1)
    if kind == "same pixels":
        with Image.open(BytesIO(scene(1))) as decoded:
            again = encode(decoded.convert("RGB"), "PNG")
    before = row_counts(door)

    problem = register(door, again, 409)

    assert ("already-exists", "image") == (problem["code"], problem["field"])
    assert first["id"] in problem["detail"]
    assert before == row_counts(door)


def test_the_same_key_registers_one_photo(door: Door) -> None:
    first = answered(send(door, "/photos", [image(scene(1))], key="farm", photo="{}"), 201)
    before = row_counts(door)
    again = answered(send(door, "/photos", [image(scene(1))], key="farm", photo="{}"), 201)
    other = send(door, "/photos", [image(scene(2))], key="farm", photo="{}")

    assert first == again
    assert "idempotency-mismatch" == other.json()["code"]
    assert before == row_counts(door)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"depictions": [{"person_id": NOBODY}]}, "depictions.0.person_id"),
        ({"rights": OWN_PHOTO | {"licence_channel_ids": [NOBODY]}}, "rights.licence_channel_ids"),
        ({"rights": OWN_PHOTO | {"creator": "Nadia\u202e"}}, "rights.creator"),
        ({"title": "Farm\u0000"}, "title"),
        (
            {"attestation": {"complete": True, "compared_photo_ids": [NOBODY]}},
            "compared_photo_ids",
        ),
    ],
)
def test_what_cannot_be_used_is_named(door: Door, told: dict[str, object], field: str) -> None:
    before = row_counts(door)

    assert field == register(door, scene(1), 422, **told)["field"]
    assert before == row_counts(door)


def test_a_licence_does_not_end_before_it_begins(door: Door) -> None:
    for until in ("2025-12-31", "2026-01-01"):
        dates = {"licence_from_on": "2026-01-01", "licence_until_on": until}
        problem = register(door, scene(1), 422, rights=OWN_PHOTO | dates)

        assert ("impossible-dates", "rights.licence_until_on") == (
            problem["code"],
            problem["field"],
        )


def test_the_same_person_is_named_once(door: Door) -> None:
    emeka = {"person_id": adult(door)}

    problem = register(door, scene(1), 422, depictions=[emeka, emeka | {"region": WHOLE}])

    assert "depictions.1.person_id" == problem["field"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"left": -1},
        {"top": -1},
        {"width": 0},
        {"height": 0},
        {"width": 1001},
        {"left": 1, "width": 1000},
        {"top": 999, "height": 2},
        {"left": 1000, "width": 1},
    ],
    ids=str,
)
def test_a_region_lies_inside_of_the_picture(door: Door, wrong: dict[str, int]) -> None:
    depiction = {"person_id": adult(door), "region": WHOLE | wrong}

    problem = register(door, scene(1), 422, depictions=[depiction])

    assert "depictions.0.region" == problem["field"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<html><script>alert(1)</script></html>", None),
        (scene(1)[:-2000], None),
        (b"", "empty"),
    ],
)
def test_what_is_no_picture_is_refused(door: Door, content: bytes, reason: str | None) -> None:
    before = row_counts(door)
    problem = register(door, content, 422)

    assert ("bad-image", "image") == (problem["code"], problem["field"])
    assert reason in {None, problem["reason"]}
    assert before == row_counts(door)


def test_a_picture_that_claims_to_be_another_kind_is_refused(door: Door) -> None:
    named = [image(scene(1), "photo.png")]

    assert "bad-image" == answered(send(door, "/photos", named, photo="{}"), 422)["code"]


def test_an_empty_scene_is_known_by_its_pixels_only(door: Door) -> None:
    register(door, encode(Image.new("RGB", (64, 64), "white"), "PNG"))

    other = register(door, encode(Image.new("RGB", (64, 64), "#fefefe"), "PNG"))

    assert [] == other["matches"]


def test_it_takes_the_scope_to_write_photos(door: Door) -> None:
    reader = door.with_key("photos:read")
    before = row_counts(door)

    register(reader, scene(1), 403)
    assert before == row_counts(door)


def test_another_organisation_has_photos_of_its_own(door: Door, stranger: Door) -> None:
    register(door, scene(1))

    assert [] == register(stranger, scene(1))["matches"]
    theirs = {"person_id": adult(stranger)}
    problem = register(door, scene(2), 422, depictions=[theirs])
    assert "depictions.0.person_id" == problem["field"]


def test_the_ledger_has_a_line_for_everything_that_was_said(door: Door) -> None:
    emeka = adult(door)
    made = register(
        door,
        scene(1),
        title="Emeka at the farm",
        depictions=[{"person_id": emeka}],
        attestation={"complete": True},
        rights=OWN_PHOTO,
    )

    lines = door.entries()[-4:]
    assert {
        "photo:registered": [],
        "photo:depictions_recorded": [emeka],
        "photo:attested": [emeka],
        "photo:rights_recorded": [],
    } == {each["kind"]: each["person_ids"] for each in lines}
    assert {made["id"]} == {each["payload"]["photo_id"] for each in lines}
    assert not [word for word in ("Emeka", "farm", "Nadia") if word in str(lines)]


def test_a_preview_is_kept_only_where_the_house_wants_one(door: Door) -> None:
    registry = door.house.registry
    without = replace(registry.photos.register_photo, previews=False)

    without(registry.keys.identify_key(door.key), PhotoDetails(Upload(scene(1))))

    assert (1, 0) == tuple(row_counts(door)[name] for name in ("photos", "photo_previews"))


def test_a_picture_is_read_before_any_transaction_is_open(door: Door) -> None:
    registry, order = door.house.registry, list[str]()
    verb = registry.photos.register_photo
    observed = replace(
        verb,
        look=replace(verb.look, pictures=Observed(verb.look.pictures, "read", order)),
        desk=replace(verb.desk, database=Observed(verb.desk.database, "begin", order)),
    )

    observed(registry.keys.identify_key(door.key), PhotoDetails(Upload(scene(1))))

    assert ["read", "begin"] == order


class Observed:
    """
    Do what another does, and note when one thing is asked of it.
    """

    def __init__(self, other: object, noted: str, order: list[str]) -> None:
        """
        Note each look at the attribute called *noted*.
        """
        self._other, self._noted, self._order = other, noted, order

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever the other has
        """
        Give what the other has.
        """
        if name == self._noted:
            self._order.append(name)
        return getattr(self._other, name)
