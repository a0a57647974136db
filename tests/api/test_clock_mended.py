"""
A clock was an hour ahead and is mended: what was said against in that hour still counts.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest

from service.usecases.families.cards import Choice
from tests.api.clock import Clock
from tests.api.door import Door
from tests.api.family import Household, sit_down
from tests.api.office import adult, answer, channel, photo_answer, photo_of_emeka, version, yes

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def door(found_then: Callable[[str], Door]) -> Door:
    """
    Give a house whose clock a test sets.
    """
    return found_then("ahead")


@pytest.mark.parametrize("way", ["withdraw", "revoke"])
def test_a_no_counts(door: Door, clock: Clock, way: str) -> None:
    channel(door)
    emeka = adult(door)
    yes(door, emeka, version(door))
    clock.at += DAY
    assert "publish" == answer(door)

    clock.at += HOUR
    door.post(f"/consents/{way}", {"person_id": emeka, "signatory_id": emeka})
    clock.at -= HOUR

    assert "do_not_publish" == answer(door)
    [cell, *_] = door.get(f"/people/{emeka}/standing")["channels"][0]["matters"]
    assert "do_not_publish" == cell["answer"]


@pytest.mark.parametrize(
    ("about", "expected"), [("hold", "do_not_publish"), ("order", "ask"), ("doubt", "ask")]
)
def test_what_protects_somebody_counts(door: Door, clock: Clock, about: str, expected: str) -> None:
    photo = photo_of_emeka(door)
    [emeka] = [each["id"] for each in door.get("/people")["items"]]
    clock.at += DAY
    assert "publish" == photo_answer(door, photo)

    clock.at += HOUR
    if about == "hold":
        door.post("/holds", {"kind": "safeguarding", "person_id": emeka})
    elif about == "order":
        order = {"kind": "representation", "covers_image": True}
        door.post(f"/people/{emeka}/protections", order)
    else:
        door.patch(f"/people/{emeka}", {"mental_capacity": "doubtful"})
    clock.at -= HOUR

    assert expected == photo_answer(door, photo)


def test_a_yes_waits_for_its_instant(door: Door, clock: Clock) -> None:
    channel(door)
    emeka = adult(door)
    form = version(door)
    clock.at += DAY + HOUR
    yes(door, emeka, form)
    clock.at -= HOUR

    assert "ask" == answer(door)
    clock.at += 2 * HOUR
    assert "publish" == answer(door)


def test_what_was_known_then_is_told_as_ever(door: Door, clock: Clock) -> None:
    channel(door)
    emeka = adult(door)
    yes(door, emeka, version(door))
    clock.at += DAY
    before = clock.at.isoformat()
    clock.at += HOUR
    door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})
    clock.at += HOUR

    assert "publish" == answer(door, as_of=before, known_at=before)
    assert "do_not_publish" == answer(door)


def test_a_family_sees_the_no_that_it_said(door: Door, clock: Clock) -> None:
    family = Household(door)
    channel(door, name="facebook")
    version(door)
    clock.at += DAY + HOUR
    sit_down(family).say(family.lea, facebook=Choice.NO)
    clock.at -= HOUR

    said = sit_down(family).cards(family.lea)["facebook/image"]

    assert Choice.NO is said.choice
