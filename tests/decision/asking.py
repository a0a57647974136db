"""
Ask the rules, and keep of the verdict what a test compares.
"""

from datetime import datetime

from service.decision.case import Case
from service.decision.ids import ChannelId
from service.decision.post import decide_post
from service.decision.terms import Answer
from service.decision.verdict import Code, Verdict
from tests.decision.cast import AT, FB

Outcome = tuple[Answer, set[Code]]
"""An answer and every code that stands in the way."""

PUBLISH: Outcome = (Answer.PUBLISH, set())


def ask_for(*codes: Code) -> Outcome:
    """
    Expect `ask`, for exactly these reasons.
    """
    return Answer.ASK, set(codes)


def denied_for(*codes: Code) -> Outcome:
    """
    Expect `do_not_publish`, for exactly these reasons.
    """
    return Answer.DO_NOT_PUBLISH, set(codes)


def seen(verdict: Verdict) -> Outcome:
    """
    Keep the answer and the codes of a verdict.
    """
    return verdict.answer, {reason.code for reason in verdict.reasons}


def outcome(case: Case, channel_id: ChannelId | None = FB, at: datetime = AT) -> Outcome:
    """
    Ask about the whole post.
    """
    return seen(decide_post(case, channel_id, at))


def answer(case: Case, channel_id: ChannelId | None = FB, at: datetime = AT) -> Answer:
    """
    Ask about the whole post where the specification names no code.
    """
    return decide_post(case, channel_id, at).answer
