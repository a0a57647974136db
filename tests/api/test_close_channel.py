"""
A channel is closed.
"""

from tests.api.door import Door
from tests.api.office import FACEBOOK, adult, answer, channel, refused, row_counts, version, yes


def test_nothing_may_be_published_on_a_closed_channel(door: Door) -> None:
    channel_id, form = channel(door), version(door)
    yes(door, adult(door), form)
    assert "publish" == answer(door)

    closed = door.post(f"/channels/{channel_id}/close", status=200)

    assert closed["closed"] is True
    assert "do_not_publish" == answer(door)


def test_a_closed_channel_keeps_its_address(door: Door) -> None:
    made = door.post("/channels", FACEBOOK)
    door.post(f"/channels/{made['id']}/close", status=200)

    problem = refused(door, "/channels", FACEBOOK | {"slug": "again"}, 409)

    assert "address" == problem["field"]


def test_closing_twice_changes_nothing(door: Door) -> None:
    channel_id = channel(door)
    first = door.post(f"/channels/{channel_id}/close", status=200)
    before = row_counts(door)

    assert first == door.post(f"/channels/{channel_id}/close", status=200)
    assert before == row_counts(door)


def test_it_takes_the_scope_to_write_channels(door: Door) -> None:
    channel_id = channel(door)
    reader = door.with_key("channels:read")

    for verb in ("close", "reopen"):
        refused(reader, f"/channels/{channel_id}/{verb}", None, 403)


def test_the_ledger_says_that_it_was_closed(door: Door) -> None:
    channel_id = channel(door)
    door.post(f"/channels/{channel_id}/close", status=200)
    door.post(f"/channels/{channel_id}/reopen", status=200)

    kinds = [each["kind"] for each in door.entries()]
    assert ["channel:closed", "channel:changed"] == kinds[-2:]
