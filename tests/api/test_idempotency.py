"""
A request that is sent again, or by impatient hands at once, makes one thing.
"""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.api.door import Door

LEA = {"given_name": "Léa", "family_name": "Dupont", "category": "beneficiary"}


def test_twenty_at_once_make_one_person(door: Door) -> None:
    with ThreadPoolExecutor(8) as hands:
        answers = list(
            hands.map(
                lambda _: door.knock("POST", "/people", LEA, idempotency_key="impatient"),
                range(20),
            )
        )

    made = {answer.json()["id"] for answer in answers if answer.status_code == 201}
    people = door.get("/people")["items"]
    assert {201} >= {answer.status_code for answer in answers} - {409, 503}
    assert [person["id"] for person in people] == list(made)


def test_a_request_that_was_refused_may_be_sent_again_mended(door: Door) -> None:
    refused = door.post("/people", LEA | {"email": "lea"}, 422, idempotency_key="k")
    made = door.post("/people", LEA, idempotency_key="k")

    assert "email" == refused["field"]
    assert made == door.post("/people", LEA, idempotency_key="k")


def test_one_key_serves_one_route(door: Door) -> None:
    door.post("/people", LEA, idempotency_key="k")

    problem = door.post("/holds", {"kind": "crisis"}, 422, idempotency_key="k")

    assert "idempotency-mismatch" == problem["code"]


@pytest.mark.parametrize("key", ["", " ", "a b", "x" * 256])
def test_what_is_no_key_is_refused(door: Door, key: str) -> None:
    assert "malformed" == door.post("/people", LEA, 400, idempotency_key=key)["code"]
    assert [] == door.get("/people")["items"]
