"""
Whoever registers photos names people of their own units, and learns nothing else.
"""

from dataclasses import asdict

import pytest

from service.errors import NotAllowed
from service.usecases.checks import Upload
from tests.api.door import Door
from tests.api.office import adult, register, scene
from tests.fingerprint.drawing import draw_scene, encode


def _names(door: Door, words: str = "", also: tuple[str, ...] = ()) -> list[str]:
    registry = door.house.registry
    caller = registry.keys.identify_key(door.key)
    return [each.name for each in registry.people.list_roster(caller, words, also).entries]


def _tagger(door: Door, *unit_ids: str) -> Door:
    return door.with_key("checks", "photos:write", units=list(unit_ids) or None)


def test_names_are_found_by_the_beginning_of_any_word(door: Door) -> None:
    adult(door, given_name="Inès", family_name="Çelik-Dupont")
    adult(door, given_name="Emeka", family_name="Dupont")

    assert ["Emeka Dupont", "Inès Çelik-Dupont"] == _names(door)
    assert ["Inès Çelik-Dupont"] == _names(door, "dup INES")
    assert ["Inès Çelik-Dupont"] == _names(door, "celik")
    assert [] == _names(door, "upont")


def test_who_was_seen_lately_comes_first(door: Door) -> None:
    adult(door, given_name="Ada")
    zoe = adult(door, given_name="Zoë")
    register(door, scene(1), depictions=[{"person_id": zoe}])

    assert ["Zoë Dupont", "Ada Dupont"] == _names(door)


def test_nobody_of_another_unit_is_named(door: Door, stranger: Door) -> None:
    unit = door.unit()
    adult(door, given_name="Ada", memberships=[{"unit_id": unit}])
    other = adult(door, given_name="Zoë")
    adult(stranger, given_name="Ines")
    tagger = _tagger(door, unit)

    assert ["Ada Dupont"] == _names(tagger)
    assert [] == _names(tagger, "zoe", also=(other,))
    assert ["Ada Dupont", "Zoë Dupont"] == _names(_tagger(door))


def test_more_names_than_one_reads_are_cut(door: Door) -> None:
    for number in range(61):
        adult(door, given_name=f"Ada {number}")
    registry = door.house.registry
    roster = registry.people.list_roster(registry.keys.identify_key(door.key))

    assert (60, True) == (len(roster.entries), roster.is_cut)
    assert {"person_id", "name"} == set(asdict(roster.entries[0]))


def test_it_takes_the_scope_to_write_photos(door: Door) -> None:
    with pytest.raises(NotAllowed):
        _names(door.with_key("checks", "people:read"))


def test_a_likeness_suggests_whom_the_caller_may_see(door: Door) -> None:
    unit = door.unit()
    ada = adult(door, given_name="Ada", memberships=[{"unit_id": unit}])
    zoe = adult(door, given_name="Zoë")
    people = [{"person_id": ada}, {"person_id": zoe}]
    photo = register(door, scene(1), depictions=people)["id"]
    burst = Upload(encode(draw_scene(1).crop((0, 0, 500, 480)), "JPEG"))
    registry = door.house.registry

    found = [
        registry.photos.find_likenesses(registry.keys.identify_key(each.key), burst)
        for each in (_tagger(door), _tagger(door, unit))
    ]

    assert [photo, photo] == [each.matches[0][0] for each in found]
    assert [{ada, zoe}, {ada}] == [set(each.person_ids) for each in found]
    with pytest.raises(NotAllowed):
        registry.photos.find_likenesses(
            registry.keys.identify_key(door.with_key("checks").key), burst
        )
