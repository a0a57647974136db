"""
Note whose rows may be destroyed; the triggers guard all others.
"""

from datetime import datetime

from sqlalchemy import select

from service.persistence.queries import mine
from service.persistence.schema.organisations import erasures as table
from service.persistence.statements import Prepared, inserting
from service.persistence.transaction import Transaction

FIND = Prepared(select(table.c.subject_id).where(mine(table, "kind", "subject_id")))
NOTE = inserting(table)


def has_been_erased(transaction: Transaction, kind: str, subject_id: str) -> bool:
    """
    Tell whether a *kind* of thing with this id was erased.
    """
    return transaction.first(FIND, kind=kind, subject_id=subject_id) is not None


def note_erasure(
    transaction: Transaction, kind: str, subject_id: str, at: datetime | None = None
) -> None:
    """
    Note that the rows of a subject are destroyed in this transaction.
    """
    if not has_been_erased(transaction, kind, subject_id):
        transaction.run(NOTE, kind=kind, subject_id=subject_id, erased_at=at)
