"""
A person is looked at.
"""

from tests.api.door import NOBODY, Door


def test_nobody_answers_to_an_unknown_id(door: Door) -> None:
    assert "not-found" == door.get(f"/people/{NOBODY}", 404)["code"]
    assert "not-found" == door.get("/people/%00", 404)["code"]


def test_a_key_of_one_unit_sees_nobody_else(door: Door) -> None:
    own, other = door.unit("Own"), door.unit("Other")
    lea = door.person(memberships=[{"unit_id": own}])
    tom = door.person(given_name="Tom", memberships=[{"unit_id": other}])
    educator = door.with_key("people:read", units=[own])

    hidden, unknown = educator.get(f"/people/{tom}", 404), educator.get(f"/people/{NOBODY}", 404)

    assert lea == educator.get(f"/people/{lea}")["id"]
    assert hidden["detail"] == unknown["detail"]


def test_somebody_who_left_the_class_is_still_in_its_photos(door: Door) -> None:
    own = door.unit()
    lea = door.person(memberships=[{"unit_id": own, "until_on": "2020-06-30"}])

    assert lea == door.with_key("people:read", units=[own]).get(f"/people/{lea}")["id"]


def test_a_person_is_shown_as_known_at_an_earlier_instant(door: Door) -> None:
    lea = door.person(family_name="Dupont")
    known_then = door.get(f"/people/{lea}/history")["items"][0]["recorded_at"]
    door.patch(f"/people/{lea}", {"family_name": "Vandamme"})

    assert "Dupont" == door.get(f"/people/{lea}?known_at={known_then}")["family_name"]
    assert "Vandamme" == door.get(f"/people/{lea}")["family_name"]
    door.get(f"/people/{lea}?known_at=2020-01-01T00:00:00Z", 404)


def test_looking_back_needs_the_power_to(door: Door) -> None:
    lea = door.person()
    registrar = door.with_key("people:read")

    registrar.get(f"/people/{lea}?known_at=2020-01-01T00:00:00Z", 403)
