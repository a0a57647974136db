"""
People are listed.
"""

from tests.api.door import Door


def _ids(listing: dict[str, list[dict[str, str]]]) -> list[str]:
    return [person["id"] for person in listing["items"]]


def test_people_are_found_by_unit_and_category(door: Door) -> None:
    own = door.unit()
    lea = door.person(memberships=[{"unit_id": own}])
    eve = door.person(category="employee", memberships=[{"unit_id": own}])
    tom = door.person()

    assert [lea, eve, tom] == _ids(door.get("/people"))
    assert [lea, eve] == _ids(door.get(f"/people?unit_id={own}"))
    assert [lea, tom] == _ids(door.get("/people?category=beneficiary"))
    assert [eve] == _ids(door.get(f"/people?unit_id={own}&category=employee"))


def test_a_filter_that_means_nothing_is_refused(door: Door) -> None:
    assert "category" == door.get("/people?category=pupil", 400)["field"]
    assert "unit_id" == door.get("/people?unit_id=nothing", 422)["field"]
    assert "unitid" == door.get("/people?unitid=nothing", 400)["field"]


def test_a_key_of_one_unit_lists_that_unit(door: Door) -> None:
    own, other = door.unit("Own"), door.unit("Other")
    lea = door.person(memberships=[{"unit_id": own}])
    door.person(memberships=[{"unit_id": other}])
    educator = door.with_key("people:read", units=[own])

    assert [lea] == _ids(educator.get("/people"))
    assert [lea] == _ids(educator.get(f"/people?unit_id={own}"))
    assert (
        educator.get(f"/people?unit_id={other}", 422)["detail"]
        == educator.get("/people?unit_id=nothing", 422)["detail"]
    )


def test_a_key_of_several_units_says_which(door: Door) -> None:
    units = [door.unit("One"), door.unit("Two")]
    educator = door.with_key("people:read", units=units)

    assert "unit_id" == educator.get("/people", 422)["field"]
    assert [] == _ids(educator.get(f"/people?unit_id={units[1]}"))


def test_people_of_another_organisation_are_not_listed(door: Door, stranger: Door) -> None:
    stranger.person()
    lea = door.person()

    assert [lea] == _ids(door.get("/people"))
    assert [] == _ids(door.get(f"/people?after={lea}"))


def test_a_program_finds_somebody_by_the_number_it_knows(door: Door) -> None:
    """
    Who syncs a school's register every night knows its numbers, not our ids.
    """
    lea, _ = door.person(external_id="2026-0117"), door.person(external_id="2026-0118")
    assert [lea] == _ids(door.get("/people?external_id=2026-0117"))

    door.patch(f"/people/{lea}", {"external_id": "2027-0001"})

    assert [] == _ids(door.get("/people?external_id=2026-0117"))
    assert [lea] == _ids(door.get("/people?external_id=2027-0001"))
    assert [] == _ids(door.get("/people?external_id=2027-0001&category=employee"))
    assert "external_id" == door.get("/people?external_id=", 400)["field"]


def test_a_number_finds_nobody_out_of_sight(door: Door, stranger: Door) -> None:
    own, other = door.unit("Own"), door.unit("Other")
    door.person(external_id="1", memberships=[{"unit_id": other}])
    stranger.person(external_id="2")
    educator = door.with_key("people:read", units=[own])

    assert [] == _ids(educator.get("/people?external_id=1"))
    assert [] == _ids(door.get("/people?external_id=2"))
