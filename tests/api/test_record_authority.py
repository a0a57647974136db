"""
It is recorded on what ground somebody speaks for a person.
"""

import pytest

from tests.api.door import NOBODY, Door

PARENT = {"kind": "parent", "basis": "filiation"}


def test_an_authority_is_listed_once_recorded(door: Door) -> None:
    lea, anne = door.person(), door.signatory()
    told = PARENT | {"signatory_id": anne, "from_on": "2016-05-04", "matters": ["image", "name"]}

    made = door.post(f"/people/{lea}/authorities", told)

    assert [made] == door.get(f"/people/{lea}/authorities")["items"]
    assert (lea, anne, False) == (made["person_id"], made["signatory_id"], made["verified"])


def test_the_same_key_records_one_authority(door: Door) -> None:
    lea, told = door.person(), PARENT | {"signatory_id": door.signatory()}

    first = door.post(f"/people/{lea}/authorities", told, idempotency_key="k")

    assert first == door.post(f"/people/{lea}/authorities", told, idempotency_key="k")
    assert [first] == door.get(f"/people/{lea}/authorities")["items"]


def test_a_key_gives_nobody_a_say_again_after_their_authority_ended(door: Door) -> None:
    lea, told = door.person(), PARENT | {"signatory_id": door.signatory()}
    made = door.post(f"/people/{lea}/authorities", told, idempotency_key="k")["id"]
    door.post(f"/authorities/{made}/end", {}, 200)

    again = door.post(f"/people/{lea}/authorities", told, 409, idempotency_key="k")

    assert "conflict" == again["code"]


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"from_on": "2020-01-02", "until_on": "2020-01-01"}, "until_on"),
        ({"from_on": "2016-05-03"}, "from_on"),
        ({"until_on": "2016-05-03"}, "until_on"),
        ({"from_on": "2034-05-04"}, "from_on"),
        ({"from_on": "1800-01-01"}, "from_on"),
    ],
)
def test_impossible_days_are_refused(door: Door, told: dict[str, object], field: str) -> None:
    lea = door.person(born_on="2016-05-04")
    told = PARENT | {"signatory_id": door.signatory()} | told

    problem = door.post(f"/people/{lea}/authorities", told, 422)

    assert ("impossible-dates", field) == (problem["code"], problem["field"])


def test_nobody_is_the_parent_of_an_adult(door: Door) -> None:
    told = PARENT | {"signatory_id": door.signatory()}
    for adult in (door.person(born_on="1990-01-01"), door.person(born_on=None, known_adult=True)):
        problem = door.post(f"/people/{adult}/authorities", told, 422)

        assert ("impossible-dates", "kind") == (problem["code"], problem["field"])


def test_that_somebody_was_the_parent_of_todays_adult_may_be_noted(door: Door) -> None:
    adult = door.person(born_on="1990-01-01")
    told = PARENT | {
        "signatory_id": door.signatory(),
        "from_on": "1990-01-01",
        "until_on": "2008-01-01",
    }

    door.post(f"/people/{adult}/authorities", told)


def test_nobody_begins_to_represent_the_dead_but_relatives(door: Door) -> None:
    dead = door.person(born_on="1940-01-01", died_on="2020-01-01")
    anne = door.signatory()
    order = {"signatory_id": anne, "basis": "judgment", "from_on": "2021-01-01"}

    problem = door.post(f"/people/{dead}/authorities", order | {"kind": "representative"}, 422)
    door.post(f"/people/{dead}/authorities", order | {"kind": "relative", "basis": "kinship"})

    assert "from_on" == problem["field"]


def test_nothing_is_verified_without_proof(door: Door) -> None:
    lea, told = door.person(), PARENT | {"signatory_id": door.signatory(), "verified": True}

    problem = door.post(f"/people/{lea}/authorities", told | {"proof": "  "}, 422)
    made = door.post(f"/people/{lea}/authorities", told | {"proof": "Certificate 117, seen"})

    assert "proof" == problem["field"]
    assert made["verified"] is True


def test_a_signatory_that_is_not_known_is_named(door: Door, stranger: Door) -> None:
    lea = door.person()
    problems = [
        door.post(f"/people/{lea}/authorities", PARENT | {"signatory_id": each}, 422)
        for each in (NOBODY, stranger.signatory())
    ]

    assert ["signatory_id", "signatory_id"] == [each["field"] for each in problems]
    assert problems[0]["detail"] == problems[1]["detail"]
