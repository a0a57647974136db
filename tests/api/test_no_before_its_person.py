"""
A no that came in before its person was entered finds them.
"""

import pytest

from tests.api.door import Door, Json
from tests.api.office import answer, channel, version, yes

LEA = {"given_name": "Léa", "family_name": "Dupont", "born_on": "1990-05-04"}
NO = {"capacity": "self", "kind": "refused", "everywhere": True, "method": "paper"}


@pytest.fixture
def waiting(door: Door) -> str:
    """
    Take in a no of Léa, whom nobody entered yet; give what waits.
    """
    channel(door)
    body: Json = NO | {"signed_on": "2026-03-01", "person": LEA}
    return str(door.post("/answers", body)["id"])


def enter(door: Door, **told: str) -> str:
    """
    Enter somebody who says yes to Facebook.
    """
    person = door.person(**(LEA | told))
    yes(door, person, version(door), signed_at="2026-01-15T09:00:00Z")
    return person


def test_whoever_is_entered_later_is_asked_about_until_it_is_settled(
    door: Door, waiting: str
) -> None:
    enter(door)
    assert "ask" == answer(door, "Léa Dupont")

    door.post(f"/answers/{waiting}/discard", {"reason": "recorded_already"}, 204)

    assert "publish" == answer(door, "Léa Dupont")


def test_whoever_is_called_so_later_is_asked_about(door: Door, waiting: str) -> None:
    assert waiting
    person = enter(door, given_name="Zoe", family_name="Claes")
    assert "publish" == answer(door, "Zoe Claes")

    for _ in range(2):
        door.patch(f"/people/{person}", LEA)

        assert "ask" == answer(door, "Léa Dupont")
    assert 1 == len(door.get("/holds")["items"])


def test_somebody_else_is_not(door: Door, waiting: str) -> None:
    assert waiting
    enter(door, given_name="Zoe", family_name="Claes")

    assert "publish" == answer(door, "Zoe Claes")
    assert [] == door.get("/holds")["items"]


def test_once_the_person_is_chosen_it_is_a_no(door: Door, waiting: str) -> None:
    person = enter(door)

    door.post(f"/answers/{waiting}/resolve", {"person_id": person})

    assert "do_not_publish" == answer(door, "Léa Dupont")
    assert all(each["until_at"] for each in door.get("/holds")["items"])
