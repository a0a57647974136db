"""
Keep the time stamps that others gave to our heads.
"""

from collections.abc import Sequence

from sqlalchemy import select

from service.persistence.queries import mine
from service.persistence.schema.stamping import head_stamps as table
from service.persistence.statements import Prepared, inserting
from service.persistence.transaction import Transaction
from service.records.ledger import HeadStamp

ADD = inserting(table)
_stamps = select(table.c.size, table.c.note, table.c.reply, table.c.stamped_at).where(mine(table))
ALL = Prepared(_stamps.order_by(table.c.size, table.c.stamped_at))
LAST = Prepared(_stamps.order_by(table.c.size.desc(), table.c.stamped_at.desc()).limit(1))


class SqlHeadStamps:
    """
    The stamps of one organisation's heads, in one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        self._transaction = transaction

    def add(self, stamp: HeadStamp) -> None:
        """
        Append a stamp.
        """
        row = {
            "size": stamp.size,
            "stamped_at": stamp.stamped_at,
            "note": stamp.note,
            "reply": stamp.reply,
        }
        self._transaction.append(ADD, row)

    def last(self) -> HeadStamp | None:
        """
        Give the stamp of the newest head that has one.
        """
        row = self._transaction.first(LAST)
        return HeadStamp(*row) if row else None

    def all(self) -> Sequence[HeadStamp]:
        """
        Give every stamp, by size.
        """
        return [HeadStamp(*row) for row in self._transaction.all(ALL)]
