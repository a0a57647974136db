"""
Hold that somebody looked at a channel or form, and it still holds.

What is written for people and platforms grows old (domain rule 44).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ReviewKind(StrEnum):
    """
    What is looked at from time to time.
    """

    CHANNEL = "channel"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Review:
    """
    That somebody looked, at which version, and when it is looked at again.

    Each is written beside those before it.  Who said it and when stands in the row.
    """

    kind: ReviewKind
    subject_id: str
    """The channel, or the form over all its versions."""
    seen_version: int
    """The number of the version that was looked at."""
    next_due_on: date

    @property
    def id(self) -> str:
        """
        Give the identifier of what was looked at: its reviews are one history.
        """
        return self.subject_id
