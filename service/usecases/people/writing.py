"""
Write a version of a person with its ledger line, for one or for many.
"""

from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import PersonId, SignatoryId, UnitId
from service.decision.jurisdiction import Jurisdictions
from service.decision.terms import HoldKind
from service.errors import AlreadyExists, InvalidInput
from service.ledger.entry import EntryKind
from service.records.paging import every
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.days import today
from service.usecases.desk import Desk
from service.usecases.details import KEEP, changed, entered
from service.usecases.people.duplicates import Duplicates
from service.usecases.people.person_details import PersonDetails, checked_person
from service.usecases.plain import differences, digest_of
from service.usecases.ports.aftermath import Aftermath
from service.usecases.ports.doubts import Doubts
from service.usecases.ports.receipts import Notices
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.units import is_unit_seen

WHO_ANSWERS = frozenset(
    {
        "born_on",
        "category",
        "discerning_from",
        "emancipated_from",
        "jurisdiction",
        "known_adult",
        "mental_capacity",
    }
)
"""Facts that say who must answer.  Leaving and dying are none: they take down nothing."""


CALLED = frozenset({"born_on", "family_name", "given_name"})
"""By which an answer that came in with a name may find its person."""

TOLD_APART_BY = CALLED | {"aliases", "memberships"}
"""By which somebody looks like another person, or not."""


@dataclass(frozen=True, slots=True)
class PeopleWriter:
    """
    Enter and change people inside a unit of work; whoever calls commits.
    """

    desk: Desk
    jurisdictions: Jurisdictions
    notices: Notices
    aftermath: Aftermath
    doubts: Doubts

    def enter(
        self,
        work: UnitOfWork,
        caller: Caller,
        details: PersonDetails,
        now: datetime,
        others: Duplicates,
        *,
        somebody_else: bool,
    ) -> PersonRecord:
        """
        Write the first version of a person.

        Args:
            others: Whom this person must not be.

            somebody_else: The caller says that it is none of them.

        Raises:
            InvalidInput: Something needed is missing or unusable.
            AlreadyExists: Somebody has this outside number, or looks like the same person.
        """
        own: dict[str, object] = {"id": PersonId(self.desk.new_id())}
        if details.jurisdiction is KEEP:
            own["jurisdiction"] = work.organisations.current().jurisdiction
        drafted = entered(PersonRecord, details, **own)
        person = checked_person(drafted, self.jurisdictions, today(work, now))
        _check_references(work, caller, person, None)
        told_apart = others.tell_apart(person, somebody_else=somebody_else)
        version = work.people.add(person, now, caller.actor.id)
        others.written(person)
        payload = {"person_id": person.id, "version": version, "digest": digest_of(person)}
        payload |= told_apart
        kind = EntryKind.PERSON_ENROLLED
        self.desk.record.append(work, caller, kind, now, payload, [person.id])
        self.doubts.about(work, caller, person, now)
        return person

    def change(
        self,
        work: UnitOfWork,
        caller: Caller,
        before: PersonRecord,
        details: PersonDetails,
        now: datetime,
        others: Duplicates,
        *,
        somebody_else: bool,
    ) -> PersonRecord:
        """
        Write the next version of a person, if anything is different.

        An address that is replaced is told so.  Where a fact was mistaken by which
        somebody could answer, what is live or planned of them is judged again; and
        whoever comes to a unit under protection is taken down with it.

        Raises:
            InvalidInput: Something told is unusable.
            AlreadyExists: Somebody else has this outside number, or looks like the same
                person only now.
        """
        after = checked_person(changed(before, details), self.jurisdictions, today(work, now))
        if after == before:
            return before
        _check_references(work, caller, after, before)
        different = differences(before, after)
        told_apart: dict[str, bool] = {}
        if not TOLD_APART_BY.isdisjoint(different):
            told_apart = others.tell_apart(after, before, somebody_else=somebody_else)
        reached = work.family_doors.reach(SignatoryId(before.id))
        version = work.people.add(after, now, caller.actor.id)
        others.written(after)
        self.notices.moved(work, reached, now)
        payload = {
            "person_id": after.id,
            "version": version,
            "changed": different,
            "digest": digest_of(after),
            **told_apart,
        }
        self.desk.record.append(work, caller, EntryKind.PERSON_CHANGED, now, payload, [after.id])
        if not WHO_ANSWERS.isdisjoint(different):
            self.aftermath.of_people(work, caller, [PersonId(after.id)])
        if not CALLED.isdisjoint(different):
            self.doubts.about(work, caller, after, now)
        for unit_id in _protected_now(work, before, after, now):
            self.aftermath.of_unit(work, caller, unit_id)
        return after


def _protected_now(
    work: UnitOfWork, before: PersonRecord, after: PersonRecord, now: datetime
) -> list[UnitId]:
    """
    Give the units under protection that somebody has come to.
    """
    joined = {each.unit_id for each in {*after.memberships} - {*before.memberships}}
    kind = HoldKind.SAFEGUARDING.value
    return [
        unit_id
        for unit_id in sorted(joined)
        if any(
            each.is_live(now) for each in every(work.holds.list_page, unit_id=unit_id, kind=kind)
        )
    ]


def _check_references(
    work: UnitOfWork, caller: Caller, person: PersonRecord, before: PersonRecord | None
) -> None:
    """
    Refuse units that do not exist for the caller, and a number that is taken.
    """
    known = {each.unit_id for each in before.memberships} if before else set()
    for number, each in enumerate(person.memberships):
        if each.unit_id in known:
            continue
        if not is_unit_seen(caller, each.unit_id) or not work.organisations.units.find(
            each.unit_id
        ):
            raise InvalidInput("There is no such unit.", field=f"memberships.{number}.unit_id")
    if before is None and caller.actor.unit_ids is not None and not person.memberships:
        raise InvalidInput("Name a unit that this key may see.", field="memberships")
    holder = work.people.find_external(person.external_id) if person.external_id else None
    if holder is not None and holder.id != person.id:
        raise AlreadyExists("Somebody has this outside number already.", field="external_id")
