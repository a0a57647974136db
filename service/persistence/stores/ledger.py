"""
Keep the evidence: entries in the transaction, the tree a moment later.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from service.decision.ids import PersonId
from service.errors import Conflict, NotFound
from service.ledger.canonical import canonical
from service.ledger.entry import Entry, EntryKind, commitment, leaf_bytes
from service.ledger.tree import Frontier
from service.persistence.schema.instants import FOREVER
from service.persistence.statements import Row
from service.persistence.stores import ledger_statements as statements
from service.persistence.stores.erasing import note_erasure
from service.persistence.transaction import Transaction
from service.records.ledger import Opening, Pending, StoredCheckpoint, StoredLeaf

ROWS_AT_ONCE = 1000
"""How many rows are held while the whole log is read."""


class SqlLedger:
    """
    The log of one organisation, in one transaction.
    """

    def __init__(self, transaction: Transaction, new_salt: Callable[[], bytes]) -> None:
        """
        Work in *transaction*; *new_salt* gives 32 random bytes.
        """
        self._transaction = transaction
        self._new_salt = new_salt

    def append(self, entry: Entry) -> None:
        """
        Write an entry; durable exactly when the transaction commits.

        Raises:
            Conflict: The entry is about another organisation.
        """
        if entry.organisation_id != self._transaction.organisation_id:
            raise Conflict("This transaction is for another organisation.")
        content, salt = entry.to_bytes(), self._new_salt()
        whose = {"entry_id": entry.entry_id}
        committed = {"recorded_at": entry.recorded_at, "commitment": commitment(salt, content)}
        payload = {"kind": entry.kind.value, "salt": salt, "entry": content}
        append = self._transaction.append
        append(statements.ADD_ENTRY, {**whose, **committed})
        append(statements.ADD_PAYLOAD, {**whose, **payload})
        append(statements.ADD_PENDING, whose)
        append(statements.ADD_PERSON, *({**whose, "person_id": one} for one in entry.person_ids))

    def forget(self, person_id: PersonId) -> int:
        """
        Destroy payload and salt of every entry about a person; count them.
        """
        note_erasure(self._transaction, "ledger", person_id)
        count = self._transaction.run(statements.FORGET_PAYLOADS, person_id=person_id)
        self._transaction.run(statements.FORGET_PERSON, person_id=person_id)
        return count

    def find_opening(self, entry_id: str) -> Opening | None:
        """
        Give what opens the commitment of an entry, unless it was erased.
        """
        row = self._transaction.first(statements.OPENING, entry_id=entry_id)
        return None if row is None else Opening(bytes(row[0]), bytes(row[1]), row[2])

    def lock_sequencer(self) -> bool:
        """
        Become the only sequencer until this transaction ends; False: not now.
        """
        return self._transaction.try_lock("sequencer")

    def wait_for_sequencer(self) -> None:
        """
        Become the only sequencer until we end, once nobody else is.
        """
        self._transaction.lock("sequencer")

    def pending(self, limit: int) -> Sequence[Pending]:
        """
        Give entries that are not in the tree, oldest first.
        """
        rows = self._transaction.all(statements.PENDING, limit=limit)
        return [Pending(entry_id, self._leaf(entry_id, sealed)) for entry_id, sealed in rows]

    def frontier(self) -> Frontier:
        """
        Give the compact range of the tree as it stands.

        It is derived from the leaves and nodes, which never change: there is no row
        that could be wrong.
        """
        size = self._size()
        return Frontier(size, tuple(self.node(*peak) for peak in _peaks(size)))

    def extend(
        self, frontier: Frontier, leaves: Sequence[Pending], nodes: Sequence[tuple[int, int, bytes]]
    ) -> None:
        """
        Put *leaves* behind the tree's end; *frontier* is the one after them.

        Raises:
            Conflict: The tree does not end where these leaves begin.
        """
        size = self._size()
        if size + len(leaves) != frontier.size:
            raise Conflict("The log has grown meanwhile.")
        self._transaction.append(
            statements.ADD_LEAF,
            *(
                {"position": position, "entry_id": leaf.entry_id}
                for position, leaf in enumerate(leaves, start=size)
            ),
        )
        self._transaction.append(
            statements.ADD_NODE,
            *(
                {"level": level, "position": position, "hash": digest}
                for level, position, digest in nodes
            ),
        )
        self._transaction.run(statements.NO_LONGER_PENDING, ids=[leaf.entry_id for leaf in leaves])

    def node(self, level: int, index: int) -> bytes:
        """
        Give one complete node of the tree.

        Raises:
            NotFound: The tree is not that large.
        """
        row = self._transaction.first(statements.NODE, level=level, position=index)
        if row is None:
            raise NotFound("The log is not that long.")
        return bytes(row[0])

    def add_checkpoint(self, checkpoint: StoredCheckpoint) -> None:
        """
        Append a signed head.
        """
        self._transaction.run(
            statements.ADD_CHECKPOINT,
            size=checkpoint.size,
            root=checkpoint.root,
            note=checkpoint.note,
            signed_at=checkpoint.signed_at,
        )

    def last_checkpoint(self) -> StoredCheckpoint | None:
        """
        Give the newest signed head.
        """
        row = self._transaction.first(statements.LAST_CHECKPOINT)
        return StoredCheckpoint(*row) if row else None

    def checkpoints(self) -> Iterator[StoredCheckpoint]:
        """
        Give every signed head, by size.
        """
        size, signed_at = -1, FOREVER
        while rows := self._transaction.all(
            statements.CHECKPOINTS_AFTER, size=size, signed_at=signed_at, limit=ROWS_AT_ONCE
        ):
            yield from (StoredCheckpoint(*row) for row in rows)
            size, signed_at = rows[-1][0], rows[-1][3]

    def leaves(self, after: int = -1) -> Iterator[StoredLeaf]:
        """
        Give every leaf behind place *after*, without holding them all.
        """
        last = after
        while rows := self._transaction.all(
            statements.LEAVES_AFTER, after=last, limit=ROWS_AT_ONCE
        ):
            yield from map(self._stored_leaf, rows)
            last = rows[-1][0]

    def leaves_about(self, person_id: PersonId) -> Sequence[StoredLeaf]:
        """
        Give every leaf about a person, in order.
        """
        rows = self._transaction.all(statements.LEAVES_ABOUT, person_id=person_id)
        return [self._stored_leaf(row) for row in rows]

    def leaves_of_kind(self, kind: EntryKind) -> Sequence[StoredLeaf]:
        """
        Give every leaf of a kind whose payload is there, in order.
        """
        rows = self._transaction.all(statements.LEAVES_OF_KIND, kind=kind.value)
        return [self._stored_leaf(row) for row in rows]

    def entries_since(self, kind: EntryKind, since: datetime) -> Sequence[bytes]:
        """
        Give every entry of a kind since an instant, in the tree or not yet.
        """
        rows = self._transaction.all(statements.ENTRIES_SINCE, kind=kind.value, since=since)
        return [bytes(row[0]) for row in rows]

    def leaves_naming(self, kinds: Iterable[EntryKind], record_id: str) -> Sequence[StoredLeaf]:
        """
        Give every leaf of some kinds that names a record, in any order.
        """
        rows = self._transaction.all(
            statements.LEAVES_NAMING,
            kinds=[each.value for each in kinds],
            named=canonical(record_id),
        )
        return [self._stored_leaf(row) for row in rows]

    def leaves_between(self, from_at: datetime, until_at: datetime) -> Iterator[StoredLeaf]:
        """
        Give every leaf recorded in [from_at, until_at), in order.
        """
        last = -1
        while rows := self._transaction.all(
            statements.LEAVES_BETWEEN,
            after=last,
            from_at=from_at,
            until_at=until_at,
            limit=ROWS_AT_ONCE,
        ):
            yield from map(self._stored_leaf, rows)
            last = rows[-1][0]

    def _stored_leaf(self, row: Row) -> StoredLeaf:
        index, entry_id, recorded_at, sealed, salt, entry = row
        return StoredLeaf(
            index=index,
            entry_id=entry_id,
            commitment=sealed,
            recorded_at=recorded_at,
            leaf=self._leaf(entry_id, sealed),
            salt=salt,
            entry=entry,
        )

    def _leaf(self, entry_id: str, committed: bytes) -> bytes:
        return leaf_bytes(self._transaction.organisation_id, entry_id, committed)

    def _size(self) -> int:
        return self._transaction.number(statements.SIZE)


def _peaks(size: int) -> Iterator[tuple[int, int]]:
    """
    Give level and index of the perfect trees that *size* leaves make, left to right.
    """
    start = 0
    for level in reversed(range(size.bit_length())):
        if size >> level & 1:
            yield level, start >> level
            start += 1 << level
