"""
Ask for the evidence: entries at once, the tree a moment later.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Protocol

from service.decision.ids import PersonId
from service.ledger.entry import Entry, EntryKind
from service.ledger.tree import Frontier
from service.records.ledger import (
    Opening,
    Pending,
    StoredCheckpoint,
    StoredLeaf,
    WitnessedHead,
)


class Ledger(Protocol):
    """
    The log of one organisation.
    """

    def append(self, entry: Entry) -> None:
        """
        Write an entry; durable exactly when the transaction commits.
        """
        ...

    def forget(self, person_id: PersonId) -> int:
        """
        Destroy payload and salt of every entry about a person; count them.
        """
        ...

    def find_opening(self, entry_id: str) -> Opening | None:
        """
        Give what opens the commitment of an entry, unless it was erased.
        """
        ...

    def lock_sequencer(self) -> bool:
        """
        Become the only sequencer until this transaction ends; False: not now.
        """
        ...

    def wait_for_sequencer(self) -> None:
        """
        Become the only sequencer until we end, once nobody else is.
        """
        ...

    def pending(self, limit: int) -> Sequence[Pending]:
        """
        Give entries that are not in the tree, oldest first.
        """
        ...

    def frontier(self) -> Frontier:
        """
        Give the compact range of the tree as it stands.
        """
        ...

    def extend(
        self, frontier: Frontier, leaves: Sequence[Pending], nodes: Sequence[tuple[int, int, bytes]]
    ) -> None:
        """
        Put *leaves* behind the tree's end; *frontier* is the one after them.
        """
        ...

    def node(self, level: int, index: int) -> bytes:
        """
        Give one complete node of the tree.

        Raises:
            NotFound: The tree is not that large.
        """
        ...

    def add_checkpoint(self, checkpoint: StoredCheckpoint) -> None:
        """
        Append a signed head.
        """
        ...

    def last_checkpoint(self) -> StoredCheckpoint | None:
        """
        Give the newest signed head.
        """
        ...

    def checkpoints(self) -> Iterator[StoredCheckpoint]:
        """
        Give every signed head, by size.
        """
        ...

    def leaves(self, after: int = -1) -> Iterator[StoredLeaf]:
        """
        Give every leaf behind place *after*, without holding them all.
        """
        ...

    def leaves_about(self, person_id: PersonId) -> Sequence[StoredLeaf]:
        """
        Give every leaf about a person, in order.
        """
        ...

    def leaves_of_kind(self, kind: EntryKind) -> Sequence[StoredLeaf]:
        """
        Give every leaf of a kind whose payload is there, in order.
        """
        ...

    def entries_since(self, kind: EntryKind, since: datetime) -> Sequence[bytes]:
        """
        Give every entry of a kind since an instant, in the tree or not yet.
        """
        ...

    def leaves_naming(self, kinds: Iterable[EntryKind], record_id: str) -> Sequence[StoredLeaf]:
        """
        Give every leaf of some kinds that names a record, in any order.

        The storage looks: of years of checks, only those found are in memory.
        """
        ...

    def leaves_between(self, from_at: datetime, until_at: datetime) -> Iterator[StoredLeaf]:
        """
        Give every leaf recorded in [from_at, until_at), in order.
        """
        ...


class WitnessedHeads(Protocol):
    """
    The heads of other logs that we vouched for.
    """

    def add(self, head: WitnessedHead) -> None:
        """
        Append a head that was vouched for.
        """
        ...

    def last(self, origin: str) -> WitnessedHead | None:
        """
        Give the last head that was vouched for; others wait until we end.
        """
        ...
