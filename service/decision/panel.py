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
from service.decision.people import Authority, in_force
from service.decision.terms import AuthorityKind, Matter, ProtectionKind, Purpose
from service.decision.verdict import Code, Effect

HOLDER_KINDS = frozenset({AuthorityKind.PARENT, AuthorityKind.GUARDIAN, AuthorityKind.INSTITUTION})
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
        if authority.verified and self.is_in_force(authority, self.signed_on(voice.act)):
            return voice
        return Voice(Stance.OPEN, voice.act, Code.AUTHORITY_UNVERIFIED)

    def signed_on(self, act: ConsentAct) -> date:
        """
        Give the local day on which an act was signed.
        """
        return day_of(act.signed_from, self.hearing.case.house.time_zone)

    def orders(self, kind: ProtectionKind | None = None) -> list[bool]:
        """
        Tell for each order in force whether it covers image.
        """
        day = self.hearing.day
        return [
            order.covers_image
            for order in self.hearing.dossier.protections
            if in_force(order.from_on, order.until_on, day) and (kind is None or order.kind is kind)
        ]

    def at_instant(self, hearing: Hearing) -> "Panel":
        """
        Ask the same at another instant.
        """
        return Panel(hearing, self.ask, self.jurisdiction, self.judge)
