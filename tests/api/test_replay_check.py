"""
An old answer follows from its record and the facts of then, whatever happened since.
"""

import pytest

from tests.api.door import Door, Json
from tests.api.office import (
    adult,
    channel,
    check,
    photo_of_emeka,
    scene,
    version,
    yes,
)


def replayed(door: Door, check_id: str) -> Json:
    """
    Replay a check.
    """
    return door.get(f"/checks/{check_id}/replay")


def asked(door: Door, **told: object) -> str:
    """
    Ask something in JSON; give the id of the check.
    """
    found: str = door.post("/checks", told, 200)["check_id"]
    return found


def test_an_old_answer_stands_after_the_facts_have_changed(door: Door) -> None:
    channel(door)
    emeka = adult(door)
    yes(door, emeka, version(door))
    then = asked(door, names=["Emeka Dupont"], channel="facebook")
    withdrawal = {"person_id": emeka, "signatory_id": emeka, "everywhere": True}
    door.post("/consents/withdraw", withdrawal)
    now = asked(door, names=["Emeka Dupont"], channel="facebook")

    old, new = replayed(door, then), replayed(door, now)

    assert ("publish", "publish", True) == (old["answer_then"], old["answer_now"], old["is_same"])
    assert ("do_not_publish", True) == (new["answer_now"], new["is_same"])
    assert old["has_same_rules"]


@pytest.mark.parametrize(
    "told",
    [
        {"names": ["Nobody Known"], "channel": "facebook"},
        {"names": ["Emeka Dupont", "Nobody"]},
        {"text": "Emeka Dupont waves", "channel": "facebook"},
        {"text": "Nothing of anybody"},
        {"names": ["Emeka Dupont"], "channel": "facebook", "on": "2090-01-01"},
        {"names": ["Emeka Dupont"], "channel": "elsewhere.example/page"},
    ],
)
def test_every_kind_of_question_is_replayed(door: Door, told: Json) -> None:
    channel(door)
    yes(door, adult(door), version(door))

    assert replayed(door, asked(door, **told))["is_same"]


def test_pictures_are_replayed_without_being_kept(door: Door) -> None:
    photo_of_emeka(door)
    known = check(door, scene(1), channel="facebook")
    strange = check(door, scene(7))

    assert "publish" == known["answer"]
    assert replayed(door, known["check_id"])["is_same"]
    assert replayed(door, strange["check_id"])["is_same"]


def test_the_quota_counts_as_it_stood(door: Door) -> None:
    channel(door, photo_publisher="members", quota={"limit": 1, "window": "iso_week"})
    yes(door, adult(door), version(door))
    post = {"names": ["Emeka Dupont"], "channel": "facebook"}
    published = door.post("/publications", post)
    door.post("/publications", post, 409)
    late = door.get("/checks")["items"][-1]

    assert replayed(door, published["check_id"])["is_same"]
    assert replayed(door, late["check_id"])["is_same"]


def test_only_whoever_may_look_back_replays(door: Door) -> None:
    then = asked(door, text="Nothing")

    for scopes in (("checks",), ("checks", "audit"), ("checks", "reasons")):
        assert 403 == door.with_key(*scopes).knock("GET", f"/checks/{then}/replay").status_code


def test_whoever_audits_one_unit_reads_nothing_of_another(door: Door) -> None:
    unit = door.unit("Kitchen")
    adult(door)
    then = asked(door, names=["Emeka Dupont"])
    nobody = asked(door, text="Nothing")
    theirs = door.with_key("checks", "audit", "reasons", units=[unit])

    theirs.get(f"/checks/{then}", 404)
    assert nobody == theirs.get(f"/checks/{nobody}")["check_id"]
    assert 404 == theirs.knock("GET", f"/checks/{then}/replay").status_code
    assert 200 == theirs.knock("GET", f"/checks/{nobody}/replay").status_code
    assert [nobody] == [each["check_id"] for each in theirs.get("/checks")["items"]]
