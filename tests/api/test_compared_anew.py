"""
What was compared is compared anew once somebody else is named in it.
"""

from tests.api.door import Door
from tests.api.office import adult, channel, check, register, version, yes
from tests.api.test_check_by_id import AGAIN, FIRST, told


def test_whoever_is_found_in_a_compared_photo_later_is_asked_about(door: Door) -> None:
    channel(door)
    emeka, zoe = adult(door), adult(door, given_name="Zoe")
    yes(door, emeka, version(door))
    first = register(door, FIRST, **told(emeka))["id"]
    looked = {"complete": True, "compared_photo_ids": [first]}
    again = register(door, AGAIN, **told(emeka) | {"attestation": looked})["id"]
    assert "publish" == check(door, AGAIN, channel="facebook")["answer"]

    both = [{"person_id": emeka}, {"person_id": zoe}]
    door.post(f"/photos/{first}/depictions", {"depictions": both}, 200)
    assert "ask" == check(door, AGAIN, channel="facebook")["answer"]

    door.post(f"/photos/{again}/attestation", looked, 200)
    assert "publish" == check(door, AGAIN, channel="facebook")["answer"]
