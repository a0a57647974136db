"""
Make people and those around them, each complete and plain to see.
"""

from collections.abc import Iterable

from service.decision.channels import Contact
from service.decision.ids import AuthorityId, PersonId, ProtectionId, SignatoryId, UnitId
from service.decision.people import Authority, Membership, Protection
from service.decision.terms import AuthorityBasis, AuthorityKind, Category, ProtectionKind
from service.decision.twins import PairVerdict
from service.records.organisation import Unit
from service.records.people import AuthorityRecord, Pair, PersonRecord, ProtectionRecord, Signatory


def make_unit(name: str = "kitchen", *, special: bool = False) -> Unit:
    """
    Make a unit with a contact of its own.
    """
    return Unit(UnitId(f"unit-{name}"), name, Contact(name, "unit"), special)


def make_person(
    name: str = "lea", family: str = "Dupont", units: Iterable[str] = (), external_id: str = ""
) -> PersonRecord:
    """
    Make a beneficiary called *name*.
    """
    return PersonRecord(
        id=PersonId(f"person-{name}"),
        given_name=name.capitalize(),
        family_name=family,
        category=Category.BENEFICIARY,
        jurisdiction="BE",
        memberships=tuple(Membership(UnitId(f"unit-{unit}")) for unit in units),
        external_id=external_id,
    )


def make_pair(one: str, other: str, verdict: PairVerdict = PairVerdict.SAME) -> Pair:
    """
    Say of two people that they are one, entered twice.
    """
    return Pair.of(PersonId(f"person-{one}"), PersonId(f"person-{other}"), verdict)


def make_signatory(name: str = "emeka", external_id: str = "", email: str = "") -> Signatory:
    """
    Make somebody who answers for others.
    """
    return Signatory(
        SignatoryId(f"signatory-{name}"),
        name.capitalize(),
        "Okafor",
        email=email,
        external_id=external_id,
    )


def make_authority(
    person: str = "lea", signatory: str = "emeka", *, sole: bool = False
) -> AuthorityRecord:
    """
    Make the authority of a parent.
    """
    return AuthorityRecord(
        Authority(
            AuthorityId(f"authority-{signatory}-{person}"),
            PersonId(f"person-{person}"),
            SignatoryId(f"signatory-{signatory}"),
            AuthorityKind.PARENT,
            AuthorityBasis.FILIATION,
            sole=sole,
        ),
        proof="birth certificate",
    )


def make_protection(person: str = "lea") -> ProtectionRecord:
    """
    Make an order of assistance.
    """
    return ProtectionRecord(
        PersonId(f"person-{person}"),
        Protection(
            ProtectionId(f"protection-{person}"), ProtectionKind.ASSISTANCE, covers_image=True
        ),
        proof="order of the justice of the peace",
    )
