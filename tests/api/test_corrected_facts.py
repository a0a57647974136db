"""
What is live of somebody is judged again when a fact about them is corrected.
"""

import pytest

from tests.api.door import Door, Json
from tests.api.office import (
    OWN_PHOTO,
    adult,
    channel,
    published_name,
    register,
    scene,
    version,
    yes,
)


@pytest.fixture
def emeka(door: Door) -> str:
    """
    Give Emeka, who said yes as an adult and whose name is live.
    """
    channel(door, publisher_ids=[door.get("/keys")["items"][0]["id"]])
    person = adult(door)
    yes(door, person, version(door))
    published_name(door)
    return person


@pytest.mark.parametrize(
    "fact",
    [
        {"born_on": "2016-05-04"},
        {"born_on": None},
        {"mental_capacity": "doubtful"},
    ],
)
def test_what_was_published_on_a_mistaken_fact_comes_down(
    door: Door, emeka: str, fact: Json
) -> None:
    door.patch(f"/people/{emeka}", fact)

    assert ["not_cleared"] == [each["cause"] for each in door.get("/takedowns")["items"]]


def test_who_holds_no_office_is_asked_like_others(door: Door) -> None:
    channel(door, photo_publisher="members")
    mayor = adult(door, category="public_official")
    shown = [{"person_id": mayor, "in_function": True}]
    looked = {"complete": True}
    photo = register(door, scene(1), depictions=shown, attestation=looked, rights=OWN_PHOTO)["id"]
    door.post("/publications", {"photo_ids": [photo], "channel": "facebook"})

    door.patch(f"/people/{mayor}", {"category": "visitor"})

    assert 1 == len(door.get("/takedowns")["items"])


@pytest.mark.parametrize(
    "fact",
    [
        {"born_on": "1991-05-04"},
        {"given_name": "Émeka"},
        {"left_on": "2026-01-01"},
    ],
)
def test_what_still_stands_stays(door: Door, emeka: str, fact: Json) -> None:
    door.patch(f"/people/{emeka}", fact)

    assert [] == door.get("/takedowns")["items"]
