"""
Say how far ahead somebody is reminded, and hold what is due.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from service.records.families import Reachable
from service.records.mail import LetterKind
from service.records.reminders import Occasion, ReminderKey

STEPS_DAYS: Mapping[Occasion, tuple[int, ...]] = {
    Occasion.MAJORITY: (7, 30, 90),
    Occasion.DISCERNMENT: (7, 30, 90),
    Occasion.SELF_CONSENT: (7, 30, 90),
    Occasion.EXPIRY: (7, 30, 60),
}
"""Days ahead, the nearest first (domain section 2.6)."""
FARTHEST_DAYS = 90
ASKED_WITHIN_DAYS = 14
"""How long after the day the young person is still told that it has come."""
KINDS = frozenset(
    {
        LetterKind.FAMILY_EXPIRY,
        LetterKind.FAMILY_OWN_VOICE,
        LetterKind.FAMILY_OWN_VOICE_NOW,
        LetterKind.FAMILY_OWN_VOICE_HOLDERS,
    }
)
"""Letters that remind: none leaves once the matter is settled."""


class Obstacle(StrEnum):
    """
    Why a reminder that is due is not written.
    """

    NONE = "none"
    UNREACHABLE = "unreachable"
    """They cannot be written to now: mostly, no address is known."""
    HELD = "held"
    """A hold lies on the person: a human decides who is written to."""


@dataclass(frozen=True, slots=True)
class Due:
    """
    One reminder that the facts of this moment ask for.
    """

    key: ReminderKey
    kind: LetterKind
    person_name: str
    given_name: str
    to: Reachable
    obstacle: Obstacle

    @property
    def is_free(self) -> bool:
        """
        Tell whether nothing is in the way of writing it.
        """
        return self.obstacle is Obstacle.NONE


def step_of(occasion: Occasion, today: date, falls_on: date) -> int | None:
    """
    Say which reminder it is the time for; None: none.

    Of several that were missed the nearest alone is written.
    """
    days_left = (falls_on - today).days
    if occasion is not Occasion.EXPIRY and -ASKED_WITHIN_DAYS <= days_left <= 0:
        return 0
    if days_left < 0:
        return None
    return next((each for each in STEPS_DAYS[occasion] if each >= days_left), None)


def first_and_last(today: date) -> tuple[date, date]:
    """
    Give the first and the last day that anything here looks at.
    """
    return today - timedelta(days=ASKED_WITHIN_DAYS), today + timedelta(days=FARTHEST_DAYS)
