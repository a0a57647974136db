"""
Who answers for somebody changes while they are shown.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.api.clock import Clock
from tests.api.door import Door
from tests.api.office import adult, channel, published_name, version, yes

JUDGMENT = {"basis": "judgment", "verified": True, "proof": "2020/1"}


@pytest.fixture
def anne(door: Door) -> str:
    """
    Publish the name of Léa, of whom Anne and Bob said yes; give Anne's authority.
    """
    channel(door, photo_publisher="members")
    lea, form = door.person(), version(door)
    parents = [door.signatory(given_name=each, email="") for each in ("Anne", "Bob")]
    held = [door.authority(lea, each, verified=True, proof="Certificate 1") for each in parents]
    for each in parents:
        yes(door, lea, form, signatory_id=each, capacity="parent")
    door.post("/publications", {"names": ["Léa Dupont"], "channel": "facebook"})
    return held[0]


def count(door: Door) -> int:
    """
    Count what must come down.
    """
    return len(door.get("/takedowns")["items"])


def guardian(door: Door, **told: object) -> str:
    """
    Record that somebody new is the guardian of Léa; give the authority.
    """
    lea = door.get("/people")["items"][0]["id"]
    newcomer = door.signatory(given_name="Chantal", email="")
    return door.authority(lea, newcomer, **({"kind": "guardian"} | JUDGMENT | told))


def test_a_yes_goes_with_the_say_of_whoever_gave_it(door: Door, anne: str) -> None:
    door.post(f"/authorities/{anne}/end", {}, 200)

    assert 1 == count(door)


def test_a_say_that_ends_later_takes_nothing_down_today(door: Door, anne: str) -> None:
    door.post(f"/authorities/{anne}/end", {"until_on": "2030-01-01"}, 200)

    assert 0 == count(door)


def test_one_more_who_must_say_yes_is_asked_first(door: Door, anne: str) -> None:
    assert anne
    guardian(door)

    assert 1 == count(door)


def test_one_more_counts_once_the_proof_was_seen(door: Door, anne: str) -> None:
    assert anne
    held = guardian(door, verified=False, proof="")
    assert 0 == count(door)

    door.post(f"/authorities/{held}/confirm", {"proof": "2020/1"}, 200)

    assert 1 == count(door)


def represented(door: Door, **order: object) -> tuple[str, str]:
    """
    Publish the name of Emeka, for whom Anne says yes; give her authority and the order.
    """
    channel(door, photo_publisher="members")
    emeka, form, anne = adult(door), version(door), door.signatory()
    held = door.authority(emeka, anne, **({"kind": "representative"} | JUDGMENT))
    told = {"kind": "representation", "covers_image": True} | order
    made = door.post(f"/people/{emeka}/protections", told)
    yes(door, emeka, form, signatory_id=anne, capacity="representative")
    published_name(door)
    return held, made["id"]


@pytest.mark.parametrize("what", ["authorities", "protections"])
def test_what_a_representative_allowed_ends_with_their_say(door: Door, what: str) -> None:
    ended = dict(zip(("authorities", "protections"), represented(door), strict=True))

    door.post(f"/{what}/{ended[what]}/end", {}, 200)

    assert 1 == count(door)


@pytest.mark.parametrize("day", ["until_on", "review_on"])
def test_an_order_that_time_ended_is_found_by_the_sweep(
    found_then: Callable[[str], Door], clock: Clock, day: str
) -> None:
    door = found_then("jacinthes")
    represented(door, **{day: (clock.at + timedelta(days=3)).date().isoformat()})
    sweep = door.house.registry.takedowns.sweep_takedowns

    sweep.sweep(door.organisation.id)
    assert 0 == count(door)
    clock.at += timedelta(days=4)
    sweep.sweep(door.organisation.id)

    assert 1 == count(door)
