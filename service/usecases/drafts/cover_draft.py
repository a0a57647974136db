"""
Cover regions of a draft.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from service.decision.ids import DraftId, PhotoId
from service.decision.lineage import composed
from service.decision.photos import HOLDS_FOR_SURE, Cover
from service.decision.terms import MatchClass
from service.records.drafts import Draft
from service.usecases.caller import Caller
from service.usecases.checks.looking import Looker
from service.usecases.checks.question import Upload
from service.usecases.checks.recognise import recognise
from service.usecases.drafts.get_draft import GetDraft, KeptDraft
from service.usecases.drafts.keeping import DraftShelf
from service.usecases.photos.cover_picture import CoverPicture

_ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png"}


@dataclass(frozen=True, slots=True)
class CoverDraft:
    """
    Cover regions of a draft.
    """

    shelf: DraftShelf
    cover: CoverPicture
    look: Looker

    def __call__(self, caller: Caller, draft_id: DraftId, covers: Sequence[Cover]) -> Draft:
        """
        Keep a covered picture as a new draft; the one before stays.

        The new one knows the registered photo that the first picture was, so that
        registering it tells what it is made of.

        Raises:
            NotAllowed: The caller has no `checks` scope.
            NotFound: There is no such draft of the caller.
            InvalidInput: Nothing is covered, or what is no region.
            BadImage: It is not one picture that can be trusted.
            Busy: Every picture worker is occupied.
        """
        before = GetDraft(self.shelf)(caller, draft_id)
        made = self.cover(caller, before.upload, covers)
        filename = f"{PurePath(before.draft.filename).stem}{_ENDINGS[made.media_type]}"
        preview = self.shelf.preview(made.content, None)
        derived_from = before.draft.derived_from or self._registered(caller, before)
        desk = self.shelf.desk
        with desk.database.begin(caller.organisation_id) as work:
            draft = Draft(
                id=DraftId(desk.new_id()),
                actor_id=caller.actor.id,
                kept_at=desk.clock(),
                filename=filename,
                size_bytes=len(made.content),
                made_from_id=draft_id,
                derived_from=derived_from,
                covers=composed(before.draft.covers, covers),
            )
            self.shelf.put(work, draft, made.content, preview)
            work.commit()
        return draft

    def _registered(self, caller: Caller, before: KeptDraft) -> PhotoId | None:
        """
        Give the registered photo that a draft is, or is a copy of.
        """
        [seen] = self.look(caller.organisation_id, [Upload(before.content)])
        with self.shelf.desk.database.look(caller.organisation_id) as work:
            matches = recognise(work, seen, self.look.rules).matches
        wanted = {*HOLDS_FOR_SURE, MatchClass.VERIFIED_COPY}
        return matches[0][0] if matches and matches[0][1] in wanted else None
