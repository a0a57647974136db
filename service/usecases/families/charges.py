"""
Say for whom a signatory may speak now, and what is known of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from service.decision.bench import HOLDER_KINDS
from service.decision.case import Case
from service.decision.hearing import Hearing
from service.decision.ids import PersonId, SignatoryId
from service.decision.jurisdiction import Jurisdictions
from service.decision.panel import NOT_MINOR
from service.decision.people import Authority, Dossier, in_force
from service.decision.terms import Capacity, Matter
from service.records.facts import present
from service.records.people import PersonRecord
from service.usecases.families.voices import reads
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Charge:
    """
    One person for whom a signatory speaks, or once spoke.
    """

    person: PersonRecord
    capacity: Capacity
    hearing: Hearing
    is_over: bool = False
    """They speak no more, and may only take back the yes they once gave."""
    matters: frozenset[Matter] | None = None
    """What they have a say about; None: everything."""

    @property
    def id(self) -> PersonId:
        """
        Give the id of the person.
        """
        return PersonId(self.person.id)

    @property
    def name(self) -> str:
        """
        Give the name of the person.
        """
        return f"{self.person.given_name} {self.person.family_name}".strip()

    @property
    def is_young(self) -> bool:
        """
        Tell whether a child, old enough to read it, answers about itself.
        """
        is_grown = self.hearing.stage in NOT_MINOR
        return (
            self.capacity is Capacity.SELF and not is_grown and reads(self.person, self.hearing.day)
        )

    @property
    def dossier(self) -> Dossier:
        """
        Give what the rules may know of the person.
        """
        return self.hearing.dossier

    def records_for(self, signatory_id: SignatoryId) -> tuple[PersonId, ...]:
        """
        Give this record and every other of this very person.

        But those over which this signatory once spoke and speaks no more: what a
        judgment took away does not come back by another record.
        """
        open_to = (
            twin.dossier.person.id
            for twin in self.hearing.twins
            if not _spoke_once(twin, signatory_id)
        )
        return (self.id, *sorted(open_to))


@dataclass(frozen=True, slots=True)
class Circle:
    """
    Everybody a signatory may speak for, and the register asked about.
    """

    charges: tuple[Charge, ...]
    case: Case


def circle_of(
    work: UnitOfWork, law: Jurisdictions, signatory_id: SignatoryId, now: datetime
) -> Circle:
    """
    Gather everybody a signatory may speak for now.

    A parent whose child has come of age sees nothing of them any more; whoever said yes
    once may still take it back (GDPR article 7(3)).
    """
    held = work.authorities.list_held_by(signatory_id)
    wanted = {PersonId(signatory_id)} | {each.authority.person_id for each in held}
    records = {each: work.people.find(each) for each in sorted(wanted)}
    known = {key: record for key, record in records.items() if record is not None}
    facts = work.facts.gather(present(now, frozenset(known)))
    case = facts.case(law, now)
    charges = (
        _charge(record, signatory_id, Hearing(facts.dossiers[key], case, now))
        for key, record in known.items()
        if key in facts.dossiers
    )
    return Circle(tuple(each for each in charges if each is not None), case)


def _charge(record: PersonRecord, signatory_id: SignatoryId, hearing: Hearing) -> Charge | None:
    """
    Say in what capacity somebody speaks for a person; None: in none, and never said yes.
    """
    if SignatoryId(record.id) == signatory_id:
        return Charge(record, Capacity.SELF, hearing)
    own = [each for each in hearing.dossier.authorities if each.signatory_id == signatory_id]
    live = [each for each in own if speaks(each, hearing)]
    if live:
        return Charge(record, Capacity(live[0].kind.value), hearing, matters=_covered(live))
    once = [
        each for each in hearing.dossier.acts if each.is_yes and each.signatory_id == signatory_id
    ]
    return Charge(record, once[-1].capacity, hearing, is_over=True) if once else None


def _covered(held: Sequence[Authority]) -> frozenset[Matter] | None:
    """
    Put together what several authorities cover; None: everything.
    """
    covered = [each.matters for each in held if each.matters is not None]
    return frozenset[Matter]().union(*covered) if len(covered) == len(held) else None


def _spoke_once(hearing: Hearing, signatory_id: SignatoryId) -> bool:
    """
    Tell whether somebody had a say over a record, and has none any more.
    """
    own = [each for each in hearing.dossier.authorities if each.signatory_id == signatory_id]
    return bool(own) and not any(speaks(each, hearing) for each in own)


def speaks(authority: Authority, hearing: Hearing) -> bool:
    """
    Tell whether an authority is in force, parents' until majority.
    """
    if not in_force(authority.from_on, authority.until_on, hearing.day):
        return False
    if authority.kind not in HOLDER_KINDS:
        return True
    ends_on = hearing.holders_end_on
    is_grown = hearing.dossier.person.known_adult
    return not is_grown and (ends_on is None or hearing.day < ends_on)
