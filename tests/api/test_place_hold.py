"""
Something is put in the way whatever anybody answered.
"""

import pytest

from tests.api.door import NOBODY, Door


def test_a_hold_is_there_once_placed(door: Door) -> None:
    lea = door.person()

    made = door.post("/holds", {"kind": "safeguarding", "person_id": lea})

    assert made == door.get(f"/holds/{made['id']}")
    assert [made] == door.get(f"/holds?person_id={lea}&kind=safeguarding")["items"]
    assert None is made["until_at"]


def test_the_same_key_places_one_hold(door: Door) -> None:
    first = door.post("/holds", {"kind": "crisis"}, idempotency_key="k")

    assert first == door.post("/holds", {"kind": "crisis"}, idempotency_key="k")
    assert [first] == door.get("/holds")["items"]


def test_a_key_places_nothing_again_after_its_hold_was_lifted(door: Door) -> None:
    held = door.post("/holds", {"kind": "crisis"}, idempotency_key="k")["id"]
    door.post(f"/holds/{held}/lift", None, 200)

    assert "conflict" == door.post("/holds", {"kind": "crisis"}, 409, idempotency_key="k")["code"]
    door.post("/holds", {"kind": "crisis"}, idempotency_key="k2")


def test_a_crisis_is_of_the_organisation_or_of_a_unit(door: Door) -> None:
    unit_id = door.unit()

    door.post("/holds", {"kind": "crisis"})
    door.post("/holds", {"kind": "crisis", "unit_id": unit_id})
    problem = door.post("/holds", {"kind": "crisis", "person_id": door.person()}, 422)

    assert "person_id" == problem["field"]
    assert 1 == len(door.get(f"/holds?unit_id={unit_id}")["items"])


@pytest.mark.parametrize("kind", ["safeguarding", "safeguarding_caution", "restriction"])
def test_what_protects_somebody_names_them(door: Door, kind: str) -> None:
    assert "kind" == door.post("/holds", {"kind": kind}, 422)["field"]
    assert door.post("/holds", {"kind": kind, "person_id": door.person()})


@pytest.mark.parametrize("place", ["unit_id", "person_id", "photo_id"])
def test_a_hold_is_on_something_that_exists(door: Door, stranger: Door, place: str) -> None:
    theirs = {"unit_id": stranger.unit(), "person_id": stranger.person(), "photo_id": NOBODY}

    foreign = door.post("/holds", {"kind": "legal", place: theirs[place]}, 422)
    unknown = door.post("/holds", {"kind": "legal", place: NOBODY}, 422)

    assert place == foreign["field"]
    assert unknown["detail"] == foreign["detail"]


def test_a_hold_is_on_one_thing(door: Door) -> None:
    told = {"kind": "legal", "person_id": door.person(), "unit_id": door.unit()}

    assert "person_id" == door.post("/holds", told, 422)["field"]


def test_a_hold_does_not_end_before_it_begins(door: Door) -> None:
    problem = door.post("/holds", {"kind": "crisis", "until_at": "2020-01-01T00:00:00Z"}, 422)
    naive = door.post("/holds", {"kind": "crisis", "until_at": "2999-01-01T00:00:00"}, 400)
    absurd = door.post("/holds", {"kind": "crisis", "until_at": "0001-01-01T00:00:00+09:00"}, 422)

    assert ("impossible-dates", "until_at") == (problem["code"], problem["field"])
    assert "until_at" == naive["field"]
    assert "until_at" == absurd["field"]


def test_a_key_of_one_unit_places_no_crisis_on_the_house(door: Door) -> None:
    own, other = door.unit("Own"), door.unit("Other")
    head = door.with_key("holds:read", "holds:write", units=[own])
    tom = door.post("/holds", {"kind": "objection", "person_id": door.person()})["id"]

    head.post("/holds", {"kind": "crisis"}, 422)
    head.post("/holds", {"kind": "crisis", "unit_id": other}, 422)
    made = head.post("/holds", {"kind": "crisis", "unit_id": own})

    assert [made] == head.get("/holds")["items"]
    head.get(f"/holds/{tom}", 404)
