"""
Open a database, and begin transactions in it.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import datetime
from functools import partial
from secrets import token_bytes

from sqlalchemy.engine import make_url

from service.decision.ids import KeyId, OrganisationId, SessionId
from service.errors import SettingsRefused
from service.ledger.entry import SALT_BYTES
from service.persistence.engines.driver import Engine
from service.persistence.engines.sqlite import SqliteEngine
from service.persistence.failures import storage_trouble
from service.persistence.fingerprints import FingerprintSource
from service.persistence.following import Followed, Following
from service.persistence.names import Names
from service.persistence.namesakes import NamesakeSource
from service.persistence.outside import Follow, Outside, Sealer, Search, asked_only
from service.persistence.stores.hook_statements import WAITING as MESSAGES_DUE
from service.persistence.stores.keys import SqlKeys
from service.persistence.stores.ledger_statements import WAITING
from service.persistence.stores.organisations import ALL, BY_SLUG
from service.persistence.stores.outbox_statements import WAITING as DUE
from service.persistence.stores.staff import SqlStaff
from service.persistence.stores.staff_sessions import SqlStaffSessions
from service.persistence.transaction import Transaction
from service.persistence.unit_of_work import Begun, SqlUnitOfWork
from service.records.activity import ApiKey
from service.records.staff import Member, StaffSession

NOBODY = OrganisationId("")
"""Whose transaction it is while it is looked up whose it is."""

HELD_ORGANISATIONS = 1000
"""How many organisations' names and fingerprints stay in memory."""
HELD_SLUGS = 100_000


class SqlDatabase:
    """
    The storage of all organisations.
    """

    def __init__(self, url: str, outside: Outside, *, pool_size: int = 10) -> None:
        """
        Prepare the database at *url*; nothing is opened yet.
        """
        self._outside = outside
        self._names = Following(Names(), HELD_ORGANISATIONS)
        self._namesakes = Following(NamesakeSource(), HELD_ORGANISATIONS)
        self._fingerprints = Following(FingerprintSource(outside), HELD_ORGANISATIONS)
        self._slugs: dict[str, OrganisationId] = {}
        self._engine = self._engine_for(url, pool_size)

    def begin(self, organisation_id: OrganisationId) -> AbstractContextManager[SqlUnitOfWork]:
        """
        Begin a transaction that reads and writes.

        Raises:
            Unavailable: The storage cannot be reached or written.
        """
        return Begun(partial(self._unit_of_work, organisation_id, writable=True))

    def look(self, organisation_id: OrganisationId) -> AbstractContextManager[SqlUnitOfWork]:
        """
        Begin a transaction that only reads, a consistent snapshot.

        Raises:
            Unavailable: The storage cannot be reached.
        """
        return Begun(partial(self._unit_of_work, organisation_id, writable=False))

    def glance(self, organisation_id: OrganisationId) -> AbstractContextManager[SqlUnitOfWork]:
        """
        Begin what is one statement only, and reads: a look at half the price.

        Raises:
            Unavailable: The storage cannot be reached.
        """
        return Begun(lambda: self._holding(self._glance(organisation_id)))

    @property
    def has_one_writer(self) -> bool:
        """
        Tell whether transactions that write run one after the other anyway.
        """
        return self._engine.has_one_writer

    @contextmanager
    def together(self) -> Iterator[None]:
        """
        Let the transactions of this thread share one wait for the disk.

        Their `commit` then promises nothing yet: leaving the block does.

        Raises:
            Unavailable: Some of them were not kept.
        """
        with storage_trouble(), self._engine.together():
            yield

    def organisation_ids(self) -> Sequence[OrganisationId]:
        """
        Give every organisation there is.
        """
        with closing(self._transaction(NOBODY, writable=False)) as transaction:
            return [row[0] for row in transaction.all(ALL)]

    def find_organisation(self, slug: str) -> OrganisationId | None:
        """
        Find an organisation by its short name.

        A name once given is never another's, and every key is looked up by one.
        """
        known = self._slugs.get(slug)
        if known is not None:
            return known
        with closing(self._glance(NOBODY)) as transaction:
            row = transaction.first(BY_SLUG, slug=slug)
        if row is None:
            return None
        if len(self._slugs) >= HELD_SLUGS:
            self._slugs.clear()
        return self._slugs.setdefault(slug, row[0])

    def find_key(self, organisation_id: OrganisationId, key_id: KeyId) -> ApiKey | None:
        """
        Find a key, revoked ones too: what every request begins with.
        """
        with closing(self._glance(organisation_id)) as transaction:
            return SqlKeys(transaction).find(key_id)

    def find_session(
        self, organisation_id: OrganisationId, session_id: SessionId
    ) -> tuple[StaffSession, Member] | None:
        """
        Find a session and whose it is: what every page begins with.
        """
        with closing(self._glance(organisation_id)) as transaction:
            sealer = self._outside.sealer
            session = SqlStaffSessions(transaction, sealer).find(session_id)
            member = SqlStaff(transaction, sealer).find(session.member_id) if session else None
        return (session, member) if session and member else None

    def with_pending_entries(self) -> Sequence[OrganisationId]:
        """
        Give the organisations whose ledger has entries to sequence.
        """
        with closing(self._transaction(NOBODY, writable=False)) as transaction:
            return [row[0] for row in transaction.all(WAITING)]

    def with_due_letters(self, now: datetime) -> Sequence[OrganisationId]:
        """
        Give the organisations that have letters to be sent.
        """
        with closing(self._transaction(NOBODY, writable=False)) as transaction:
            return [row[0] for row in transaction.all(DUE, now=now)]

    def with_due_messages(self, now: datetime) -> Sequence[OrganisationId]:
        """
        Give the organisations that have messages to be sent to hooks.
        """
        with closing(self._transaction(NOBODY, writable=False)) as transaction:
            return [row[0] for row in transaction.all(MESSAGES_DUE, now=now)]

    def forget_unused(self) -> None:
        """
        Let go from memory what nobody asked for since this was called last.
        """
        self._names.forget_unused()
        self._namesakes.forget_unused()
        self._fingerprints.forget_unused()

    def close(self) -> None:
        """
        Close every connection that is not in use.
        """
        self._engine.dispose()

    def _engine_for(self, url: str, pool_size: int) -> Engine:
        backend = make_url(url).get_backend_name()
        if backend == "sqlite":
            return SqliteEngine(url, on_lost=self._forget)
        if backend == "postgresql":
            # Its driver takes a fifth of a second, which nobody beside a SQLite file waits for.
            from service.persistence.engines.postgresql import (  # noqa: PLC0415 -- its driver
                PostgresqlEngine,
            )

            return PostgresqlEngine(
                url,
                pool_size=pool_size,
                on_other_server=self._forget,
                follow=self._outside.follow,
            )
        raise SettingsRefused("The database must be SQLite or PostgreSQL.")

    def _transaction(self, organisation_id: OrganisationId, *, writable: bool) -> Transaction:
        with storage_trouble():
            session = self._engine.open(organisation_id, writable=writable)
        return Transaction(session, organisation_id, writable=writable)

    def _glance(self, organisation_id: OrganisationId) -> Transaction:
        with storage_trouble():
            session = self._engine.glance(organisation_id)
        return Transaction(session, organisation_id, writable=False)

    def _unit_of_work(self, organisation_id: OrganisationId, *, writable: bool) -> SqlUnitOfWork:
        return self._holding(self._transaction(organisation_id, writable=writable))

    def _holding(self, transaction: Transaction) -> SqlUnitOfWork:
        return SqlUnitOfWork(
            transaction,
            self._outside,
            Followed(self._names, transaction),
            Followed(self._namesakes, transaction),
            Followed(self._fingerprints, transaction),
        )

    def _forget(self) -> None:
        self._slugs.clear()
        self._names.forget_all()
        self._namesakes.forget_all()
        self._fingerprints.forget_all()


def open_database(
    url: str,
    *,
    search: Search,
    sealer: Sealer,
    pool_size: int = 10,
    follow: Follow = asked_only,
) -> SqlDatabase:
    """
    Open the database at *url*, which `upgrade` has brought up to date.

    Args:
        search: Finds pictures again, by their fingerprints and by their parts.

        sealer: Encrypts what a stolen disk must not show.

        pool_size: Connections of this process to PostgreSQL.

        follow: Lets the caller's clock go by PostgreSQL's, with each transaction.
    """
    outside = Outside(sealer, search, lambda: token_bytes(SALT_BYTES), follow)
    return SqlDatabase(url, outside, pool_size=pool_size)
