"""
What is known of a signatory changes.
"""

from tests.api.door import Door


def test_what_is_left_out_stays(door: Door) -> None:
    anne = door.signatory(email="anne@family.example")

    changed = door.patch(f"/signatories/{anne}", {"phone": "02 555 01 23"})

    assert ("anne@family.example", "02 555 01 23") == (changed["email"], changed["phone"])


def test_somebody_elses_outside_number_cannot_be_taken(door: Door) -> None:
    door.signatory(external_id="P-1")

    problem = door.patch(f"/signatories/{door.signatory()}", {"external_id": "P-1"}, 409)

    assert "already-exists" == problem["code"]


def test_a_key_of_one_unit_reaches_the_families_of_that_unit(door: Door) -> None:
    own, other = door.unit("Own"), door.unit("Other")
    lea = door.person(memberships=[{"unit_id": own}])
    tom = door.person(memberships=[{"unit_id": other}])
    anne, bert = door.signatory(), door.signatory(given_name="Bert")
    door.authority(lea, anne)
    door.authority(tom, bert)
    educator = door.with_key("people:read", "people:write", units=[own])

    educator.patch(f"/signatories/{anne}", {"phone": "02 555 01 23"})
    educator.patch(f"/signatories/{bert}", {"phone": "02 555 01 23"}, 404)
    educator.get(f"/signatories/{bert}", 404)
    educator.get("/signatories", 403)


def test_nobody_of_one_unit_sets_where_somebody_of_another_is_answered_for(door: Door) -> None:
    """
    Else they would get the code by which the other child is answered for.
    """
    own, other = door.unit("Own"), door.unit("Other")
    lea = door.person(memberships=[{"unit_id": own}])
    tom = door.person(memberships=[{"unit_id": other}])
    anne = door.signatory(email="anne@family.example", phone="02 555 01 23")
    door.authority(lea, anne)
    door.authority(tom, anne)
    path, educator = (
        f"/signatories/{anne}",
        door.with_key("people:read", "people:write", units=[own]),
    )
    both = door.with_key("people:read", "people:write", units=[own, other])

    for told in ({"email": "thief@else.example"}, {"phone": "02 555 99 99"}):
        assert "answers-elsewhere" == educator.patch(path, told, 403)["code"]
    assert "Anna" == educator.patch(path, {"given_name": "Anna"})["given_name"]
    assert "" == educator.patch(path, {"email": ""})["email"]
    educator.patch(path, {"email": "thief@else.example"}, 403)
    assert "anna@family.example" == both.patch(path, {"email": "anna@family.example"})["email"]
