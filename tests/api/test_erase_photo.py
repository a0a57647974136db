"""
A photo is erased.
"""

from tests.api.door import NOBODY, Door, Json
from tests.api.office import (
    OWN_PHOTO,
    adult,
    channel,
    check,
    photo_of_emeka,
    register,
    row_counts,
    scene,
    taking_down,
    version,
    yes,
)


def _registered(door: Door, seed: int = 1) -> Json:
    channel(door, f"page-{seed}")
    emeka = adult(door)
    yes(door, emeka, version(door), channels=[f"page-{seed}"])
    people = [{"person_id": emeka}]
    looked = {"complete": True}
    return register(door, scene(seed), depictions=people, attestation=looked, rights=OWN_PHOTO)


def _let_members_publish(door: Door) -> None:
    [page] = door.get("/channels")["items"]
    door.patch(f"/channels/{page['id']}", {"photo_publisher": "members"})


def test_a_photo_of_another_organisation_is_not_there(door: Door, stranger: Door) -> None:
    theirs = register(stranger, scene(1))["id"]

    door.get(f"/photos/{theirs}", 404)
    door.delete(f"/photos/{theirs}", 404)


def test_an_erased_photo_was_never_seen(door: Door) -> None:
    photo_id = _registered(door)["id"]
    assert "publish" == check(door, scene(1), channel="page-1")["answer"]

    door.delete(f"/photos/{photo_id}", 204)

    found = check(door, scene(1), channel="page-1")
    assert ("ask", "none") == (found["answer"], found["pictures"][0]["match"])
    assert ["image_not_registered"] == [each["code"] for each in found["reasons"]]
    assert [] == door.get("/photos")["items"]
    door.get(f"/photos/{photo_id}", 404)
    door.delete(f"/photos/{photo_id}", 404)


def test_an_erased_photo_leaves_nothing_that_shows_it(door: Door) -> None:
    photo_id = _registered(door)["id"]
    door.post(f"/photos/{photo_id}/title", {"title": "Another"}, 200)

    door.delete(f"/photos/{photo_id}", 204)

    counts = row_counts(door)
    shown = ("photo_traces", "photo_fingerprints", "photo_features", "photo_previews")
    assert [0, 0, 0, 0, 0] == [counts[table] for table in (*shown, "photo_titles")]
    assert 1 == counts["photos"], "that it existed stays"
    assert "photo:erased" == door.entries()[-1]["kind"]


def test_an_erased_photo_can_be_registered_anew(door: Door) -> None:
    first = register(door, scene(1))["id"]
    door.delete(f"/photos/{first}", 204)

    assert first != register(door, scene(1))["id"]


def test_a_proposal_with_an_erased_photo_is_cancelled_and_holds_up_no_other(door: Door) -> None:
    photo_id = photo_of_emeka(door)
    checker = door.with_key("checks")
    _let_members_publish(door)
    shown = {"channel": "facebook", "photo_ids": [photo_id], "alt_texts": ["Two people."]}
    named = {"channel": "facebook", "text": "Emeka Dupont at the farm"}
    ids = [checker.post("/proposals", each)["id"] for each in (shown, named)]
    for each in ids:
        door.post(f"/proposals/{each}/approve", None, 200)

    door.delete(f"/photos/{photo_id}", 204)

    assert 1 == door.house.registry.proposals.fall_due.look(door.organisation.id)
    states = [door.get(f"/proposals/{each}")["state"] for each in ids]
    assert ["cancelled", "due"] == states


def test_who_was_in_an_erased_photo_still_takes_it_down(door: Door) -> None:
    photo_id = photo_of_emeka(door)
    _let_members_publish(door)
    post = door.post("/publications", {"photo_ids": [photo_id], "channel": "facebook"})
    [emeka] = post["person_ids"]
    door.delete(f"/photos/{photo_id}", 204)
    assert [] == door.get("/takedowns")["items"]

    taking_down(door, emeka)

    found = [each["publication_id"] for each in door.get("/takedowns")["items"]]
    assert [post["id"]] == found


def test_a_legal_hold_keeps_a_photo(door: Door) -> None:
    photo_id = register(door, scene(1))["id"]
    hold = door.post("/holds", {"kind": "legal", "photo_id": photo_id})
    before = row_counts(door)

    assert "conflict" == door.delete(f"/photos/{photo_id}", 409)["code"]
    assert before == row_counts(door)

    door.post(f"/holds/{hold['id']}/lift", status=200)
    door.delete(f"/photos/{photo_id}", 204)


def test_it_takes_an_administrator(door: Door) -> None:
    photo_id = register(door, scene(1))["id"]
    writer = door.with_key("photos:read", "photos:write")

    writer.delete(f"/photos/{photo_id}", 403)
    door.delete(f"/photos/{NOBODY}", 404)
