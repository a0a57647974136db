"""
Keep short names, addresses and outside numbers unique.

One register of what is in use *now*, in the same transaction as the record.  The
versions themselves cannot be unique: each repeats the name of the one before.
"""

from collections.abc import Mapping

from sqlalchemy import delete, select

from service.errors import AlreadyExists
from service.persistence.queries import mine
from service.persistence.schema.organisations import unique_names as table
from service.persistence.statements import Prepared, inserting
from service.persistence.transaction import Transaction

HOLDER = Prepared(select(table.c.record_id).where(mine(table, "kind", "name")))
NAME_OF = Prepared(select(table.c.name).where(mine(table, "kind", "record_id")))
RELEASE = Prepared(delete(table).where(mine(table, "kind", "record_id")))
CLAIM = inserting(table)


def claim(transaction: Transaction, record_id: str, names: Mapping[str, str]) -> None:
    """
    Give a record its names, one a kind, and free those it had.

    A kind is written `people:external_id`; an empty name claims nothing.  The caller
    holds the register, so that asking first is exact.

    Raises:
        AlreadyExists: Another record has the name; `field` is the part behind the
            colon.
    """
    for kind, name in names.items():
        held = transaction.first(NAME_OF, kind=kind, record_id=record_id)
        if (held[0] if held else "") == name:
            continue
        if name and transaction.first(HOLDER, kind=kind, name=name):
            field = kind.partition(":")[2]
            raise AlreadyExists(f"Another record has this {field}.", field=field)
        if held:
            transaction.run(RELEASE, kind=kind, record_id=record_id)
        if name:
            transaction.run(CLAIM, kind=kind, name=name, record_id=record_id)


def release(transaction: Transaction, record_id: str, *kinds: str) -> None:
    """
    Free the names that a record has.
    """
    for kind in kinds:
        transaction.run(RELEASE, kind=kind, record_id=record_id)
