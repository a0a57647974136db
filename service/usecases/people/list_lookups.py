"""
List who looked somebody up.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from service.decision.ids import CheckId, KeyId, PersonId
from service.decision.powers import Scope
from service.records.activity import CheckRecord
from service.records.paging import Listing, Page
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import seen_person


@dataclass(frozen=True, slots=True)
class Lookup:
    """
    One question that touched somebody: what for, when, by whom.

    Not the answer: it may follow from what others in the picture said.
    """

    check_id: CheckId
    asked_at: datetime
    asked_by: str
    """The name of the key or role, never the address of a colleague."""
    purpose: str
    channel: str | None
    """As it was asked for; None is every channel."""
    pictures: int
    names: int


@dataclass(frozen=True, slots=True)
class ListLookups:
    """
    List who looked somebody up, to be shown to the family (threat T1).
    """

    desk: Desk

    def __call__(self, caller: Caller, person_id: PersonId, page: Page) -> Listing[Lookup]:
        """
        Give one page of questions that touched a person, oldest first.

        Raises:
            NotAllowed: The caller has no `people:read` scope.
            NotFound: There is no such person for this caller.
        """
        caller = caller.narrowed(Scope.PEOPLE_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            seen_person(work, caller, person_id)
            listing = work.checks.list_page(replace(page, filters={"person_id": person_id}))
            lookups = tuple(_lookup(work, each) for each in listing.items)
        return Listing(items=lookups, next_after=listing.next_after)


def _lookup(work: UnitOfWork, check: CheckRecord) -> Lookup:
    """
    Say what a check asked, without what it answered.
    """
    key = work.keys.find(KeyId(check.actor_id))
    return Lookup(
        check_id=check.id,
        asked_at=check.asked_at,
        asked_by=key.name if key else check.actor_id,
        purpose=check.question.get("purpose", ""),
        channel=check.question.get("channel"),
        pictures=check.question.get("pictures", 0),
        names=check.question.get("names", 0),
    )
