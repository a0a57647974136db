"""
A first name names whom it can mean, whoever reads it.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.api.clock import Clock
from tests.api.door import Door, Json
from tests.api.office import OWN_PHOTO, adult, channel, check, register, scene, version, yes

PUBLISHER = ("checks", "publications:read", "publications:write")
CAPTION = "Ottoline feeds a goat"


def ottoline(door: Door, unit: str, family_name: str = "Zwaenepoel") -> str:
    """
    Enter somebody of a unit with a rare first name; give the id.
    """
    member = [{"unit_id": unit}]
    return adult(door, given_name="Ottoline", family_name=family_name, memberships=member)


@pytest.fixture
def units(door: Door) -> tuple[str, str]:
    """
    Give our unit and another one.
    """
    return door.unit("Les Tilleuls"), door.unit("Les Bleuets")


@pytest.fixture
def reader(door: Door, units: tuple[str, str]) -> Door:
    """
    Give a key of our unit.
    """
    return door.with_key(*PUBLISHER, units=[units[0]])


@pytest.fixture
def shown(door: Door, units: tuple[str, str]) -> str:
    """
    Register a photo of Ottoline of the other unit, who may be shown and not named.
    """
    channel(door, photo_publisher="members")
    person = ottoline(door, units[1])
    yes(door, person, version(door))
    no: Json = {"person_id": person, "signatory_id": person, "matters": ["name"]}
    door.post("/consents/withdraw", no)
    told: Json = {"attestation": {"complete": True}, "rights": OWN_PHOTO}
    register(door, scene(1), depictions=[{"person_id": person}], **told)
    return person


@pytest.mark.usefixtures("shown")
def test_who_is_in_the_picture_is_named_by_a_first_name(door: Door, reader: Door) -> None:
    for whose in (door, reader):
        found = check(whose, scene(1), text=CAPTION, channel="facebook")

        assert "do_not_publish" == found["answer"]
    assert (
        "publish" == check(reader, scene(1), text="Zoe feeds a goat", channel="facebook")["answer"]
    )


@pytest.mark.usefixtures("shown")
def test_who_is_elsewhere_is_not(reader: Door) -> None:
    body = {"text": CAPTION, "channel": "facebook"}

    assert "publish" == reader.post("/checks", body, 200)["answer"]


@pytest.mark.usefixtures("shown")
def test_one_first_name_of_two_asks_which(door: Door, reader: Door, units: tuple[str, str]) -> None:
    own = ottoline(door, units[0], "Claes")
    yes(door, own, version(door, "other"))

    assert "ask" == check(reader, scene(1), text=CAPTION, channel="facebook")["answer"]
    whole = check(reader, scene(1), text="Ottoline Claes feeds a goat", channel="facebook")
    assert "publish" == whole["answer"]


def test_a_name_is_read_as_the_editor_of_a_website_writes_it(door: Door) -> None:
    channel(door)
    adult(door, given_name="Zoé", family_name="Zwaenepoel")

    for written in ("Zoé", "Zo&eacute;", "Zo&#233;&nbsp;Zwaenepoel"):
        body = {"text": f"Bravo {written} !", "channel": "facebook"}
        assert "ask" == door.post("/checks", body, 200)["answer"]


def test_who_was_found_in_a_proposal_is_found_again(
    door: Door, reader: Door, units: tuple[str, str]
) -> None:
    channel(door, photo_publisher="members", unit_id=units[0])
    ottoline(door, units[1])
    made = door.post("/proposals", {"channel": "facebook", "text": CAPTION})

    problem = reader.post(f"/proposals/{made['id']}/approve", None, 409)

    assert "not-publishable" == problem["code"]


def test_a_planned_post_is_read_as_whoever_approved_it_read_it(
    found_then: Callable[[str], Door], clock: Clock
) -> None:
    door = found_then("jacinthes")
    own, other = door.unit("Les Tilleuls"), door.unit("Les Bleuets")
    channel(door, photo_publisher="members", unit_id=own)
    yes(door, ottoline(door, own), version(door))
    ottoline(door, other, "Claes")
    day = (clock.at + timedelta(days=5)).date().isoformat()
    body = {"channel": "facebook", "text": CAPTION, "planned_on": day}
    path = f"/proposals/{door.with_key('checks', units=[own]).post('/proposals', body)['id']}"
    door.with_key(*PUBLISHER, units=[own]).post(f"{path}/approve", None, 200)

    clock.at += timedelta(days=5)
    door.house.registry.proposals.fall_due.look(door.organisation.id)

    assert "due" == door.get(path)["state"]
