"""
Somebody who may answer is entered.
"""

import pytest

from tests.api.door import Door

ANNE = {"given_name": "Anne", "family_name": "Dupont"}


def test_a_signatory_is_there_once_entered(door: Door) -> None:
    made = door.post("/signatories", ANNE | {"phone": "+32 2 555 01 23", "language": "fr-BE"})

    assert made == door.get(f"/signatories/{made['id']}")


def test_the_same_key_enters_one_signatory(door: Door) -> None:
    first = door.post("/signatories", ANNE, idempotency_key="anne")

    assert first == door.post("/signatories", ANNE, idempotency_key="anne")
    assert [first] == door.get("/signatories")["items"]


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"email": "anne"}, "email"),
        ({"phone": "call me"}, "phone"),
        ({"language": "FR_be"}, "language"),
        ({"given_name": "", "family_name": ""}, "given_name"),
        ({"given_name": "Anne\u2066"}, "given_name"),
    ],
)
def test_what_cannot_be_used_is_named(door: Door, told: dict[str, object], field: str) -> None:
    assert field == door.post("/signatories", ANNE | told, 422)["field"]


def test_an_outside_number_belongs_to_one_signatory(door: Door) -> None:
    door.signatory(external_id="P-1")

    assert "external_id" == door.post("/signatories", ANNE | {"external_id": "P-1"}, 409)["field"]
    assert 1 == len(door.get("/signatories?external_id=P-1")["items"])
