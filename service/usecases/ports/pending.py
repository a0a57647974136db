"""
Ask for answers that wait for a second member of staff.

Every method sees one organisation only: that of its unit of work.
"""

from collections.abc import Sequence
from typing import Protocol

from service.decision.ids import PendingId, PersonId
from service.records.pending import PendingAnswer
from service.usecases.ports.unmatched import UnmatchedWork


class PendingAnswers(Protocol):
    """
    Answers that count as nothing yet; settled ones are gone.
    """

    def add(self, pending: PendingAnswer, content: bytes) -> None:
        """
        Keep an answer with its scan, encrypted; *content* may be empty.
        """
        ...

    def get(self, pending_id: PendingId) -> PendingAnswer:
        """
        Give one.

        Raises:
            NotFound: There is none, or it is settled.
        """
        ...

    def content(self, pending_id: PendingId) -> bytes:
        """
        Give the scan or recording.

        Raises:
            NotFound: As `get`.
        """
        ...

    def list_all(self) -> Sequence[PendingAnswer]:
        """
        Give all that wait, the oldest first.
        """
        ...

    def drop(self, pending_id: PendingId) -> int:
        """
        Delete one that is settled; give how many were there.
        """
        ...

    def drop_of(self, person_id: PersonId) -> int:
        """
        Delete all about a person; count them.
        """
        ...


class PendingWork(UnmatchedWork, Protocol):
    """
    The part of a unit of work in which answers wait.
    """

    @property
    def pending_answers(self) -> PendingAnswers:
        """
        Reach the answers that wait for a second member of staff.
        """
        ...
