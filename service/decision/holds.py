"""
Hold what stands in the way whatever anybody answered.
"""

from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import HoldId, PersonId, PhotoId, UnitId
from service.decision.terms import HoldKind


@dataclass(frozen=True, slots=True)
class Hold:
    """
    A stop on the organisation, a unit, a person or a photo.

    With none of the three ids it is on the whole organisation.
    """

    id: HoldId
    kind: HoldKind
    from_at: datetime
    until_at: datetime | None = None
    unit_id: UnitId | None = None
    person_id: PersonId | None = None
    photo_id: PhotoId | None = None

    def is_live(self, at: datetime) -> bool:
        """
        Tell whether it holds at *at*.
        """
        return self.from_at <= at and (self.until_at is None or at < self.until_at)
