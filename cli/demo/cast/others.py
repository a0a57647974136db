"""
Introduce the team, volunteers, partners and chance visitors.
"""

from datetime import date

from cli.demo.cast.values import Member, Stay, Stop
from cli.demo.dates import birthday, days
from cli.demo.house import DOMAIN
from service.decision.terms import Category, HoldKind


def _employee(
    slug: str,
    given: str,
    family: str,
    job: str,
    rows: tuple[str, ...],
    why: str,
    born_on: date,
    stays: tuple[Stay, ...] = (),
) -> Member:
    email = f"{given}.{family}@{DOMAIN}".lower()
    return Member(
        slug,
        given,
        family,
        Category.EMPLOYEE,
        rows,
        why,
        born_on,
        stays=stays,
        email=email,
        job=job,
    )


def team(today: date) -> tuple[Member, ...]:
    """
    Give employees and volunteers.
    """

    def at(service: str) -> tuple[Stay, ...]:
        return (Stay(service, days(today, 2000)),)

    return (
        _employee(
            "isabelle-fontaine",
            "Isabelle",
            "Fontaine",
            "directrice",
            ("E1",),
            "director; answered on a form of her own, outside the contract",
            birthday(today, 54),
        ),
        _employee(
            "nora-lemaire",
            "Nora",
            "Lemaire",
            "communication",
            ("E1",),
            "named contact for social networks; yes outside the contract",
            birthday(today, 38),
        ),
        _employee(
            "pieter-claes",
            "Pieter",
            "Claes",
            "chef de service",
            ("E1",),
            "head of Les Colibris; yes outside the contract",
            birthday(today, 45),
            at("colibris"),
        ),
        _employee(
            "julie-lemmens",
            "Julie",
            "Lemmens",
            "cheffe de service",
            ("E1",),
            "head of La Passerelle; answered `not now`: silence is no yes",
            birthday(today, 41),
            at("passerelle"),
        ),
        _employee(
            "kwame-asante",
            "Kwame",
            "Asante",
            "chef de service",
            ("E1",),
            "head of L'Atelier; yes outside the contract, for one more year",
            birthday(today, 33),
            at("atelier"),
        ),
        _employee(
            "sarah-nguyen",
            "Sarah",
            "Nguyen",
            "éducatrice",
            ("E1",),
            "only a clause in her employment contract: that is no free yes",
            birthday(today, 29),
            at("atelier"),
        ),
        Member(
            "dimitri-vos",
            "Dimitri",
            "Vos",
            Category.EMPLOYEE,
            ("X1", "E1"),
            "left after a dispute that is before the court: stop, ask the lawyer",
            birthday(today, 47),
            left_on=days(today, 40),
            job="ancien éducateur",
            email="dimitri.vos@courriel.example",
            stops=(Stop(HoldKind.LEGAL, days(today, 35), "litige en cours"),),
        ),
        Member(
            "maud-leroy",
            "Maud",
            "Leroy",
            Category.VOLUNTEER,
            ("E1",),
            "had said yes and took it back six days ago: also what is online comes down",
            birthday(today, 61),
            email="maud.leroy@courriel.example",
        ),
    )


def outsiders(today: date) -> tuple[Member, ...]:
    """
    Give partners, clients, visitors and people in public office.
    """
    return (
        Member(
            "karim-saidi",
            "Karim",
            "Saïdi",
            Category.PARTNER,
            ("P1",),
            "architect of the new wing; yes for the opening",
            birthday(today, 44),
            email="karim.saidi@saidi-architectes.example",
        ),
        Member(
            "bart-wouters",
            "Bart",
            "Wouters",
            Category.CLIENT,
            ("P1",),
            "buys the candles; his yes to the newsletter is older than its new readers",
            birthday(today, 50),
            email="bart.wouters@boutique.example",
            language="nl",
        ),
        Member(
            "helene-dumoulin",
            "Hélène",
            "Dumoulin",
            Category.PUBLIC_OFFICIAL,
            ("E2", "A1"),
            "mayor: cutting a ribbon needs no yes, a private evening does",
            known_adult=True,
            email="bourgmestre@commune.example",
        ),
        Member(
            "lou-verlaine",
            "Lou",
            "Verlaine",
            Category.PUBLIC_FIGURE,
            ("P2",),
            "singer on a stage, known to all: no yes needed to report on the concert",
            known_adult=True,
        ),
        Member(
            "roger-baert",
            "Roger",
            "Baert",
            Category.VISITOR,
            ("C1", "P1"),
            "one among many at a public feast, never asked: information is enough",
            known_adult=True,
        ),
    )
