"""
Find what an erasure reaches, and what forbids it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from service.decision.holds import Hold
from service.decision.ids import PersonId, SignatoryId
from service.decision.jurisdiction import Jurisdictions
from service.decision.terms import HoldKind
from service.records.facts import Facts
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.people.speaking import everything_about, sees_whole, speaks_alone
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Need:
    """
    Why somebody is not erased now.
    """

    facts: Facts
    is_kept: bool
    """Evidence must not vanish."""
    speaks_alone: bool
    """Something is refused by this record alone of several of one person."""


def need_of(
    work: UnitOfWork, law: Jurisdictions, caller: Caller, person: PersonRecord, now: datetime
) -> Need:
    """
    Say why a person is not erased now.

    Whoever does not see every record of the person is not told that there is another:
    it reads as kept, and who keeps the house sees why.
    """
    person_id = PersonId(person.id)
    facts = everything_about(work, person_id, now)
    alone = speaks_alone(facts, law, person_id, now)
    is_told = alone and sees_whole(work, caller, facts, person_id)
    is_kept = is_evidence_kept(facts, person, now) or (alone and not is_told)
    return Need(facts, is_kept, is_told)


def holds_reaching(facts: Facts, person: PersonRecord, now: datetime) -> tuple[Hold, ...]:
    """
    Give what holds the person, their units or the whole organisation now.
    """
    return tuple(each for each in _reaching(facts, person) if each.is_live(now))


def is_evidence_kept(facts: Facts, person: PersonRecord, now: datetime) -> bool:
    """
    Tell whether a legal hold reaches the person, on any record.

    Evidence must not vanish then.
    """
    dossier = facts.dossiers.get(PersonId(person.id))
    beside = [hold for each in dossier.twins for hold in each.holds] if dossier else []
    return any(
        each.kind is HoldKind.LEGAL and each.is_live(now)
        for each in (*holds_reaching(facts, person, now), *beside)
    )


def answering_for_nobody_else(work: UnitOfWork, person_id: PersonId) -> list[SignatoryId]:
    """
    Give those whose only reason to be known here is this person.
    """
    holders = {each.authority.signatory_id for each in work.authorities.list_of(person_id)}
    return sorted(
        holder
        for holder in holders
        if work.people.find(holder) is None
        and all(
            each.authority.person_id == person_id for each in work.authorities.list_held_by(holder)
        )
    )


def _reaching(facts: Facts, person: PersonRecord) -> Iterator[Hold]:
    dossier = facts.dossiers.get(PersonId(person.id))
    yield from dossier.holds if dossier else ()
    units = {each.unit_id for each in person.memberships}
    for each in facts.holds:
        is_of_many = each.person_id is None and each.photo_id is None
        if is_of_many and (each.unit_id is None or each.unit_id in units):
            yield each
