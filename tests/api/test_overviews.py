"""
What ends soon, who comes of age, what changed: to the day.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from service.decision.ids import ActorId
from service.decision.powers import ROLE_SCOPES, Role
from service.errors import InvalidInput, NotAllowed
from service.ledger.kinds import ActorKind
from service.records.activity import Actor
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.overviews import ChangeKind, OverviewVerbs, Threshold, overview_verbs
from tests.api.door import Door
from tests.api.office import adult, channel, version, yes

NOON = datetime(2030, 6, 15, 12, tzinfo=UTC)
TODAY = date(2030, 6, 15)
Found = tuple[str, Threshold, int]


def member(door: Door, role: Role = Role.REGISTRAR, *units: str) -> Caller:
    """
    Give somebody of the staff, of some units or of all.
    """
    own = frozenset(units) or None
    actor = Actor(ActorId("member-nadia"), ActorKind.STAFF, "Nadia", ROLE_SCOPES[role], own)  # type: ignore[arg-type]  # ids are texts
    return Caller(door.organisation.id, actor)


@contextmanager
def on(door: Door, at: datetime = NOON) -> Iterator[OverviewVerbs]:
    """
    Look at the lists at another time.
    """
    desk: Desk = door.house.registry.people.get_person.desk
    yield overview_verbs(replace(desk, clock=lambda: at), door.house.registry.jurisdictions)


def coming(door: Door, days: int = 90) -> list[Found]:
    """
    Give who comes of age.
    """
    with on(door) as lists:
        found = lists.list_coming_of_age(member(door), days)
    return [(each.person.given_name, each.threshold, each.days) for each in found]


@pytest.mark.parametrize(("days", "is_listed"), [(0, True), (90, True), (91, False), (-1, False)])
def test_majority_is_announced_from_ninety_days_before_to_the_day(
    door: Door,
    days: int,
    is_listed: bool,  # noqa: FBT001  # as the table says
) -> None:
    day = TODAY + timedelta(days=days)
    door.person(given_name="Tom", born_on=day.replace(year=day.year - 18).isoformat())

    assert ([("Tom", Threshold.MAJORITY, days)] if is_listed else []) == coming(door)


def test_whoever_was_born_on_a_leap_day_is_announced_for_the_day_before(door: Door) -> None:
    door.person(given_name="Tom", born_on="2012-02-29")
    with on(door, datetime(2030, 2, 1, 12, tzinfo=UTC)) as lists:
        (found,) = lists.list_coming_of_age(member(door))

    assert date(2030, 2, 28) == found.on


def test_the_age_at_which_a_child_can_judge_is_announced(door: Door) -> None:
    law = door.house.registry.jurisdictions.get("BE")
    assert law.discernment_age is not None
    born = TODAY.replace(year=TODAY.year - law.discernment_age) + timedelta(days=10)
    door.person(given_name="Ada", born_on=born.isoformat())
    door.person(given_name="Own", born_on="2019-01-01", discerning_from="2030-06-20")

    assert [("Own", Threshold.DISCERNMENT, 5), ("Ada", Threshold.DISCERNMENT, 10)] == coming(door)


def test_those_who_left_and_the_dead_are_not_asked(door: Door) -> None:
    born = "2012-06-20"
    door.person(given_name="Gone", born_on=born, left_on="2026-01-01")
    door.person(given_name="Dead", born_on=born, died_on="2026-01-01")
    door.person(given_name="Here", born_on=born, left_on="2031-01-01")

    assert ["Here"] == [name for name, _, _ in coming(door)]


def test_a_list_of_one_unit_shows_its_people(door: Door) -> None:
    own, other = door.unit("Own"), door.unit("Other")
    for name, unit in (("Ana", own), ("Tom", other)):
        door.person(given_name=name, born_on="2012-06-20", memberships=[{"unit_id": unit}])

    with on(door) as lists:
        found = lists.list_coming_of_age(member(door, Role.REGISTRAR, own))

    assert ["Ana"] == [each.person.given_name for each in found]


def expiring(door: Door, days: int = 90, *units: str) -> list[int]:
    """
    Give in how many days a yes ends.
    """
    with on(door) as lists:
        found = lists.list_expiring(member(door, Role.REGISTRAR, *units), days)
    return [each.days for each in found]


@pytest.mark.parametrize(("days", "expected"), [(0, [0]), (90, [90]), (91, []), (-1, [])])
def test_a_yes_is_announced_from_ninety_days_before_to_its_last_day(
    door: Door, days: int, expected: list[int]
) -> None:
    channel(door)
    ends_on = (TODAY + timedelta(days=days)).isoformat()
    yes(door, adult(door), version(door), expires_on=ends_on)

    assert expected == expiring(door)


def test_what_was_renewed_or_taken_back_does_not_end(door: Door) -> None:
    channel(door)
    form, emeka, tom = version(door), adult(door), adult(door, given_name="Tom")
    for person in (emeka, tom):
        yes(door, person, form, expires_on="2030-06-20")
    assert [5, 5] == expiring(door)

    yes(door, emeka, form, kind="renewed", expires_on="2035-06-20")
    door.post("/consents/withdraw", {"person_id": tom, "signatory_id": tom})

    assert [] == expiring(door)


def test_what_ends_in_other_units_is_theirs(door: Door) -> None:
    channel(door)
    own, other = door.unit("Own"), door.unit("Other")
    emeka = adult(door, memberships=[{"unit_id": other}])
    yes(door, emeka, version(door), expires_on="2030-06-20")

    assert ([], [5]) == (expiring(door, 90, own), expiring(door, 90, other))


def changes(door: Door, caller: Caller, since: datetime | None = None) -> list[ChangeKind]:
    """
    Give what changed since an instant, as of now.
    """
    found = door.house.registry.overviews.list_changes(caller, since)
    return [each.kind for each in found]


def test_what_changed_is_listed_newest_first_and_only_since(door: Door) -> None:
    channel(door)
    emeka = adult(door)
    yes(door, emeka, version(door))
    registry = door.house.registry
    (first, *_) = registry.overviews.list_changes(member(door), None)
    door.post("/holds", {"kind": "objection", "person_id": emeka})

    assert [ChangeKind.HOLD] == changes(door, member(door), first.at)
    assert [ChangeKind.HOLD, ChangeKind.ACT, ChangeKind.CHANNEL] == changes(door, member(door))
    assert ("Emeka Dupont", "given") == (first.person_name, first.what)


def test_changes_show_nothing_that_the_reader_may_not_see(door: Door) -> None:
    channel(door)
    own, other = door.unit("Own"), door.unit("Other")
    emeka = adult(door, memberships=[{"unit_id": other}])
    yes(door, emeka, version(door))
    door.post("/holds", {"kind": "objection", "person_id": emeka})
    door.authority(door.person(memberships=[{"unit_id": own}]), door.signatory())

    assert [ChangeKind.AUTHORITY, ChangeKind.CHANNEL] == changes(
        door, member(door, Role.REGISTRAR, own)
    )
    with pytest.raises(NotAllowed):
        changes(door, member(door, Role.CHECKER))


def test_a_list_looks_ahead_a_year_at_most(door: Door) -> None:
    with on(door) as lists:
        for verb in (lists.list_coming_of_age, lists.list_expiring):
            with pytest.raises(InvalidInput):
                verb(member(door), 367)
            with pytest.raises(NotAllowed):
                verb(member(door, Role.CHECKER))
