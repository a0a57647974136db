"""
Where somebody stands today, channel by channel, by the rules that answer checks.
"""

import pytest

from tests.api.door import NOBODY, Door, Json
from tests.api.office import adult, answer, channel, version, yes


def cell(door: Door, person_id: str, name: str = "Our page", matter: str = "image") -> Json:
    """
    Give one cell of the grid.
    """
    rows = door.get(f"/people/{person_id}/standing")["channels"]
    (row,) = [each for each in rows if each["name"] == name]
    return next(each for each in row["matters"] if each["matter"] == matter)


def test_what_was_answered_stands_and_the_rest_is_asked(door: Door) -> None:
    channel(door)
    channel(door, "site", name="Our site")
    emeka = adult(door)
    yes(door, emeka, version(door), matters=["image"])

    assert "publish" == cell(door, emeka)["answer"]
    name = cell(door, emeka, matter="name")
    assert ("ask", ["never_asked"], [emeka]) == (name["answer"], name["codes"], name["missing"])
    assert "ask" == cell(door, emeka, "Our site")["answer"]


def test_the_grid_says_what_a_check_says(door: Door) -> None:
    channel(door)
    emeka = adult(door)
    yes(door, emeka, version(door))

    assert answer(door) == cell(door, emeka, matter="name")["answer"] == "publish"
    door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})
    assert answer(door) == cell(door, emeka, matter="name")["answer"] == "do_not_publish"


def test_of_two_parents_the_one_who_is_silent_is_missing(door: Door) -> None:
    channel(door)
    lea, anne, bram = door.person(), door.signatory(), door.signatory(given_name="Bram")
    for parent in (anne, bram):
        door.authority(lea, parent, verified=True, proof="Birth certificate")
    yes(door, lea, version(door), signatory_id=anne, capacity="parent")

    found = cell(door, lea)

    assert ("ask", ["awaiting_other_signer"]) == (found["answer"], found["codes"])
    assert [bram] == found["missing"]


def test_a_crisis_stops_everything(door: Door) -> None:
    channel(door)
    emeka = adult(door)
    yes(door, emeka, version(door))
    door.post("/holds", {"kind": "crisis"})

    found = cell(door, emeka)

    assert ("do_not_publish", ["crisis"], []) == (
        found["answer"],
        found["codes"],
        found["missing"],
    )


def test_a_closed_channel_is_not_shown(door: Door) -> None:
    channel_id = channel(door)
    emeka = adult(door)
    door.post(f"/channels/{channel_id}/close", None, 200)

    assert [] == door.get(f"/people/{emeka}/standing")["channels"]


def test_without_the_scope_nobody_learns_why_or_who(door: Door) -> None:
    channel(door)
    emeka = adult(door)
    door.post("/holds", {"kind": "safeguarding", "person_id": emeka})
    key = door.with_key("people:read", "consents:read")

    found = cell(key, emeka)

    assert ("do_not_publish", [], []) == (found["answer"], found["codes"], found["missing"])


@pytest.mark.parametrize("scope", ["people:read", "consents:read"])
def test_either_scope_alone_shows_nothing(door: Door, scope: str) -> None:
    door.with_key(scope).get(f"/people/{adult(door)}/standing", 403)


def test_somebody_of_another_unit_is_as_good_as_nobody(door: Door) -> None:
    own, other = door.unit("Own"), door.unit("Other")
    emeka = adult(door, memberships=[{"unit_id": other}])
    key = door.with_key("people:read", "consents:read", units=[own])

    key.get(f"/people/{emeka}/standing", 404)
    key.get(f"/people/{NOBODY}/standing", 404)
