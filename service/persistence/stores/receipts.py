"""
Keep what families were given as proof.
"""

from collections.abc import Sequence

from sqlalchemy import select

from service.decision.ids import PersonId, SignatoryId
from service.errors import NotFound
from service.persistence.queries import mine
from service.persistence.schema.families import receipts as table
from service.persistence.statements import Prepared, Row, inserting
from service.persistence.transaction import Transaction
from service.records.families import ReceiptRecord

ADD = inserting(table)
_receipt = select(
    table.c.id,
    table.c.signatory_id,
    table.c.person_id,
    table.c.entry_id,
    table.c.recorded_at,
    table.c.language,
    table.c.document,
)
ONE = Prepared(_receipt.where(mine(table, "id")))
OF_SIGNATORY = Prepared(
    _receipt.where(mine(table, "signatory_id")).order_by(table.c.recorded_at.desc(), table.c.id)
)


class SqlReceipts:
    """
    The receipts of one organisation, in one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        self._transaction = transaction

    def add(self, receipt: ReceiptRecord) -> None:
        """
        Append a receipt.
        """
        row = {
            "id": receipt.id,
            "signatory_id": receipt.signatory_id,
            "person_id": receipt.person_id,
            "entry_id": receipt.entry_id,
            "recorded_at": receipt.recorded_at,
            "language": receipt.language,
            "document": receipt.document,
        }
        self._transaction.append(ADD, row)

    def get(self, receipt_id: str) -> ReceiptRecord:
        """
        Give one receipt.

        Raises:
            NotFound: There is none.
        """
        row = self._transaction.first(ONE, id=receipt_id)
        if row is None:
            raise NotFound("There is no such receipt.")
        return _read(row)

    def list_of(self, signatory_id: SignatoryId) -> Sequence[ReceiptRecord]:
        """
        Give the receipts of one signatory, the newest first.
        """
        rows = self._transaction.all(OF_SIGNATORY, signatory_id=signatory_id)
        return [_read(row) for row in rows]


def _read(row: Row) -> ReceiptRecord:
    return ReceiptRecord(
        row[0], SignatoryId(row[1]), PersonId(row[2]), row[3], row[4], row[5], row[6]
    )
