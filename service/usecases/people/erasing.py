"""
Find what an erasure reaches, and what forbids it.
"""

from collections.abc import Iterator
from datetime import datetime

from service.decision.holds import Hold
from service.decision.ids import PersonId, SignatoryId
from service.decision.terms import HoldKind
from service.records.facts import Facts, Wanted
from service.records.people import PersonRecord
from service.usecases.ports.work import UnitOfWork


def facts_about(work: UnitOfWork, person: PersonRecord, now: datetime) -> Facts:
    """
    Gather what is known of a person, and what holds anything.
    """
    wanted = Wanted(at=now, known_at=now, person_ids=frozenset({PersonId(person.id)}))
    return work.facts.gather(wanted)


def holds_reaching(facts: Facts, person: PersonRecord, now: datetime) -> tuple[Hold, ...]:
    """
    Give what holds the person, their units or the whole organisation now.
    """
    return tuple(each for each in _reaching(facts, person) if each.is_live(now))


def is_evidence_kept(facts: Facts, person: PersonRecord, now: datetime) -> bool:
    """
    Tell whether a legal hold reaches the person.

    Evidence must not vanish then.
    """
    return any(each.kind is HoldKind.LEGAL for each in holds_reaching(facts, person, now))


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
