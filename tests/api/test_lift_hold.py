"""
What stood in the way is over.
"""

from tests.api.door import Door


def test_a_lifted_hold_stays_on_record(door: Door) -> None:
    hold = door.post("/holds", {"kind": "crisis"})

    lifted = door.post(f"/holds/{hold['id']}/lift", None, 200)

    assert hold["from_at"] < lifted["until_at"]
    assert [lifted] == door.get("/holds")["items"]


def test_lifting_twice_changes_nothing(door: Door) -> None:
    hold = door.post("/holds", {"kind": "crisis"})["id"]

    first = door.post(f"/holds/{hold}/lift", None, 200)

    assert first == door.post(f"/holds/{hold}/lift", None, 200)
