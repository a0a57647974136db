"""
A key is ended.
"""

from tests.api.door import Door


def test_the_next_request_with_it_is_refused(door: Door) -> None:
    lesser = door.with_key("people:read")
    lesser.get("/people")
    key_id = door.get("/keys")["items"][0]["id"]

    revoked = door.delete(f"/keys/{key_id}", 200)

    assert "not-identified" == lesser.get("/people", 401)["code"]
    assert revoked["revoked_at"] is not None
    assert revoked == door.get("/keys")["items"][0]


def test_revoking_twice_keeps_the_first_instant(door: Door) -> None:
    door.with_key("people:read")
    key_id = door.get("/keys")["items"][0]["id"]

    assert door.delete(f"/keys/{key_id}", 200) == door.delete(f"/keys/{key_id}", 200)
