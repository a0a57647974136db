"""
Ask for drafts: pictures kept for a while, each for one person alone.

Every method sees one organisation only, and of it the drafts of the one named.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from service.decision.ids import ActorId, DraftId
from service.records.drafts import Draft


class Drafts(Protocol):
    """
    Drafts; what is dropped is gone from the storage, not marked.
    """

    def add(self, draft: Draft, content: bytes, preview: bytes) -> None:
        """
        Keep a picture and its small copy, encrypted.
        """
        ...

    def get(self, actor_id: ActorId, draft_id: DraftId) -> Draft:
        """
        Give one draft.

        Raises:
            NotFound: There is none, or it is somebody else's.
        """
        ...

    def list_of(self, actor_id: ActorId) -> Sequence[Draft]:
        """
        Give all drafts of somebody, the newest first.
        """
        ...

    def content(self, actor_id: ActorId, draft_id: DraftId) -> bytes:
        """
        Give the picture itself.

        Raises:
            NotFound: As `get`.
        """
        ...

    def preview(self, actor_id: ActorId, draft_id: DraftId) -> bytes:
        """
        Give the small copy.

        Raises:
            NotFound: As `get`.
        """
        ...

    def claim(self, actor_id: ActorId) -> None:
        """
        Let nobody else keep a draft of somebody before this transaction ends.
        """
        ...

    def drop(self, actor_id: ActorId, draft_id: DraftId) -> int:
        """
        Delete one draft; give how many were there.
        """
        ...

    def drop_of(self, actor_id: ActorId) -> int:
        """
        Delete all drafts of somebody; count them.
        """
        ...

    def drop_named(self, are_traces: Callable[[str], bool]) -> int:
        """
        Delete drafts of anybody whose file name names somebody; count them.
        """
        ...

    def forget(self, before: datetime) -> int:
        """
        Delete all that are older; count them.
        """
        ...
