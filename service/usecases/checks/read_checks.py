"""
Read earlier checks again.
"""

from dataclasses import dataclass
from typing import Any

from service.decision.ids import CheckId
from service.decision.powers import Scope
from service.errors import NotFound
from service.records.activity import CheckRecord
from service.records.paging import Listing, Page
from service.usecases.caller import Caller
from service.usecases.checks.examine import is_in_sight, shown_to
from service.usecases.desk import Desk
from service.usecases.people.sight import is_seen
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class GetCheck:
    """
    Read one check again: one's own, or with `audit` anybody's.
    """

    desk: Desk

    def __call__(self, caller: Caller, check_id: CheckId) -> dict[str, Any]:
        """
        Give the outcome as it was answered, as far as the caller may know it.

        Raises:
            NotFound: There is no such check, or it is somebody else's.
        """
        caller.needs(Scope.CHECKS)
        with self.desk.database.look(caller.organisation_id) as work:
            check = work.checks.get(check_id)
            knows = is_in_sight(work, caller, check)
        if check.actor_id != caller.actor.id and Scope.AUDIT not in caller.actor.scopes:
            message = "There is no such check."
            raise NotFound(message)
        return shown_to(caller, check, is_in_sight=knows)


@dataclass(frozen=True, slots=True)
class ListChecks:
    """
    List checks of the whole organisation.
    """

    desk: Desk

    def __call__(self, caller: Caller, page: Page) -> Listing[CheckRecord]:
        """
        Give one page, oldest first; to whoever sees some units, of their people only.

        Raises:
            NotAllowed: The caller has no `audit` scope.
        """
        caller.needs(Scope.AUDIT)
        with self.desk.database.look(caller.organisation_id) as work:
            listing = work.checks.list_page(page)
            seen = tuple(each for each in listing.items if may_audit(work, caller, each))
        return Listing(seen, listing.next_after)


def may_audit(work: UnitOfWork, caller: Caller, check: CheckRecord) -> bool:
    """
    Tell whether a check is about nobody whom the caller does not see.
    """
    if caller.actor.unit_ids is None:
        return True
    found = map(work.people.find, check.person_ids)
    return all(each is not None and is_seen(caller, each) for each in found)
