"""
Keep drafts for a while, each for one person alone.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select

from service.decision.ids import ActorId, DraftId
from service.errors import NotFound
from service.persistence.documents import document_of, reader
from service.persistence.outside import Sealer
from service.persistence.queries import mine
from service.persistence.schema.drafts import drafts
from service.persistence.schema.instants import Instant
from service.persistence.statements import Prepared, inserting
from service.persistence.transaction import Transaction
from service.records.drafts import Draft

_one = mine(drafts, "actor_id", "id")
_of_actor = mine(drafts, "actor_id")

ADD = inserting(drafts)
ONE = Prepared(select(drafts.c.document).where(_one))
OF_ACTOR = Prepared(select(drafts.c.document).where(_of_actor).order_by(drafts.c.id.desc()))
CONTENT = Prepared(select(drafts.c.sealed_content).where(_one))
PREVIEW = Prepared(select(drafts.c.sealed_preview).where(_one))
NAMES = Prepared(select(drafts.c.id, drafts.c.actor_id, drafts.c.filename).where(mine(drafts)))
DROP = Prepared(delete(drafts).where(_one))
DROP_OF = Prepared(delete(drafts).where(_of_actor))
FORGET = Prepared(
    delete(drafts).where(mine(drafts), drafts.c.kept_at < bindparam("before", type_=Instant()))
)

_read = reader(Draft).decode


class SqlDrafts:
    """
    The drafts of one transaction.
    """

    def __init__(self, transaction: Transaction, sealer: Sealer) -> None:
        """
        Work in *transaction*; *sealer* encrypts the pictures.
        """
        self._transaction = transaction
        self._sealer = sealer

    def add(self, draft: Draft, content: bytes, preview: bytes) -> None:
        """
        Keep a picture and its small copy, encrypted.
        """
        self._transaction.run(
            ADD,
            id=draft.id,
            actor_id=draft.actor_id,
            kept_at=draft.kept_at,
            size_bytes=draft.size_bytes,
            filename=draft.filename,
            document=document_of(draft),
            sealed_preview=self._sealer.seal(preview),
            sealed_content=self._sealer.seal(content),
        )

    def get(self, actor_id: ActorId, draft_id: DraftId) -> Draft:
        """
        Give one draft.

        Raises:
            NotFound: There is none, or it is somebody else's.
        """
        return _read(self._first(ONE, actor_id, draft_id))

    def list_of(self, actor_id: ActorId) -> Sequence[Draft]:
        """
        Give all drafts of somebody, the newest first.
        """
        return [_read(row[0]) for row in self._transaction.all(OF_ACTOR, actor_id=actor_id)]

    def content(self, actor_id: ActorId, draft_id: DraftId) -> bytes:
        """
        Give the picture itself.

        Raises:
            NotFound: As `get`.
        """
        return self._sealer.open(self._first(CONTENT, actor_id, draft_id))

    def preview(self, actor_id: ActorId, draft_id: DraftId) -> bytes:
        """
        Give the small copy.

        Raises:
            NotFound: As `get`.
        """
        return self._sealer.open(self._first(PREVIEW, actor_id, draft_id))

    def claim(self, actor_id: ActorId) -> None:
        """
        Let nobody else keep a draft of somebody before this transaction ends.
        """
        self._transaction.lock("drafts", actor_id)

    def drop(self, actor_id: ActorId, draft_id: DraftId) -> int:
        """
        Delete one draft; give how many were there.
        """
        return self._transaction.run(DROP, actor_id=actor_id, id=draft_id)

    def drop_of(self, actor_id: ActorId) -> int:
        """
        Delete all drafts of somebody; count them.
        """
        return self._transaction.run(DROP_OF, actor_id=actor_id)

    def drop_named(self, are_traces: Callable[[str], bool]) -> int:
        """
        Delete drafts of anybody whose file name names somebody; count them.
        """
        return sum(
            self._transaction.run(DROP, actor_id=actor_id, id=draft_id)
            for draft_id, actor_id, filename in self._transaction.all(NAMES)
            if are_traces(filename)
        )

    def forget(self, before: datetime) -> int:
        """
        Delete all that are older; count them.
        """
        return self._transaction.run(FORGET, before=before)

    def _first(self, prepared: Prepared, actor_id: ActorId, draft_id: DraftId) -> Any:  # noqa: ANN401  # a text or bytes
        row = self._transaction.first(prepared, actor_id=actor_id, id=draft_id)
        if row is None:
            raise NotFound("There is no such draft; they are kept for a short time only.")
        return row[0]
