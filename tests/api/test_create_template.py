"""
A form is begun.
"""

from tests.api.door import Door
from tests.api.office import (
    refused,
)


def test_a_form_is_there_once_begun(door: Door) -> None:
    made = door.post("/forms", {"slug": "image", "name": "Images"})

    assert made | {"versions": []} == door.get("/forms/image")
    assert made | {"versions": []} == door.get(f"/forms/{made['id']}")
    assert [made] == door.get("/forms")["items"]


def test_a_short_name_belongs_to_one_form(door: Door) -> None:
    door.post("/forms", {"slug": "image", "name": "Images"})
    problem = refused(door, "/forms", {"slug": "image", "name": "Again"}, 409)

    assert ("already-exists", "slug") == (problem["code"], problem["field"])


def test_the_same_key_begins_one_form(door: Door) -> None:
    body = {"slug": "image", "name": "Images"}
    first = door.post("/forms", body, idempotency_key="form")

    assert first == door.post("/forms", body, idempotency_key="form")


def test_what_cannot_be_used_is_named(door: Door) -> None:
    for told, field in (({"slug": "A b"}, "slug"), ({"name": " "}, "name")):
        body = {"slug": "image", "name": "Images"} | told
        assert field == refused(door, "/forms", body)["field"]
