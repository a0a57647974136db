"""
A group of channels is renamed.
"""

from tests.api.door import Door
from tests.api.office import group, row_counts


def test_a_group_is_renamed(door: Door) -> None:
    social = group(door)

    changed = door.patch(f"/channel-groups/{social}", {"name": "Networks"})
    before = row_counts(door)
    same = door.patch(f"/channel-groups/{social}", {"name": "Networks"})

    assert {"id": social, "slug": "social", "name": "Networks"} == changed == same
    assert before == row_counts(door)
