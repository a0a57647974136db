"""
Hold what waits for somebody of the staff.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, TypeAlias
from zoneinfo import ZoneInfo

from service.decision.calendar import ONE_DAY, start_of
from service.decision.channels import Contact
from service.decision.ids import ActorId
from service.records.notices import Stage, Topic
from service.usecases.caller import Caller
from service.usecases.ports.work import UnitOfWork

_ONE_MINUTE: Final = timedelta(minutes=1)


def last_minute_of(day: date, zone: ZoneInfo) -> datetime:
    """
    Give when something is over that has a day and no hour.
    """
    return start_of(day + ONE_DAY, zone) - _ONE_MINUTE


@dataclass(frozen=True, slots=True)
class Pending:
    """
    One thing that waits, as it may be told in a letter.
    """

    topic: Topic
    id: str
    title: str
    """What it is called without saying whom it is about: its channel, its number."""
    path: str
    """The page on which it is done."""
    group: str
    """While a letter has not left, it stands for all that opens in the same group."""
    began_at: datetime
    due_at: datetime | None
    is_for: Callable[[Caller], bool]
    """Tells whether somebody may do it; whoever does not see it may not."""
    named: frozenset[ActorId] = frozenset()
    """Those who are named for it, and are told instead of all who may."""
    contact: Contact | None = None
    """Who answers for it, with an account or without."""
    late_contact: Contact | None = None
    """Who hears of it once its time is over."""

    @property
    def key(self) -> str:
        """
        Name it with its deadline: one that was moved is another.
        """
        return f"{self.id} {self.due_at.timestamp():.0f}" if self.due_at else self.id

    def stage(self, now: datetime) -> Stage:
        """
        Say how near the end of its time is.
        """
        if self.due_at is None:
            return Stage.OPENED
        if now >= self.due_at:
            return Stage.LATE
        is_near = self.due_at - now <= (self.due_at - self.began_at) / 4
        return Stage.SOON if is_near else Stage.OPENED

    def contacts(self, stage: Stage) -> tuple[Contact, ...]:
        """
        Name who is told beside those who have an account.
        """
        told = (self.contact, self.late_contact if stage is Stage.LATE else None)
        return tuple(each for each in told if each is not None)


Source: TypeAlias = Callable[[UnitOfWork, datetime], Iterable[Pending]]
"""Gives everything of some topics that waits now."""
