"""
Say how a proposed post goes from hand to hand (domain rule 9).

    proposed ──approve──► approved ──fall_due──► due
       │                     └────────┬───────────┘
       │                           release ──► published, or blocked, and tried again
       └─ send_back, withdraw, cancel: from wherever it is still open

On a channel that needs two approvals (domain rule 21), the first leads to `approved_once`
and the second to `approved`; where one does not count any more, another takes its place.
"""

from collections.abc import Mapping
from enum import StrEnum


class State(StrEnum):
    """
    Where a proposal is.
    """

    PROPOSED = "proposed"
    APPROVED_ONCE = "approved_once"
    """One of two approvals is there."""
    APPROVED = "approved"
    DUE = "due"
    """Its day has come and nothing stands in the way: somebody may post it."""
    BLOCKED = "blocked"
    """The verdict at the release was not `publish`; it may be tried again."""
    PUBLISHED = "published"
    SENT_BACK = "sent_back"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    """Somebody in it may no longer be shown there, or its day came with an obstacle."""

    @property
    def is_open(self) -> bool:
        """
        Tell whether something may still become of it.
        """
        return self in OPEN


class Move(StrEnum):
    """
    What may be done with a proposal.
    """

    APPROVE = "approve"
    APPROVE_FIRST = "approve_first"
    """One of two, and the other is missing."""
    APPROVE_SECOND = "approve_second"
    FALL_DUE = "fall_due"
    BLOCK = "block"
    RELEASE = "release"
    SEND_BACK = "send_back"
    WITHDRAW = "withdraw"
    CANCEL = "cancel"


OPEN = frozenset({State.PROPOSED, State.APPROVED_ONCE, State.APPROVED, State.DUE, State.BLOCKED})
APPROVED = frozenset({State.APPROVED, State.DUE, State.BLOCKED})
"""What a publisher let through already."""
AGREED = frozenset({State.APPROVED_ONCE, State.APPROVED})
"""What somebody's approval leads to."""
MOVES: Mapping[Move, tuple[frozenset[State], State]] = {
    Move.APPROVE: (frozenset({State.PROPOSED, State.APPROVED_ONCE}), State.APPROVED),
    Move.APPROVE_FIRST: (OPEN, State.APPROVED_ONCE),
    Move.APPROVE_SECOND: (OPEN - {State.PROPOSED}, State.APPROVED),
    Move.FALL_DUE: (frozenset({State.APPROVED}), State.DUE),
    Move.BLOCK: (APPROVED, State.BLOCKED),
    Move.RELEASE: (APPROVED, State.PUBLISHED),
    Move.SEND_BACK: (OPEN, State.SENT_BACK),
    Move.WITHDRAW: (OPEN, State.WITHDRAWN),
    Move.CANCEL: (OPEN, State.CANCELLED),
}


def moved(state: State, move: Move) -> State | None:
    """
    Give where a proposal is after a move; None: not from here.
    """
    sources, target = MOVES[move]
    return target if state in sources else None
