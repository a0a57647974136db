"""
A person is entered.
"""

import pytest

from tests.api.door import Door

LEA = {"given_name": "Léa", "family_name": "Dupont", "category": "beneficiary"}


def test_a_person_is_there_once_entered(door: Door) -> None:
    unit_id = door.unit()
    membership = {"unit_id": unit_id, "from_on": "2026-09-01", "until_on": None}

    made = door.post("/people", LEA | {"born_on": "2016-05-04", "memberships": [membership]})

    assert made == door.get(f"/people/{made['id']}")
    assert [membership] == made["memberships"]
    assert "BE" == made["jurisdiction"], "the organisation's, when nothing is said"


def test_the_same_key_enters_one_person(door: Door) -> None:
    first = door.post("/people", LEA, idempotency_key="lea")
    again = door.post("/people", LEA, idempotency_key="lea")

    assert first == again
    assert 1 == len(door.get("/people")["items"])


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"born_on": "2999-01-01"}, "born_on"),
        ({"born_on": "1889-12-31"}, "born_on"),
        ({"born_on": "2016-05-04", "died_on": "2016-05-03"}, "died_on"),
        ({"died_on": "2999-01-01"}, "died_on"),
        ({"born_on": "2016-05-04", "left_on": "2016-05-03"}, "left_on"),
        ({"born_on": "2016-05-04", "discerning_from": "2010-01-01"}, "discerning_from"),
        ({"born_on": "2016-05-04", "emancipated_from": "2010-01-01"}, "emancipated_from"),
        ({"born_on": "2016-05-04", "emancipated_from": "2031-05-03"}, "emancipated_from"),
        ({"born_on": "2016-05-04", "known_adult": True}, "known_adult"),
    ],
)
def test_an_impossible_life_is_refused(door: Door, told: dict[str, object], field: str) -> None:
    problem = door.post("/people", LEA | told, 422)

    assert ("impossible-dates", field) == (problem["code"], problem["field"])


def test_somebody_may_be_emancipated_from_the_fifteenth_birthday(door: Door) -> None:
    door.post("/people", LEA | {"born_on": "2016-05-04", "emancipated_from": "2031-05-04"})


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"jurisdiction": "ZZ"}, "jurisdiction"),
        ({"memberships": [{"unit_id": "nothing"}]}, "memberships.0.unit_id"),
        ({"given_name": "", "family_name": " "}, "given_name"),
        ({"given_name": "Léa\u202e"}, "given_name"),
        ({"family_name": "Du\u0000pont"}, "family_name"),
        ({"aliases": ["", "Lulu"]}, "aliases"),
        ({"email": "nobody"}, "email"),
        ({"language": "french"}, "language"),
    ],
)
def test_what_cannot_be_used_is_named(door: Door, told: dict[str, object], field: str) -> None:
    problem = door.post("/people", LEA | told, 422)

    assert field == problem["field"]


def test_a_membership_does_not_end_before_it_begins(door: Door) -> None:
    membership = {"unit_id": door.unit(), "from_on": "2026-09-01", "until_on": "2026-08-31"}

    problem = door.post("/people", LEA | {"memberships": [membership]}, 422)

    assert "memberships.0.until_on" == problem["field"]


def test_an_outside_number_belongs_to_one_person(door: Door) -> None:
    door.person(external_id="2026-0117")

    problem = door.post("/people", LEA | {"external_id": "2026-0117"}, 409)

    assert ("already-exists", "external_id") == (problem["code"], problem["field"])


def test_a_problem_repeats_nothing_that_was_sent(door: Door) -> None:
    sent = LEA | {"category": "Secretnameson", "born_on": "Secretdate"}
    response = door.knock("POST", "/people", sent)

    assert 400 == response.status_code
    assert "Secret" not in response.text


def test_a_key_of_one_unit_enters_people_of_that_unit_only(door: Door) -> None:
    own, other = door.unit("Own"), door.unit("Other")
    educator = door.with_key("people:read", "people:write", units=[own])

    lea = educator.person(memberships=[{"unit_id": own}])
    unseen = educator.post("/people", LEA | {"memberships": [{"unit_id": other}]}, 422)
    unknown = educator.post("/people", LEA | {"memberships": [{"unit_id": "nothing"}]}, 422)
    homeless = educator.post("/people", LEA, 422)

    assert "Léa" == educator.get(f"/people/{lea}")["given_name"]
    assert unseen["detail"] == unknown["detail"]
    assert "memberships" == homeless["field"]
