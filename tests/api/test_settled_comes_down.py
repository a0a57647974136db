"""
What is live of somebody who is entered twice comes down by a no on either record.
"""

import pytest

from tests.api.door import Door
from tests.api.entered_twice import photo_of, refuse, settle, two_of_emeka


def tasks(door: Door) -> list[str]:
    """
    Give what must come down.
    """
    return [each["publication_id"] for each in door.get("/takedowns")["items"]]


@pytest.fixture
def emekas(door: Door) -> tuple[str, str]:
    """
    Enter Emeka twice: he said yes on the first record, and nothing on the second.
    """
    return two_of_emeka(door)


def live(door: Door, person_id: str) -> str:
    """
    Publish a photo of somebody; give the id of the publication.
    """
    told = {"photo_ids": [photo_of(door, person_id)], "channel": "facebook"}
    return str(door.post("/publications", told | {"where": "https://f.example/1"})["id"])


def test_one_person_with_a_no_brings_down_what_is_live(door: Door, emekas: tuple[str, str]) -> None:
    agreed, twin = emekas
    post = live(door, agreed)
    (photo,) = door.get("/publications")["items"][0]["photo_ids"]
    door.post("/proposals", {"channel": "facebook", "photo_ids": [photo], "alt_texts": ["Emeka"]})
    refuse(door, twin)
    assert [] == tasks(door)

    settle(door, agreed, twin, "same")

    assert [post] == tasks(door)
    assert ["cancelled"] == [each["state"] for each in door.get("/proposals")["items"]]


def test_a_later_no_on_the_other_record_brings_it_down(door: Door, emekas: tuple[str, str]) -> None:
    agreed, twin = emekas
    post = live(door, agreed)
    settle(door, agreed, twin, "same")
    assert [] == tasks(door)

    refuse(door, twin)

    assert [post] == tasks(door)


def test_a_hold_on_a_unit_of_the_other_record_brings_it_down(
    door: Door, emekas: tuple[str, str]
) -> None:
    agreed, twin = emekas
    post = live(door, agreed)
    settle(door, agreed, twin, "same")
    refuge = door.unit("Refuge")
    door.patch(f"/people/{twin}", {"memberships": [{"unit_id": refuge}]})

    door.post("/holds", {"kind": "safeguarding", "unit_id": refuge})

    assert [post] == tasks(door)


def test_erasing_an_empty_second_record_takes_nothing_down(
    door: Door, emekas: tuple[str, str]
) -> None:
    agreed, twin = emekas
    post = live(door, agreed)
    settle(door, agreed, twin, "same")

    door.delete(f"/people/{twin}", 204)

    assert [] == tasks(door)
    (found,) = door.get("/publications")["items"]
    assert (post, [agreed]) == (found["id"], found["person_ids"])
