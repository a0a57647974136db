"""
Every version of a channel is shown.
"""

from tests.api.door import Door
from tests.api.office import channel


def test_history_says_when_and_through_whom(door: Door) -> None:
    channel_id = channel(door)
    editor = door.with_key("channels:write")
    editor.patch(f"/channels/{channel_id}", {"name": "Another name"})

    first, second = door.get(f"/channels/{channel_id}/history")["items"]

    assert (1, 2) == (first["version"], second["version"])
    assert first["recorded_at"] < second["recorded_at"]
    assert first["recorded_by"] != second["recorded_by"]
    assert "Another name" == second["channel"]["name"]
