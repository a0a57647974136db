"""
An earlier answer is read again.
"""

from tests.api.door import NOBODY, Door
from tests.api.office import adult, channel


def _ask(door: Door, name: str = "Emeka Dupont") -> str:
    body = {"names": [name], "channel": "facebook"}
    found: str = door.post("/checks", body, 200)["check_id"]
    return found


def test_whoever_asked_reads_the_answer_again_as_far_as_they_may_know(door: Door) -> None:
    channel(door)
    emeka = adult(door)
    checker = door.with_key("checks")
    check_id = _ask(checker)

    assert [{"code": "not_cleared", "effect": "ask"}] == checker.get(f"/checks/{check_id}")[
        "reasons"
    ]
    assert emeka == door.get(f"/checks/{check_id}")["reasons"][0]["person_id"]


def test_a_question_of_somebody_else_takes_an_auditor(door: Door) -> None:
    channel(door)
    check_id = _ask(door)

    theirs = door.with_key("checks").get(f"/checks/{check_id}", 404)
    nobodys = door.with_key("checks").get(f"/checks/{NOBODY}", 404)
    door.with_key("checks", "audit").get(f"/checks/{check_id}")
    door.with_key("reasons").get(f"/checks/{check_id}", 403)

    assert theirs["detail"] == nobodys["detail"]
