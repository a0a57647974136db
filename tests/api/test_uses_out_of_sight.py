"""
Somebody of another unit who is named by their id is answered like nobody.
"""

from dataclasses import dataclass

import pytest

from tests.api.door import NOBODY, Door, Json
from tests.api.office import OWN_PHOTO, adult, channel, register, scene, version, yes

UNTOLD = {"check_id", "evaluated_at"}


@dataclass(frozen=True)
class Units:
    """
    Two units: what the kitchen asks is asked with a key of the kitchen alone.
    """

    door: Door
    kitchen: Door
    cook: str
    gardener: str

    def asked(self, who: Door, **told: object) -> Json:
        """
        Ask about Facebook; give the answer without what no two answers share.
        """
        found = who.post("/checks", {"channel": "facebook"} | told, 200)
        return {name: value for name, value in found.items() if name not in UNTOLD}

    def answered(self, who: Door, **told: object) -> str:
        """
        Give the answer alone.
        """
        word: str = self.asked(who, **told)["answer"]
        return word


@pytest.fixture
def units(door: Door) -> Units:
    """
    Enter a cook and a gardener, who both say yes to Facebook, each in a unit of their own.
    """
    channel(door, photo_publisher="members")
    kitchen, garden = door.unit("Kitchen"), door.unit("Garden")
    form = version(door, matters=["image", "name", "voice"])
    people = []
    for name, unit in (("Emeka", kitchen), ("Ines", garden)):
        people.append(adult(door, given_name=name, memberships=[{"unit_id": unit}]))
        yes(door, people[-1], form)
    scopes = ("checks", "reasons", "photos:read", "publications:read", "publications:write")
    return Units(door, door.with_key(*scopes, units=[kitchen]), *people)


def using(person_id: str, matter: str = "voice") -> Json:
    """
    Say that a post uses something of somebody.
    """
    return [{"person_id": person_id, "matter": matter}]


@pytest.mark.parametrize("matter", ["voice", "name", "tag"])
def test_an_id_out_of_sight_is_answered_like_one_that_nobody_has(units: Units, matter: str) -> None:
    hidden, nobody = (
        units.asked(units.kitchen, uses=using(each, matter)) for each in (units.gardener, NOBODY)
    )

    assert ("ask", hidden) == (nobody["answer"], nobody)


def test_whoever_sees_them_is_told(units: Units) -> None:
    assert "publish" == units.answered(units.kitchen, uses=using(units.cook))
    assert "publish" == units.answered(units.door, uses=using(units.gardener))


def test_a_name_and_a_picture_are_answered_across_units(units: Units) -> None:
    told: Json = {"depictions": using(units.gardener), "attestation": {"complete": True}}
    del told["depictions"][0]["matter"]
    photo = register(units.door, scene(1), rights=OWN_PHOTO, **told)["id"]
    gardener = {"person_id": units.gardener, "signatory_id": units.gardener}
    assert "publish" == units.answered(units.kitchen, text="Ines Dupont gagne.")
    assert "publish" == units.answered(units.kitchen, photo_ids=[photo])
    both = {"photo_ids": [photo], "uses": using(units.gardener)}
    assert "ask" == units.answered(units.kitchen, **both)

    units.door.post("/consents/withdraw", gardener)

    no = "do_not_publish"
    assert no == units.answered(units.kitchen, text="Ines Dupont gagne.")
    assert no == units.answered(units.kitchen, **both)
    named = {"text": "Ines Dupont gagne.", "uses": using(units.gardener)}
    assert no == units.answered(units.kitchen, **named)


def test_nobody_is_shown_to_have_been_looked_up_and_it_is_replayed(units: Units) -> None:
    body = {"channel": "facebook", "uses": using(units.gardener)}
    check = units.kitchen.post("/checks", body, 200)["check_id"]

    assert [] == units.door.get(f"/checks?person_id={units.gardener}")["items"]
    assert units.door.get(f"/checks/{check}/replay")["is_same"]


def test_what_is_shared_again_is_judged_by_all_that_are_in_it(units: Units) -> None:
    channel(units.door, "website", photo_publisher="members")
    for each in (units.cook, units.gardener):
        form = version(units.door, material=False, matters=["image", "name", "voice"])
        yes(units.door, each, form, channels=["website"])
    body = {"channel": "facebook", "names": ["Emeka Dupont"], "uses": using(units.gardener)}
    posted = units.door.post("/publications", body)["id"]

    made = units.kitchen.post(f"/publications/{posted}/reshares", {"channel": "website"})

    assert {units.cook, units.gardener} == {
        *units.door.get(f"/publications/{made['id']}")["publication"]["person_ids"]
    }
    assert "publish" == units.door.get(f"/checks/{made['check_id']}")["answer"]
