"""
However a name is written, and in whatever text: the right person is found.
"""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from service.decision.naming import NameEntry, NameIndex, find_mentions
from tests.decision.naming.register import BUTTERFLIES, REGISTER, entry
from tests.decision.naming.writings import FAMILY, GIVEN, SHORT, WHOLE, fillers, own_people, people

_OTHERS = st.lists(st.sampled_from(REGISTER), max_size=6)


_EVERYBODY = [
    entry(f"{given} {family}", given, family, "Zouzou") for given in GIVEN for family in FAMILY
]
_INDEX = NameIndex.build(_EVERYBODY)


@pytest.mark.parametrize("way", WHOLE)
def test_every_name_is_found_in_every_whole_way(way: str) -> None:
    missed = [
        each.person_id
        for each in _EVERYBODY
        if each.person_id not in _meant(WHOLE[way](each), frozenset())
        if way != "initial first" or each.given[0] not in "Mm"
    ]

    assert [] == missed


@pytest.mark.parametrize("way", SHORT)
def test_every_name_is_found_in_every_short_way(way: str) -> None:
    missed = [
        each.person_id
        for each in _EVERYBODY
        if each.person_id not in _meant(SHORT[way](each), BUTTERFLIES)
    ]

    assert [] == missed


def _meant(written: str, own_units: frozenset[str]) -> set[str]:
    found = find_mentions(f"hier {written} zon", _INDEX, own_units)
    return {person_id for each in found for person_id in each.person_ids}


def _found(caption: str, start: int, end: int, register: list[NameEntry]) -> set[str]:
    """
    Give everybody who is named where the name stands.
    """
    found = find_mentions(caption, NameIndex.build(register), BUTTERFLIES)
    return {
        person_id
        for each in found
        if each.start < end and start < each.end
        for person_id in each.person_ids
    }


@given(people, st.sampled_from(sorted(WHOLE)), fillers, fillers, _OTHERS)
def test_a_whole_name_is_found_all_over_the_organisation(
    wanted: NameEntry, way: str, before: str, after: str, others: list[NameEntry]
) -> None:
    written = WHOLE[way](wanted)
    assume(way != "initial first" or wanted.given[0] not in "Mm")
    caption = f"{before} {written} {after}"

    found = _found(caption, len(before) + 1, len(before) + 1 + len(written), [*others, wanted])

    assert "wanted" in found


@given(own_people, st.sampled_from(sorted(SHORT)), fillers, fillers, _OTHERS)
def test_a_short_name_is_found_in_the_own_unit(
    wanted: NameEntry, way: str, before: str, after: str, others: list[NameEntry]
) -> None:
    written = SHORT[way](wanted)
    caption = f"{before} {written} {after}"

    found = _found(caption, len(before) + 1, len(before) + 1 + len(written), [*others, wanted])

    assert "wanted" in found


@given(people, st.sampled_from(sorted(SHORT)), fillers)
def test_a_short_name_of_another_unit_is_nobodys(wanted: NameEntry, way: str, before: str) -> None:
    caption = f"{before} {SHORT[way](wanted)}"

    found = find_mentions(caption, NameIndex.build([wanted]), frozenset({"owls"}))

    assert () == found


@given(fillers, people)
def test_a_text_without_names_names_nobody(caption: str, somebody: NameEntry) -> None:
    assert () == find_mentions(caption, NameIndex.build([somebody]), BUTTERFLIES)


@given(own_people, fillers)
def test_homonyms_are_all_named(wanted: NameEntry, before: str) -> None:
    twin = entry("twin", wanted.given, wanted.family, units=frozenset({"owls"}))
    caption = f"{before} {wanted.given} {wanted.family}"

    mentions = find_mentions(caption, NameIndex.build([wanted, twin]), BUTTERFLIES)

    assert {"wanted", "twin"} == mentions[-1].person_ids
