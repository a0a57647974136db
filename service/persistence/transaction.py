"""
Run statements in one transaction, and let no driver's exception out.
"""

from collections.abc import Mapping

from service.decision.ids import OrganisationId
from service.errors import Unavailable
from service.persistence.engines.driver import Cursor, Session, lock_number
from service.persistence.failures import refusal_of, storage_errors, storage_trouble
from service.persistence.statements import Prepared, Ready, Row


class Transaction:
    """
    One transaction of one organisation.

    Every statement gets the parameter `organisation_id` by itself.
    """

    __slots__ = ("_broken", "_held", "_session", "organisation_id", "statements", "writable")

    def __init__(
        self, session: Session, organisation_id: OrganisationId, *, writable: bool
    ) -> None:
        """
        Use an open *session*.
        """
        self._session = session
        self._broken = False
        self._held: set[int] = set()
        self.organisation_id = organisation_id
        self.writable = writable
        self.statements = 0
        """How many statements ran: tests hold the hot path to a number."""

    def all(self, prepared: Prepared, **parameters: object) -> list[Row]:
        """
        Give every row.
        """
        ready = prepared.on(self._session.dialect, parameters)
        cursor = self._execute(ready, parameters)
        try:
            return ready.read(cursor.fetchall())
        except storage_errors() as error:
            raise self._refusal(error) from None

    def first(self, prepared: Prepared, **parameters: object) -> Row | None:
        """
        Give the first row, if there is one.
        """
        rows = self.all(prepared, **parameters)
        return rows[0] if rows else None

    def number(self, prepared: Prepared, **parameters: object) -> int:
        """
        Give the first column of the first row as a number; 0 for nothing.
        """
        row = self.first(prepared, **parameters)
        return int(row[0] or 0) if row else 0

    def run(self, prepared: Prepared, **parameters: object) -> int:
        """
        Write, and tell how many rows were touched.
        """
        self._require_writable()
        return self._execute(prepared.on(self._session.dialect, parameters), parameters).rowcount

    def append(self, prepared: Prepared, *rows: Mapping[str, object]) -> None:
        """
        Write *rows* before the next statement or the commit, which may raise.

        For rows that only fail by mistake: on PostgreSQL it saves a round trip each.
        """
        self._require_writable()
        if not rows:
            return
        self._require_open()
        ready = prepared.on(self._session.dialect)
        values = [ready.values(row, self.organisation_id) for row in rows]
        self.statements += 1
        try:
            self._session.execute_later(ready.sql, values)
        except storage_errors() as error:
            raise self._refusal(error) from None

    def lock(self, *names: str, shared: bool = False) -> None:
        """
        Take the lock called *names* with the next statement, to the end.

        A reader needs none: it sees one snapshot.
        """
        number = lock_number(self.organisation_id, *names)
        if number in self._held or not self.writable:
            return
        try:
            self._session.lock(number, shared=shared)
        except storage_errors() as error:
            raise self._refusal(error) from None
        if not shared:
            self._held.add(number)

    def wait(self) -> None:
        """
        Wait until what was locked is held.
        """
        try:
            self._session.wait()
        except storage_errors() as error:
            raise self._refusal(error) from None

    def try_lock(self, *names: str) -> bool:
        """
        Take the lock called *names* if nobody holds it.
        """
        try:
            return self._session.try_lock(lock_number(self.organisation_id, *names))
        except storage_errors() as error:
            raise self._refusal(error) from None

    def commit(self) -> None:
        """
        Make everything durable.

        Raises:
            Unavailable: Nothing was kept; or the connection broke on the way, and
                only looking again tells.
        """
        if self._broken:
            raise Unavailable("Something failed in this transaction, so nothing is kept.")
        self._broken = True  # whatever comes after the end belongs to no transaction
        with storage_trouble():
            self._session.commit()

    def close(self) -> None:
        """
        Roll back what was not committed.
        """
        self._broken = True
        with storage_trouble():
            self._session.close()

    def _execute(self, ready: Ready, parameters: dict[str, object]) -> Cursor:
        self._require_open()
        self.statements += 1
        values = ready.values(parameters, self.organisation_id)
        try:
            return self._session.execute(ready.sql, values)
        except storage_errors() as error:
            raise self._refusal(error) from None

    def _refusal(self, error: Exception) -> Exception:
        # PostgreSQL would turn a later COMMIT into a silent ROLLBACK.
        self._broken = True
        return refusal_of(error)

    def _require_open(self) -> None:
        if self._broken:
            raise Unavailable("This transaction has ended.")

    def _require_writable(self) -> None:
        if not self.writable:
            raise Unavailable("This transaction only reads.")
