"""
Somebody no longer speaks for a person.
"""

from tests.api.door import Door


def test_it_ends_on_the_day_that_is_given(door: Door) -> None:
    lea = door.person()
    authority = door.authority(lea, door.signatory())

    ended = door.post(f"/authorities/{authority}/end", {"until_on": "2024-06-30"}, 200)

    assert "2024-06-30" == ended["until_on"]
    assert [ended] == door.get(f"/people/{lea}/authorities")["items"]


def test_it_ends_today_when_no_day_is_given(door: Door) -> None:
    authority = door.authority(door.person(), door.signatory())

    assert door.post(f"/authorities/{authority}/end", {}, 200)["until_on"]


def test_it_does_not_end_before_it_began(door: Door) -> None:
    authority = door.authority(door.person(), door.signatory(), from_on="2020-01-01")

    problem = door.post(f"/authorities/{authority}/end", {"until_on": "2019-12-31"}, 422)

    assert ("impossible-dates", "until_on") == (problem["code"], problem["field"])


def test_the_parent_of_a_child_that_grew_up_may_be_ended(door: Door) -> None:
    child = door.person(born_on="2016-05-04")
    authority = door.authority(child, door.signatory())
    door.patch(f"/people/{child}", {"born_on": "1990-05-04"})

    assert door.post(f"/authorities/{authority}/end", {}, 200)["until_on"]
