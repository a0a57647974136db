"""
Verbs about drafts: pictures kept between two steps of one's work.

Whoever checked a picture goes on to register, cover or propose it without sending it
again.  A draft belongs to whoever sent it, and nobody else reaches it, whatever their
role.  It is no photo library and no evidence: a day later, at sign-out, or when there
is no room, it is deleted from the storage; so nothing of it is written in the ledger.

Start reading at `keeping.py`.
"""

from service.usecases.drafts.add_draft import AddDraft
from service.usecases.drafts.get_draft import KeptDraft
from service.usecases.drafts.keeping import DraftLimits, DraftShelf
from service.usecases.drafts.verbs import DraftVerbs, draft_verbs

__all__ = [
    "AddDraft",
    "DraftLimits",
    "DraftShelf",
    "DraftVerbs",
    "KeptDraft",
    "draft_verbs",
]
