"""
Bring together everybody who may have a say about one person.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from service.decision.ages import Stage
from service.decision.calendar import day_of
from service.decision.channels import Channel
from service.decision.consents import ConsentAct
from service.decision.hearing import SILENT, Hearing, Stance, Voice
from service.decision.ids import SignatoryId
from service.decision.jurisdiction import Jurisdiction
from service.decision.people import Authority, Protection, in_force
from service.decision.terms import AuthorityKind, Matter, ProtectionKind, Purpose
from service.decision.verdict import Code, Effect

HOLDER_KINDS = frozenset({AuthorityKind.PARENT, AuthorityKind.GUARDIAN, AuthorityKind.INSTITUTION})
PROTECTING = {
    AuthorityKind.REPRESENTATIVE: ProtectionKind.REPRESENTATION,
    AuthorityKind.ASSISTANT: ProtectionKind.ASSISTANCE,
}
"""Who speaks for an adult by an order, and of which kind that is."""
NOT_MINOR = frozenset({Stage.ADULT, Stage.BETWEEN})


@dataclass(frozen=True, slots=True)
class Ask:
    """
    The one thing that is asked about one person.
    """

    channel: Channel
    matter: Matter
    purpose: Purpose
    intimate: bool = False


@dataclass(frozen=True, slots=True)
class Objection:
    """
    Something against, found by a row of the decision table.
    """

    code: Code
    effect: Effect = Effect.ASK


class Panel:
    """
    The subject, the others, their voices and the authority behind them.
    """

    __slots__ = ("ask", "hearing", "judge", "jurisdiction", "person", "stage", "subject", "voices")

    def __init__(
        self,
        hearing: Hearing,
        ask: Ask,
        jurisdiction: Jurisdiction,
        judge: Callable[["Panel"], list[Objection]],
    ) -> None:
        """
        Hear everybody once; *judge* applies the whole table to a panel.
        """
        self.hearing, self.ask, self.jurisdiction, self.judge = hearing, ask, jurisdiction, judge
        self.person = hearing.dossier.person
        self.voices: Mapping[SignatoryId, Voice] = hearing.voices(
            ask.channel, ask.matter, ask.purpose
        )
        self.subject = self.voices.get(SignatoryId(self.person.id), SILENT)
        self.stage = hearing.stage

    def is_in_force(self, authority: Authority, day: date) -> bool:
        """
        Tell whether somebody may speak on *day*; parents only until majority.
        """
        if not authority.covers(self.ask.matter, day):
            return False
        if authority.kind not in HOLDER_KINDS:
            return True
        if self.person.known_adult:
            return False
        ends_on = self.hearing.holders_end_on
        return ends_on is None or day < ends_on

    def authorities(self, kinds: frozenset[AuthorityKind]) -> list[Authority]:
        """
        Give the authorities of some kinds that are in force, proven or not.
        """
        day = self.hearing.day
        return [
            each
            for each in self.hearing.dossier.authorities
            if each.kind in kinds and self.is_in_force(each, day)
        ]

    def voice_of(self, authority: Authority) -> Voice:
        """
        Hear a holder; an unproven one's yes, or one signed too early, is none.
        """
        voice = self.voices.get(authority.signatory_id, SILENT)
        if voice.stance is not Stance.YES or voice.act is None:
            return voice
        if authority.verified and self.may_have_said(authority, voice.act):
            return voice
        return Voice(Stance.OPEN, voice.act, Code.AUTHORITY_UNVERIFIED)

    def may_have_said(self, authority: Authority, act: ConsentAct) -> bool:
        """
        Tell whether who speaks by an authority could when they signed an act.

        A yes by an order lapses with it: under the next one it is said again (rows A2, A3).
        """
        signed_on = self.signed_on(act)
        if not self.is_in_force(authority, signed_on):
            return False
        kind = PROTECTING.get(authority.kind)
        orders = [each for each in self._orders(kind) if each.covers_image] if kind else []
        then = [each for each in orders if in_force(each.from_on, each.until_on, signed_on)]
        return bool(then) or not orders

    @property
    def lacks_order(self) -> bool:
        """
        Tell whether somebody speaks for an adult by an order not on file.

        What it covers is not known then, so nobody's yes is known to be enough.  An
        order that was over before their say began is not theirs.
        """
        day = self.hearing.day
        begun = [
            each
            for each in self.hearing.dossier.protections
            if each.from_on is None or each.from_on <= day
        ]
        return any(
            not any(each.kind is PROTECTING[held.kind] and _meet(each, held) for each in begun)
            for held in self.authorities(frozenset(PROTECTING))
        )

    def signed_on(self, act: ConsentAct) -> date:
        """
        Give the local day on which an act was signed.
        """
        return day_of(act.signed_from, self.hearing.case.house.time_zone)

    def orders(self, kind: ProtectionKind | None = None) -> list[bool]:
        """
        Tell for each order in force whether it covers image.
        """
        return [each.covers_image for each in self._orders(kind)]

    def _orders(self, kind: ProtectionKind | None) -> list[Protection]:
        """
        Give the orders in force, of one kind or of any.
        """
        day = self.hearing.day
        return [
            order
            for order in self.hearing.dossier.protections
            if in_force(order.from_on, order.until_on, day) and (kind is None or order.kind is kind)
        ]

    def at_instant(self, hearing: Hearing) -> "Panel":
        """
        Ask the same at another instant.
        """
        return Panel(hearing, self.ask, self.jurisdiction, self.judge)


def _meet(order: Protection, authority: Authority) -> bool:
    """
    Tell whether an order held on a day on which somebody had a say.
    """
    return (order.from_on or date.min) < (authority.until_on or date.max) and (
        authority.from_on or date.min
    ) < (order.until_on or date.max)
