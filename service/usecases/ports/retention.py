"""
Ask for what has been kept long enough, and let it go.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from service.records.retention import Erased, Outliving


class Outlived(Protocol):
    """
    What has been kept long enough.
    """

    def evidence(self, before: datetime) -> Sequence[Outliving]:
        """
        Give evidence recorded before an instant whose content is still there.
        """
        ...

    def checks(self, before: datetime) -> Sequence[Outliving]:
        """
        Give checks asked before an instant.
        """
        ...

    def erased(self) -> Sequence[Erased]:
        """
        Give every person, photo and member who was erased.
        """
        ...

    def drop_evidence(self, evidence_ids: Sequence[str], at: datetime) -> None:
        """
        Destroy what evidence contains; its digest stays.
        """
        ...

    def drop_checks(self, check_ids: Sequence[str], at: datetime) -> None:
        """
        Destroy checks, and what the log says of them.
        """
        ...

    def drop_complaints(self, complaint_ids: Sequence[str], at: datetime) -> None:
        """
        Destroy the words of complaints and the notes about them.
        """
        ...


class RetentionWork(Protocol):
    """
    The part of a unit of work that retention needs.
    """

    @property
    def outlived(self) -> Outlived:
        """
        Reach what has been kept long enough.
        """
        ...
