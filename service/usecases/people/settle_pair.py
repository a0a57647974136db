"""
Say of two records whether they are one person.
"""

from dataclasses import dataclass

from service.decision.ids import PersonId
from service.decision.powers import Scope
from service.decision.twins import PairVerdict
from service.errors import Conflict, InvalidInput, StillOne
from service.records.people import Pair
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.people.pairing import write_pair
from service.usecases.ports.aftermath import Aftermath
from service.usecases.ports.work import UnitOfWork
from service.usecases.recording import keep, recall
from service.usecases.sight.people import seen_person


@dataclass(frozen=True, slots=True)
class SettlePair:
    """
    Say of two records whether they are one person.
    """

    desk: Desk
    aftermath: Aftermath

    def __call__(
        self, caller: Caller, person_id: PersonId, other_id: PersonId, verdict: PairVerdict
    ) -> Pair:
        """
        Say it from now on; what is said later of the same two replaces it.

        Two people no longer stand together among those who may be entered twice.  Of one
        person a no on either record holds for both, and what is live under it comes down;
        a yes counts for its own record only.

        Raises:
            NotAllowed: The caller has no `people:write` scope.
            NotFound: One of the two is nobody for this caller.
            InvalidInput: It is one and the same record.
            StillOne: They are two people, but one with a third record.
            Conflict: This very call came before, and something else was said since.
        """
        caller = caller.narrowed(Scope.PEOPLE_WRITE)
        pair = Pair.of(person_id, other_id, verdict)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            for each in (person_id, other_id):
                seen_person(work, caller, each)
            if person_id == other_id:
                raise InvalidInput("Name two different records.", field="other_id")
            if recall(work, caller):
                return _still_said(work, pair)
            write_pair(self.desk, work, caller, pair, now)
            if verdict is PairVerdict.SAME:
                self.aftermath.of_people(work, caller, [person_id, other_id])
            elif other_id in work.pairs.whole([person_id]):
                raise StillOne("Both are one person with a third record: settle that first.")
            keep(work, caller, pair.id, now)
            work.commit()
        return pair


def _still_said(work: UnitOfWork, pair: Pair) -> Pair:
    if work.pairs.find(pair.id) != pair:
        raise Conflict("Something else was said of these two since.")
    return pair
