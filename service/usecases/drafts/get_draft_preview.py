"""
Give what a draft looks like.
"""

from dataclasses import dataclass

from service.decision.ids import DraftId
from service.decision.powers import Scope
from service.usecases.caller import Caller
from service.usecases.drafts.keeping import DraftShelf


@dataclass(frozen=True, slots=True)
class GetDraftPreview:
    """
    Give what a draft looks like.
    """

    shelf: DraftShelf

    def __call__(self, caller: Caller, draft_id: DraftId) -> bytes:
        """
        Give a small JPEG or PNG: upright, written anew, without metadata.

        Made now where it was not when the draft was kept.

        Raises:
            NotAllowed: The caller has no `checks` scope.
            NotFound: There is none, it is somebody else's, or its time is over.
            BadImage: It was kept unseen, and is not a picture that can be trusted.
            Busy: Every picture worker is occupied.
        """
        caller.needs(Scope.CHECKS)
        with self.shelf.desk.database.look(caller.organisation_id) as work:
            draft = self.shelf.find(work, caller, draft_id)
            made = work.drafts.preview(caller.actor.id, draft_id)
            content = b"" if made else work.drafts.content(caller.actor.id, draft_id)
        return made or self.shelf.preview(content, draft.filename or None)
