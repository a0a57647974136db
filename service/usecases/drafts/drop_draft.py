"""
Delete a draft.
"""

from dataclasses import dataclass

from service.decision.ids import DraftId
from service.errors import NotFound
from service.usecases.caller import Caller
from service.usecases.drafts.keeping import DraftShelf


@dataclass(frozen=True, slots=True)
class DropDraft:
    """
    Delete a draft.
    """

    shelf: DraftShelf

    def __call__(self, caller: Caller, draft_id: DraftId) -> None:
        """
        Delete one of the caller's own drafts; it takes no power to have less.

        Raises:
            NotFound: There is none, or it is somebody else's.
        """
        with self.shelf.desk.database.begin(caller.organisation_id) as work:
            if not work.drafts.drop(caller.actor.id, draft_id):
                raise NotFound("There is no such draft; they are kept for a short time only.")
            work.commit()
