"""
What happens to a publication later: taken down, corrected, listed.
"""

from datetime import datetime, timedelta

import pytest

from tests.api.door import NOBODY, Door, Json
from tests.api.office import adult, channel, refused, row_counts, version, yes


@pytest.fixture
def posted(door: Door) -> Json:
    """
    Publish the name of Emeka; give the publication.
    """
    channel(door, photo_publisher="members")
    yes(door, adult(door), version(door))
    return _publish(door)


def _publish(door: Door) -> Json:
    return door.post("/publications", {"names": ["Emeka Dupont"], "channel": "facebook"})


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


def test_a_later_publication_corrects_an_earlier_one(door: Door, posted: Json) -> None:
    later = _publish(door)
    path = f"/publications/{posted['id']}/correct"
    body = {"corrected_by": later["id"], "note": "The date was wrong."}

    story = door.post(path, body, 200, idempotency_key="fix")
    before = row_counts(door)

    (event,) = story["events"]
    assert posted == story["publication"], "history stays"
    assert ("corrected", later["id"]) == (event["kind"], event["corrected_by"])
    assert story == door.post(path, body, 200, idempotency_key="fix")
    assert before == row_counts(door)
    assert "publication:corrected" == door.entries()[-1]["kind"]


def test_a_correction_comes_after_what_it_corrects(door: Door, posted: Json) -> None:
    later = _publish(door)
    for one, other, code in (
        (later, posted["id"], "impossible-dates"),
        (posted, posted["id"], "impossible-dates"),
        (posted, NOBODY, "invalid-input"),
    ):
        path = f"/publications/{one['id']}/correct"
        problem = refused(door, path, {"corrected_by": other})
        assert (code, "corrected_by") == (problem["code"], problem["field"])


def test_an_unknown_publication_is_not_there(door: Door, posted: Json) -> None:
    door.get(f"/publications/{NOBODY}", 404)
    refused(door, f"/publications/{NOBODY}/take-down", {}, 404)
    refused(door, f"/publications/{NOBODY}/correct", {"corrected_by": posted["id"]}, 404)


def test_publications_are_listed_by_channel_photo_and_person(door: Door, posted: Json) -> None:
    channel_id, person_id = posted["channel_id"], posted["person_ids"][0]
    later = _publish(door)

    def listed(query: str) -> list[str]:
        return [each["id"] for each in door.get(f"/publications?{query}")["items"]]

    both = [posted["id"], later["id"]]
    assert both == listed("") == listed(f"channel_id={channel_id}")
    assert both == listed(f"person_id={person_id}")
    assert [] == listed(f"photo_id={NOBODY}") == listed(f"person_id={NOBODY}")
    assert [later["id"]] == listed(f"limit=1&after={posted['id']}")


def test_who_is_in_it_is_for_those_who_may_know(door: Door, posted: Json) -> None:
    reader = door.with_key("publications:read")

    assert reader.get(f"/publications/{posted['id']}")["publication"]["person_ids"] is None
    assert [None] == [each["person_ids"] for each in reader.get("/publications")["items"]]
    reader.get(f"/publications?person_id={posted['person_ids'][0]}", 403)


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
