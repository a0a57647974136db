"""
An act is declared void: it never counted, and it stays on record.
"""

import pytest

from tests.api.door import NOBODY, Door, Json
from tests.api.office import adult, answer, channel, refused, row_counts, version, yes

GROUND = {"note": "The signature is not his."}


@pytest.fixture
def act(door: Door) -> Json:
    """
    Let Emeka say yes; give the act.
    """
    channel(door)
    return yes(door, adult(door), version(door))


def test_a_void_yes_publishes_nothing(door: Door, act: Json) -> None:
    assert "publish" == answer(door)

    void = door.post(f"/consents/{act['id']}/invalidate", GROUND)

    assert ("invalidated", act["id"]) == (void["kind"], void["targets_act_id"])
    assert "ask" == answer(door)
    assert act == door.get(f"/consents/{act['id']}")


def test_a_void_no_publishes_nothing_either(door: Door, act: Json) -> None:
    whose = {"person_id": act["person_id"], "signatory_id": act["person_id"]}
    no = door.post("/consents/withdraw", whose)

    door.post(f"/consents/{no['id']}/invalidate", GROUND)

    assert "ask" == answer(door)


def test_it_takes_a_ground(door: Door, act: Json) -> None:
    path = f"/consents/{act['id']}/invalidate"

    assert "note" == refused(door, path, {"note": " "})["field"]
    assert "note" == refused(door, path, {}, 400)["field"]


def test_an_act_is_declared_void_once(door: Door, act: Json) -> None:
    path = f"/consents/{act['id']}/invalidate"
    void = door.post(path, GROUND)

    assert "already-exists" == refused(door, path, GROUND, 409)["code"]
    assert "act_id" == refused(door, f"/consents/{void['id']}/invalidate", GROUND)["field"]


def test_the_same_key_declares_void_once(door: Door, act: Json) -> None:
    path = f"/consents/{act['id']}/invalidate"
    first = door.post(path, GROUND, idempotency_key="void")
    before = row_counts(door)

    assert first == door.post(path, GROUND, idempotency_key="void")
    assert before == row_counts(door)


def test_an_unknown_act_is_not_there(door: Door) -> None:
    refused(door, f"/consents/{NOBODY}/invalidate", GROUND, 404)


def test_it_takes_the_scope_to_write_consents(door: Door, act: Json) -> None:
    path = f"/consents/{act['id']}/invalidate"

    refused(door.with_key("consents:read"), path, GROUND, 403)


def test_the_ledger_keeps_the_ground_as_a_digest(door: Door, act: Json) -> None:
    door.post(f"/consents/{act['id']}/invalidate", GROUND)
    last = door.entries()[-1]

    assert "consent:invalidated" == last["kind"]
    assert act["id"] == last["payload"]["act"]["targets_act_id"]
    assert GROUND["note"] not in str(last)
