"""
Evidence is attached to an act.
"""

from datetime import date, timedelta

import pytest

from tests.api.door import NOBODY, Door, Json, answered
from tests.api.office import (
    Files,
    answer,
    row_counts,
    send,
    yes_on_paper,
)

SCAN = b"%PDF-1.7 the scan"
SCAN_FILE: Files = [("file", ("../../Emeka Dupont.pdf", SCAN, "application/pdf"))]


@pytest.fixture
def act(door: Door) -> Json:
    """
    Let Emeka say yes on paper, without a scan; give the act.
    """
    return yes_on_paper(door)


def _attach(door: Door, act_id: str, status: int = 201, files: Files = SCAN_FILE) -> Json:
    return answered(send(door, f"/consents/{act_id}/evidence", files, note="Seen"), status)


def test_an_act_has_the_evidence_that_came_later(door: Door, act: Json) -> None:
    proven = _attach(door, act["id"])

    assert act | {"evidence_id": proven["evidence_id"]} == proven
    assert proven == door.get(f"/consents/{act['id']}")
    assert [proven] == door.get("/consents")["items"]


def test_a_yes_on_paper_holds_on_once_its_scan_is_there(door: Door, act: Json) -> None:
    due_on = date.fromisoformat(act["evidence_due_on"])
    afterwards = (due_on + timedelta(days=1)).isoformat()
    assert "ask" == answer(door, on=afterwards)

    _attach(door, act["id"])

    assert "publish" == answer(door, on=afterwards)


@pytest.mark.parametrize(
    ("files", "status", "field"),
    [
        ([("file", ("page.html", b"<script>", "text/html"))], 422, "evidence.media_type"),
        ([("file", ("scan.pdf", b"", "application/pdf"))], 422, "evidence.content"),
        ([], 400, "file"),
        ([*SCAN_FILE, *SCAN_FILE], 400, "file"),
        ([("scan", ("scan.pdf", SCAN, "application/pdf"))], 400, "scan"),
    ],
)
def test_what_is_no_evidence_is_named(
    door: Door, act: Json, files: Files, status: int, field: str
) -> None:
    before = row_counts(door)

    assert field == _attach(door, act["id"], status, files)["field"]
    assert before == row_counts(door)


def test_what_is_too_large_is_refused(door: Door, act: Json) -> None:
    before = row_counts(door)
    large = [("file", ("scan.pdf", bytes(22 * 1024 * 1024), "application/pdf"))]

    assert "too-large" == _attach(door, act["id"], 413, large)["code"]
    assert before == row_counts(door)


def test_json_is_not_read_here(door: Door, act: Json) -> None:
    door.post(f"/consents/{act['id']}/evidence", {"note": "Seen"}, 415)


def test_an_unknown_act_has_no_evidence(door: Door) -> None:
    before = row_counts(door)

    _attach(door, NOBODY, 404)
    assert before == row_counts(door)


def test_it_takes_the_scope_to_write_consents(door: Door, act: Json) -> None:
    reader = door.with_key("consents:read")
    before = row_counts(door)

    _attach(reader, act["id"], 403)
    assert before == row_counts(door)


def test_the_same_key_attaches_once(door: Door, act: Json) -> None:
    path = f"/consents/{act['id']}/evidence"
    first = answered(send(door, path, SCAN_FILE, key="scan"), 201)
    before = row_counts(door)

    assert first == answered(send(door, path, SCAN_FILE, key="scan"), 201)
    assert before == row_counts(door)
