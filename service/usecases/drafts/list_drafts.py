"""
List drafts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from service.decision.powers import Scope
from service.records.drafts import Draft
from service.usecases.caller import Caller
from service.usecases.drafts.keeping import DraftShelf


@dataclass(frozen=True, slots=True)
class ListDrafts:
    """
    List drafts.
    """

    shelf: DraftShelf

    def __call__(self, caller: Caller) -> Sequence[Draft]:
        """
        Give the caller's own drafts, the newest first.

        Raises:
            NotAllowed: The caller has no `checks` scope.
        """
        caller.needs(Scope.CHECKS)
        oldest_at = self.shelf.oldest_at(self.shelf.desk.clock())
        with self.shelf.desk.database.look(caller.organisation_id) as work:
            found = work.drafts.list_of(caller.actor.id)
        return [each for each in found if each.kept_at >= oldest_at]
