"""
What holds for every caption and every register.
"""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from service.decision.naming import Mention, NameEntry, NameIndex, find_mentions
from tests.decision.naming.register import BUTTERFLIES, INDEX, REGISTER
from tests.decision.naming.writings import captions, people

_KNOWN = {each.person_id for each in REGISTER}


@given(captions)
def test_a_mention_points_at_its_own_text(caption: str) -> None:
    found = find_mentions(caption, INDEX, BUTTERFLIES)

    assert [caption[each.start : each.end] for each in found] == [each.text for each in found]
    assert all(each.text and each.person_ids for each in found)


@given(captions)
def test_only_registered_people_are_named(caption: str) -> None:
    found = find_mentions(caption, INDEX, BUTTERFLIES)

    assert set() == {person_id for each in found for person_id in each.person_ids} - _KNOWN


@given(captions)
def test_mentions_come_in_order_and_none_lies_within_another(caption: str) -> None:
    found = find_mentions(caption, INDEX, BUTTERFLIES)

    assert all(one.start < other.start and one.end < other.end for one, other in pairwise(found))


@given(captions)
def test_the_same_caption_gets_the_same_answer(caption: str) -> None:
    assert find_mentions(caption, INDEX, BUTTERFLIES) == find_mentions(
        caption, NameIndex.build(reversed(REGISTER)), BUTTERFLIES
    )


@given(captions, st.lists(people, max_size=3), people)
def test_a_new_person_hides_nobody_but_behind_a_longer_name(
    caption: str, register: list[NameEntry], newcomer: NameEntry
) -> None:
    numbered = [
        NameEntry(f"p{n}", each.given, each.family, each.aliases, each.unit_ids)
        for n, each in enumerate(register)
    ]
    index = NameIndex.build(numbered)

    before = find_mentions(caption, index, BUTTERFLIES)
    after = find_mentions(caption, index.with_changes([newcomer]), BUTTERFLIES)

    assert [] == [
        (each.text, person_id)
        for each in before
        for person_id in each.person_ids
        if not _is_still_named(person_id, each, after)
    ]


def _is_still_named(person_id: str, mention: Mention, after: tuple[Mention, ...]) -> bool:
    over = [each for each in after if each.start < mention.end and mention.start < each.end]
    if any(person_id in each.person_ids for each in over):
        return True
    covered = {place for each in over for place in range(each.start, each.end)}
    longer = max((each.end - each.start for each in over), default=0)
    letters = {mention.start + place for place, each in enumerate(mention.text) if each.isalpha()}
    return letters <= covered and (longer > mention.end - mention.start or len(over) > 1)
