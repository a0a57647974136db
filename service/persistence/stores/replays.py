"""
Keep what creating calls with an idempotency key have made.
"""

from datetime import datetime
from hashlib import sha256

from sqlalchemy import bindparam, delete, select, tuple_

from service.decision.ids import ActorId
from service.errors import IdempotencyMismatch
from service.persistence.queries import mine
from service.persistence.schema.instants import Instant
from service.persistence.schema.organisations import replays
from service.persistence.statements import Prepared, inserting
from service.persistence.transaction import Transaction

FIND = Prepared(
    select(replays.c.request_digest, replays.c.made_id).where(mine(replays, "actor_id", "key"))
)
KEEP = inserting(replays)

FORGOTTEN_AT_ONCE = 1000
_old = (
    select(replays.c.actor_id, replays.c.key)
    .where(mine(replays), replays.c.made_at < bindparam("before", type_=Instant()))
    .limit(FORGOTTEN_AT_ONCE)
)
FORGET = Prepared(
    delete(replays).where(mine(replays), tuple_(replays.c.actor_id, replays.c.key).in_(_old))
)


class SqlReplays:
    """
    The idempotency keys of one organisation, in one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        self._transaction = transaction

    def recall(self, actor_id: ActorId, key: str, request_digest: bytes) -> str | None:
        """
        Give the id that this key made, or None the first time.

        Whoever asks second waits until the first one's transaction has ended.

        Raises:
            IdempotencyMismatch: The key was used for another request.
        """
        self._transaction.lock("replay", actor_id, key)
        row = self._transaction.first(FIND, actor_id=actor_id, key=_kept(key))
        if row is None:
            return None
        if row[0] != request_digest:
            raise IdempotencyMismatch("This idempotency key came with another request before.")
        return str(row[1])

    def keep(
        self, actor_id: ActorId, key: str, request_digest: bytes, made_id: str, at: datetime
    ) -> None:
        """
        Remember in this transaction what the key made.
        """
        row = {
            "actor_id": actor_id,
            "key": _kept(key),
            "request_digest": request_digest,
            "made_id": made_id,
            "made_at": at,
        }
        self._transaction.append(KEEP, row)

    def forget(self, before: datetime) -> int:
        """
        Forget some that are older; none is left once it gives 0.
        """
        return self._transaction.run(FORGET, before=before)


def _kept(key: str) -> str:
    """
    Give what is kept of a key: clients put names and numbers of people in theirs.
    """
    return sha256(key.encode()).hexdigest()
