"""
Hold what has been kept long enough.
"""

from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import PersonId


@dataclass(frozen=True, slots=True)
class Erased:
    """
    One erasure that somebody asked for: whose, or of what.
    """

    kind: str
    """A person, a photo or a member."""
    id: str


@dataclass(frozen=True, slots=True)
class Outliving:
    """
    One record that is older than its rule wants.
    """

    id: str
    since_at: datetime
    person_ids: frozenset[PersonId] = frozenset()
    """Whom it is about: a legal hold on one of them keeps it."""
