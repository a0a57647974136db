"""
Channels are put in groups.
"""

from tests.api.door import Door
from tests.api.office import channel, group, refused


def test_a_group_is_there_once_created(door: Door) -> None:
    made = door.post("/channel-groups", {"slug": "social", "name": "All social networks"})

    assert made | {"channels": []} == door.get(f"/channel-groups/{made['id']}")
    assert [made] == door.get("/channel-groups")["items"]


def test_a_short_name_belongs_to_one_group(door: Door) -> None:
    group(door)

    problem = refused(door, "/channel-groups", {"slug": "social", "name": "Again"}, 409)

    assert ("already-exists", "slug") == (problem["code"], problem["field"])


def test_a_channel_and_a_group_may_share_a_short_name(door: Door) -> None:
    group(door, "social")
    channel(door, "social")

    assert 1 == len(door.get("/channel-groups")["items"])


def test_the_same_key_creates_one_group(door: Door) -> None:
    body = {"slug": "social", "name": "Social"}
    first = door.post("/channel-groups", body, idempotency_key="group")

    assert first == door.post("/channel-groups", body, idempotency_key="group")


def test_what_cannot_be_used_is_named(door: Door) -> None:
    for told, field in (({"slug": "A b"}, "slug"), ({"name": " "}, "name")):
        body = {"slug": "social", "name": "Social"} | told
        assert field == refused(door, "/channel-groups", body)["field"]


def test_it_takes_the_scope_to_write_channels(door: Door) -> None:
    social = group(door)
    reader = door.with_key("channels:read")

    refused(reader, "/channel-groups", {"slug": "print", "name": "Print"}, 403)
    reader.patch(f"/channel-groups/{social}", {"name": "Mine"}, 403)


def test_it_is_written_in_the_ledger(door: Door) -> None:
    social = group(door)
    door.patch(f"/channel-groups/{social}", {"name": "Networks"})

    created, changed = door.entries()[-2:]
    assert ("channel_group:created", social) == (created["kind"], created["payload"]["group_id"])
    assert ("channel_group:changed", ["name"]) == (changed["kind"], changed["payload"]["changed"])
