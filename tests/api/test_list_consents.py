"""
Acts are listed and looked at.
"""

import pytest

from tests.api.door import NOBODY, Door
from tests.api.office import adult, channel, version, yes


@pytest.fixture
def people(door: Door) -> tuple[str, str]:
    """
    Let Emeka and Femi say yes; give their ids.
    """
    channel(door)
    form = version(door)
    emeka, femi = adult(door), adult(door, given_name="Femi")
    yes(door, emeka, form)
    yes(door, femi, form)
    return emeka, femi


def _about(door: Door, query: str) -> list[str]:
    return [each["person_id"] for each in door.get(f"/consents?{query}")["items"]]


def test_acts_are_listed_by_person_signatory_and_kind(door: Door, people: tuple[str, str]) -> None:
    emeka, femi = people
    door.post("/consents/withdraw", {"person_id": femi, "signatory_id": femi})

    assert [emeka, femi, femi] == _about(door, "")
    assert [femi, femi] == _about(door, f"person_id={femi}")
    assert [emeka] == _about(door, f"signatory_id={emeka}")
    assert [femi] == _about(door, "kind=withdrawn")
    assert [] == _about(door, f"person_id={NOBODY}")


def test_a_list_is_read_page_by_page_and_as_it_was_known(
    door: Door, people: tuple[str, str]
) -> None:
    emeka, femi = people
    first = door.get("/consents?limit=1")

    assert [femi] == _about(door, f"limit=1&after={first['next']}")
    assert [emeka] == _about(door, f"known_at={first['items'][0]['recorded_at']}")


def test_an_unknown_act_or_kind_is_refused(door: Door) -> None:
    door.get(f"/consents/{NOBODY}", 404)
    door.get("/consents?kind=maybe", 400)


def test_it_takes_the_scope_to_read_consents(door: Door, people: tuple[str, str]) -> None:
    act_id = door.get(f"/consents?person_id={people[0]}")["items"][0]["id"]
    writer = door.with_key("consents:write")

    writer.get("/consents", 403)
    writer.get(f"/consents/{act_id}", 403)


def test_a_key_of_one_unit_sees_the_acts_of_its_people(door: Door) -> None:
    own = door.unit("Own")
    channel(door)
    form = version(door)
    emeka = adult(door, memberships=[{"unit_id": own}])
    yes(door, emeka, form)
    yes(door, adult(door, given_name="Femi"), form)

    assert [emeka] == _about(door.with_key("consents:read", units=[own]), "")
