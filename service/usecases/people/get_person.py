"""
Give one person.
"""

from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import PersonId
from service.decision.powers import Scope
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.sight.people import seen_person


@dataclass(frozen=True, slots=True)
class GetPerson:
    """
    Give one person.
    """

    desk: Desk

    def __call__(
        self, caller: Caller, person_id: PersonId, known_at: datetime | None = None
    ) -> PersonRecord:
        """
        Give a person as known now, or with `audit` as known at an earlier instant.

        Raises:
            NotAllowed: The caller has no `people:read` scope, or looks back without
                `audit`.
            NotFound: There is no such person for this caller.
        """
        caller = caller.narrowed(Scope.PEOPLE_READ)
        if known_at is not None:
            caller.needs(Scope.AUDIT)
        with self.desk.database.look(caller.organisation_id) as work:
            return seen_person(work, caller, person_id, known_at)
