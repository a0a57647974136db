"""
Hold people and those who answer for them, with names and addresses.
"""

from dataclasses import dataclass
from datetime import date

from service.decision.ids import PersonId, SignatoryId, UnitId
from service.decision.people import Authority, Membership, Protection
from service.decision.terms import Category, MentalCapacity
from service.decision.twins import PairVerdict

WHOLE_HOUSE = UnitId("*")
"""A unit that everybody belongs to: the scope of whoever may ask about everybody."""


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """
    A data subject with the name.
    """

    id: PersonId
    given_name: str
    family_name: str
    category: Category
    jurisdiction: str
    aliases: tuple[str, ...] = ()
    born_on: date | None = None
    known_adult: bool = False
    died_on: date | None = None
    mental_capacity: MentalCapacity = MentalCapacity.CAPABLE
    discerning_from: date | None = None
    emancipated_from: date | None = None
    left_on: date | None = None
    memberships: tuple[Membership, ...] = ()
    language: str = ""
    email: str = ""
    external_id: str = ""
    """The organisation's own number, so that an import can be run again."""


@dataclass(frozen=True, slots=True)
class Pair:
    """
    What was said of two records: two people, or one who is entered twice.
    """

    person_id: PersonId
    other_id: PersonId
    verdict: PairVerdict

    @classmethod
    def of(cls, one: PersonId, other: PersonId, verdict: PairVerdict) -> "Pair":
        """
        Say it of two records, whoever is named first.
        """
        return cls(min(one, other), max(one, other), verdict)

    @property
    def id(self) -> str:
        """
        Give the identifier of the pair, whatever was said of it.
        """
        return pair_id(self.person_id, self.other_id)


def pair_id(one: PersonId, other: PersonId) -> str:
    """
    Give the identifier of a pair, whoever is named first.
    """
    return f"{min(one, other)}.{max(one, other)}"


@dataclass(frozen=True, slots=True)
class Signatory:
    """
    Somebody other than the person who may answer.
    """

    id: SignatoryId
    given_name: str
    family_name: str
    email: str = ""
    phone: str = ""
    language: str = ""
    external_id: str = ""


@dataclass(frozen=True, slots=True)
class AuthorityRecord:
    """
    An authority with the reference of its proof.
    """

    authority: Authority
    proof: str = ""

    @property
    def id(self) -> str:
        """
        Give the identifier of the authority.
        """
        return self.authority.id


@dataclass(frozen=True, slots=True)
class ProtectionRecord:
    """
    A protection order with whose it is and the reference of its proof.
    """

    person_id: PersonId
    protection: Protection
    proof: str = ""

    @property
    def id(self) -> str:
        """
        Give the identifier of the protection.
        """
        return self.protection.id
