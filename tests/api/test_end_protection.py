"""
An order of protection is over.
"""

from tests.api.door import NOBODY, Door


def test_it_ends_on_the_day_that_is_given(door: Door) -> None:
    adult = door.person(born_on="1960-01-01")
    told = {"kind": "assistance", "covers_image": False, "from_on": "2020-01-01"}
    order = door.post(f"/people/{adult}/protections", told)["id"]

    ended = door.post(f"/protections/{order}/end", {"until_on": "2024-06-30"}, 200)
    early = door.post(f"/protections/{order}/end", {"until_on": "2019-06-30"}, 422)

    assert "2024-06-30" == ended["until_on"]
    assert [ended] == door.get(f"/people/{adult}/protections")["items"]
    assert "impossible-dates" == early["code"]


def test_an_order_about_somebody_out_of_sight_is_not_there(door: Door) -> None:
    own, other = door.unit("Own"), door.unit("Other")
    tom = door.person(memberships=[{"unit_id": other}])
    told = {"kind": "assistance", "covers_image": True}
    order = door.post(f"/people/{tom}/protections", told)["id"]
    educator = door.with_key("people:write", units=[own])

    hidden = educator.post(f"/protections/{order}/end", {}, 404)

    assert hidden["detail"] == educator.post(f"/protections/{NOBODY}/end", {}, 404)["detail"]
