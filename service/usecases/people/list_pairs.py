"""
List what was said of a record and others.
"""

from dataclasses import dataclass

from service.decision.ids import PersonId
from service.decision.powers import Scope
from service.decision.twins import PairVerdict
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.people.search_people import by_name
from service.usecases.sight.people import is_seen, seen_person


@dataclass(frozen=True, slots=True)
class Paired:
    """
    Another record, and what was said of it and the one asked about.
    """

    other: PersonRecord
    verdict: PairVerdict
    direct: bool
    """False: they are one person by a third record."""


@dataclass(frozen=True, slots=True)
class ListPairs:
    """
    List what was said of a record and others.
    """

    desk: Desk

    def __call__(self, caller: Caller, person_id: PersonId) -> tuple[Paired, ...]:
        """
        Give every other record in sight that is the same person, or was told apart.

        Raises:
            NotAllowed: The caller has no `people:read` scope.
            NotFound: There is no such person for this caller.
        """
        caller = caller.narrowed(Scope.PEOPLE_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            seen_person(work, caller, person_id)
            told = {
                PersonId(each.other_id if each.person_id == person_id else each.person_id): each
                for each in work.pairs.standing_with([person_id])
            }
            whole = work.pairs.whole([person_id]) - {person_id}
            others = work.people.among(sorted(whole | told.keys()))
        return tuple(
            Paired(
                other,
                PairVerdict.SAME if other.id in whole else PairVerdict.APART,
                direct=other.id in told
                and (told[other.id].verdict is PairVerdict.SAME) == (other.id in whole),
            )
            for other in sorted(others, key=by_name)
            if is_seen(caller, other)
        )
