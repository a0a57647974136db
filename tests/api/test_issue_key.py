"""
A machine gets a key.
"""

import pytest

from tests.api.door import NOBODY, Door


def test_the_text_of_a_key_is_shown_once(door: Door) -> None:
    issued = door.post("/keys", {"name": "Website", "scopes": ["people:read", "checks"]})
    start = f"obstat_{door.organisation.slug}_{issued['key']['id']}_"
    secret = issued["text"].removeprefix(start)

    assert issued["text"] == start + secret
    assert len(secret) > 40
    assert ["checks", "people:read"] == issued["key"]["scopes"]
    assert issued["key"] == door.get("/keys")["items"][0]
    assert secret not in door.knock("GET", "/keys").text
    assert secret not in str(door.entries())


def test_a_repeated_request_does_not_show_it_again(door: Door) -> None:
    body = {"name": "Website", "scopes": ["checks"]}
    door.post("/keys", body, idempotency_key="k")

    assert "already-exists" == door.post("/keys", body, 409, idempotency_key="k")["code"]
    assert 2 == len(door.get("/keys")["items"])


def test_nobody_hands_on_more_than_they_have(door: Door) -> None:
    own, other = door.unit("Own"), door.unit("Other")
    deputy = door.with_key("admin", "people:read", units=[own])

    deputy.post("/keys", {"name": "More", "scopes": ["audit"], "unit_ids": [own]}, 403)
    deputy.post("/keys", {"name": "Wider", "scopes": ["people:read"]}, 403)
    deputy.post("/keys", {"name": "Aside", "scopes": ["people:read"], "unit_ids": [other]}, 403)
    deputy.post("/keys", {"name": "Fine", "scopes": ["people:read"], "unit_ids": [own]})


@pytest.mark.parametrize(
    ("told", "status", "field"),
    [
        ({"scopes": []}, 400, "scopes"),
        ({"scopes": ["everything"]}, 400, "scopes.0"),
        ({"name": ""}, 422, "name"),
        ({"unit_ids": [NOBODY]}, 422, "unit_ids"),
        ({"expires_at": "2020-01-01T00:00:00Z"}, 422, "expires_at"),
    ],
)
def test_what_cannot_be_used_is_named(
    door: Door, told: dict[str, object], status: int, field: str
) -> None:
    body = {"name": "Website", "scopes": ["checks"]} | told

    assert field == door.post("/keys", body, status)["field"]
