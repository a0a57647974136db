"""
What the replay of a check looks like on the wire.
"""

from msgspec import Struct

from service.decision.terms import Answer
from service.usecases.checks import Replay


class ReplayOut(Struct, frozen=True, kw_only=True):
    """
    What was answered then, and what the facts of then give today.
    """

    check_id: str
    is_same: bool
    has_same_rules: bool
    answer_then: Answer
    answer_now: Answer
    engine_then: str
    engine_now: str
    law_then: str
    law_now: str

    @classmethod
    def of(cls, replay: Replay) -> "ReplayOut":
        """
        Show a replay.
        """
        return cls(
            check_id=replay.check.id,
            is_same=replay.is_same,
            has_same_rules=replay.has_same_rules,
            answer_then=replay.check.answer,
            answer_now=Answer(replay.outcome["answer"]),
            engine_then=replay.engine[0],
            engine_now=replay.engine[1],
            law_then=replay.law[0],
            law_now=replay.law[1],
        )
