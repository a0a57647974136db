"""
The story of a photo tells what it was used for, and leads there.
"""

from service.decision.powers import Role
from tests.api.door import NOBODY
from tests.api.office import check, photo_of_emeka, register, scene
from tests.web.reader import reader
from tests.web.staffed import StaffedHouse


def test_the_story_of_a_photo_leads_to_what_it_was_used_for(house: StaffedHouse) -> None:
    door = house.door
    photo = photo_of_emeka(door)
    [facebook] = door.get("/channels")["items"]
    door.patch(f"/channels/{facebook['id']}", {"photo_publisher": "members"})
    asked = check(door, scene(1), channel="facebook")["check_id"]
    made = door.post("/publications", {"photo_ids": [photo], "channel": "facebook"})["id"]
    hold = door.post("/holds", {"kind": "objection", "photo_id": photo})["id"]
    door.post(f"/publications/{made}/take-down", {}, 200)
    door.post(f"/holds/{hold}/lift", {}, 200)
    register(door, scene(2))
    door.post("/ledger/verify", {}, 200)
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)

    told = [each["kind"] for each in door.get(f"/stories?photo_id={photo}&language=en")]
    page = officer.fetch(f"/photos/{photo}/story").text

    assert {"photo:registered", "photo:attested", "check:answered", "publication:recorded"} < {
        *told
    }
    assert {"hold:placed", "hold:lifted", "takedown:opened", "publication:taken_down"} < {*told}
    assert 1 == told.count("photo:registered")
    for address in (f"/checks/{asked}", f"/publications/{made}"):
        assert f'href="{address}"' in page
    assert f'href="/photos/{photo}/story"' in officer.fetch(f"/photos/{photo}").text
    assert "Nothing was recorded." in officer.get(
        f"/photos/{photo}/story?known_at=2020-01-01T00:00"
    )
    officer.get(f"/photos/{NOBODY}/story", 404)
    for role in (Role.CHECKER, Role.PUBLISHER, Role.REGISTRAR):
        reader(house, role).get(f"/photos/{photo}/story", 403)
    of_unit = reader(house, Role.DATA_PROTECTION_OFFICER, unit_id=door.unit())
    assert "/story" not in of_unit.fetch(f"/photos/{photo}").text


def test_a_photo_of_nobody_has_a_story_too(house: StaffedHouse) -> None:
    photo = register(house.door, scene(3))["id"]
    asked = check(house.door, scene(3), text="Hello")["check_id"]
    house.door.post("/ledger/verify", {}, 200)
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)

    assert f'href="/checks/{asked}"' in officer.fetch(f"/photos/{photo}/story").text


def test_what_was_asked_before_anybody_was_named_stays_in_its_story(house: StaffedHouse) -> None:
    photo = register(house.door, scene(4))["id"]
    asked = check(house.door, scene(4), text="Hello")["check_id"]
    named = {"depictions": [{"person_id": house.door.person()}]}
    house.door.post(f"/photos/{photo}/depictions", named, 200)
    house.door.post("/ledger/verify", {}, 200)
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)

    assert f'href="/checks/{asked}"' in officer.fetch(f"/photos/{photo}/story").text
