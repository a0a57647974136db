"""
Earlier questions are read again.
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


def test_questions_are_listed_for_an_auditor(door: Door) -> None:
    channel(door)
    emeka, femi = adult(door), adult(door, given_name="Femi")
    checker = door.with_key("checks")
    asked = [_ask(door), _ask(checker, "Femi Dupont")]

    items = door.get("/checks")["items"]

    assert asked == [each["check_id"] for each in items]
    assert [[emeka], [femi]] == [each["person_ids"] for each in items]
    assert ["facebook", "ask", 1] == [items[0][name] for name in ("channel", "answer", "names")]
    by_person = door.get(f"/checks?person_id={femi}")["items"]
    by_actor = door.get(f"/checks?actor_id={items[0]['actor_id']}")["items"]
    assert ([items[1]], [items[0]]) == (by_person, by_actor)
    checker.get("/checks", 403)


def test_a_list_is_read_page_by_page(door: Door) -> None:
    channel(door)
    asked = [_ask(door) for _ in range(3)]

    first = door.get("/checks?limit=2")
    rest = door.get(f"/checks?limit=2&after={first['next']}")

    assert asked == [each["check_id"] for each in first["items"] + rest["items"]]
