"""
Keep the keys of machines.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from sqlalchemy import select

from service.decision.ids import KeyId
from service.errors import NotFound
from service.persistence.documents import document_of, reader
from service.persistence.queries import mine
from service.persistence.schema.activity import api_keys, key_revocations
from service.persistence.statements import Prepared, Row, inserting
from service.persistence.transaction import Transaction
from service.records.activity import ApiKey

_key = select(api_keys.c.document, key_revocations.c.revoked_at).outerjoin(
    key_revocations,
    (key_revocations.c.organisation_id == api_keys.c.organisation_id)
    & (key_revocations.c.key_id == api_keys.c.id),
)

ADD = inserting(api_keys)
REVOKE = inserting(key_revocations)
ONE = Prepared(_key.where(mine(api_keys, "id")))
ALL = Prepared(
    _key.where(mine(api_keys)).order_by(api_keys.c.issued_at.desc(), api_keys.c.id.desc())
)

# The same few documents again and again: every request reads its key.
_decode = lru_cache(maxsize=1_000)(reader(ApiKey).decode)


class SqlKeys:
    """
    The keys of one organisation, in one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        self._transaction = transaction

    def add(self, key: ApiKey) -> None:
        """
        Write a key.
        """
        self._transaction.run(ADD, id=key.id, issued_at=key.issued_at, document=document_of(key))

    def find(self, key_id: KeyId) -> ApiKey | None:
        """
        Find a key, revoked ones too.
        """
        row = self._transaction.first(ONE, id=key_id)
        return _complete(row) if row else None

    def list_all(self) -> Sequence[ApiKey]:
        """
        Give all keys, newest first.
        """
        return [_complete(row) for row in self._transaction.all(ALL)]

    def revoke(self, key_id: KeyId, at: datetime) -> None:
        """
        End a key; the first instant stays.

        Raises:
            NotFound: There is no such key.
        """
        self._transaction.lock("key", key_id)
        key = self.find(key_id)
        if key is None:
            raise NotFound("There is no such key.")
        if key.revoked_at is None:
            self._transaction.run(REVOKE, key_id=key_id, revoked_at=at)


def _complete(row: Row) -> ApiKey:
    key = _decode(row[0])
    return key if row[1] is None else replace(key, revoked_at=row[1])
