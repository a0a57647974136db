"""
Change what is known of a person.
"""

from dataclasses import dataclass

from service.decision.ids import PersonId
from service.decision.powers import Scope
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.people.duplicates import Duplicates
from service.usecases.people.person_details import PersonDetails
from service.usecases.people.writing import PeopleWriter
from service.usecases.sight.people import seen_person


@dataclass(frozen=True, slots=True)
class ChangePerson:
    """
    Change what is known of a person.
    """

    desk: Desk
    writer: PeopleWriter

    def __call__(
        self,
        caller: Caller,
        person_id: PersonId,
        details: PersonDetails,
        *,
        somebody_else: bool = False,
    ) -> PersonRecord:
        """
        Change what was told and give the person as recorded.

        What follows from it (who must sign, whose yes lapsed) is never stored, so
        the next check knows at once.

        Args:
            somebody_else: Whoever looks like the same person only now is somebody else.

        Raises:
            NotAllowed: The caller has no `people:write` scope.
            NotFound: There is no such person for this caller.
            InvalidInput: Something told is unusable.
            ImpossibleDates: The dates contradict each other.
            AlreadyExists: Somebody else has this outside number, or looks like the same
                person only now.
        """
        reader, caller = caller, caller.narrowed(Scope.PEOPLE_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            before = seen_person(work, caller, person_id)
            others = Duplicates(work, reader)
            after = self.writer.change(
                work, caller, before, details, now, others, somebody_else=somebody_else
            )
            work.commit()
        return after
