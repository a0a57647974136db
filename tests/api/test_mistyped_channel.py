"""
A channel is named that there is not.
"""

import pytest

from tests.api.door import Door
from tests.api.office import channel, refused


@pytest.mark.parametrize("scopes", [(), ("channels:read",)])
def test_a_channel_written_alike_is_named_to_whoever_reads_the_register(
    door: Door, scopes: tuple[str, ...]
) -> None:
    channel(door, "whatsapp-refuge")
    key = door.with_key("checks", *scopes)

    problem = refused(key, "/checks", {"names": ["Zoe"], "channel": "whatsap-refuge"}, 422)

    assert bool(scopes) == ("'whatsapp-refuge'" in problem["detail"])


def test_where_nothing_is_alike_the_list_is_named(door: Door) -> None:
    problem = refused(door, "/checks", {"names": ["Zoe"], "channel": "tiktok"}, 422)

    assert "see the list of channels" in problem["detail"]
