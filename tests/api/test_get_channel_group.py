"""
A group is shown with its channels.
"""

from tests.api.door import Door
from tests.api.office import channel, group


def test_a_group_has_the_channels_that_joined_it(door: Door) -> None:
    social = group(door)
    channel(door, "facebook", group_ids=[social])
    channel(door, "website")

    found = door.get(f"/channel-groups/{social}")["channels"]

    assert ["facebook"] == [each["slug"] for each in found]
