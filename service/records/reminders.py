"""
Hold what families are reminded of, and that they were.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from service.decision.ids import PersonId, SignatoryId


class Occasion(StrEnum):
    """
    What comes near.
    """

    MAJORITY = "majority"
    """The person answers alone from then on."""
    DISCERNMENT = "discernment"
    """The child is asked beside the holders from then on."""
    SELF_CONSENT = "self_consent"
    """The child's own yes is needed, and enough, from then on."""
    EXPIRY = "expiry"
    """A yes ends with that day."""


@dataclass(frozen=True, slots=True)
class ReminderKey:
    """
    What makes one reminder different from every other: it is written once.
    """

    occasion: Occasion
    person_id: PersonId
    signatory_id: SignatoryId
    """Whom it goes to."""
    falls_on: date
    """The day that comes near."""
    step_days: int
    """So many days ahead, at most; 0: the day has come."""

    @property
    def matter(self) -> tuple[Occasion, PersonId, SignatoryId, date]:
        """
        Give what it is about, however far ahead.
        """
        return self.occasion, self.person_id, self.signatory_id, self.falls_on
