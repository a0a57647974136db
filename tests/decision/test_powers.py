"""
Who may do what, and where: roles of humans, in the organisation and in units.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.decision.ids import UnitId
from service.decision.powers import ROLE_SCOPES, Appointment, Reach, Role, Scope, reach_of, require
from service.errors import NotAllowed

KITCHEN, GARDEN = UnitId("kitchen"), UnitId("garden")
PLACES = (None, KITCHEN, GARDEN, UnitId("attic"))

appointments = st.lists(
    st.builds(Appointment, st.sampled_from(Role), st.sampled_from(PLACES[:3])), max_size=6
)


def _by_the_table(held: list[Appointment], unit_id: UnitId | None) -> frozenset[Scope]:
    """
    Say from the table alone what these roles allow in a unit.
    """
    there = (ROLE_SCOPES[each.role] for each in held if each.unit_id in {None, unit_id})
    return frozenset[Scope]().union(*there)


def test_reasons_are_for_those_who_must_know_them() -> None:
    may = {role for role, scopes in ROLE_SCOPES.items() if Scope.REASONS in scopes}

    assert may == {
        Role.PUBLISHER,
        Role.REGISTRAR,
        Role.DATA_PROTECTION_OFFICER,
        Role.ADMINISTRATOR,
    }


def test_the_officer_reads_everything_and_changes_holds_and_complaints_only() -> None:
    writes = {each for each in ROLE_SCOPES[Role.DATA_PROTECTION_OFFICER] if "write" in each}

    assert {Scope.HOLDS_WRITE, Scope.COMPLAINTS_WRITE} == writes


def test_every_role_may_check_and_every_role_is_in_the_table() -> None:
    assert set(Role) == set(ROLE_SCOPES)
    assert all(Scope.CHECKS in scopes for scopes in ROLE_SCOPES.values())


def test_only_administrators_administer() -> None:
    assert [Role.ADMINISTRATOR] == [
        role for role, scopes in ROLE_SCOPES.items() if Scope.ADMIN in scopes
    ]


@given(appointments)
def test_in_each_place_exactly_what_the_table_says(held: list[Appointment]) -> None:
    reach = reach_of(held)

    for place in PLACES:
        assert _by_the_table(held, place) == reach.scopes_in(place)


def _is_within(reach: Reach, held: list[Appointment]) -> bool:
    """
    Tell whether every scope holds wherever somebody is seen.
    """
    seen = PLACES if reach.unit_ids is None else sorted(reach.unit_ids)
    return all(reach.scopes <= _by_the_table(held, place) for place in seen)


@given(appointments)
def test_no_scope_reaches_where_no_role_gives_it(held: list[Appointment]) -> None:
    assert _is_within(reach_of(held), held)


@given(appointments, st.sampled_from(Scope))
def test_narrowed_to_a_scope_it_holds_everywhere_it_was_given(
    held: list[Appointment], scope: Scope
) -> None:
    narrow = reach_of(held).narrowed(scope)
    given_in = {place for place in PLACES if scope in _by_the_table(held, place)}

    assert _is_within(narrow, held)
    assert (scope in narrow.scopes) == bool(given_in)
    if given_in:
        assert given_in == {place for place in PLACES if scope in narrow.scopes_in(place)}


@given(appointments, st.sampled_from(Scope))
def test_somewhere_is_wherever_the_table_gives_it(held: list[Appointment], scope: Scope) -> None:
    given_somewhere = any(scope in ROLE_SCOPES[each.role] for each in held)

    assert given_somewhere == reach_of(held).has_somewhere(scope)


def test_who_checks_everywhere_and_publishes_in_one_unit() -> None:
    reach = reach_of([Appointment(Role.CHECKER), Appointment(Role.PUBLISHER, KITCHEN)])

    assert (ROLE_SCOPES[Role.CHECKER], None) == (reach.scopes, reach.unit_ids)
    assert frozenset({KITCHEN}) == reach.narrowed(Scope.PUBLICATIONS_WRITE).unit_ids
    assert Scope.PUBLICATIONS_WRITE not in reach.scopes_in(GARDEN)
    assert Scope.PUBLICATIONS_WRITE not in reach.scopes_in(None)


def test_who_has_different_roles_in_two_units_shares_only_what_both_allow() -> None:
    reach = reach_of([Appointment(Role.CHECKER, KITCHEN), Appointment(Role.REGISTRAR, GARDEN)])

    shared = ROLE_SCOPES[Role.CHECKER] & ROLE_SCOPES[Role.REGISTRAR]
    assert (shared, frozenset({KITCHEN, GARDEN})) == (reach.scopes, reach.unit_ids)
    assert frozenset({GARDEN}) == reach.narrowed(Scope.PEOPLE_READ).unit_ids


def test_who_has_no_role_sees_nobody() -> None:
    reach = reach_of([])

    assert (frozenset(), frozenset()) == (reach.scopes, reach.unit_ids)
    with pytest.raises(NotAllowed):
        require(reach.narrowed(Scope.CHECKS).scopes, Scope.CHECKS)
