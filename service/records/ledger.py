"""
Hold the evidence as it is stored: entries, leaves and signed heads.
"""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Pending:
    """
    An entry that is durable but not in the tree yet.
    """

    entry_id: str
    leaf: bytes


@dataclass(frozen=True, slots=True)
class StoredLeaf:
    """
    One leaf of the tree with what is left of its entry.
    """

    index: int
    entry_id: str
    commitment: bytes
    recorded_at: datetime
    leaf: bytes
    salt: bytes | None = field(default=None, repr=False)
    entry: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Opening:
    """
    What opens the commitment of one entry, and where its leaf is.
    """

    salt: bytes = field(repr=False)
    entry: bytes = field(repr=False)
    index: int | None
    """None: not in the tree yet."""


@dataclass(frozen=True, slots=True)
class StoredCheckpoint:
    """
    A signed head of the tree.
    """

    size: int
    root: bytes
    note: str
    signed_at: datetime


@dataclass(frozen=True, slots=True)
class HeadStamp:
    """
    A head, and what a time authority answered when it was asked about it.
    """

    size: int
    note: str
    reply: bytes = field(repr=False)
    stamped_at: datetime


@dataclass(frozen=True, slots=True)
class WitnessedHead:
    """
    The head of another log that we vouched for.
    """

    origin: str
    size: int
    root: bytes
    note: str
    vkey: str
    """The log's public key."""
    seen_at: datetime
