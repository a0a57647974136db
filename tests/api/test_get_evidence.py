"""
Evidence is handed out, to an auditor, and that is written down.
"""

import hashlib

import pytest

from tests.api.door import Door, Json, answered
from tests.api.office import Files, send, yes_on_paper

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


def test_evidence_is_handed_out_as_it_came_and_never_shown(door: Door, act: Json) -> None:
    _attach(door, act["id"])

    response = door.knock("GET", f"/consents/{act['id']}/evidence")

    assert (200, SCAN) == (response.status_code, response.content)
    assert "application/pdf" == response.headers["content-type"]
    assert 'attachment; filename="evidence"' == response.headers["content-disposition"]
    assert "nosniff" == response.headers["x-content-type-options"]


def test_who_took_evidence_is_written_down(door: Door, act: Json) -> None:
    attached = _attach(door, act["id"])
    door.knock("GET", f"/consents/{act['id']}/evidence")

    written, taken = door.entries()[-2:]
    digest = hashlib.sha256(SCAN).hexdigest()
    assert ("evidence:attached", "export:made") == (written["kind"], taken["kind"])
    for entry in (written, taken):
        assert [act["person_id"]] == entry["person_ids"]
        assert (attached["evidence_id"], digest) == (
            entry["payload"]["evidence"]["evidence_id"],
            entry["payload"]["evidence"]["digest"],
        )


def test_evidence_takes_the_scope_of_an_auditor(door: Door, act: Json) -> None:
    _attach(door, act["id"])
    path = f"/consents/{act['id']}/evidence"

    door.with_key("consents:read").get(path, 403)
    door.with_key("audit").get(path, 403)
    door.with_key("consents:read", "audit").knock("GET", path).raise_for_status()


def test_an_act_without_evidence_has_none_to_hand_out(door: Door, act: Json) -> None:
    door.get(f"/consents/{act['id']}/evidence", 404)
