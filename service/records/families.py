"""
Hold what lets a family in: links, codes, sessions; never a secret.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from service.decision.ids import PersonId, SignatoryId


class DoorKind(StrEnum):
    """
    What a secret opens.
    """

    LINK = "link"
    """Says whose answers are asked for; opens nothing by itself (threats T3, T4)."""
    CODE = "code"
    """The browser that asked for a code, and the code that was sent."""
    SESSION = "session"
    """The pages of one signatory, for a short while."""


@dataclass(frozen=True, slots=True)
class DoorKey:
    """
    A secret of a family, known by its digest.
    """

    id: str
    kind: DoorKind
    signatory_id: SignatoryId
    digest: bytes = field(repr=False)
    made_at: datetime
    expires_at: datetime
    code_digest: bytes = field(default=b"", repr=False)
    """Of the browser's secret and the code together: a thief of this row, who lacks the
    browser's secret, cannot try the million codes."""


@dataclass(frozen=True, slots=True)
class Reachable:
    """
    Somebody who may answer, and where they can be reached.
    """

    signatory_id: SignatoryId
    name: str
    email: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    language: str = ""

    @property
    def has_contact(self) -> bool:
        """
        Tell whether a code can be sent.
        """
        return bool(self.email or self.phone)


@dataclass(frozen=True, slots=True)
class ReceiptRecord:
    """
    What somebody answered about one person at once, as they keep it.
    """

    id: str
    signatory_id: SignatoryId
    person_id: PersonId
    entry_id: str
    """The line of the log that holds the digest of the document."""
    recorded_at: datetime
    language: str
    document: str = field(repr=False)
    """Canonical JSON-LD (ISO/IEC TS 27560): ids and channels, no names of people."""
