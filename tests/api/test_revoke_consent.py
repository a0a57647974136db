"""
The organisation stops a yes, which is not the signatory's withdrawal.
"""

import pytest

from tests.api.door import NOBODY, Door, Json
from tests.api.office import adult, answer, channel, refused, row_counts, version, yes


@pytest.fixture
def emeka(door: Door) -> Json:
    """
    Let Emeka say yes; give what names him.
    """
    channel(door)
    person = adult(door)
    yes(door, person, version(door))
    return {"person_id": person, "signatory_id": person}


def test_a_stop_is_the_organisations_own(door: Door, emeka: Json) -> None:
    made = door.post("/consents/revoke", emeka | {"note": "He is ill; let us wait."})

    assert ("revoked", "organisation") == (made["kind"], made["capacity"])
    assert emeka["signatory_id"] == made["signatory_id"]
    assert "do_not_publish" == answer(door)
    assert "He is ill" in door.knock("GET", f"/consents/{made['id']}/evidence").text


def test_a_new_yes_ends_the_stop(door: Door, emeka: Json) -> None:
    door.post("/consents/revoke", emeka)
    yes(door, emeka["person_id"], version(door), kind="renewed")

    assert "publish" == answer(door)


def test_a_stop_may_be_for_one_channel_or_matter(door: Door, emeka: Json) -> None:
    door.post("/consents/revoke", emeka | {"channels": ["facebook"], "matters": ["image"]})

    assert "publish" == answer(door), "the name was not stopped"


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"person_id": NOBODY}, "person_id"),
        ({"signatory_id": NOBODY}, "signatory_id"),
        ({"channels": ["nowhere"]}, "channels"),
        ({"matters": ["voice"]}, "signatory_id"),
    ],
)
def test_only_a_yes_that_there_is_can_be_stopped(
    door: Door, emeka: Json, told: dict[str, object], field: str
) -> None:
    assert field == refused(door, "/consents/revoke", emeka | told)["field"]


def test_the_same_key_stops_once(door: Door, emeka: Json) -> None:
    first = door.post("/consents/revoke", emeka, idempotency_key="stop")
    before = row_counts(door)

    assert first == door.post("/consents/revoke", emeka, idempotency_key="stop")
    assert before == row_counts(door)


def test_a_key_of_before_a_yes_stops_nothing_and_says_so(door: Door, emeka: Json) -> None:
    door.post("/consents/revoke", emeka, idempotency_key="stop")
    yes(door, emeka["person_id"], version(door))

    assert "conflict" == door.post("/consents/revoke", emeka, 409, idempotency_key="stop")["code"]
    door.post("/consents/revoke", emeka, idempotency_key="stop-again")
    assert "do_not_publish" == answer(door)


def test_it_takes_the_scope_to_write_consents(door: Door, emeka: Json) -> None:
    refused(door.with_key("consents:read"), "/consents/revoke", emeka, 403)


def test_it_has_a_line_of_its_own(door: Door, emeka: Json) -> None:
    door.post("/consents/revoke", emeka)

    assert "consent:revoked" == door.entries()[-1]["kind"]


def test_a_key_of_before_a_new_yes_stops_no_more_and_says_so(door: Door, emeka: Json) -> None:
    door.post("/consents/revoke", emeka, idempotency_key="stop")
    yes(door, emeka["person_id"], version(door), kind="renewed")

    assert "conflict" == door.post("/consents/revoke", emeka, 409, idempotency_key="stop")["code"]
    door.post("/consents/revoke", emeka, idempotency_key="stop-again")
    assert "do_not_publish" == answer(door)
