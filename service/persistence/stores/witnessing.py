"""
Keep the heads of other logs that we vouched for.
"""

from sqlalchemy import select

from service.persistence.queries import mine
from service.persistence.schema.witnessing import witnessed_heads as table
from service.persistence.statements import Prepared, inserting
from service.persistence.transaction import Transaction
from service.records.ledger import WitnessedHead

ADD = inserting(table)
LAST = Prepared(
    select(
        table.c.origin,
        table.c.size,
        table.c.root,
        table.c.note,
        table.c.vkey,
        table.c.seen_at,
    )
    .where(mine(table, "origin"))
    .order_by(table.c.size.desc(), table.c.seen_at.desc())
    .limit(1)
)


class SqlWitnessedHeads:
    """
    The heads of other logs, in one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        self._transaction = transaction

    def add(self, head: WitnessedHead) -> None:
        """
        Append a head that was vouched for.
        """
        self._transaction.append(
            ADD,
            {
                "origin": head.origin,
                "size": head.size,
                "seen_at": head.seen_at,
                "root": head.root,
                "note": head.note,
                "vkey": head.vkey,
            },
        )

    def last(self, origin: str) -> WitnessedHead | None:
        """
        Give the last head that was vouched for; others wait until we end.
        """
        self._transaction.lock("witness", origin)
        row = self._transaction.first(LAST, origin=origin)
        return WitnessedHead(*row) if row else None
