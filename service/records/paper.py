"""
Hold forms as they were printed, so that paper can be read back.
"""

from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import FormVersionId, PaperId, PersonId
from service.decision.terms import Matter


@dataclass(frozen=True, slots=True)
class PaperRow:
    """
    One question as it was printed: where, and about what.
    """

    page: int
    """Of the pages of answers, from 1."""
    slot: int
    place: str
    """Id of a channel."""
    matter: Matter


@dataclass(frozen=True, slots=True)
class PaperForm:
    """
    One printed form; its id is the one-time reference in its code.

    Nobody gets in by it: it only tells which questions stand where.
    """

    id: PaperId
    form_version_id: FormVersionId
    language: str
    easy: bool
    printed_at: datetime
    person_id: PersonId | None
    """Whom it was printed for; None: for anybody."""
    rows: tuple[PaperRow, ...]
