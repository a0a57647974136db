"""
Introduce the children of Les Colibris.
"""

from datetime import date

from cli.demo.cast.relations import judged, parents
from cli.demo.cast.values import Member, Say, Stay, Stop
from cli.demo.dates import birthday, days
from service.decision.terms import AuthorityBasis, AuthorityKind, Category, HoldKind


def children(today: date) -> tuple[Member, ...]:
    """
    Give the children of Les Colibris.
    """
    stay = (Stay("colibris", days(today, 700)),)
    child = Category.BENEFICIARY
    return (
        Member(
            "emma-peeters",
            "Emma",
            "Peeters",
            child,
            ("M1",),
            "both parents said yes to everything the form names: the simple case",
            birthday(today, 10),
            stays=stay,
            language="nl",
            says=parents("anneke-peeters", "jan-peeters"),
        ),
        Member(
            "lucas-moreau",
            "Lucas",
            "Moreau",
            child,
            ("M1", "C2"),
            "mother yes, father silent: enough for a closed group, not for a public page",
            birthday(today, 8),
            stays=stay,
            aliases=("Luc",),
            says=parents("claire-moreau", "david-moreau"),
        ),
        Member(
            "noah-janssens",
            "Noah",
            "Janssens",
            child,
            ("M1",),
            "mother yes, father no since March: one no blocks, however late the yes",
            birthday(today, 8, 200),
            stays=stay,
            says=parents("laure-janssens", "marc-janssens"),
        ),
        Member(
            "mila-van-damme",
            "Mila",
            "Van Damme",
            child,
            ("M1",),
            "both parents yes, the ten-year-old herself said no: her no counts",
            birthday(today, 10, 40),
            stays=stay,
            language="nl",
            says=parents("eline-van-damme", "koen-van-damme"),
        ),
        Member(
            "ines-benali",
            "Inès",
            "Benali",
            child,
            ("M4",),
            "her mother decides alone by judgment, and said yes",
            birthday(today, 12),
            stays=stay,
            says=(
                judged(
                    "samira-benali",
                    AuthorityKind.PARENT,
                    days(today, 900),
                    "jugement du tribunal de la famille",
                ),
            ),
        ),
        Member(
            "yanis-diallo",
            "Yanis",
            "Diallo",
            child,
            ("M5",),
            "placed by decision: the authority said yes, every public channel still asks",
            birthday(today, 9),
            stays=stay,
            says=(
                judged(
                    "service-enfance",
                    AuthorityKind.INSTITUTION,
                    days(today, 400),
                    "décision de placement",
                ),
            ),
            stops=(Stop(HoldKind.SAFEGUARDING_CAUTION, days(today, 400), "enfant placé"),),
        ),
        Member(
            "alix-renard",
            "Alix",
            "Renard",
            child,
            ("M5", "X1"),
            "in hiding from somebody dangerous: never shown, nobody is told why",
            birthday(today, 11),
            stays=stay,
            says=(
                judged(
                    "helene-renard",
                    AuthorityKind.PARENT,
                    days(today, 300),
                    "ordonnance, adresse tenue secrète",
                ),
            ),
            stops=(Stop(HoldKind.SAFEGUARDING, days(today, 300), "ne jamais montrer"),),
        ),
        Member(
            "zoe-lambert",
            "Zoé",
            "Lambert",
            child,
            ("M2",),
            "twelve, found able to judge early: she and both parents said yes",
            birthday(today, 12, 150),
            stays=stay,
            discerning_from=days(today, 60),
            says=parents("aline-lambert", "joel-lambert"),
        ),
        Member(
            "elliot-simon",
            "Elliot",
            "Simon",
            child,
            ("M1",),
            "the parents' yes ran out ten days ago; he turns fourteen in a fortnight",
            birthday(today, 14, -15),
            stays=stay,
            language="de",
            says=parents("petra-simon", "uwe-simon"),
        ),
        Member(
            "theo-garnier",
            "Théo",
            "Garnier",
            child,
            ("M1", "C2"),
            "the guardianship ended yesterday by judgment: its yes ended with it",
            birthday(today, 11, 20),
            stays=stay,
            says=(
                judged(
                    "brigitte-garnier",
                    AuthorityKind.GUARDIAN,
                    days(today, 800),
                    "jugement de fin de tutelle",
                    days(today, 1),
                ),
            ),
        ),
        Member(
            "rosalie-thys",
            "Rosalie",
            "Thys",
            child,
            ("M1",),
            "mother yes, and a yes of somebody whose authority nobody has verified",
            birthday(today, 7),
            stays=stay,
            says=(
                *parents("valerie-thys"),
                Say(
                    "eric-collard", AuthorityKind.PARENT, AuthorityBasis.DECLARATION, verified=False
                ),
            ),
        ),
    )
