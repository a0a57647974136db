"""
Whoever asks too much is stopped, however many processes answer.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from service.decision.ids import ActorId, OrganisationId
from service.errors import TooMany
from service.ledger.kinds import ActorKind
from service.records.activity import Actor
from service.usecases.caller import Caller
from service.usecases.checks.budget import Budget
from service.usecases.ports.work import UnitOfWork

WORKERS = 16
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@dataclass
class Asked:
    """
    Stand for a database in which only questions are counted.
    """

    at: Counter[tuple[str, datetime]] = field(default_factory=Counter)
    counted: int = 0

    @property
    def checks(self) -> "Asked":
        """
        Stand for the store of checks as well.
        """
        return self

    def count_by_actor(self, actor_id: ActorId, since: datetime) -> int:
        """
        Count the questions of one actor.
        """
        self.counted += 1
        return sum(times for (who, at), times in self.at.items() if who == actor_id and at >= since)

    def ask(self, budget: Budget, at: datetime = NOON, who: str = "asha") -> bool:
        """
        Ask one question, unless the budget is used up.
        """
        actor = Actor(ActorId(who), ActorKind.KEY, who, frozenset())
        try:
            budget.spend(cast("UnitOfWork", self), Caller(OrganisationId("jacinthes"), actor), at)
        except TooMany:
            return False
        self.at[who, at] += 1
        return True


def test_a_budget_is_spent_to_the_last_question_and_no_further() -> None:
    asked, budget = Asked(), Budget(100)

    assert [True] * 100 + [False] * 10 == [asked.ask(budget) for _ in range(110)]


def test_an_hour_later_it_is_there_again() -> None:
    asked, budget = Asked(), Budget(3)
    for _ in range(3):
        asked.ask(budget)

    assert not asked.ask(budget, NOON + timedelta(minutes=59))
    assert asked.ask(budget, NOON + timedelta(minutes=60, seconds=1))


def test_each_actor_has_a_budget_of_their_own() -> None:
    asked, budget = Asked(), Budget(1)

    assert asked.ask(budget, who="asha")
    assert not asked.ask(budget, who="asha")
    assert asked.ask(budget, who="bram")


def test_far_from_the_end_it_is_seldom_counted() -> None:
    asked, budget = Asked(), Budget(1_000_000)
    for _ in range(1_000):
        asked.ask(budget)

    assert 1 == asked.counted


def test_what_others_asked_is_seen_within_a_minute() -> None:
    asked, budget = Asked(), Budget(1_000)
    asked.ask(budget)
    asked.at["asha", NOON] += 999

    assert not asked.ask(budget, NOON + timedelta(minutes=1))


@given(st.integers(1, 5_000), st.lists(st.sampled_from(range(WORKERS)), max_size=300))
def test_several_processes_overspend_by_a_sixteenth_at_most(
    per_hour: int, first: list[int]
) -> None:
    asked = Asked()
    budgets = [Budget(per_hour) for _ in range(WORKERS)]
    for turn in first:
        asked.ask(budgets[turn])
    for greedy in reversed(budgets):
        while asked.ask(greedy):
            pass

    assert per_hour <= asked.at.total() <= per_hour + per_hour // 16
