"""
A clock is set back, or one machine's is behind: a no still comes after the yes.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.api.clock import Clock
from tests.api.door import Door, Json
from tests.api.office import adult, answer, channel, saying_yes, version, yes

BEHIND = timedelta(minutes=5)


@pytest.fixture
def door(found_then: Callable[[str], Door]) -> Door:
    return found_then("behind")


@pytest.fixture
def emeka(door: Door) -> Json:
    """
    Give what names Emeka in a withdrawal.
    """
    channel(door)
    person = adult(door)
    return {"person_id": person, "signatory_id": person}


@pytest.mark.parametrize("way", ["withdraw", "revoke", "refused", "deferred"])
def test_a_no_counts_that_a_clock_puts_before_the_yes(
    door: Door, clock: Clock, emeka: Json, way: str
) -> None:
    form = version(door)
    clock.at += timedelta(days=1)
    yes(door, emeka["person_id"], form)
    clock.at += timedelta(days=1)
    yes(door, emeka["person_id"], form)

    clock.at -= BEHIND
    if way in {"withdraw", "revoke"}:
        door.post(f"/consents/{way}", emeka)
    else:
        door.post("/consents", saying_yes(emeka["person_id"], form) | {"kind": way})
    at_once = answer(door)
    clock.at += 2 * BEHIND

    expected = "ask" if way == "deferred" else "do_not_publish"
    assert [expected, expected] == [at_once, answer(door)]
    yes(door, emeka["person_id"], form)
    assert "publish" == answer(door)
