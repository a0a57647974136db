"""
A publication is taken down.
"""

from datetime import datetime, timedelta

import pytest

from tests.api.door import NOBODY, Door, Json
from tests.api.office import adult, channel, published_name, refused, row_counts, version, yes


@pytest.fixture
def posted(door: Door) -> Json:
    """
    Publish the name of Emeka; give the publication.
    """
    channel(door, photo_publisher="members")
    yes(door, adult(door), version(door))
    return published_name(door)


def _down(posted: Json) -> str:
    return f"/publications/{posted['id']}/take-down"


def test_a_publication_is_taken_down_with_its_proof(door: Door, posted: Json) -> None:
    story = door.post(_down(posted), {"note": "Post deleted; seen by Nora."}, 200)

    (event,) = story["events"]
    assert story == door.get(f"/publications/{posted['id']}")
    assert ("taken_down", "Post deleted; seen by Nora.") == (event["kind"], event["note"])
    assert event["happened_at"] == event["recorded_at"]
    assert "publication:taken_down" == door.entries()[-1]["kind"]


def test_it_comes_down_once(door: Door, posted: Json) -> None:
    door.post(_down(posted), {}, 200)

    assert "already-exists" == refused(door, _down(posted), {}, 409)["code"]


def test_the_same_key_takes_down_once(door: Door, posted: Json) -> None:
    first = door.post(_down(posted), {}, 200, idempotency_key="down")
    before = row_counts(door)

    assert first == door.post(_down(posted), {}, 200, idempotency_key="down")
    assert before == row_counts(door)


def test_it_comes_down_after_it_was_published_and_not_tomorrow(door: Door, posted: Json) -> None:
    published_at = datetime.fromisoformat(posted["published_at"])
    for wrong in (published_at - timedelta(seconds=1), published_at + timedelta(days=1)):
        problem = refused(door, _down(posted), {"happened_at": wrong.isoformat()})

        assert ("impossible-dates", "happened_at") == (problem["code"], problem["field"])


def test_an_unknown_publication_is_not_there(door: Door, posted: Json) -> None:
    door.get(f"/publications/{NOBODY}", 404)
    refused(door, f"/publications/{NOBODY}/take-down", {}, 404)
    refused(door, f"/publications/{NOBODY}/correct", {"corrected_by": posted["id"]}, 404)


def test_it_takes_the_scopes_for_publications(door: Door, posted: Json) -> None:
    reader, writer = door.with_key("publications:read"), door.with_key("publications:write")

    refused(reader, _down(posted), {}, 403)
    refused(reader, f"/publications/{posted['id']}/correct", {"corrected_by": posted["id"]}, 403)
    writer.get("/publications", 403)
    writer.get(f"/publications/{posted['id']}", 403)


def test_what_was_taken_down_no_longer_counts_for_the_quota(door: Door, posted: Json) -> None:
    door.patch(f"/channels/{posted['channel_id']}", {"quota": {"limit": 1}})
    body = {"names": ["Emeka Dupont"], "channel": "facebook"}
    door.post("/publications", body, 409)

    door.post(_down(posted), {}, 200)

    door.post("/publications", body)
