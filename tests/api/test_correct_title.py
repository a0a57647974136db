"""
A photo is called something else, and what it was called stays on record.
"""

from service.decision.ids import PhotoId
from tests.api.door import NOBODY, Door
from tests.api.office import photo_answer, photo_of_emeka, refused, register, row_counts, scene


def test_the_last_title_counts_and_the_others_are_kept(door: Door) -> None:
    photo = register(door, scene(1), title="Fram")["id"]

    for title in ("Farm", "Farm, 12 May"):
        told = door.post(f"/photos/{photo}/title", {"title": title}, 200)
        assert title == told["photo"]["title"]

    assert "Farm, 12 May" == door.get(f"/photos/{photo}")["photo"]["title"]
    assert ["Farm, 12 May"] == [each["title"] for each in door.get("/photos")["items"]]
    database = door.house.registry.mail.deliver_letters.database
    with database.look(door.organisation.id) as work:
        kept = work.photos.titles.history(PhotoId(photo))
    assert [("Farm", 1), ("Farm, 12 May", 2)] == [(each.record, each.version) for each in kept]
    assert kept[0].recorded_at < kept[1].recorded_at


def test_the_log_says_that_it_changed_and_quotes_no_word(door: Door) -> None:
    photo = register(door, scene(1), title="Fram")["id"]
    door.post(f"/photos/{photo}/title", {"title": "Léa at the farm"}, 200)

    last = door.entries()[-1]

    assert "photo:title_corrected" == last["kind"]
    assert {"photo_id": photo, "version": 1} == last["payload"]


def test_the_same_title_again_changes_nothing(door: Door) -> None:
    photo = register(door, scene(1), title="Farm")["id"]
    before = row_counts(door)

    door.post(f"/photos/{photo}/title", {"title": " Farm "}, 200)

    assert before == row_counts(door)


def test_what_people_said_of_it_still_holds(door: Door) -> None:
    photo = photo_of_emeka(door)

    door.post(f"/photos/{photo}/title", {"title": ""}, 200)

    assert "publish" == photo_answer(door, photo)


def test_what_is_no_title_is_refused(door: Door) -> None:
    photo = register(door, scene(1))["id"]

    for title in ("a\u0000b", "x" * 201):
        problem = refused(door, f"/photos/{photo}/title", {"title": title})
        assert ["title"] == [each["field"] for each in problem["errors"]]


def test_only_who_registers_photos_may_and_only_those_they_see(door: Door) -> None:
    own, other = door.unit("Own"), door.unit("Other")
    lea = door.person(memberships=[{"unit_id": own}])
    photo = register(door, scene(1), depictions=[{"person_id": lea}])["id"]
    there, elsewhere = (door.with_key("photos:write", units=[each]) for each in (own, other))

    door.with_key("photos:read").post(f"/photos/{photo}/title", {"title": "Mine"}, 403)
    elsewhere.post(f"/photos/{photo}/title", {"title": "Mine"}, 404)
    door.post(f"/photos/{NOBODY}/title", {"title": "Mine"}, 404)
    there.post(f"/photos/{photo}/title", {"title": "Mine"}, 200)

    assert "Mine" == door.get(f"/photos/{photo}")["photo"]["title"]
