"""
Hold what is known of a person and of those who may speak for them.

Dates are days in the organisation's time zone; `until_on` is the first day on
which something no longer holds.
"""

from dataclasses import dataclass
from datetime import date

from service.decision.consents import ConsentAct
from service.decision.holds import Hold
from service.decision.ids import AuthorityId, PersonId, ProtectionId, SignatoryId, UnitId
from service.decision.name_depth import at_every_depth
from service.decision.terms import (
    AuthorityBasis,
    AuthorityKind,
    Category,
    Matter,
    MentalCapacity,
    ProtectionKind,
)


def in_force(from_on: date | None, until_on: date | None, day: date) -> bool:
    """
    Tell whether *day* lies in [from_on, until_on).
    """
    return (from_on is None or from_on <= day) and (until_on is None or day < until_on)


@dataclass(frozen=True, slots=True)
class Membership:
    """
    A person belongs to a unit between two days.
    """

    unit_id: UnitId
    from_on: date | None = None
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class Authority:
    """
    Somebody may speak for a person, on a basis, between two days.
    """

    id: AuthorityId
    person_id: PersonId
    signatory_id: SignatoryId
    kind: AuthorityKind
    basis: AuthorityBasis
    from_on: date | None = None
    until_on: date | None = None
    sole: bool = False
    """This holder alone decides, by a judgment on file (row M4)."""
    verified: bool = True
    """Somebody saw the proof; without it a yes does not count, a no does."""
    matters: frozenset[Matter] | None = None
    """What it covers; None is everything."""

    def covers(self, matter: Matter, day: date) -> bool:
        """
        Tell whether it is in force on *day* for *matter*.
        """
        return in_force(self.from_on, self.until_on, day) and (
            self.matters is None or not self.matters.isdisjoint(at_every_depth(matter))
        )


@dataclass(frozen=True, slots=True)
class Protection:
    """
    An order protecting an adult (rows A2 to A4).
    """

    id: ProtectionId
    kind: ProtectionKind
    covers_image: bool
    """Whether image and privacy are in the order's own scope."""
    from_on: date | None = None
    until_on: date | None = None
    review_on: date | None = None
    intimacy_authorised: bool = False
    """A judge or family council authorised grave intrusion (FR CC 459)."""


@dataclass(frozen=True, slots=True)
class Person:
    """
    A data subject: what the rules may know, never the name.
    """

    id: PersonId
    category: Category
    jurisdiction: str
    born_on: date | None = None
    """Unknown is treated as a minor of unknown age: never `publish`."""
    known_adult: bool = False
    """Surely of age although the birth date is not recorded (a partner, a client)."""
    died_on: date | None = None
    mental_capacity: MentalCapacity = MentalCapacity.CAPABLE
    discerning_from: date | None = None
    """An individual assessment that replaces the jurisdiction's usual age."""
    emancipated_from: date | None = None
    left_on: date | None = None
    """First day on which the person no longer belongs to the organisation."""
    memberships: tuple[Membership, ...] = ()
    erased: bool = False


@dataclass(frozen=True, slots=True)
class Dossier:
    """
    A person with everything recorded around them, as known at one instant.
    """

    person: Person
    authorities: tuple[Authority, ...] = ()
    protections: tuple[Protection, ...] = ()
    acts: tuple[ConsentAct, ...] = ()
    holds: tuple[Hold, ...] = ()
    twins: tuple["Dossier", ...] = ()
    """The other records of this very person, of each what was recorded there."""
