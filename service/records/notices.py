"""
Hold what the staff are told of by mail, and how much it presses.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from service.records.mail import LetterKind


class Topic(StrEnum):
    """
    What waits for somebody of the staff.
    """

    TAKEDOWN = "takedown"
    """Something must come down."""
    COMPLAINT = "complaint"
    """Somebody complains, or asks for their rights."""
    BREACH = "breach"
    """The 72 hours of a possible breach run (GDPR article 33)."""
    PROPOSAL = "proposal"
    """A post waits for somebody to approve it."""
    REFUSAL = "refusal"
    """A no came in, and nobody knows yet whose it is."""
    ANSWER = "answer"
    """A yes came in, and counts only once somebody has looked."""
    BUDGET = "budget"
    """Somebody used up their questions of an hour, and may be fishing (threat T1)."""


BINDING: Final = frozenset(
    {Topic.TAKEDOWN, Topic.COMPLAINT, Topic.BREACH, Topic.REFUSAL, Topic.BUDGET}
)
"""The law sets their time, or somebody is at it just now: they do not wait for the office,
and nobody can switch them off."""


class Stage(StrEnum):
    """
    How near the end of its time is.
    """

    OPENED = "opened"
    SOON = "soon"
    """A quarter of the time is left, or less."""
    LATE = "late"
    """The time is over."""


KINDS: Final[Mapping[tuple[Topic, Stage], LetterKind]] = {
    (Topic.TAKEDOWN, Stage.OPENED): LetterKind.STAFF_TAKEDOWN,
    (Topic.TAKEDOWN, Stage.SOON): LetterKind.STAFF_TAKEDOWN_SOON,
    (Topic.TAKEDOWN, Stage.LATE): LetterKind.STAFF_TAKEDOWN_LATE,
    (Topic.COMPLAINT, Stage.OPENED): LetterKind.STAFF_COMPLAINT,
    (Topic.COMPLAINT, Stage.SOON): LetterKind.STAFF_COMPLAINT_SOON,
    (Topic.COMPLAINT, Stage.LATE): LetterKind.STAFF_COMPLAINT_LATE,
    (Topic.BREACH, Stage.OPENED): LetterKind.STAFF_BREACH,
    (Topic.BREACH, Stage.SOON): LetterKind.STAFF_BREACH_SOON,
    (Topic.BREACH, Stage.LATE): LetterKind.STAFF_BREACH_LATE,
    (Topic.PROPOSAL, Stage.OPENED): LetterKind.STAFF_PROPOSAL,
    (Topic.PROPOSAL, Stage.SOON): LetterKind.STAFF_PROPOSAL_SOON,
    (Topic.REFUSAL, Stage.OPENED): LetterKind.STAFF_REFUSAL,
    (Topic.REFUSAL, Stage.SOON): LetterKind.STAFF_REFUSAL_SOON,
    (Topic.REFUSAL, Stage.LATE): LetterKind.STAFF_REFUSAL_LATE,
    (Topic.ANSWER, Stage.OPENED): LetterKind.STAFF_ANSWER,
    (Topic.BUDGET, Stage.OPENED): LetterKind.STAFF_BUDGET,
}
"""What is told, as which letter; of anything else nobody is told."""
TOPICS: Final[Mapping[LetterKind, Topic]] = {kind: topic for (topic, _), kind in KINDS.items()}
