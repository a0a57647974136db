"""
Channels are listed.
"""

from tests.api.door import Door
from tests.api.office import channel, group


def _slugs(door: Door, query: str = "") -> list[str]:
    return [each["slug"] for each in door.get(f"/channels{query}")["items"]]


def test_channels_come_in_the_order_they_were_registered(door: Door) -> None:
    channel(door, "facebook")
    channel(door, "instagram")

    assert ["facebook", "instagram"] == _slugs(door)


def test_a_list_is_read_page_by_page(door: Door) -> None:
    for slug in ("one", "two", "three"):
        channel(door, slug)

    first = door.get("/channels?limit=2")
    rest = door.get(f"/channels?limit=2&after={first['next']}")

    assert (2, 1, None) == (len(first["items"]), len(rest["items"]), rest["next"])


def test_a_list_is_filtered(door: Door) -> None:
    social, unit = group(door), door.unit()
    channel(door, "facebook", group_ids=[social])
    channel(door, "blog", unit_id=unit)
    door.post(f"/channels/{channel(door, 'old')}/close", status=200)

    assert ["facebook"] == _slugs(door, f"?group_id={social}")
    assert ["blog"] == _slugs(door, f"?unit_id={unit}")
    assert ["old"] == _slugs(door, "?closed=true")
    assert ["facebook", "blog"] == _slugs(door, "?closed=false")


def test_a_list_is_read_as_it_was_known(door: Door) -> None:
    first = channel(door, "facebook")
    known_at = door.get(f"/channels/{first}/history")["items"][0]["recorded_at"]
    door.patch(f"/channels/{first}", {"slug": "renamed"})
    channel(door, "instagram")

    assert ["facebook"] == _slugs(door, f"?known_at={known_at}")


def test_it_takes_the_scope_to_read_channels(door: Door) -> None:
    channel_id = channel(door)
    writer = door.with_key("channels:write")

    for path in ("/channels", f"/channels/{channel_id}", f"/channels/{channel_id}/history"):
        writer.get(path, 403)
