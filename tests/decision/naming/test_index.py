"""
The index follows the register: people come, go, and change their names.
"""

from hypothesis import given
from hypothesis import strategies as st

from service.decision.naming import NameEntry, NameIndex, find_mentions, match_name
from tests.decision.naming.register import BEARS, BUTTERFLIES, REGISTER, entry, said

CAPTION = "Léa Dupont, Léa Durand, Tom, Hugo Lefèvre, Nina Neuf et Anna P. avec Sophie Müller"


def test_an_empty_index_knows_nobody() -> None:
    empty = NameIndex.build([])

    assert 0 == len(empty)
    assert () == find_mentions("Léa Dupont", empty, BUTTERFLIES)
    assert () == match_name("Léa Dupont", empty, BUTTERFLIES)


def test_an_old_name_is_found_as_well_as_the_new_one() -> None:
    index = NameIndex.build([entry("lea", "Léa", "Dupont"), entry("lea", "Léa", "Durand")])

    found = find_mentions("Léa Dupont, aujourd'hui Léa Durand", index, BUTTERFLIES)

    assert 2 == len(index)
    assert "Léa Dupont: lea; Léa Durand: lea" == said(found)


def test_who_has_left_is_not_found_and_who_came_is() -> None:
    index = NameIndex.build(REGISTER).with_changes([entry("nina", "Nina", "Neuf")], ["lea"])

    found = find_mentions("Léa Dupont et Nina Neuf", index, BUTTERFLIES)

    assert "Nina Neuf: nina" == said(found)
    assert len(REGISTER) == len(index)


def test_a_changed_name_replaces_the_old_one() -> None:
    index = NameIndex.build(REGISTER)
    assert "Léa: lea" == said(find_mentions("Léa", index, BUTTERFLIES))

    index = index.with_changes([entry("lea", "Lina", "Dupont")], ["lea"])

    assert "" == said(find_mentions("Léa", index, BUTTERFLIES))
    assert "Lina: lea" == said(find_mentions("Lina", index, BUTTERFLIES))


def test_who_moves_to_another_unit_is_known_there_by_first_name() -> None:
    index = NameIndex.build(REGISTER)
    assert "" == said(find_mentions("Lulu", index, BEARS))

    index = index.with_changes([entry("lea", "Léa", "Dupont", "Lulu", units=BEARS)], ["lea"])

    assert "Lulu: lea" == said(find_mentions("Lulu", index, BEARS))
    assert "" == said(find_mentions("Lulu", index, BUTTERFLIES))


def test_who_is_in_two_units_is_known_in_both() -> None:
    index = NameIndex.build([entry("lea", "Léa", "Dupont", units=BEARS | BUTTERFLIES)])

    assert "Léa: lea" == said(find_mentions("Léa", index, BEARS))
    assert "Léa: lea" == said(find_mentions("Léa", index, BUTTERFLIES | {"owls"}))
    assert "" == said(find_mentions("Léa", index, frozenset()))


def test_an_index_is_not_changed_by_what_is_made_from_it() -> None:
    index = NameIndex.build(REGISTER)

    index.with_changes([], [each.person_id for each in REGISTER])

    assert "Léa Dupont: lea" == said(find_mentions("Léa Dupont", index, BUTTERFLIES))


def test_who_left_and_came_back_is_found() -> None:
    index = NameIndex.build(REGISTER).with_changes([], ["lea"]).with_changes([REGISTER[0]])

    assert "Léa Dupont: lea" == said(find_mentions("Léa Dupont", index, BUTTERFLIES))


def test_many_small_changes_leave_few_layers_to_search() -> None:
    index = NameIndex.build([])
    for number in range(300):
        index = index.with_changes([entry(f"p{number}", "Léa", f"Family{number}")])

    assert 300 == len(index)
    assert 4 >= len(index.layers())


def test_more_units_than_are_remembered_still_get_their_own_answers() -> None:
    index = NameIndex.build(
        [entry(f"p{n}", "Léa", "Dupont", units=frozenset({f"u{n}"})) for n in range(200)]
    )

    for number in (*range(200), *range(200)):
        (found,) = find_mentions("Léa", index, frozenset({f"u{number}"}))
        assert {f"p{number}"} == found.person_ids


_GIVEN = st.sampled_from(("Léa", "Tom", "Hugo", "Nina", "Anna", "Sophie"))
_FAMILY = st.sampled_from(("Dupont", "Durand", "Lefèvre", "Neuf", "Peeters", "Müller"))
_ENTRIES = st.lists(
    st.builds(
        entry,
        st.sampled_from("abcdef"),
        _GIVEN,
        _FAMILY,
        units=st.sampled_from((BUTTERFLIES, BEARS)),
    ),
    max_size=5,
)


@given(_ENTRIES, st.lists(st.tuples(_ENTRIES, st.sets(st.sampled_from("abcdef"))), max_size=6))
def test_an_index_brought_up_to_date_equals_one_built_anew(
    first: list[NameEntry], changes: list[tuple[list[NameEntry], set[str]]]
) -> None:
    register, index = list(first), NameIndex.build(first)
    for added, removed in changes:
        find_mentions(CAPTION, index, BUTTERFLIES)
        index = index.with_changes(added, removed)
        register = [each for each in register if each.person_id not in removed] + added

    anew = NameIndex.build(register)

    assert len(anew) == len(index)
    for own_units in (BUTTERFLIES, BEARS, frozenset[str]()):
        assert find_mentions(CAPTION, anew, own_units) == find_mentions(CAPTION, index, own_units)
        assert match_name("Léa", anew, own_units) == match_name("Léa", index, own_units)


def test_a_whole_house_is_kept_up_to_date_in_small_steps() -> None:
    house = frozenset({"house"})
    everybody = [entry(f"p{n}", "Léa", f"Family{'x' * n}", units=house) for n in range(40)]
    index = NameIndex.build(everybody)
    (found,) = find_mentions("Léa", index, house)
    assert 40 == len(found.person_ids)
    before = index.short_names(house)

    index = index.with_changes([entry("new", "Léa", "Newcomer", units=house)], ["p0"])

    (found,) = find_mentions("Léa", index, house)
    assert {f"p{n}" for n in range(1, 40)} | {"new"} == found.person_ids
    assert before[0].lexicon is index.short_names(house)[0].lexicon


def test_a_scope_that_is_everybody_needs_no_names_of_its_own() -> None:
    index = NameIndex.build(each for each in REGISTER if each.unit_ids == BEARS)

    assert index.layers() is index.whole_names(BEARS)
    assert index.layers() is not index.whole_names(BUTTERFLIES)
