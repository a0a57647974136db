"""
Keep answers that match nobody, or several, sealed.
"""

from collections.abc import Sequence

from sqlalchemy import delete, select

from service.decision.ids import UnmatchedId
from service.persistence.documents import document_of, reader
from service.persistence.outside import Sealer
from service.persistence.queries import mine
from service.persistence.schema.unmatched import unmatched_answers
from service.persistence.statements import Prepared, inserting
from service.persistence.transaction import Transaction
from service.records.unmatched import UnmatchedAnswer

_one = mine(unmatched_answers, "id")

ADD = inserting(unmatched_answers)
ONE = Prepared(select(unmatched_answers.c.sealed_document).where(_one))
CONTENT = Prepared(select(unmatched_answers.c.sealed_content).where(_one))
ALL = Prepared(
    select(unmatched_answers.c.sealed_document)
    .where(mine(unmatched_answers))
    .order_by(unmatched_answers.c.id)
)
DROP = Prepared(delete(unmatched_answers).where(_one))

_read = reader(UnmatchedAnswer).decode


class SqlUnmatchedAnswers:
    """
    The answers that wait for a name, in one transaction.
    """

    def __init__(self, transaction: Transaction, sealer: Sealer) -> None:
        """
        Work in *transaction*; *sealer* encrypts whom they name, and the scan.
        """
        self._transaction = transaction
        self._sealer = sealer
        self._all: Sequence[UnmatchedAnswer] | None = None
        """Opened once, however many people a table brings; None after a change."""

    def add(self, answer: UnmatchedAnswer, content: bytes) -> None:
        """
        Keep an answer with its scan, encrypted; *content* may be empty.
        """
        self._all = None
        self._transaction.run(
            ADD,
            id=answer.id,
            received_at=answer.received_at,
            sealed_document=self._sealer.seal(document_of(answer).encode()),
            sealed_content=self._sealer.seal(content),
        )

    def find(self, unmatched_id: UnmatchedId) -> UnmatchedAnswer | None:
        """
        Find one that is not settled.
        """
        row = self._transaction.first(ONE, id=unmatched_id)
        return None if row is None else _read(self._sealer.open(row[0]))

    def content(self, unmatched_id: UnmatchedId) -> bytes:
        """
        Give the scan or message; empty where there is none.
        """
        row = self._transaction.first(CONTENT, id=unmatched_id)
        return b"" if row is None else self._sealer.open(row[0])

    def list_all(self) -> Sequence[UnmatchedAnswer]:
        """
        Give all that wait, the oldest first.
        """
        if self._all is None:
            rows = self._transaction.all(ALL)
            self._all = [_read(self._sealer.open(row[0])) for row in rows]
        return self._all

    def drop(self, unmatched_id: UnmatchedId) -> int:
        """
        Delete one that is settled; give how many were there.
        """
        self._all = None
        return self._transaction.run(DROP, id=unmatched_id)
