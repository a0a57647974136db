"""
Keep passkeys of staff, and what one has to sign in a session.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select, update

from service.decision.ids import MemberId, PasskeyId, SessionId
from service.errors import AlreadyExists
from service.persistence.documents import document_of, reader
from service.persistence.outside import Sealer
from service.persistence.queries import mine
from service.persistence.schema.instants import Instant
from service.persistence.schema.staff import staff_challenges, staff_passkeys
from service.persistence.statements import Prepared, inserting
from service.persistence.transaction import Transaction
from service.records.passkeys import Challenge, Passkey

ADD = inserting(staff_passkeys)
HELD = Prepared(
    select(func.count())
    .select_from(staff_passkeys)
    .where(mine(staff_passkeys, "credential_digest"))
)
OF_MEMBER = Prepared(
    select(staff_passkeys.c.sealed)
    .where(mine(staff_passkeys, "member_id"))
    .order_by(staff_passkeys.c.id)
)
ALL = Prepared(
    select(staff_passkeys.c.sealed).where(mine(staff_passkeys)).order_by(staff_passkeys.c.id)
)
CHANGE = Prepared(update(staff_passkeys).where(mine(staff_passkeys, "id")), ("sealed",))
REMOVE = Prepared(delete(staff_passkeys).where(mine(staff_passkeys, "id")))
DROP = Prepared(delete(staff_passkeys).where(mine(staff_passkeys, "member_id")))

ASK = inserting(staff_challenges)
ASKED = Prepared(select(staff_challenges.c.sealed).where(mine(staff_challenges, "session_id")))
TAKE = Prepared(delete(staff_challenges).where(mine(staff_challenges, "session_id")))
FORGET = Prepared(
    delete(staff_challenges).where(
        mine(staff_challenges),
        staff_challenges.c.expires_at < bindparam("before", type_=Instant()),
    )
)

_read_passkey = reader(Passkey).decode
_read_challenge = reader(Challenge).decode


class SqlPasskeys:
    """
    The passkeys of one organisation's staff, in one transaction.
    """

    def __init__(self, transaction: Transaction, sealer: Sealer) -> None:
        """
        Work in *transaction*; a passkey is stored under a seal.
        """
        self._transaction = transaction
        self._sealer = sealer

    def add(self, passkey: Passkey) -> None:
        """
        Write a passkey.

        Raises:
            AlreadyExists: Somebody of the organisation has it.
        """
        digest = hashlib.sha256(passkey.key.credential_id).digest()
        self._transaction.lock("passkey", digest.hex())
        if self._transaction.number(HELD, credential_digest=digest):
            raise AlreadyExists("This passkey is here already.", field="passkey")
        self._transaction.run(
            ADD,
            id=passkey.id,
            member_id=passkey.member_id,
            credential_digest=digest,
            sealed=self._sealed(passkey),
        )

    def list_of(self, member_id: MemberId) -> Sequence[Passkey]:
        """
        Give the passkeys of a member, oldest first.
        """
        rows = self._transaction.all(OF_MEMBER, member_id=member_id)
        return [_read_passkey(self._sealer.open(row[0])) for row in rows]

    def list_all(self) -> Sequence[Passkey]:
        """
        Give the passkeys of everybody, oldest first.
        """
        return [_read_passkey(self._sealer.open(row[0])) for row in self._transaction.all(ALL)]

    def keep(self, passkey: Passkey) -> None:
        """
        Write what is so now of a passkey, in place of what was.
        """
        self._transaction.run(CHANGE, id=passkey.id, sealed=self._sealed(passkey))

    def remove(self, passkey_id: PasskeyId) -> None:
        """
        Delete a passkey.
        """
        self._transaction.run(REMOVE, id=passkey_id)

    def drop_of(self, member_id: MemberId) -> None:
        """
        Delete every passkey of a member.
        """
        self._transaction.run(DROP, member_id=member_id)

    def _sealed(self, passkey: Passkey) -> bytes:
        return self._sealer.seal(document_of(passkey).encode())


class SqlChallenges:
    """
    What passkeys are asked to sign, in one transaction.
    """

    def __init__(self, transaction: Transaction, sealer: Sealer) -> None:
        """
        Work in *transaction*; a challenge is stored under a seal.
        """
        self._transaction = transaction
        self._sealer = sealer

    def ask(self, challenge: Challenge) -> None:
        """
        Write a challenge in place of every other of its session.
        """
        self._transaction.run(TAKE, session_id=challenge.session_id)
        self._transaction.run(
            ASK,
            session_id=challenge.session_id,
            expires_at=challenge.expires_at,
            sealed=self._sealer.seal(document_of(challenge).encode()),
        )

    def take(self, session_id: SessionId) -> Challenge | None:
        """
        Give the challenge of a session, and delete it: nobody finds it again.
        """
        row = self._transaction.first(ASKED, session_id=session_id)
        self._transaction.run(TAKE, session_id=session_id)
        return _read_challenge(self._sealer.open(row[0])) if row else None

    def forget(self, before: datetime) -> int:
        """
        Delete what was over before an instant.
        """
        return self._transaction.run(FORGET, before=before)
