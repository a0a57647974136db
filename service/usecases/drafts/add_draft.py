"""
Keep an uploaded picture as a draft.
"""

from dataclasses import dataclass

from service.decision.ids import DraftId
from service.decision.powers import Scope
from service.records.drafts import Draft
from service.usecases.caller import Caller
from service.usecases.checks.question import Upload
from service.usecases.drafts.keeping import DraftShelf, clean_filename


@dataclass(frozen=True, slots=True)
class AddDraft:
    """
    Keep an uploaded picture as a draft.
    """

    shelf: DraftShelf

    def __call__(self, caller: Caller, upload: Upload, *, unseen: bool = False) -> Draft:
        """
        Keep a picture for a while, for the caller alone.

        Where there is no room, the caller's oldest drafts go.

        Args:
            unseen: Do not look at it now, because a check will at once: an answer that
                somebody waits for is not kept waiting for a small copy.

        Raises:
            NotAllowed: The caller has no `checks` scope.
            BadImage: It is not a picture that can be trusted.
            TooMany: It alone is more than one person may keep.
            Busy: Every picture worker is occupied.
        """
        caller.needs(Scope.CHECKS)
        desk = self.shelf.desk
        preview = b"" if unseen else self.shelf.preview(upload.content, upload.filename)
        with desk.database.begin(caller.organisation_id) as work:
            draft = Draft(
                id=DraftId(desk.new_id()),
                actor_id=caller.actor.id,
                kept_at=desk.clock(),
                filename=clean_filename(upload.filename),
                size_bytes=len(upload.content),
            )
            self.shelf.put(work, draft, upload.content, preview)
            work.commit()
        return draft
