"""
Ask for answers that wait for somebody to say who is meant.

Every method sees one organisation only: that of its unit of work.
"""

from collections.abc import Sequence
from typing import Protocol

from service.decision.ids import UnmatchedId
from service.records.unmatched import UnmatchedAnswer


class UnmatchedAnswers(Protocol):
    """
    Answers that count as nothing yet; settled ones are gone.
    """

    def add(self, answer: UnmatchedAnswer, content: bytes) -> None:
        """
        Keep an answer with its scan, encrypted; *content* may be empty.
        """
        ...

    def find(self, unmatched_id: UnmatchedId) -> UnmatchedAnswer | None:
        """
        Find one that is not settled.
        """
        ...

    def content(self, unmatched_id: UnmatchedId) -> bytes:
        """
        Give the scan or message; empty where there is none.
        """
        ...

    def list_all(self) -> Sequence[UnmatchedAnswer]:
        """
        Give all that wait, the oldest first.
        """
        ...

    def drop(self, unmatched_id: UnmatchedId) -> int:
        """
        Delete one that is settled; give how many were there.
        """
        ...


class UnmatchedWork(Protocol):
    """
    The part of a unit of work in which answers wait for a name.
    """

    @property
    def unmatched_answers(self) -> UnmatchedAnswers:
        """
        Reach the answers that match nobody, or several.
        """
        ...
