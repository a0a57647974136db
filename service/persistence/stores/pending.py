"""
Keep answers that wait for a second member of staff, sealed.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, select

from service.decision.ids import PendingId, PersonId
from service.errors import NotFound
from service.persistence.documents import document_of, reader
from service.persistence.outside import Sealer
from service.persistence.queries import mine
from service.persistence.schema.pending import pending_answers
from service.persistence.statements import Prepared, inserting
from service.persistence.transaction import Transaction
from service.records.pending import PendingAnswer

_one = mine(pending_answers, "id")

ADD = inserting(pending_answers)
ONE = Prepared(select(pending_answers.c.sealed_document).where(_one))
CONTENT = Prepared(select(pending_answers.c.sealed_content).where(_one))
ALL = Prepared(
    select(pending_answers.c.sealed_document)
    .where(mine(pending_answers))
    .order_by(pending_answers.c.id)
)
DROP = Prepared(delete(pending_answers).where(_one))
DROP_OF = Prepared(delete(pending_answers).where(mine(pending_answers, "person_id")))

_read = reader(PendingAnswer).decode


class SqlPendingAnswers:
    """
    The answers that wait, in one transaction.
    """

    def __init__(self, transaction: Transaction, sealer: Sealer) -> None:
        """
        Work in *transaction*; *sealer* encrypts what was answered, and its scan.
        """
        self._transaction = transaction
        self._sealer = sealer

    def add(self, pending: PendingAnswer, content: bytes) -> None:
        """
        Keep an answer with its scan, encrypted; *content* may be empty.
        """
        self._transaction.run(
            ADD,
            id=pending.id,
            person_id=pending.person_id,
            proposed_at=pending.proposed_at,
            sealed_document=self._sealer.seal(document_of(pending).encode()),
            sealed_content=self._sealer.seal(content),
        )

    def get(self, pending_id: PendingId) -> PendingAnswer:
        """
        Give one.

        Raises:
            NotFound: There is none, or it is settled.
        """
        return self._opened(self._first(ONE, pending_id))

    def content(self, pending_id: PendingId) -> bytes:
        """
        Give the scan or recording.

        Raises:
            NotFound: As `get`.
        """
        return self._sealer.open(self._first(CONTENT, pending_id))

    def list_all(self) -> Sequence[PendingAnswer]:
        """
        Give all that wait, the oldest first.
        """
        return [self._opened(row[0]) for row in self._transaction.all(ALL)]

    def drop(self, pending_id: PendingId) -> int:
        """
        Delete one that is settled; give how many were there.
        """
        return self._transaction.run(DROP, id=pending_id)

    def drop_of(self, person_id: PersonId) -> int:
        """
        Delete all about a person; count them.
        """
        return self._transaction.run(DROP_OF, person_id=person_id)

    def _opened(self, sealed: bytes) -> PendingAnswer:
        return _read(self._sealer.open(sealed))

    def _first(self, prepared: Prepared, pending_id: PendingId) -> Any:  # noqa: ANN401  # bytes
        row = self._transaction.first(prepared, id=pending_id)
        if row is None:
            raise NotFound("Nothing waits here; it may be settled already.")
        return row[0]
