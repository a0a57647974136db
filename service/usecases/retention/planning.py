"""
Work out what has been kept long enough, and what a legal hold keeps.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from service.decision.ids import PersonId
from service.decision.retention import KeptClass, Retention, RetentionRule
from service.decision.terms import HoldKind
from service.decision.twins import PairVerdict, circles_of
from service.ledger.canonical import Plain, canonical
from service.records.complaints import ComplaintEventKind
from service.records.paging import every
from service.records.retention import Outliving
from service.usecases.ports.work import UnitOfWork

ERASED = "[erased]"


@dataclass(frozen=True, slots=True)
class PlannedClass:
    """
    What of one class would go.
    """

    rule: RetentionRule
    due: tuple[str, ...] = ()
    """The identifiers of the records."""
    held: int = 0
    """Records that are due, and that a legal hold keeps."""
    oldest_on: date | None = None
    newest_on: date | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """
    What would go today, class by class.
    """

    on: date
    classes: tuple[PlannedClass, ...]
    digest: str
    """Tells this plan from every other: what is applied is what was shown."""

    def of(self, kept_class: KeptClass) -> PlannedClass:
        """
        Give what of one class would go.
        """
        return next(each for each in self.classes if each.rule.kept_class is kept_class)

    @property
    def count(self) -> int:
        """
        Count the records that would go.
        """
        return sum(len(each.due) for each in self.classes)


@dataclass(frozen=True, slots=True)
class _Held:
    """
    What legal holds keep.
    """

    everything: bool
    person_ids: frozenset[PersonId]

    def keeps(self, person_ids: Iterable[PersonId]) -> bool:
        """
        Tell whether something about these people must stay.
        """
        return self.everything or not self.person_ids.isdisjoint(person_ids)


def planned(work: UnitOfWork, retention: Retention, now: datetime) -> Plan:
    """
    Give the plan of the day.
    """
    on = now.astimezone(ZoneInfo(work.organisations.current().time_zone)).date()
    held = _held(work, now)
    find = {
        KeptClass.FORMER_PEOPLE: _former_people,
        KeptClass.EVIDENCE: lambda work, before: work.outlived.evidence(before),
        KeptClass.CHECKS: _unused_checks,
        KeptClass.COMPLAINTS: _closed_complaints,
    }
    classes = []
    for rule in retention.rules.values():
        found: Sequence[Outliving] = ()
        if rule.kept_class in find:
            found = find[rule.kept_class](work, _before(work, on, rule))
        classes.append(_planned(rule, found, held))
    return Plan(on, tuple(classes), _digest(work.organisation_id, on, classes))


def _planned(rule: RetentionRule, found: Sequence[Outliving], held: _Held) -> PlannedClass:
    going = [each for each in found if not held.keeps(each.person_ids)]
    days = [each.since_at.date() for each in going]
    return PlannedClass(
        rule=rule,
        due=tuple(sorted(each.id for each in going)),
        held=len(found) - len(going),
        oldest_on=min(days, default=None),
        newest_on=max(days, default=None),
    )


def _before(work: UnitOfWork, on: date, rule: RetentionRule) -> datetime:
    """
    Give the first instant that is kept: whole days, in the organisation's own zone.
    """
    zone = ZoneInfo(work.organisations.current().time_zone)
    return datetime.combine(on, time.min, zone) - rule.kept_for


def _held(work: UnitOfWork, now: datetime) -> _Held:
    """
    Gather what legal holds keep; one on a photo or on all keeps everything.
    """
    live = [
        each
        for each in every(work.holds.list_page)
        if each.kind is HoldKind.LEGAL and each.is_live(now)
    ]
    units = {each.unit_id for each in live if each.unit_id}
    people = {each.person_id for each in live if each.person_id}
    if units:
        people |= {
            each.id
            for each in every(work.people.list_page)
            if any(member.unit_id in units for member in each.memberships)
        }
    everything = any(not each.unit_id and not each.person_id for each in live)
    return _Held(everything, frozenset(people))


def _former_people(work: UnitOfWork, before: datetime) -> Sequence[Outliving]:
    """
    Give people who left before an instant.

    Not whoever is still here by another record: that would lose their no.
    """
    left = {
        each.id: each.left_on
        for each in every(work.people.list_page)
        if each.left_on is not None and each.left_on < before.date()
    }
    same = (each for each in work.pairs.standing() if each.verdict is PairVerdict.SAME)
    circles = circles_of((each.person_id, each.other_id) for each in same)
    return [
        Outliving(each, datetime.combine(day, time.min, before.tzinfo), frozenset({each}))
        for each, day in left.items()
        if circles.of(each) <= left.keys()
    ]


def _unused_checks(work: UnitOfWork, before: datetime) -> Sequence[Outliving]:
    """
    Give old checks upon which nothing was published or proposed.
    """
    found = work.outlived.checks(before)
    if not found:
        return ()
    used = {str(each.check_id) for each in every(work.publications.list_page)}
    for story in every(work.proposals.list_page):
        used.add(story.proposal.check_id)
        used.update(str(each.check_id) for each in story.events)
    return [each for each in found if each.id not in used]


def _closed_complaints(work: UnitOfWork, before: datetime) -> Sequence[Outliving]:
    """
    Give complaints closed before an instant whose words are still there.
    """
    found = []
    for each in every(work.complaints.list_page):
        said = {each.words.complainant, each.words.contact, each.words.text, each.words.seen_at}
        events = work.complaints.events_of(each.id)
        closed = [one.recorded_at for one in events if one.kind is ComplaintEventKind.CLOSED]
        if closed and closed[-1] < before and said - {"", ERASED}:
            about = {each.person_id, *(one.person_id for one in events)}
            people = frozenset(person_id for person_id in about if person_id)
            found.append(Outliving(each.id, closed[-1], people))
    return found


def _digest(organisation_id: str, on: date, classes: Iterable[PlannedClass]) -> str:
    told: dict[str, Plain] = {
        "classes": {each.rule.kept_class.value: list(each.due) for each in classes},
        "on": on.isoformat(),
        "organisation_id": organisation_id,
    }
    return hashlib.sha256(canonical(told)).hexdigest()
