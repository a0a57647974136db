"""
Delete all drafts of somebody.
"""

from dataclasses import dataclass

from service.usecases.caller import Caller
from service.usecases.drafts.keeping import DraftShelf


@dataclass(frozen=True, slots=True)
class DropDrafts:
    """
    Delete all drafts of somebody.
    """

    shelf: DraftShelf

    def __call__(self, caller: Caller) -> int:
        """
        Delete the caller's own drafts, as at sign-out (threat T23); count them.
        """
        with self.shelf.desk.database.begin(caller.organisation_id) as work:
            count = work.drafts.drop_of(caller.actor.id)
            work.commit()
        return count
