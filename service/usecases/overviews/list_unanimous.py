"""
List units and months in which everybody who answered said yes.

So it may be where families are free; or where somebody answered for them, or told them to
tick all (threat T24).  A human looks at how the answers came.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from service.decision.calendar import day_of, start_of
from service.decision.consents import YES_KINDS, ConsentAct
from service.decision.ids import ActorId, PersonId, UnitId
from service.decision.people import in_force
from service.decision.powers import Scope
from service.decision.terms import ActKind, Method
from service.errors import InvalidInput
from service.records.organisation import Unit
from service.records.paging import Versioned, every
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.people.search_people import in_sight
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.staff import actor_name
from service.usecases.sight.units import is_unit_seen

MONTHS: Final = 12
MAX_MONTHS: Final = 24
LEAST_PEOPLE: Final = 5
"""A yes of three families is no sign of anything."""
_MOST_ACTS: Final = 1_000_000
_ANSWERS: Final = YES_KINDS | {ActKind.REFUSED, ActKind.WITHDRAWN, ActKind.DEFERRED}
"""What families say; not what the house declares about it."""

Recorded = Versioned[ConsentAct]


@dataclass(frozen=True, slots=True)
class Way:
    """
    How some of the answers came.
    """

    method: Method
    is_own: bool
    """By whoever answered, on pages of their own."""
    recorded_by: ActorId | None
    """The account or key that entered them; None: nobody did for them."""
    recorder: str
    """Its name; empty: the command line, or nobody who is here any more."""
    people: int
    """About how many people."""


@dataclass(frozen=True, slots=True)
class Unanimous:
    """
    One unit in one month.
    """

    unit: Unit
    month: date
    """Its first day."""
    people: int
    """About how many people anybody answered."""
    members: int
    """How many people belonged to the unit in that month."""
    first_at: datetime
    last_at: datetime
    """When the first and the last answer were recorded."""
    ways: tuple[Way, ...]
    """The commonest first."""


@dataclass(frozen=True, slots=True)
class ListUnanimous:
    """
    List units and months in which everybody who answered said yes.
    """

    desk: Desk

    def __call__(self, caller: Caller, months: int = MONTHS) -> tuple[Unanimous, ...]:
        """
        Give those of this month and the ones before, newest first, in units in sight.

        Where answers about five people or more were recorded, and about at least half of
        the unit.  Nothing of it is kept: it is counted when somebody looks.

        Raises:
            NotAllowed: The caller lacks `audit` or `consents:read`.
            InvalidInput: No month, or more than two years.
        """
        if not 1 <= months <= MAX_MONTHS:
            raise InvalidInput(f"Look back 1 to {MAX_MONTHS} months.", field="months")
        caller = caller.narrowed(Scope.AUDIT).narrowed(Scope.CONSENTS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            zone = ZoneInfo(work.organisations.current().time_zone)
            today = day_of(self.desk.clock(), zone)
            since = start_of(_months_before(today, months - 1), zone)
            people = {each.id: each for each in in_sight(work, caller)}
            answers = _by_unit_and_month(work, people, since, zone)
            units = {each.id: each for each in every(work.organisations.units.list_page)}
            found = [
                _told(work, units[unit_id], month, some, people.values())
                for (unit_id, month), some in answers.items()
                if is_unit_seen(caller, unit_id) and unit_id in units and _all_yes(some)
            ]
        telling = (each for each in found if _tells(each))
        return tuple(sorted(telling, key=lambda each: (-each.month.toordinal(), each.unit.name)))


def _by_unit_and_month(
    work: UnitOfWork, people: Mapping[PersonId, PersonRecord], since: datetime, zone: ZoneInfo
) -> Mapping[tuple[UnitId, date], list[Recorded]]:
    """
    Put every answer to the units that its person belonged to when it was recorded.
    """
    found: defaultdict[tuple[UnitId, date], list[Recorded]] = defaultdict(list)
    for each in work.acts.recorded_since(since, _MOST_ACTS):
        person = people.get(each.record.person_id)
        if person is None or each.record.kind not in _ANSWERS:
            continue
        day = day_of(each.recorded_at, zone)
        units = {
            held.unit_id
            for held in person.memberships
            if in_force(held.from_on, held.until_on, day)
        }
        for unit_id in units:
            found[unit_id, day.replace(day=1)].append(each)
    return found


def _all_yes(answers: Iterable[Recorded]) -> bool:
    return all(each.record.is_yes for each in answers)


def _tells(found: Unanimous) -> bool:
    """
    Tell whether enough people answered for it to be a sign.
    """
    return found.people >= LEAST_PEOPLE and 2 * found.people >= found.members


def _told(
    work: UnitOfWork,
    unit: Unit,
    month: date,
    answers: list[Recorded],
    people: Iterable[PersonRecord],
) -> Unanimous:
    """
    Count one unit in one month.
    """
    ends_on = _months_before(month, -1)
    members = sum(any(_belonged(each, unit.id, month, ends_on)) for each in people)
    instants = [each.recorded_at for each in answers]
    return Unanimous(
        unit=unit,
        month=month,
        people=len({each.record.person_id for each in answers}),
        members=members,
        first_at=min(instants),
        last_at=max(instants),
        ways=tuple(_ways(work, answers)),
    )


def _belonged(
    person: PersonRecord, unit_id: UnitId, from_on: date, until_on: date
) -> Iterator[bool]:
    """
    Tell of each membership whether it was of the unit, at any time in [from_on, until_on).
    """
    for held in person.memberships:
        begins_later = held.from_on is not None and held.from_on >= until_on
        ended_before = held.until_on is not None and held.until_on <= from_on
        yield held.unit_id == unit_id and not begins_later and not ended_before


def _ways(work: UnitOfWork, answers: Iterable[Recorded]) -> list[Way]:
    """
    Say how answers came, the commonest way first.
    """
    about: defaultdict[tuple[Method, ActorId | None], set[PersonId]] = defaultdict(set)
    for each in answers:
        is_own = each.recorded_by == each.record.signatory_id
        by = None if is_own else ActorId(each.recorded_by)
        about[each.record.method, by].add(each.record.person_id)
    ways = [
        Way(method, by is None, by, actor_name(work, by) if by else "", len(people))
        for (method, by), people in about.items()
    ]
    return sorted(ways, key=lambda each: (-each.people, each.method, each.recorder))


def _months_before(day: date, months: int) -> date:
    """
    Give the first day of the month that lies so many before that of *day*.
    """
    count = day.year * 12 + day.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)
