"""
Verify a whole log: rows and heads in, truth or the first flaw out.

Needs the standard library and one Ed25519 check, given as an argument.  It trusts
nothing it reads: not the order of rows, not their ids, not that an entry is what
its commitment says, not that a head is signed by whom it names.

It streams.  Besides log2(size) hashes it keeps some 16 bytes a row, to notice two
rows that claim to be the same entry.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from service.ledger.bundle import Row
from service.ledger.canonical import parse_canonical
from service.ledger.checkpoint import Checkpoint, open_checkpoint
from service.ledger.entry import commitment, leaf_bytes
from service.ledger.failures import CheckpointRefused, Flaw, KeyEnded, LogBroken, NotCanonical
from service.ledger.keychain import follow
from service.ledger.keys import Ed25519Check, Verifier, read_vkey
from service.ledger.seen import SeenIds
from service.ledger.tree import Peaks, leaf_hash

__all__ = ["Row", "VerifiedLog", "verify_log"]


@dataclass(frozen=True, slots=True)
class VerifiedLog:
    """
    A log that adds up, and whose last signed head covers all of it.
    """

    size: int
    root: bytes
    entries: int
    """Rows whose entry is still there, and is what was committed to."""
    erased: int
    """Rows whose entry and salt are gone."""


def verify_log(
    rows: Iterable[Row],
    checkpoints: Iterable[str],
    *,
    organisation_id: str,
    origin: str,
    vkeys: Iterable[str],
    ed25519: Ed25519Check,
    statements: Iterable[str] = (),
) -> VerifiedLog:
    """
    Return what *rows* and *checkpoints* prove, if they prove everything.

    Each head is compared with the rows up to its size as they stream past, so a
    head that somebody kept for years is verified like the newest.

    Args:
        rows: All rows from leaf 0, in order.

        checkpoints: Signed notes by rising size; the last one covers all rows.

        organisation_id: Whose log it is; part of every leaf.

        origin: The name of the log, which its heads must bear.

        vkeys: The public keys that are trusted to sign for it, as text.

        statements: What the log says of its keys (see `keychain.py`).  Heads that
            an ended key signed beyond its end are passed over: they prove nothing,
            and later ones cover the same rows.

        ed25519: The one thing taken on trust: (public key, signature, message)
            to `True`.  `check_ed25519` in `ed25519.py` is one that can be read.

    Raises:
        LogBroken: Naming the first flaw, and the leaf at which it shows.
    """
    heads = _Heads(checkpoints, origin, _keys(vkeys, statements, ed25519))
    peaks, seen, erased = Peaks(), SeenIds(), 0
    heads.compare(peaks)
    for row in rows:
        index = peaks.size
        if row.index != index:
            raise LogBroken(Flaw.ROW_OUT_OF_PLACE, index, f"here stands row {row.index}")
        leaf = _leaf(row, organisation_id)
        if not seen.add(row.entry_id):
            raise LogBroken(Flaw.ENTRY_ID_REPEATED, index, "an earlier row has the same id")
        if row.salt is None and row.entry_bytes is None:
            erased += 1
        else:
            _check_entry(row, organisation_id)
        peaks.add(leaf_hash(leaf))
        if heads.size == peaks.size:
            heads.compare(peaks)
    heads.finish(peaks)
    return VerifiedLog(peaks.size, peaks.root(), peaks.size - erased, erased)


class _Heads:
    """
    The signed heads, each opened when the one before it has held.
    """

    def __init__(self, notes: Iterable[str], origin: str, verifiers: tuple[Verifier, ...]) -> None:
        """
        Open the first head.
        """
        self._verifiers = verifiers
        self._notes = iter(notes)
        self._origin = origin
        self._held: Checkpoint | None = None
        self._next: Checkpoint | None = None
        self._advance(0)

    @property
    def size(self) -> int:
        """
        Return how many rows the next head covers, or -1 after the last.
        """
        return -1 if self._next is None else self._next.size

    def compare(self, peaks: Peaks) -> None:
        """
        Compare every head of the size of *peaks* with their root.
        """
        while self._next is not None and self._next.size == peaks.size:
            if self._next.root != peaks.root():
                since = self._held.size if self._held else 0
                found = f"rows {since} to {peaks.size - 1} do not lead to the signed root"
                raise LogBroken(Flaw.ROOT_WRONG, since, found)
            self._held = self._next
            self._advance(peaks.size)

    def finish(self, peaks: Peaks) -> None:
        """
        Refuse rows without head, and heads without rows.
        """
        if self._next is not None:
            missing = f"a signed head counts {self._next.size} rows"
            raise LogBroken(Flaw.CHECKPOINT_NOT_REACHED, peaks.size, missing)
        if self._held is None:
            raise LogBroken(Flaw.CHECKPOINT_MISSING, 0, "no signed head at all")
        if self._held.size != peaks.size:
            raise LogBroken(Flaw.TAIL_UNSIGNED, self._held.size, "no signed head covers this")

    def _advance(self, size: int) -> None:
        """
        Open the next head, which cannot be smaller than *size*.
        """
        head = self._opened(size)
        if head is None:
            self._next = None
            return
        if head.origin != self._origin:
            raise LogBroken(Flaw.CHECKPOINT_REFUSED, size, "the head is that of another log")
        if head.size < size:
            later = f"a head of {head.size} rows after one of {size}"
            raise LogBroken(Flaw.CHECKPOINT_OUT_OF_ORDER, size, later)
        self._next = head

    def _opened(self, size: int) -> Checkpoint | None:
        """
        Return the next head that a key in its time signed.
        """
        for note in self._notes:
            try:
                return open_checkpoint(note, self._verifiers)
            except KeyEnded:
                continue
            except CheckpointRefused as refused:
                raise LogBroken(Flaw.CHECKPOINT_REFUSED, size, str(refused)) from None
        return None


def _keys(
    vkeys: Iterable[str], statements: Iterable[str], ed25519: Ed25519Check
) -> tuple[Verifier, ...]:
    """
    Return all keys that the trusted ones lead to.
    """
    trusted = tuple(vkeys)
    try:
        for each in trusted:
            read_vkey(each, ed25519)
    except CheckpointRefused as refused:
        raise LogBroken(Flaw.CHECKPOINT_REFUSED, 0, f"a trusted key: {refused}") from None
    try:
        return follow(trusted, statements, ed25519)
    except CheckpointRefused as refused:
        raise LogBroken(Flaw.KEY_SWAPPED, 0, str(refused)) from None


def _leaf(row: Row, organisation_id: str) -> bytes:
    """
    Return the leaf of *row*.
    """
    try:
        return leaf_bytes(
            organisation_id, row.entry_id, row.commitment, format_version=row.format_version
        )
    except NotCanonical as refused:
        raise LogBroken(Flaw.ROW_UNREADABLE, row.index, str(refused)) from None


def _check_entry(row: Row, organisation_id: str) -> None:
    """
    Refuse an entry that was not committed to, or that belongs elsewhere.
    """
    if row.salt is None or row.entry_bytes is None:
        raise LogBroken(Flaw.HALF_ERASED, row.index, "salt and entry are kept or erased together")
    try:
        committed = commitment(row.salt, row.entry_bytes)
    except NotCanonical as refused:
        raise LogBroken(Flaw.COMMITMENT_WRONG, row.index, str(refused)) from None
    if committed != row.commitment:
        raise LogBroken(Flaw.COMMITMENT_WRONG, row.index, "entry or salt were changed")
    try:
        entry = parse_canonical(row.entry_bytes)
    except NotCanonical as refused:
        raise LogBroken(Flaw.ENTRY_NOT_CANONICAL, row.index, str(refused)) from None
    named = {
        "entry_id": row.entry_id,
        "format": row.format_version,
        "organisation_id": organisation_id,
    }
    if not isinstance(entry, dict) or named != {name: entry.get(name) for name in named}:
        raise LogBroken(Flaw.ENTRY_OF_ANOTHER_ROW, row.index, "the entry does not name its row")
