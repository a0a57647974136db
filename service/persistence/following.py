"""
Keep in memory what is slow to read, and never let it be stale.

Names and fingerprints are held for each organisation.  Whoever changes one writes a row
to `changes` in the same transaction, numbered without a gap: the last number plus one.
Whoever reads first learns every row above the last number seen, inside the transaction
of the check.

Why that is exact on both engines: number n + 1 can only be computed by a transaction
that sees n committed, and the primary key lets no two have the same number.  So the
order of numbers is the order of commits.  A sequence would not do: it hands out numbers
in one order while transactions commit in another, and a reader that has seen 8 never
looks for the 7 that commits a moment later.  (Reading by transaction id instead, from
`pg_snapshot_xmin` on, loses nothing either, but every long transaction on the server
makes every check read the same rows again, and a restored dump has other ids.)  The
price: two transactions that register photos for one organisation wait for each other's
commit, some milliseconds; checks never wait.

No transaction puts its own rows in the shared memory: one that changed something
itself looks at a private view, which ends with it.  On SQLite it may see what an earlier
unit of its group wrote (`engines/group_commit.py`); should their common commit fail, the
engine has everything forgotten before anybody goes on.
"""

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock
from typing import Generic, Protocol, TypeVar

from sqlalchemy import Integer, Text, bindparam, func, insert, literal, select

from service.persistence.queries import mine
from service.persistence.schema.organisations import changes
from service.persistence.statements import Prepared
from service.persistence.transaction import Transaction

V = TypeVar("V")

LAST = Prepared(select(func.max(changes.c.seq)).where(mine(changes, "log")))
NEWEST = Prepared(
    select(changes.c.seq, changes.c.subject_id)
    .where(mine(changes, "log"))
    .order_by(changes.c.seq.desc())
    .limit(literal(1, Integer))
)
SINCE = Prepared(
    select(changes.c.seq, changes.c.subject_id)
    .where(mine(changes, "log"), changes.c.seq > bindparam("after", type_=Integer()))
    .order_by(changes.c.seq)
)
NEXT = Prepared(
    insert(changes).from_select(
        ["organisation_id", "log", "subject_id", "seq"],
        select(
            bindparam("organisation_id", type_=Text()),
            bindparam("log", type_=Text()),
            bindparam("subject_id", type_=Text()),
            func.coalesce(func.max(changes.c.seq), literal(0, Integer)) + literal(1, Integer),
        ).where(mine(changes, "log")),
    )
)


class Source(Protocol[V]):
    """
    How one log becomes a view in memory.
    """

    log: str

    def load(self, transaction: Transaction) -> V:
        """
        Read everything that this transaction sees.
        """
        ...

    def learn(self, view: V, transaction: Transaction, subject_ids: Sequence[str]) -> V:
        """
        Read these subjects again, and put them in the shared view.
        """
        ...

    def beside(self, view: V, transaction: Transaction, subject_ids: Sequence[str]) -> V:
        """
        Give a private view that has these subjects too.
        """
        ...


class Follower(Generic[V]):
    """
    The view of one organisation, in step with what is committed.
    """

    def __init__(self, source: Source[V]) -> None:
        """
        Begin with nothing; the first transaction loads it.
        """
        self._source = source
        self._lock = Lock()
        self._held: tuple[V, int] | None = None

    def view(self, transaction: Transaction, *, changed_here: bool) -> V:
        """
        Give a view that is never older than *transaction*.

        Args:
            changed_here: The transaction itself wrote to the log.
        """
        with self._lock:
            if changed_here:
                return self._private(transaction)
            if self._held is None:
                # The number first: what comes in between is then only read twice.
                last = transaction.number(LAST, log=self._source.log)
                self._held = (self._source.load(transaction), last)
                return self._held[0]
            view, last = self._held
            rows = transaction.all(SINCE, log=self._source.log, after=last)
            if rows:
                view = self._source.learn(view, transaction, _subjects(rows))
                self._held = (view, rows[-1][0])
            return view

    def _private(self, transaction: Transaction) -> V:
        if self._held is None:
            return self._source.load(transaction)
        view, last = self._held
        rows = transaction.all(SINCE, log=self._source.log, after=last)
        return self._source.beside(view, transaction, _subjects(rows))


def _subjects(rows: Sequence[tuple[int, str]]) -> list[str]:
    return list(dict.fromkeys(subject_id for _, subject_id in rows))


class Following(Generic[V]):
    """
    The followers of all organisations; the unused are let go.
    """

    def __init__(self, source: Source[V], limit: int) -> None:
        """
        Hold at most *limit* organisations.
        """
        self.source = source
        self._limit = limit
        self._lock = Lock()
        self._followers: OrderedDict[str, Follower[V]] = OrderedDict()
        self._used: set[str] = set()

    def of(self, organisation_id: str) -> Follower[V]:
        """
        Give the follower of one organisation.
        """
        with self._lock:
            found = self._followers.setdefault(organisation_id, Follower(self.source))
            self._followers.move_to_end(organisation_id)
            self._used.add(organisation_id)
            if len(self._followers) > self._limit:
                self._followers.popitem(last=False)
            return found

    def forget_unused(self) -> None:
        """
        Let go what nobody asked for since this was called last.

        Whoever is searching goes on with what it holds; the next one loads anew.
        """
        with self._lock:
            for unused in self._followers.keys() - self._used:
                del self._followers[unused]
            self._used.clear()

    def forget_all(self) -> None:
        """
        Let everything go, because the database is another one than before.
        """
        with self._lock:
            self._followers.clear()


class Followed(Generic[V]):
    """
    One log as one transaction sees and writes it.
    """

    __slots__ = ("_changed", "_following", "_transaction")

    def __init__(self, following: Following[V], transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        self._following = following
        self._transaction = transaction
        self._changed = False

    def view(self) -> V:
        """
        Give what is held, brought up to date in this transaction.
        """
        follower = self._following.of(self._transaction.organisation_id)
        return follower.view(self._transaction, changed_here=self._changed)

    def last_change(self) -> str:
        """
        Give a mark of the last change seen; nothing before the first.

        Whose it was is part of it: after a backup was put back, numbers come again.
        """
        row = self._transaction.first(NEWEST, log=self._following.source.log)
        return f"{row[0]} {row[1]}" if row else ""

    def changed(self, subject_id: str) -> None:
        """
        Tell every reader to read a subject again once this is committed.
        """
        log = self._following.source.log
        self._transaction.lock("changes", log)
        self.wrote()
        self._transaction.run(NEXT, log=log, subject_id=subject_id)

    def wrote(self) -> None:
        """
        Know that this transaction wrote to the log.

        Needed where it did so through another view of the same log.
        """
        self._changed = True
