"""
Hold the verbs about pictures that are kept for a while.
"""

from dataclasses import dataclass

from service.usecases.checks.looking import Looker
from service.usecases.drafts.add_draft import AddDraft
from service.usecases.drafts.cover_draft import CoverDraft
from service.usecases.drafts.drop_draft import DropDraft
from service.usecases.drafts.forget_drafts import ForgetDrafts
from service.usecases.drafts.get_draft import GetDraft
from service.usecases.drafts.get_draft_preview import GetDraftPreview
from service.usecases.drafts.keeping import DraftShelf
from service.usecases.drafts.list_drafts import ListDrafts
from service.usecases.photos.cover_picture import CoverPicture


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftVerbs:
    """
    Every such verb as a field: `registry.drafts.add_draft`.
    """

    add_draft: AddDraft
    get_draft: GetDraft
    get_draft_preview: GetDraftPreview
    list_drafts: ListDrafts
    cover_draft: CoverDraft
    drop_draft: DropDraft
    forget_drafts: ForgetDrafts


def draft_verbs(shelf: DraftShelf, cover: CoverPicture, look: Looker) -> DraftVerbs:
    """
    Give each verb its ports.
    """
    return DraftVerbs(
        add_draft=AddDraft(shelf),
        get_draft=GetDraft(shelf),
        get_draft_preview=GetDraftPreview(shelf),
        list_drafts=ListDrafts(shelf),
        cover_draft=CoverDraft(shelf, cover, look),
        drop_draft=DropDraft(shelf),
        forget_drafts=ForgetDrafts(shelf),
    )
