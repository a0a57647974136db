"""
A photo that is named by its id is asked the same about as one that is sent.
"""

from service.decision.ids import PhotoId
from service.usecases.checks import CheckQuestion
from tests.api.door import Door, Json, answered
from tests.api.office import (
    OWN_PHOTO,
    adult,
    channel,
    check,
    image,
    register,
    send,
    version,
    yes,
)
from tests.fingerprint.drawing import draw_scene, encode


def jpeg(quality: int) -> bytes:
    """
    Write one scene as a file of its own.
    """
    return encode(draw_scene(1), "JPEG", quality=quality)


FIRST, AGAIN = jpeg(90), jpeg(60)


def told(*people: str) -> Json:
    """
    Say who is in a picture of our own, and that these are all.
    """
    return {
        "depictions": [{"person_id": each} for each in people],
        "attestation": {"complete": True},
        "rights": OWN_PHOTO,
    }


def registered_twice(door: Door) -> tuple[str, str]:
    """
    Register a picture with Emeka and Zoe, and a copy on which Zoe was overlooked.

    Both said yes to Facebook.  Gives Zoe and the second photo.
    """
    me = door.get("/keys")["items"][0]["id"]
    channel(door, publisher_ids=[me])
    form = version(door)
    emeka, zoe = adult(door), adult(door, given_name="Zoe")
    yes(door, emeka, form)
    yes(door, zoe, form)
    register(door, FIRST, **told(emeka, zoe))
    return zoe, register(door, AGAIN, **told(emeka))["id"]


def refuses(door: Door, person_id: str) -> None:
    """
    Let somebody say no to everything.
    """
    door.post("/consents/withdraw", {"person_id": person_id, "signatory_id": person_id})


def asked(door: Door, photo_id: str) -> Json:
    """
    Ask about a registered photo by its id.
    """
    return door.post("/checks", {"photo_ids": [photo_id], "channel": "facebook"}, 200)


def test_whoever_is_only_in_another_record_of_the_picture_is_asked_about(door: Door) -> None:
    zoe, photo_id = registered_twice(door)
    assert "publish" == asked(door, photo_id)["answer"]
    refuses(door, zoe)

    by_id, sent = asked(door, photo_id), check(door, AGAIN, channel="facebook")

    assert "ask" == by_id["answer"]
    assert sent["reasons"] == by_id["reasons"]
    assert sent["pictures"] == by_id["pictures"]
    body = {"photo_ids": [photo_id], "channel": "facebook"}
    door.post("/publications", body, 409)


def test_release_copy_asks_about_the_other_record_too(door: Door) -> None:
    zoe, photo_id = registered_twice(door)
    refuses(door, zoe)

    path = f"/photos/{photo_id}/release-copies"
    answered(send(door, path, [image(AGAIN)], channel="facebook", alt_text="A room"), 409)


def test_proposal_is_not_approved_over_the_other_record(door: Door) -> None:
    zoe, photo_id = registered_twice(door)
    door.patch("/organisation", {"publishing": {"own_approval": True}})
    body = {"photo_ids": [photo_id], "channel": "facebook", "alt_texts": ["A room"]}
    first, second = (door.post("/proposals", body)["id"] for _ in range(2))
    door.post(f"/proposals/{first}/approve", status=200)
    refuses(door, zoe)

    door.post(f"/proposals/{first}/release", {}, 409)
    door.post(f"/proposals/{second}/approve", status=409)
    third = door.post("/proposals", body)

    assert "ask" == door.get(f"/checks/{third['check_id']}")["answer"]


def test_photo_is_looked_at_again_only_when_the_register_of_photos_changed(door: Door) -> None:
    _, photo_id = registered_twice(door)
    registry = door.house.registry
    caller = registry.organisations.act_as_operator(door.organisation.slug)
    question = CheckQuestion(photo_ids=(PhotoId(photo_id),))
    before = registry.checks.check_post.at_once(caller, question)

    asked(door, photo_id)
    held = registry.checks.check_post.at_once(caller, question)
    register(door, jpeg(75))
    after = registry.checks.check_post.at_once(caller, question)

    assert (None, None) == (before, after)
    assert held is not None
    assert photo_id == held["pictures"][0]["photo_id"]


def test_what_was_seen_is_let_go_when_nobody_asks_for_it(door: Door) -> None:
    _, photo_id = registered_twice(door)
    registry = door.house.registry
    caller = registry.organisations.act_as_operator(door.organisation.slug)
    question = CheckQuestion(photo_ids=(PhotoId(photo_id),))
    asked(door, photo_id)

    registry.forget_unused()
    asked(door, photo_id)
    registry.forget_unused()
    in_use = registry.checks.check_post.at_once(caller, question)
    registry.forget_unused()
    registry.forget_unused()

    assert in_use is not None
    assert registry.checks.check_post.at_once(caller, question) is None


def test_copy_registered_since_is_asked_about_at_the_very_next_check(door: Door) -> None:
    zoe, photo_id = registered_twice(door)
    stranger = adult(door, given_name="Noor")
    assert "publish" == asked(door, photo_id)["answer"]

    third = register(door, jpeg(75), **told(zoe, stranger))["id"]
    after = asked(door, photo_id)
    door.delete(f"/photos/{third}", 204)

    assert "ask" == after["answer"]
    assert "publish" == asked(door, photo_id)["answer"]
