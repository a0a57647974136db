"""
Something is taken down, and somebody says how they know.
"""

from datetime import datetime, timedelta

import pytest
from httpx import Response

from tests.api.door import NOBODY, Door, Json, answered
from tests.api.office import (
    adult,
    channel,
    published_name,
    row_counts,
    send,
    taking_down,
    version,
    yes,
)

PICTURE = b"\x89PNG of an empty page"


def _task(door: Door, medium: str = "social") -> str:
    """
    Publish the name of Emeka, who then takes it back; give the task.
    """
    channel(door, photo_publisher="members", medium=medium)
    emeka = adult(door)
    yes(door, emeka, version(door))
    published_name(door)
    return taking_down(door, emeka)


@pytest.fixture
def task(door: Door) -> str:
    return _task(door)


def _finish(door: Door, task: str, picture: bytes = b"", **texts: str) -> Response:
    files = [("file", ("gone.png", picture, "image/png"))] if picture else []
    return send(door, f"/takedowns/{task}/done", files, **texts)


def _refused(door: Door, task: str, status: int, note: str = "", happened_at: str = "") -> Json:
    before = row_counts(door)
    problem = answered(_finish(door, task, note=note, happened_at=happened_at), status)
    assert before == row_counts(door)
    return problem


def test_a_task_is_done_with_a_note(door: Door, task: str) -> None:
    done = answered(_finish(door, task, note="Post deleted; seen by Nora."), 200)

    story = door.get(f"/publications/{done['publication_id']}")
    assert ("Post deleted; seen by Nora.", False) == (done["note"], done["is_overdue"])
    assert ["taken_down"] == [each["kind"] for each in story["events"]]
    assert ([], [task]) == tuple(
        [each["id"] for each in door.get(path)["items"]]
        for path in ("/takedowns", "/takedowns?done=true")
    )
    assert "publication:taken_down" == door.entries()[-1]["kind"]


def test_a_picture_of_the_empty_page_is_proof_enough(door: Door, task: str) -> None:
    answered(_finish(door, task, PICTURE), 200)

    proof = door.knock("GET", f"/takedowns/{task}/proof")

    assert (PICTURE, "image/png") == (proof.content, proof.headers["content-type"])
    assert "attachment" in proof.headers["content-disposition"]


def test_without_any_proof_it_is_not_done(door: Door, task: str) -> None:
    assert "note" == _refused(door, task, 422)["field"]
    door.get(f"/takedowns/{task}/proof", 404)


def test_of_paper_somebody_notes_what_cannot_be_taken_back(door: Door) -> None:
    task = _task(door, medium="print")
    steps = door.get(f"/takedowns/{task}")["steps"]

    assert ["stop_distribution", "no_reprint", "note_unrecallable"] == steps
    assert 422 == _finish(door, task, PICTURE).status_code
    answered(_finish(door, task, PICTURE, note="120 of 500 were handed out."), 200)


def test_taking_the_publication_down_is_the_same(door: Door, task: str) -> None:
    publication_id = door.get(f"/takedowns/{task}")["publication_id"]

    door.post(f"/publications/{publication_id}/take-down", {"note": "deleted"}, 200)

    assert "deleted" == door.get(f"/takedowns/{task}")["note"]
    assert "already-exists" == _refused(door, task, 409, note="again")["code"]


def test_the_same_key_finishes_once(door: Door, task: str) -> None:
    path = f"/takedowns/{task}/done"
    first = answered(send(door, path, key="down", note="deleted"), 200)

    assert first == answered(send(door, path, key="down", note="deleted"), 200)


def test_it_comes_down_after_it_was_published_and_not_tomorrow(door: Door, task: str) -> None:
    published_at = datetime.fromisoformat(door.get(f"/takedowns/{task}")["published_at"])
    for wrong in (published_at - timedelta(seconds=1), published_at + timedelta(days=1)):
        problem = _refused(door, task, 422, note="gone", happened_at=wrong.isoformat())

        assert ("impossible-dates", "happened_at") == (problem["code"], problem["field"])


def test_it_takes_the_scope_and_the_unit(door: Door, task: str) -> None:
    reader = door.with_key("publications:read")
    elsewhere = door.with_key("publications:write", units=[door.unit()])

    assert 403 == _finish(reader, task, note="gone").status_code
    assert 404 == _finish(elsewhere, task, note="gone").status_code
    assert 404 == _finish(door, NOBODY, note="gone").status_code


def test_an_erasure_takes_the_proof_along(door: Door, task: str) -> None:
    answered(_finish(door, task, PICTURE, note="Emeka Dupont is gone."), 200)
    (emeka,) = door.get("/people")["items"]

    door.delete(f"/people/{emeka['id']}", 204)

    door.get(f"/takedowns/{task}/proof", 404)
    assert "[erased]" == door.get(f"/takedowns/{task}")["note"]
