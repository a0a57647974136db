"""
Compare answers: `do_not_publish` permits less than `ask`, `ask` less than `publish`.
"""

from datetime import datetime
from typing import TypeVar

from hypothesis import Phase, settings

from service.decision.case import Case
from service.decision.ids import ChannelId
from service.decision.terms import Answer
from tests.decision.asking import answer

T = TypeVar("T")
MANY = settings(max_examples=1000, deadline=None)
ANY = settings(phases=[Phase.generate])
"""To find one: the first will do, and the simplest would take as long as a thousand."""
RANK = {Answer.DO_NOT_PUBLISH: 0, Answer.ASK: 1, Answer.PUBLISH: 2}


def rank(case: Case, channel_id: ChannelId, at: datetime) -> int:
    """
    Give how much a case permits.
    """
    return RANK[answer(case, channel_id, at)]


def reordered(items: tuple[T, ...], order: list[int]) -> tuple[T, ...]:
    """
    Put items in another order.
    """
    return tuple(items[index] for index in order if index < len(items))
