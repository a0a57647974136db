"""
A closed channel is put back in the register.
"""

from tests.api.door import Door
from tests.api.office import adult, answer, channel, version, yes


def test_answers_hold_again_when_it_is_reopened(door: Door) -> None:
    channel_id, form = channel(door), version(door)
    yes(door, adult(door), form)
    door.post(f"/channels/{channel_id}/close", status=200)

    reopened = door.post(f"/channels/{channel_id}/reopen", status=200)

    assert reopened["closed"] is False
    assert "publish" == answer(door)
