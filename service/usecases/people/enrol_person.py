"""
Enter a person.
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
from service.usecases.recording import keep, recall
from service.usecases.sight.people import seen_person


@dataclass(frozen=True, slots=True)
class EnrolPerson:
    """
    Enter a person.
    """

    desk: Desk
    writer: PeopleWriter

    def __call__(
        self, caller: Caller, details: PersonDetails, *, somebody_else: bool = False
    ) -> PersonRecord:
        """
        Enter a person and give them as recorded; no channel is answered yet.

        Args:
            somebody_else: Whoever looks like the same person is somebody else.

        Raises:
            NotAllowed: The caller has no `people:write` scope.
            InvalidInput: Something needed is missing or unusable.
            ImpossibleDates: The dates contradict each other.
            AlreadyExists: Somebody has this outside number, or looks like the same person.
        """
        reader, caller = caller, caller.narrowed(Scope.PEOPLE_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            if made_before := recall(work, caller):
                return seen_person(work, caller, PersonId(made_before))
            others = Duplicates(work, reader)
            person = self.writer.enter(
                work, caller, details, now, others, somebody_else=somebody_else
            )
            keep(work, caller, person.id, now)
            work.commit()
        return person
