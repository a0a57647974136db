"""
A key of some units does nothing that concerns the whole organisation.
"""

from tests.api.door import NOBODY, Door, Json
from tests.api.office import adult, channel, version, yes

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


def test_what_is_of_another_unit_is_answered_like_what_is_not_there(door: Door) -> None:
    own, other = door.unit("Own"), door.unit("Other")
    channel(door)
    emeka = adult(door, memberships=[{"unit_id": other}])
    act = yes(door, emeka, version(door))["id"]
    lea, anne = door.person(memberships=[{"unit_id": other}]), door.signatory()
    door.authority(lea, anne)
    narrow = door.with_key("consents:read", "consents:write", "audit", units=[own])

    for method, path, hidden in (
        ("GET", "/consents/{}", act),
        ("GET", "/consents/{}/evidence", act),
        ("POST", "/signatories/{}/invitation", anne),
        ("POST", "/signatories/{}/invitation", emeka),
        ("POST", "/signatories/{}/invitation", door.signatory(given_name="Bram")),
    ):
        body: Json = {} if method == "POST" else None
        there, nowhere = (
            narrow.knock(method, path.format(each), body) for each in (hidden, NOBODY)
        )
        assert (404, nowhere.json()["detail"]) == (there.status_code, there.json()["detail"])
