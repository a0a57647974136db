"""
Publications are listed and looked at.
"""

import pytest

from tests.api.door import NOBODY, Door, Json
from tests.api.office import adult, channel, published_name, version, yes


@pytest.fixture
def posted(door: Door) -> Json:
    """
    Publish the name of Emeka; give the publication.
    """
    channel(door, photo_publisher="members")
    yes(door, adult(door), version(door))
    return published_name(door)


def test_publications_are_listed_by_channel_photo_and_person(door: Door, posted: Json) -> None:
    channel_id, person_id = posted["channel_id"], posted["person_ids"][0]
    later = published_name(door)

    def listed(query: str) -> list[str]:
        return [each["id"] for each in door.get(f"/publications?{query}")["items"]]

    both = [posted["id"], later["id"]]
    assert both == listed("") == listed(f"channel_id={channel_id}")
    assert both == listed(f"person_id={person_id}")
    assert [] == listed(f"photo_id={NOBODY}") == listed(f"person_id={NOBODY}")
    assert [later["id"]] == listed(f"limit=1&after={posted['id']}")


def test_what_is_still_out_is_told_from_what_came_down(door: Door, posted: Json) -> None:
    later = published_name(door)
    door.post(f"/publications/{posted['id']}/take-down", {}, 200)
    reader = door.with_key("publications:read", units=[door.unit()])

    def listed(query: str) -> list[str]:
        return [each["id"] for each in reader.get(f"/publications?{query}")["items"]]

    assert [later["id"]] == listed("live=true") == listed(f"live=true&after={posted['id']}")
    assert [posted["id"]] == listed("live=false")
    assert [] == listed(f"live=false&photo_id={NOBODY}")
    assert "live" == door.get("/publications?live=perhaps", 400)["field"]


def test_who_is_in_it_is_for_those_who_may_know(door: Door, posted: Json) -> None:
    reader = door.with_key("publications:read")

    assert reader.get(f"/publications/{posted['id']}")["publication"]["person_ids"] is None
    assert [None] == [each["person_ids"] for each in reader.get("/publications")["items"]]
    reader.get(f"/publications?person_id={posted['person_ids'][0]}", 403)
