"""
A key of some units does nothing that concerns the whole organisation.
"""

from tests.api.door import Door

CONTACT = {"name": "Nadia Peeters", "role": "head of service"}


def test_whoever_runs_one_unit_does_not_run_the_house(door: Door) -> None:
    own = door.unit()
    head = door.with_key("admin", "people:read", units=[own])
    key_id = door.get("/keys")["items"][-1]["id"]

    head.patch("/organisation", {"name": "Mine"}, 403)
    head.post("/units", {"name": "Mine too", "contact": CONTACT}, 403)
    head.patch(f"/units/{own}", {"name": "Mine now"}, 403)
    head.get("/keys", 403)
    head.delete(f"/keys/{key_id}", 403)
    head.get("/signatories", 403)

    assert "Les Jacinthes" == door.get("/organisation")["name"]


def test_whoever_runs_one_unit_erases_its_people_only(door: Door) -> None:
    own, other = door.unit("Own"), door.unit("Other")
    lea = door.person(memberships=[{"unit_id": own}])
    tom = door.person(memberships=[{"unit_id": other}])
    head = door.with_key("admin", units=[own])

    head.delete(f"/people/{tom}", 404)
    head.delete(f"/people/{lea}", 204)

    assert [tom] == [person["id"] for person in door.get("/people")["items"]]
