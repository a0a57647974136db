"""
Whoever stands in another record of the same picture is named beside it all the same.
"""

import pytest

from tests.api.door import Door
from tests.api.office import OWN_PHOTO, adult, channel, check, register, scene, version, yes
from tests.api.test_check_by_id import AGAIN, FIRST, told


def test_a_child_who_was_overlooked_in_a_copy_is_not_named_beside_it(door: Door) -> None:
    channel(door)
    form, emeka = version(door), adult(door)
    lea = door.person(given_name="Léa", born_on="2018-03-01")
    yes(door, emeka, form)
    for name in ("Anne", "Bob"):
        parent = door.signatory(given_name=name, email="")
        door.authority(lea, parent, verified=True, proof="Birth certificate")
        yes(door, lea, form, signatory_id=parent, capacity="parent")
    register(door, FIRST, **told(emeka, lea))
    register(door, AGAIN, **told(emeka))

    alone = check(door, AGAIN, channel="facebook")
    beside = check(door, AGAIN, text="Léa Dupont", channel="facebook")

    assert "publish" == alone["answer"]
    assert "publish" == check(door, text="Léa Dupont", channel="facebook")["answer"]
    assert ("ask", {"name_with_image"}) == (
        beside["answer"],
        {each["matter"] for each in beside["reasons"]},
    )


def test_a_stranger_whom_one_record_of_a_picture_tells_of_is_asked_about(door: Door) -> None:
    channel(door)
    emeka = adult(door)
    yes(door, emeka, version(door))
    register(door, FIRST, **told(emeka) | {"attestation": {"complete": False}})
    register(door, AGAIN, **told(emeka))

    assert "ask" == check(door, AGAIN, channel="facebook")["answer"]


@pytest.mark.parametrize(("intimate", "expected"), [(False, "publish"), (True, "ask")])
def test_a_mayor_in_a_sickbed_is_asked_about(door: Door, intimate: bool, expected: str) -> None:  # noqa: FBT001  # a table
    channel(door)
    mayor = adult(door, category="public_official")
    people = [{"person_id": mayor, "in_function": True}]
    looked = {"complete": True}
    register(
        door,
        scene(1),
        depictions=people,
        attestation=looked,
        rights=OWN_PHOTO,
        intimate=intimate,
    )

    assert expected == check(door, scene(1), channel="facebook")["answer"]
