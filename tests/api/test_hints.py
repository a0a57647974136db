"""
A refusal says what would have been right, never what was sent.
"""

import pytest

from tests.api.door import Door, answered

LEA = {"given_name": "Léa", "family_name": "Dupont", "category": "visitor"}
INSTANT = "Expected an instant with its zone, like `2027-09-01T09:30:00Z`"
SECRET = "Emeka Okafor - at `$.given_name`"


@pytest.mark.parametrize(
    ("told", "field", "why"),
    [
        ({"category": SECRET}, "category", "Expected one of `beneficiary`, `employee`, "),
        ({"mental_capacity": SECRET}, "mental_capacity", "Expected one of `capable`, "),
        ({"born_on": "04/05/2016"}, "born_on", "Expected a date, like `2027-09-01`"),
        ({"died_on": SECRET}, "died_on", "Expected a date, like `2027-09-01`"),
        ({"birthday": SECRET}, "birthday", "Object contains unknown field `birthday`; known are"),
        (
            {"memberships": [{"unit_id": "own"}, {"unit_id": "own", "unit": SECRET}]},
            "memberships.1.unit",
            "Object contains unknown field `unit`; known are `unit_id`, `from_on`, `until_on`",
        ),
        (
            {"memberships": [{"unit_id": "Les Coquelicots"}]},
            "memberships.0.unit_id",
            "Expected an id: 1 to 64 letters, digits, `-` and `_`",
        ),
    ],
)
def test_a_body_is_told_what_would_be_right(
    door: Door, told: dict[str, object], field: str, why: str
) -> None:
    refused = door.post("/people", LEA | told, 400)

    assert field == refused["field"]
    assert refused["detail"].startswith(why)
    assert "Emeka" not in str(refused)


@pytest.mark.parametrize(
    ("told", "field", "why"),
    [
        ({"intent": "ask"}, "intent", "Expected one of `check`, "),
        ({"as_of": "2027-09-01T09:30:00"}, "as_of", INSTANT),
        ({"known_at": "yesterday"}, "known_at", INSTANT),
        ({"caption": "Léa"}, "caption", "Object contains unknown field `caption`; known are"),
    ],
)
def test_so_is_a_question(door: Door, told: dict[str, str], field: str, why: str) -> None:
    refused = door.post("/checks", {"names": ["Léa"]} | told, 400)

    assert field == refused["field"]
    assert refused["detail"].startswith(why)


def test_a_form_is_told_which_fields_there_are(door: Door) -> None:
    headers = {"authorization": f"Bearer {door.key}"}
    files = {"picture": ("a.jpg", b"x")}
    response = door.house.client.post("/api/v1/checks", headers=headers, files=files)

    refused = answered(response, 400)

    assert "picture" == refused["field"]
    assert "`image`, `intent`, `known_at`, `name`, " in refused["detail"]


def test_a_query_names_what_was_sent_and_in_words(door: Door) -> None:
    assert "state" == door.get("/proposals?state=lost", 400)["field"]
    refused = door.get("/lists/changes?since=2026-11-20", 400)
    assert ("since", INSTANT) == (refused["field"], refused["detail"])


def test_a_key_that_cannot_be_one_is_named_as_it_was_sent(door: Door) -> None:
    refused = door.post("/people", LEA, 400, **{"Idempotency-Key": "a b"})

    assert "Idempotency-Key" == refused["field"]
    assert "Expected visible ASCII characters, without spaces" == refused["detail"]
