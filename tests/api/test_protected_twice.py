"""
Somebody is entered twice, and protected on one record.
"""

from tests.api.door import Door
from tests.api.entered_twice import photo_of, settle, two_of_emeka
from tests.api.office import photo_answer

ORDER = {"kind": "representation", "covers_image": True}


def test_an_order_on_the_other_record_takes_down_what_is_live(door: Door) -> None:
    agreed, other = two_of_emeka(door)
    settle(door, agreed, other, "same")
    photo = photo_of(door, agreed)
    door.post(
        "/publications", {"photo_ids": [photo], "channel": "facebook", "alt_text": "A man reads."}
    )

    door.post(f"/people/{other}/protections", ORDER)

    assert "ask" == photo_answer(door, photo)
    assert 1 == len(door.get("/takedowns")["items"])


def test_saying_that_they_are_one_takes_down_what_is_live(door: Door) -> None:
    agreed, other = two_of_emeka(door)
    photo = photo_of(door, agreed)
    door.post(f"/people/{other}/protections", ORDER)
    door.post(
        "/publications", {"photo_ids": [photo], "channel": "facebook", "alt_text": "A man reads."}
    )

    settle(door, agreed, other, "same")

    assert "ask" == photo_answer(door, photo)
    assert 1 == len(door.get("/takedowns")["items"])
