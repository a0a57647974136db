"""
Bring together everybody who may have a say about one person.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from service.decision.ages import Stage
from service.decision.channels import Channel
from service.decision.hearing import SILENT, Hearing, Stance, Voice
from service.decision.ids import SignatoryId
from service.decision.jurisdiction import Jurisdiction
from service.decision.people import Authority
from service.decision.terms import Matter, Purpose
from service.decision.verdict import Code, Effect

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

    __slots__ = (
        "ask",
        "bench",
        "hearing",
        "judge",
        "jurisdiction",
        "person",
        "stage",
        "subject",
        "voices",
    )

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
        self.bench = hearing.bench(ask.matter)
        self.voices: Mapping[SignatoryId, Voice] = hearing.voices(
            ask.channel, ask.matter, ask.purpose
        )
        self.subject = self.voices.get(SignatoryId(self.person.id), SILENT)
        self.stage = hearing.stage

    def voice_of(self, authority: Authority) -> Voice:
        """
        Hear a holder; an unproven one's yes, or one signed too early, is none.
        """
        voice = self.voices.get(authority.signatory_id, SILENT)
        if voice.stance is not Stance.YES or voice.act is None:
            return voice
        if authority.verified and self.bench.may_have_said(authority, voice.act):
            return voice
        return Voice(Stance.OPEN, voice.act, Code.AUTHORITY_UNVERIFIED)

    def at_instant(self, hearing: Hearing) -> "Panel":
        """
        Ask the same at another instant.
        """
        return Panel(hearing, self.ask, self.jurisdiction, self.judge)
