"""
Keep one person of each kind that the rules tell apart, for the properties.

Nobody here has answered yet; `clear` lets everybody who may be asked say yes.
"""

from dataclasses import replace
from datetime import date, timedelta

from service.decision.consents import ConsentAct
from service.decision.people import Authority, Dossier, Person
from service.decision.terms import (
    Category,
    Matter,
    MentalCapacity,
    ProtectionKind,
)
from tests.decision.build import (
    make_authority,
    make_person,
    make_protection,
    make_yes,
)
from tests.decision.cast import CLOSED, FB, SIGNED_AT, TODAY, WEB

FIRST_AT = SIGNED_AT - timedelta(days=30)
EVERYTHING = frozenset(Matter)
SIGNATORIES = ("mother", "father", "assistant", "representative", "daughter")
"""Everybody who answers for somebody; a guardian never does."""
SOON = TODAY + timedelta(days=20)


def born(years: int, *, days: int = 100) -> date:
    """
    Give the birth date of somebody who turned *years* some *days* ago.
    """
    return TODAY.replace(year=TODAY.year - years) - timedelta(days=days)


def person(name: str, years: int, jurisdiction: str = "BE", days: int = 100) -> Person:
    """
    Make somebody of some age somewhere.
    """
    return make_person(name, born(years, days=days), jurisdiction=jurisdiction)


def family(subject: Person, *holders: str) -> Dossier:
    """
    Give somebody holders, a mother and a father unless named.
    """
    holders = holders or ("mother", "father")
    return Dossier(subject, tuple(make_authority(subject.id, by) for by in holders))


def ordered(name: str, kind: ProtectionKind, by: str) -> Dossier:
    """
    Put an adult under an order, with somebody to assist or represent.
    """
    return replace(family(person(name, 40), by), protections=(make_protection(kind),))


def ending(dossier: Dossier) -> Dossier:
    """
    Let every order and the first authority end in some days.
    """
    first, *others = dossier.authorities
    orders = tuple(replace(order, until_on=SOON) for order in dossier.protections)
    return replace(
        dossier, authorities=(replace(first, until_on=SOON), *others), protections=orders
    )


def minors(name: str) -> tuple[Dossier, ...]:
    """
    Give minors of every age and place that matter.
    """
    mother = replace(make_authority(name, "mother"), sole=True)
    emancipated = replace(person(name, 16), emancipated_from=TODAY - timedelta(days=400))
    return (
        family(person(name, 8)),
        family(person(name, 8), "mother"),
        Dossier(person(name, 8), (mother,)),
        family(person(name, 13, days=350)),
        family(person(name, 15)),
        family(person(name, 17, days=350)),
        family(person(name, 10, "FR")),
        family(person(name, 9, "DE")),
        family(person(name, 15, "NL", 350)),
        family(person(name, 16, "NL")),
        family(person(name, 13, "CA-QC", 350)),
        family(person(name, 15, "CA-QC")),
        family(person(name, 18, "CA-BC")),
        family(make_person(name, date(2008, 2, 29))),
        family(make_person(name, born_on=None)),
        family(emancipated),
        family(replace(emancipated, emancipated_from=SOON)),
        family(replace(person(name, 12), discerning_from=SOON)),
        ending(family(person(name, 8))),
        ending(family(person(name, 15))),
    )


def adults(name: str) -> tuple[Dossier, ...]:
    """
    Give adults of every standing that matters.
    """
    doubtful = replace(person(name, 80), mental_capacity=MentalCapacity.DOUBTFUL)
    assisted = ordered(name, ProtectionKind.ASSISTANCE, "assistant")
    represented = ordered(name, ProtectionKind.REPRESENTATION, "representative")
    staff = make_person(name, category=Category.EMPLOYEE)
    return (
        Dossier(person(name, 40)),
        Dossier(replace(staff, left_on=SOON)),
        family(person(name, 18)),
        assisted,
        represented,
        ending(assisted),
        ending(represented),
        family(doubtful, "daughter"),
    )


def dead(name: str) -> tuple[Dossier, ...]:
    """
    Give the dead, within and after the period of protection.
    """
    gone = replace(person(name, 90), died_on=date(2020, 1, 1))
    long_gone = replace(person(name, 120), died_on=date(1980, 1, 1))
    return (family(gone, "daughter", "brother"), family(long_gone, "daughter"))


def clear(dossier: Dossier) -> Dossier:
    """
    Let the person and everybody with authority say yes to everything.
    """
    subject = dossier.person.id
    askable = (subject, *(authority.signatory_id for authority in dossier.authorities))
    acts = tuple(yes_to_everything(subject, by) for by in askable)
    return replace(dossier, acts=acts)


def yes_to_everything(subject: str, by: str) -> ConsentAct:
    """
    Say yes to every matter on every channel that exists at first.
    """
    yes = make_yes(subject, by, FB, CLOSED, WEB, signed_at=FIRST_AT)
    return replace(yes, matters=EVERYTHING)


def silent_holder(subject: str) -> Authority:
    """
    Give a holder who never answers anything.
    """
    return make_authority(subject, "guardian")
