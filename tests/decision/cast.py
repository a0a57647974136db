"""
Name the people, pages and days that the tests of the rules speak of.

Whoever answers is known by what they are: `mother` and `father` are parents, the
`assistant` assists, and somebody who answers for themselves bears their own name.
"""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis.vendor.pretty import RepresentationPrinter

from service.decision import jurisdiction as law
from service.decision.channels import Contact
from service.decision.ids import ActorId, ChannelId, GroupId, UnitId
from service.decision.terms import AuthorityKind, Capacity

BRUSSELS = ZoneInfo("Europe/Brussels")
SIGNED_AT = datetime(2025, 9, 1, 8, 0, tzinfo=UTC)
AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""A Monday, 10:00 in Brussels."""
TODAY = date(2026, 3, 2)

ADULT_BORN_ON = date(1990, 5, 4)
BORN_8_YEARS_AGO = date(2017, 6, 15)
BORN_10_YEARS_AGO = date(2015, 6, 15)
BORN_15_YEARS_AGO = date(2010, 6, 15)
BORN_17_YEARS_AGO = date(2008, 6, 15)
BORN_18_YEARS_AGO = date(2007, 6, 15)

FB = ChannelId("fb.public")
CLOSED = ChannelId("fb.closed")
TIKTOK = ChannelId("tiktok")
WEB = ChannelId("web")
LINKEDIN = ChannelId("linkedin")
SOCIAL = GroupId("social")
UNIT = UnitId("day-centre")

TABLE = Path(law.__file__).with_name("jurisdictions.toml").read_text(encoding="utf-8")


class ShippedTable(law.Jurisdictions):
    """
    The table that ships; it says little, so that a failing test can be read.
    """

    __slots__ = ()

    def _repr_pretty_(self, printer: RepresentationPrinter, _cycle: object) -> None:
        """
        Leave the forty places out when hypothesis prints a case.
        """
        printer.text("<the shipped table>")


_PARSED = law.parse_jurisdictions(TABLE)
JURISDICTIONS = ShippedTable(_PARSED.by_code, _PARSED.digest)

CONTACT = Contact("Nora Peeters", "contact for social networks", "nora@jacinthes.example")
PRESS = Contact("Paul Lambert", "press", "press@jacinthes.example")
LEGAL = Contact("Lise Maes", "legal", "legal@jacinthes.example")
PUBLISHER = ActorId("head-of-service")

KINDS = {
    "mother": AuthorityKind.PARENT,
    "father": AuthorityKind.PARENT,
    "guardian": AuthorityKind.GUARDIAN,
    "institution": AuthorityKind.INSTITUTION,
    "representative": AuthorityKind.REPRESENTATIVE,
    "assistant": AuthorityKind.ASSISTANT,
    "daughter": AuthorityKind.RELATIVE,
    "brother": AuthorityKind.RELATIVE,
}
"""As what each may speak for somebody."""


def capacity_of(by: str) -> Capacity:
    """
    Tell in what capacity somebody answers.
    """
    if by == "organisation":
        return Capacity.ORGANISATION
    return Capacity(KINDS[by].value) if by in KINDS else Capacity.SELF
