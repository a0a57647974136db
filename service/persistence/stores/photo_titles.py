"""
Keep later titles of photos, and find the one that counts.

The first title stands with what a photo is known by; each later one is a row of its
own, so that the earlier ones can still be read.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select

from service.decision.ids import ActorId, PhotoId
from service.persistence.queries import equals, mine
from service.persistence.schema.photos import photo_titles as table
from service.persistence.statements import Prepared, inserting
from service.persistence.stores.versions import REGISTER
from service.persistence.transaction import Transaction
from service.records.paging import Versioned

ADD = inserting(table)
LAST = Prepared(select(func.max(table.c.version)).where(mine(table, "id")))
HISTORY = Prepared(
    select(table.c.title, table.c.version, table.c.recorded_at, table.c.recorded_by)
    .where(mine(table, "id"))
    .order_by(table.c.version)
)
DESTROY = Prepared(delete(table).where(mine(table), equals(table.c.id, "photo_id")))


class SqlPhotoTitles:
    """
    The later titles of one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        self._transaction = transaction

    def add(self, photo_id: PhotoId, title: str, at: datetime, by: ActorId) -> int:
        """
        Write what a photo is called from now on; give the number of that title.
        """
        self._transaction.lock(REGISTER)
        version = self._transaction.number(LAST, id=photo_id) + 1
        self._transaction.run(
            ADD, id=photo_id, version=version, recorded_at=at, recorded_by=by, title=title
        )
        return version

    def history(self, photo_id: PhotoId) -> Sequence[Versioned[str]]:
        """
        Give every later title, oldest first.
        """
        return [Versioned(*row) for row in self._transaction.all(HISTORY, id=photo_id)]
