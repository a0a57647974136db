"""
Keep drafts within what one person may have, and no longer.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta

from service.decision.ids import DraftId
from service.errors import NotFound, TooMany
from service.records.drafts import Draft
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.ports.developing import Order
from service.usecases.ports.services import PictureReader
from service.usecases.ports.work import UnitOfWork

PREVIEW_SIDE_PX = 1280
LONGEST_FILENAME = 120
_FOLDERS = re.compile(r".*[/\\]", re.DOTALL)
_NO_TEXT = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class DraftLimits:
    """
    What one person's drafts may take, and for how long.
    """

    kept_hours: float
    max_count: int
    max_bytes: int


@dataclass(frozen=True, slots=True)
class DraftShelf:
    """
    Where drafts are put and looked for.
    """

    desk: Desk
    pictures: PictureReader
    limits: DraftLimits

    def preview(self, content: bytes, filename: str | None) -> bytes:
        """
        Make the small copy, upright and without metadata.

        No transaction is open meanwhile.

        Raises:
            BadImage: It is not a picture that can be trusted.
            Busy: Every picture worker is occupied.
        """
        order = Order(longest_px=PREVIEW_SIDE_PX, quality=80)
        return self.pictures.develop(content, order, filename=filename).content

    def put(self, work: UnitOfWork, draft: Draft, content: bytes, preview: bytes) -> None:
        """
        Keep a draft; the oldest of the same person make room for it.

        Raises:
            TooMany: It alone is more than one person may keep.
        """
        if draft.size_bytes > self.limits.max_bytes:
            raise TooMany("The picture is larger than all that one person may keep here.")
        work.drafts.claim(draft.actor_id)
        count, size_bytes = 1, draft.size_bytes
        for each in work.drafts.list_of(draft.actor_id):
            count, size_bytes = count + 1, size_bytes + each.size_bytes
            if count > self.limits.max_count or size_bytes > self.limits.max_bytes:
                work.drafts.drop(draft.actor_id, each.id)
        work.drafts.add(draft, content, preview)

    def find(self, work: UnitOfWork, caller: Caller, draft_id: DraftId) -> Draft:
        """
        Give a draft of the caller that has not outlived its time.

        Raises:
            NotFound: There is none.
        """
        draft = work.drafts.get(caller.actor.id, draft_id)
        if draft.kept_at < self.oldest_at(self.desk.clock()):
            raise NotFound("There is no such draft; they are kept for a short time only.")
        return draft

    def oldest_at(self, now: datetime) -> datetime:
        """
        Give since when drafts are still kept.
        """
        return now - timedelta(hours=self.limits.kept_hours)


def clean_filename(filename: str | None) -> str:
    """
    Give what a file was called: no folders, nothing invisible.

    Never refused: a phone's own names are odd enough, and nothing depends on them.
    """
    bare = _FOLDERS.sub("", filename or "")
    seen = "".join(each for each in bare if unicodedata.category(each) not in _NO_TEXT)
    return " ".join(unicodedata.normalize("NFC", seen).split())[-LONGEST_FILENAME:]
