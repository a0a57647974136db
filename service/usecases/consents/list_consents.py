"""
List acts.
"""

from dataclasses import dataclass

from service.decision.consents import ConsentAct
from service.decision.powers import Scope
from service.records.paging import Listing, Page
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import is_seen


@dataclass(frozen=True, slots=True)
class ListConsents:
    """
    List acts.
    """

    desk: Desk

    def __call__(self, caller: Caller, page: Page) -> Listing[ConsentAct]:
        """
        Give one page of acts; filters: person_id, signatory_id, kind.

        A key that sees some units only gets the acts about their people.

        Raises:
            NotAllowed: The caller has no `consents:read` scope.
        """
        caller = caller.narrowed(Scope.CONSENTS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            listing = work.acts.list_page(page)
            if caller.actor.unit_ids is None:
                return listing
            return Listing(self._seen(work, caller, listing.items), listing.next_after)

    @staticmethod
    def _seen(
        work: UnitOfWork, caller: Caller, acts: tuple[ConsentAct, ...]
    ) -> tuple[ConsentAct, ...]:
        """
        Leave out what is about people the caller does not see.
        """
        people = {act.person_id: work.people.find(act.person_id) for act in acts}
        seen = {
            person_id
            for person_id, person in people.items()
            if person is not None and is_seen(caller, person)
        }
        return tuple(act for act in acts if act.person_id in seen)
