"""
Ask for consent records as they were received from elsewhere.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from service.decision.ids import ActId, PersonId
from service.usecases.ports.paper import PaperWork


class ReceivedRecords(Protocol):
    """
    The records that acts came in with; they leave again as they were.
    """

    def add(self, act_id: ActId, person_id: PersonId, document: bytes, at: datetime) -> None:
        """
        Keep the record that an act came in with.
        """
        ...

    def find(self, act_id: ActId) -> bytes | None:
        """
        Give the record that an act came in with, if it came from elsewhere.
        """
        ...

    def all(self) -> Mapping[ActId, bytes]:
        """
        Give every record by its act.
        """
        ...

    def drop_of(self, person_id: PersonId) -> int:
        """
        Delete those about a person; count them.
        """
        ...


class ReceivedWork(PaperWork, Protocol):
    """
    The part of a unit of work for received records, and for paper.
    """

    @property
    def received_records(self) -> ReceivedRecords:
        """
        Reach the records that were received.
        """
        ...
