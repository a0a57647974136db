"""
Show every version of what was known of a person.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from service.decision.ids import PersonId
from service.decision.powers import Scope
from service.records.paging import Versioned
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.sight.people import seen_person


@dataclass(frozen=True, slots=True)
class ShowHistory:
    """
    Show every version of what was known of a person.
    """

    desk: Desk

    def __call__(self, caller: Caller, person_id: PersonId) -> Sequence[Versioned[PersonRecord]]:
        """
        Give every version, oldest first, with when and through whom it was learned.

        Raises:
            NotAllowed: The caller lacks `people:read` or `audit`.
            NotFound: There is no such person for this caller.
        """
        caller = caller.narrowed(Scope.PEOPLE_READ)
        caller.needs(Scope.AUDIT)
        with self.desk.database.look(caller.organisation_id) as work:
            seen_person(work, caller, person_id)
            return work.people.history(person_id)
