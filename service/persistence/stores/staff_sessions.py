"""
Keep where members are signed in, their links, and who guessed wrong.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select, update

from service.decision.ids import MemberId, SessionId, TicketId
from service.persistence.documents import document_of, reader
from service.persistence.outside import Sealer
from service.persistence.queries import mine
from service.persistence.schema.instants import Instant
from service.persistence.schema.staff import staff_attempts, staff_sessions, staff_tickets
from service.persistence.statements import Prepared, Row, inserting
from service.persistence.transaction import Transaction
from service.records.staff import StaffSession, Ticket

_session = select(
    staff_sessions.c.document,
    staff_sessions.c.digest,
    staff_sessions.c.seen_at,
    staff_sessions.c.sealed,
)
ADD = inserting(staff_sessions)
ONE = Prepared(_session.where(mine(staff_sessions, "id")))
OF_MEMBER = Prepared(
    _session.where(mine(staff_sessions, "member_id")).order_by(staff_sessions.c.id)
)
SEE = Prepared(update(staff_sessions).where(mine(staff_sessions, "id")), ("seen_at",))
OFFER = Prepared(update(staff_sessions).where(mine(staff_sessions, "id")), ("sealed",))
END = Prepared(delete(staff_sessions).where(mine(staff_sessions, "id")))
_before = bindparam("before", type_=Instant())
FORGET_SESSIONS = Prepared(
    delete(staff_sessions).where(mine(staff_sessions), staff_sessions.c.expires_at < _before)
)

ADD_TICKET = inserting(staff_tickets)
TICKET = Prepared(select(staff_tickets.c.document).where(mine(staff_tickets, "id")))
USE = Prepared(delete(staff_tickets).where(mine(staff_tickets, "member_id")))
FORGET_TICKETS = Prepared(
    delete(staff_tickets).where(mine(staff_tickets), staff_tickets.c.expires_at < _before)
)

ADD_ATTEMPT = inserting(staff_attempts)
COUNT = Prepared(
    select(func.count()).where(
        mine(staff_attempts, "subject"),
        staff_attempts.c.tried_at > bindparam("since", type_=Instant()),
    )
)
FORGIVE = Prepared(delete(staff_attempts).where(mine(staff_attempts, "subject")))
TAKE_BACK = Prepared(delete(staff_attempts).where(mine(staff_attempts, "id")))
FORGET_ATTEMPTS = Prepared(
    delete(staff_attempts).where(mine(staff_attempts), staff_attempts.c.tried_at < _before)
)

_read_session = reader(StaffSession).decode
_read_ticket = reader(Ticket).decode


class SqlStaffSessions:
    """
    The sessions of one organisation's staff, in one transaction.
    """

    def __init__(self, transaction: Transaction, sealer: Sealer) -> None:
        """
        Work in *transaction*; what proves anything is stored under a seal.
        """
        self._transaction = transaction
        self._sealer = sealer

    def add(self, session: StaffSession) -> None:
        """
        Write a session.
        """
        self._transaction.run(
            ADD,
            id=session.id,
            member_id=session.member_id,
            digest=session.digest,
            seen_at=session.seen_at,
            expires_at=session.expires_at,
            document=document_of(replace(session, factor_secret="")),
            sealed=self._sealed(session.factor_secret),
        )

    def find(self, session_id: SessionId) -> StaffSession | None:
        """
        Find a session, over or not.
        """
        row = self._transaction.first(ONE, id=session_id)
        return self._complete(row) if row else None

    def list_of(self, member_id: MemberId) -> Sequence[StaffSession]:
        """
        Give all sessions of a member, oldest first.
        """
        rows = self._transaction.all(OF_MEMBER, member_id=member_id)
        return [self._complete(row) for row in rows]

    def see(self, session_id: SessionId, at: datetime) -> None:
        """
        Note that a session is in use.
        """
        self._transaction.run(SEE, id=session_id, seen_at=at)

    def offer_factor(self, session_id: SessionId, secret: str) -> None:
        """
        Keep the secret of a second factor that is being set up in a session.
        """
        self._transaction.run(OFFER, id=session_id, sealed=self._sealed(secret))

    def end(self, session_id: SessionId) -> None:
        """
        End a session: whoever carries it is nobody from now on.
        """
        self._transaction.run(END, id=session_id)

    def end_all(self, member_id: MemberId, but: SessionId | None = None) -> None:
        """
        End every session of a member, except one.
        """
        for session in self.list_of(member_id):
            if session.id != but:
                self.end(session.id)

    def forget(self, before: datetime) -> int:
        """
        Delete what was over before an instant.
        """
        return self._transaction.run(FORGET_SESSIONS, before=before)

    def _sealed(self, secret: str) -> bytes:
        # Every page asks for its session, and hardly any is setting up a second factor.
        return self._sealer.seal(secret.encode()) if secret else b""

    def _complete(self, row: Row) -> StaffSession:
        secret = self._sealer.open(row[3]).decode() if row[3] else ""
        return replace(_read_session(row[0]), digest=row[1], seen_at=row[2], factor_secret=secret)


class SqlStaffTickets:
    """
    The one-time links of one organisation's staff, in one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        self._transaction = transaction

    def add(self, ticket: Ticket) -> None:
        """
        Write a link in place of every other that its member has.
        """
        self.use(ticket.member_id)
        self._transaction.run(
            ADD_TICKET,
            id=ticket.id,
            member_id=ticket.member_id,
            expires_at=ticket.expires_at,
            document=document_of(ticket),
        )

    def find(self, ticket_id: TicketId) -> Ticket | None:
        """
        Find a link that was not used yet.
        """
        row = self._transaction.first(TICKET, id=ticket_id)
        return _read_ticket(row[0]) if row else None

    def use(self, member_id: MemberId) -> None:
        """
        Let no link of a member work any more.
        """
        self._transaction.run(USE, member_id=member_id)

    def forget(self, before: datetime) -> int:
        """
        Delete what was over before an instant.
        """
        return self._transaction.run(FORGET_TICKETS, before=before)


class SqlStaffAttempts:
    """
    Who guessed wrong lately, in one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        self._transaction = transaction

    def count(self, subject: str, since: datetime) -> int:
        """
        Count the attempts on a subject; nobody else counts it until we end.
        """
        self._transaction.lock("staff attempt", subject)
        return self._transaction.number(COUNT, subject=subject, since=since)

    def add(self, attempt_id: str, subject: str, at: datetime) -> None:
        """
        Note an attempt on a subject.
        """
        self._transaction.run(ADD_ATTEMPT, id=attempt_id, subject=subject, tried_at=at)

    def take_back(self, attempt_id: str) -> None:
        """
        Forget one attempt.
        """
        self._transaction.run(TAKE_BACK, id=attempt_id)

    def forgive(self, subject: str) -> None:
        """
        Forget every attempt on a subject.
        """
        self._transaction.run(FORGIVE, subject=subject)

    def forget(self, before: datetime) -> int:
        """
        Delete what was tried before an instant.
        """
        return self._transaction.run(FORGET_ATTEMPTS, before=before)
