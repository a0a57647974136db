"""
Questions are listed for an auditor.
"""

from tests.api.door import Door
from tests.api.office import adult, channel


def _ask(door: Door, name: str = "Emeka Dupont") -> str:
    body = {"names": [name], "channel": "facebook"}
    found: str = door.post("/checks", body, 200)["check_id"]
    return found


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
    assert items == door.get("/checks?answer=ask")["items"]
    assert [] == door.get("/checks?answer=publish")["items"]
    checker.get("/checks", 403)


def test_a_list_is_read_page_by_page(door: Door) -> None:
    channel(door)
    asked = [_ask(door) for _ in range(3)]

    first = door.get("/checks?limit=2")
    rest = door.get(f"/checks?limit=2&after={first['next']}")

    assert asked == [each["check_id"] for each in first["items"] + rest["items"]]
