"""
Say whom a caller may see: everybody, or the people of some units.

Whoever is out of sight does not exist, in answer and in shape (threat T2).
"""

from datetime import datetime

from service.decision.ids import PersonId
from service.errors import NotAllowed, NotFound
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.ports.work import UnitOfWork


def seen_person(
    work: UnitOfWork, caller: Caller, person_id: PersonId, known_at: datetime | None = None
) -> PersonRecord:
    """
    Give a person the caller may see.

    Raises:
        NotFound: There is none, or not for this caller: nobody can tell which.
    """
    person = work.people.find(person_id, known_at)
    if person is None or not is_seen(caller, person):
        raise NotFound("There is no such person.")
    return person


def is_seen(caller: Caller, person: PersonRecord) -> bool:
    """
    Tell whether the caller may see a person.

    Former units count, as they do for names: somebody who left a class last week
    is still in the photos of last week.
    """
    own = caller.actor.unit_ids
    return own is None or any(each.unit_id in own for each in person.memberships)


def needs_everybody(caller: Caller) -> None:
    """
    Pass when the caller may see the whole organisation.

    Raises:
        NotAllowed: They see some units only.
    """
    if caller.actor.unit_ids is not None:
        raise NotAllowed("This needs a key of the whole organisation, not of some units.")
