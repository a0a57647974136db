"""
A later publication corrects an earlier one.
"""

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


def test_a_later_publication_corrects_an_earlier_one(door: Door, posted: Json) -> None:
    later = published_name(door)
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
    later = published_name(door)
    for one, other, code in (
        (later, posted["id"], "impossible-dates"),
        (posted, posted["id"], "impossible-dates"),
        (posted, NOBODY, "invalid-input"),
    ):
        path = f"/publications/{one['id']}/correct"
        problem = refused(door, path, {"corrected_by": other})
        assert (code, "corrected_by") == (problem["code"], problem["field"])
