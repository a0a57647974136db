"""
Nobody is in the register twice without a word.
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from tests.api.clock import Clock
from tests.api.door import Door, House, Json

LEA = {
    "given_name": "Léa",
    "family_name": "Dupont",
    "category": "beneficiary",
    "born_on": "2016-05-04",
}
UNDATED = LEA | {"born_on": None}
JAN = LEA | {"given_name": "Jan", "family_name": "Van den Berghe", "aliases": ["Jantje"]}


def _refused(door: Door, told: Json) -> Json:
    """
    Try to enter somebody who is there; give who the problem names.
    """
    problem = door.post("/people", told, 409)
    assert ("possible-duplicate", "somebody_else") == (problem["code"], problem["field"])
    return problem["person_ids"]


def _of(*unit_ids: str) -> dict[str, object]:
    return {"memberships": [{"unit_id": each} for each in unit_ids]}


def test_the_same_person_is_not_entered_twice(door: Door) -> None:
    lea = door.post("/people", LEA)["id"]

    assert [lea] == _refused(door, LEA)
    assert [lea] == [each["id"] for each in door.get("/people")["items"]]


@pytest.mark.parametrize(
    ("given_name", "family_name"),
    [
        ("JAN", "van den berghe"),
        ("Jàn", "Vandenberghe"),
        ("Jan", "Van-den Berghe"),
        ("Van den Berghe", "Jan"),
        ("", "Jan van den Berghe"),
        ("Jantje", "Vandenberghe"),
    ],
)
def test_another_way_of_writing_it_is_the_same_name(
    door: Door, given_name: str, family_name: str
) -> None:
    jan = door.post("/people", JAN)["id"]

    assert [jan] == _refused(door, LEA | {"given_name": given_name, "family_name": family_name})


def test_a_nickname_that_is_told_now_is_a_name_too(door: Door) -> None:
    lulu = door.post("/people", LEA | {"given_name": "Lulu"})["id"]

    assert [lulu] == _refused(door, LEA | {"aliases": ["Lulu"]})


@pytest.mark.parametrize(
    ("known", "typed"), [("Müller", "Mueller"), ("Mueller", "Müller"), ("Müller", "Muller")]
)
def test_umlauts_are_written_in_two_ways(door: Door, known: str, typed: str) -> None:
    jan = door.post("/people", LEA | {"family_name": known})["id"]

    assert [jan] == _refused(door, LEA | {"family_name": typed})


@pytest.mark.parametrize(
    "other",
    [
        {"born_on": "2016-05-05"},
        {"given_name": "Léo"},
        {"family_name": "Dupond"},
        {"given_name": "Lulu"},
    ],
)
def test_a_twin_and_a_namesake_are_entered_without_a_question(
    door: Door, other: dict[str, object]
) -> None:
    door.post("/people", LEA)

    door.post("/people", LEA | other)


def test_whoever_is_somebody_else_is_entered_and_the_log_says_so(door: Door) -> None:
    door.post("/people", LEA | {"somebody_else": True})
    door.post("/people", LEA | {"somebody_else": True})

    first, second = (each["payload"] for each in door.entries()[-2:])
    assert "somebody_else" not in first, "there was nobody to be mistaken for"
    assert second["somebody_else"]
    assert 2 == len(_refused(door, LEA)), "both are named to whoever enters a third"


def test_without_a_birth_date_a_unit_in_common_makes_the_question(door: Door) -> None:
    own, other = door.unit("Own"), door.unit("Other")
    lea = door.post("/people", UNDATED | _of(own))["id"]

    assert [lea] == _refused(door, UNDATED | _of(own))
    assert [lea] == _refused(door, LEA | _of(own, other))
    door.post("/people", LEA | _of(other))
    door.post("/people", UNDATED)


def test_without_birth_date_and_units_the_name_makes_the_question(door: Door) -> None:
    lea = door.post("/people", UNDATED)["id"]

    assert [lea] == _refused(door, UNDATED)
    assert [lea] == _refused(door, LEA)


def test_whoever_was_erased_is_nobody(door: Door) -> None:
    lea = door.post("/people", LEA)["id"]
    door.delete(f"/people/{lea}", 204)

    door.post("/people", LEA)


def test_of_many_hands_at_once_one_enters_them(door: Door) -> None:
    with ThreadPoolExecutor(8) as hands:
        answers = list(hands.map(lambda _: door.knock("POST", "/people", LEA), range(8)))

    statuses = sorted(each.status_code for each in answers)
    assert [201, *[409] * 7] == statuses
    assert 1 == len(door.get("/people")["items"])


def test_another_worker_knows_of_whoever_was_entered_here(
    door: Door, house_then: House, clock: Clock
) -> None:
    clock.at = datetime.now(UTC)  # noqa: TID251  # the key was made at the real time
    elsewhere = Door(house_then, door.key, door.organisation)
    door.post("/people", LEA | {"given_name": "Tom"})
    elsewhere.post("/people", LEA | {"given_name": "Eve"})

    lea = door.post("/people", LEA)["id"]
    assert [lea] == _refused(elsewhere, LEA)
    door.patch(f"/people/{lea}", {"given_name": "Zoë"})
    elsewhere.post("/people", LEA)
    assert [lea] == _refused(elsewhere, LEA | {"given_name": "Zoë"})


def test_a_key_that_comes_again_is_told_whom_it_made(door: Door) -> None:
    made = door.post("/people", LEA, idempotency_key="lea")

    assert made == door.post("/people", LEA, idempotency_key="lea")
    door.post("/people", LEA, 409, idempotency_key="another")
    twin = door.post("/people", LEA | {"somebody_else": True}, idempotency_key="another")
    assert made["id"] != twin["id"]


def test_a_child_in_hiding_is_not_found_by_trying_its_name(door: Door) -> None:
    own, other = door.unit("Own"), door.unit("Other")
    hidden = door.post("/people", LEA | _of(other))["id"]
    educator = door.with_key("people:read", "people:write", units=[own])

    made = educator.post("/people", LEA | _of(own))
    nobody = educator.post("/people", LEA | {"given_name": "Nobody"} | _of(own))

    assert set(nobody) == set(made)
    assert [made["id"]] == educator.post("/people", LEA | _of(own), 409)["person_ids"]
    (pair,) = door.get("/lists/duplicates")["items"]
    assert {hidden, made["id"]} == set(pair["person_ids"])
    assert [] == educator.get("/lists/duplicates")["items"]


def test_a_key_that_reads_nobody_learns_of_nobody(door: Door) -> None:
    door.post("/people", LEA)
    writer = door.with_key("people:write")

    writer.post("/people", LEA)

    assert 1 == len(door.get("/lists/duplicates")["items"])


def test_nobody_becomes_somebody_who_is_there(door: Door) -> None:
    lea = door.post("/people", LEA)["id"]
    leo = door.post("/people", LEA | {"given_name": "Léo"})["id"]

    problem = door.patch(f"/people/{leo}", {"given_name": "Lea"}, 409)
    assert [lea] == problem["person_ids"]
    assert "Léo" == door.get(f"/people/{leo}")["given_name"]

    door.patch(f"/people/{leo}", {"given_name": "Lea", "somebody_else": True})
    assert door.entries()[-1]["payload"]["somebody_else"]
    door.patch(f"/people/{leo}", {"email": "lea@family.example"})
    door.patch(f"/people/{leo}", {"given_name": "Léa"})


def test_pairs_are_listed_together(door: Door) -> None:
    unit = door.unit()
    lea = [door.person() for _ in range(2)]
    door.person(born_on="2016-05-05")
    tom = {"given_name": "Tom"} | _of(unit)
    toms = [door.person(**tom, born_on=day) for day in (None, "2015-01-01", "2016-01-01")]

    found = [each["person_ids"] for each in door.get("/lists/duplicates")["items"]]

    assert [sorted(lea), sorted(toms)] == [sorted(each) for each in found]
    door.with_key("checks").get("/lists/duplicates", 403)
