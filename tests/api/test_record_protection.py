"""
An order that protects an adult is recorded.
"""

import pytest

from tests.api.door import Door

ORDER = {"kind": "representation", "covers_image": True}


def test_an_order_is_listed_once_recorded(door: Door) -> None:
    adult = door.person(born_on="1960-01-01")
    told = ORDER | {"from_on": "2024-01-01", "review_on": "2029-01-01", "proof": "Order 12/2024"}

    made = door.post(f"/people/{adult}/protections", told)

    assert [made] == door.get(f"/people/{adult}/protections")["items"]
    assert (adult, "representation") == (made["person_id"], made["kind"])


def test_the_same_key_records_one_order(door: Door) -> None:
    adult = door.person(born_on="1960-01-01")

    first = door.post(f"/people/{adult}/protections", ORDER, idempotency_key="k")

    assert first == door.post(f"/people/{adult}/protections", ORDER, idempotency_key="k")
    assert [first] == door.get(f"/people/{adult}/protections")["items"]


def test_a_key_protects_nobody_again_after_its_order_ended(door: Door) -> None:
    orders = f"/people/{door.person(born_on='1960-01-01')}/protections"
    made = door.post(orders, ORDER, idempotency_key="k")["id"]
    door.post(f"/protections/{made}/end", {}, 200)

    assert "conflict" == door.post(orders, ORDER, 409, idempotency_key="k")["code"]
    door.post(orders, ORDER, idempotency_key="k2")


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"from_on": "2024-01-02", "until_on": "2024-01-01"}, "until_on"),
        ({"from_on": "2024-01-02", "review_on": "2024-01-01"}, "review_on"),
        ({"from_on": "1959-12-31"}, "from_on"),
        ({"from_on": "2025-01-02"}, "from_on"),
    ],
)
def test_impossible_days_are_refused(door: Door, told: dict[str, object], field: str) -> None:
    adult = door.person(born_on="1960-01-01", died_on="2025-01-01")

    problem = door.post(f"/people/{adult}/protections", ORDER | told, 422)

    assert ("impossible-dates", field) == (problem["code"], problem["field"])
