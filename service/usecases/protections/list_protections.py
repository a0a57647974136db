"""
List the orders that protect, or protected, a person.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from service.decision.ids import PersonId
from service.decision.powers import Scope
from service.records.people import ProtectionRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.sight.people import seen_person


@dataclass(frozen=True, slots=True)
class ListProtections:
    """
    List the orders that protect, or protected, a person.
    """

    desk: Desk

    def __call__(self, caller: Caller, person_id: PersonId) -> Sequence[ProtectionRecord]:
        """
        Give all orders about a person, ended ones too.

        Raises:
            NotAllowed: The caller has no `people:read` scope.
            NotFound: There is no such person for this caller.
        """
        caller = caller.narrowed(Scope.PEOPLE_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            seen_person(work, caller, person_id)
            return work.protections.list_of(person_id)
