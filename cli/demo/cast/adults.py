"""
Introduce the adults of L'Atelier, and those of the house who have died.
"""

from datetime import date

from cli.demo.cast.relations import relatives
from cli.demo.cast.values import Member, Order, Say, Stay
from cli.demo.dates import birthday, days
from service.decision.terms import (
    AuthorityBasis,
    AuthorityKind,
    Category,
    MentalCapacity,
    ProtectionKind,
)


def _protector(slug: str, kind: AuthorityKind, today: date) -> tuple[Say, ...]:
    return (
        Say(
            slug,
            kind,
            AuthorityBasis.JUDGMENT,
            days(today, 1200),
            proof="ordonnance du juge de paix",
        ),
    )


def _order(kind: ProtectionKind, today: date, *, covers_image: bool) -> tuple[Order, ...]:
    proof = "ordonnance du juge de paix"
    return (Order(kind, covers_image, days(today, 1200), days(today, -500), proof),)


def adults(today: date) -> tuple[Member, ...]:
    """
    Give the adults of L'Atelier.
    """
    stay = (Stay("atelier", days(today, 1500)),)
    adult = Category.BENEFICIARY
    return (
        Member(
            "camille-lambert",
            "Camille",
            "Lambert",
            adult,
            ("A1",),
            "answers for herself: yes, and expressly for the page that names the disability",
            birthday(today, 34),
            stays=stay,
            email="camille.lambert@courriel.example",
        ),
        Member(
            "thomas-maes",
            "Thomas",
            "Maes",
            adult,
            ("A2",),
            "assisted in matters of image: he signed, his assistant has not",
            birthday(today, 27),
            stays=stay,
            language="nl",
            says=_protector("greet-maes", AuthorityKind.ASSISTANT, today),
            orders=_order(ProtectionKind.ASSISTANCE, today, covers_image=True),
        ),
        Member(
            "luc-hermans",
            "Luc",
            "Hermans",
            adult,
            ("A3",),
            "represented in matters of image: the administrator said yes, and so did he",
            birthday(today, 63),
            stays=stay,
            says=_protector("jerome-pirard", AuthorityKind.REPRESENTATIVE, today),
            orders=_order(ProtectionKind.REPRESENTATION, today, covers_image=True),
        ),
        Member(
            "bernadette-colin",
            "Bernadette",
            "Colin",
            adult,
            ("A3",),
            "her administrator said yes, she says no: her no is heard",
            birthday(today, 52),
            aliases=("Bernie",),
            stays=stay,
            says=_protector("jerome-pirard", AuthorityKind.REPRESENTATIVE, today),
            orders=_order(ProtectionKind.REPRESENTATION, today, covers_image=True),
        ),
        Member(
            "fatima-el-amrani",
            "Fatima",
            "El Amrani",
            adult,
            ("A4",),
            "the order protects her goods only: her picture is hers to decide, she said yes",
            birthday(today, 41),
            stays=stay,
            says=_protector("jerome-pirard", AuthorityKind.REPRESENTATIVE, today),
            orders=_order(ProtectionKind.REPRESENTATION, today, covers_image=False),
        ),
        Member(
            "georges-petit",
            "Georges",
            "Petit",
            adult,
            ("A5",),
            "can no longer judge and has no administrator: his daughter advises, nobody decides",
            birthday(today, 70),
            stays=stay,
            mental_capacity=MentalCapacity.DOUBTFUL,
            says=relatives("anne-petit"),
        ),
    )


def departed(today: date) -> tuple[Member, ...]:
    """
    Give the dead of the house, whose pictures are still there.
    """
    once = Category.BENEFICIARY
    return (
        Member(
            "odette-marchal",
            "Odette",
            "Marchal",
            once,
            ("D2",),
            "died two years ago, had said yes herself: the law is unsettled, so ask",
            birthday(today, 84),
            died_on=days(today, 700),
        ),
        Member(
            "marcel-thiry",
            "Marcel",
            "Thiry",
            Category.VOLUNTEER,
            ("D1",),
            "founder, died twelve years ago: both his children said yes for the archive",
            birthday(today, 92),
            died_on=days(today, 12 * 365 + 3),
            says=relatives("monique-thiry", "etienne-thiry"),
        ),
        Member(
            "soeur-agnes",
            "Agnès",
            "Delvaux",
            Category.VOLUNTEER,
            ("D3",),
            "founder, died twenty-six years ago: the protection of her image is over",
            birthday(today, 101),
            aliases=("Sœur Agnès",),
            died_on=days(today, 26 * 365 + 6),
        ),
    )
