"""
Shape what is told about the people of the demo.

Slugs stand where the registry has ids.
"""

from dataclasses import dataclass
from datetime import date

from service.decision.terms import (
    AuthorityBasis,
    AuthorityKind,
    Category,
    HoldKind,
    MentalCapacity,
    ProtectionKind,
)


@dataclass(frozen=True, slots=True)
class Stay:
    """
    Somebody belongs to a service from one day on, perhaps until another.
    """

    service: str
    from_on: date
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class Say:
    """
    Somebody may speak for a person.
    """

    signatory: str
    kind: AuthorityKind
    basis: AuthorityBasis
    from_on: date | None = None
    until_on: date | None = None
    """The first day on which it no longer holds."""
    sole: bool = False
    verified: bool = True
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """
    A judge protects an adult.
    """

    kind: ProtectionKind
    covers_image: bool
    from_on: date
    review_on: date | None = None
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """
    Something stands in the way whatever people answered.
    """

    kind: HoldKind
    from_on: date
    note: str


@dataclass(frozen=True, slots=True)
class Signatory:
    """
    Somebody who answers for others.
    """

    slug: str
    given_name: str
    family_name: str
    email: str
    language: str = "fr"
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """
    One person of the cast, and what they are there to show.
    """

    slug: str
    given_name: str
    family_name: str
    category: Category
    rows: tuple[str, ...]
    """Rows of the decision table (A1 … X1) that this person shows."""
    why: str
    born_on: date | None = None
    known_adult: bool = False
    """Of full age for certain, although nobody wrote the birth date down."""
    aliases: tuple[str, ...] = ()
    stays: tuple[Stay, ...] = ()
    jurisdiction: str = "BE"
    language: str = "fr"
    email: str = ""
    job: str = ""
    died_on: date | None = None
    left_on: date | None = None
    mental_capacity: MentalCapacity = MentalCapacity.CAPABLE
    discerning_from: date | None = None
    emancipated_from: date | None = None
    says: tuple[Say, ...] = ()
    orders: tuple[Order, ...] = ()
    stops: tuple[Stop, ...] = ()
