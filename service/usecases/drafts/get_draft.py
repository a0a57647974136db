"""
Give a draft with its picture.
"""

from dataclasses import dataclass, field

from service.decision.ids import DraftId
from service.decision.powers import Scope
from service.records.drafts import Draft
from service.usecases.caller import Caller
from service.usecases.checks.question import Upload
from service.usecases.drafts.keeping import DraftShelf


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """
    A draft and the picture as it was sent.
    """

    draft: Draft
    content: bytes = field(repr=False)

    @property
    def upload(self) -> Upload:
        """
        Give it as if it had been sent again: to check, register, publish.
        """
        return Upload(self.content, self.draft.filename or None)


@dataclass(frozen=True, slots=True)
class GetDraft:
    """
    Give a draft with its picture.
    """

    shelf: DraftShelf

    def __call__(self, caller: Caller, draft_id: DraftId) -> KeptDraft:
        """
        Give one of the caller's own drafts; never to be shown as it is (threat T14).

        Raises:
            NotAllowed: The caller has no `checks` scope.
            NotFound: There is none, it is somebody else's, or its time is over.
        """
        caller.needs(Scope.CHECKS)
        with self.shelf.desk.database.look(caller.organisation_id) as work:
            draft = self.shelf.find(work, caller, draft_id)
            return KeptDraft(draft, work.drafts.content(caller.actor.id, draft_id))
