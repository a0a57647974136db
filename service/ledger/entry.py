"""
Make one entry, commit to it, and make the leaf that enters the tree.

    entry ─ to_bytes() ─► bytes ─┐
                                 ├─ commitment() ─► leaf_bytes() ─► the tree
    32 random bytes ── salt ─────┘

Erasing destroys entry bytes and salt together; commitment and leaf stay.
"""

import hmac
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import cast

from service.ledger.canonical import Plain, canonical, instant
from service.ledger.failures import NotCanonical
from service.ledger.hashing import HASH_BYTES
from service.ledger.kinds import ActorKind, EntryKind

__all__ = [
    "FORMAT_VERSION",
    "SALT_BYTES",
    "ActorKind",
    "Entry",
    "EntryActor",
    "EntryKind",
    "commitment",
    "leaf_bytes",
]

FORMAT_VERSION = 1
"""Raised when entry, commitment or leaf get other bytes; older ones stay readable."""

SALT_BYTES = 32
"""As much randomness as the commitment has bits: it hides even a yes or no."""

_COMMITMENT_DOMAIN = b"obstat ledger commitment 1\n"
_LEAF_DOMAIN = "obstat ledger leaf 1"
_ID = re.compile(r"[!-~]{1,128}")


@dataclass(frozen=True, slots=True)
class EntryActor:
    """
    Who made it happen.
    """

    id: str
    kind: ActorKind

    def __post_init__(self) -> None:
        """
        Refuse an actor that is nobody.

        Raises:
            NotCanonical: If there is no id.
        """
        if not self.id:
            raise NotCanonical("an actor has an id")


class Payload(Mapping[str, Plain]):
    """
    What an entry says, read from its bytes when somebody asks.

    So it is a copy that nobody else holds, and costs nothing where it is only written.
    """

    def __init__(self, entry_bytes: bytes) -> None:
        """
        Take the canonical bytes of an entry.
        """
        self._entry_bytes = entry_bytes

    def __getitem__(self, name: str) -> Plain:
        """
        Give one member.
        """
        return self._said[name]

    def __iter__(self) -> Iterator[str]:
        """
        Go through the names of all members.
        """
        return iter(self._said)

    def __len__(self) -> int:
        """
        Count the members.
        """
        return len(self._said)

    def __repr__(self) -> str:
        """
        Show the members.
        """
        return repr(self._said)

    @cached_property
    def _said(self) -> dict[str, Plain]:
        return cast("dict[str, Plain]", json.loads(self._entry_bytes)["payload"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """
    What happened, to whom, by whom, when: the thing that is evidence.

    One erasure destroys the whole entry.  So where several people are concerned
    the payload refers to them by id, and names stay in the tables.
    """

    entry_id: str
    """Random.  It outlives erasure in the leaf, so it must say nothing, not even when."""
    organisation_id: str
    """The controller.  It outlives erasure too."""
    kind: EntryKind
    recorded_at: datetime
    """When the registry learned it; the instant it speaks of is in the payload."""
    actor: EntryActor
    person_ids: tuple[str, ...] = ()
    """Everybody it is about: a set, kept sorted and without repeats."""
    payload: Mapping[str, Plain] = field(default_factory=dict[str, Plain])
    """A copy that nobody else holds."""
    format_version: int = field(default=FORMAT_VERSION, init=False)
    _content: bytes = field(default=b"", init=False, repr=False, compare=False)
    """Written once: an entry is made for every answer, and its bytes are most of the work."""

    def __post_init__(self) -> None:
        """
        Take a copy, so that what is hashed later is what was said now.

        Raises:
            NotCanonical: If a part cannot be recorded.
        """
        _check_id(self.entry_id)
        _check_id(self.organisation_id)
        object.__setattr__(self, "person_ids", tuple(sorted(set(self.person_ids))))
        content = self._written()  # an entry that cannot be written must not exist
        object.__setattr__(self, "payload", Payload(content))
        object.__setattr__(self, "_content", content)

    def to_bytes(self) -> bytes:
        """
        Return the canonical bytes that are committed to and kept.
        """
        return self._content

    def _written(self) -> bytes:
        """
        Write everything in its one true form.
        """
        return canonical(
            {
                "actor": {"id": self.actor.id, "kind": self.actor.kind.value},
                "entry_id": self.entry_id,
                "format": self.format_version,
                "kind": self.kind.value,
                "organisation_id": self.organisation_id,
                "payload": self.payload,
                "person_ids": self.person_ids,
                "recorded_at": instant(self.recorded_at),
            }
        )


def commitment(salt: bytes, entry_bytes: bytes) -> bytes:
    """
    Return 32 bytes that bind *entry_bytes*, and hide it without *salt*.

    HMAC-SHA-256 with the salt as its key, not a hash of salt and entry in a row:
    hiding then rests on what HMAC is proven to be, a pseudorandom function, and
    no boundary between the two can be moved.  The salt has one length, because
    HMAC pads short keys with zeros: a salt and the same salt with a zero behind
    it would open the same commitment.

    Raises:
        NotCanonical: If the salt is not 32 bytes.
    """
    if len(salt) != SALT_BYTES:
        raise NotCanonical(f"a salt has {SALT_BYTES} bytes, not {len(salt)}")
    return hmac.digest(salt, _COMMITMENT_DOMAIN + entry_bytes, "sha256")


def leaf_bytes(
    organisation_id: str,
    entry_id: str,
    committed: bytes,
    *,
    format_version: int = FORMAT_VERSION,
) -> bytes:
    """
    Return what enters the tree, and all that remains after an erasure.

    Four lines of ASCII, so that it can be rebuilt with a text editor: the format,
    the organisation (no leaf can be moved to another log), the entry's id (no
    commitment can be passed off as another entry) and the commitment in hex.

    Raises:
        NotCanonical: If an id could be read as two lines, the commitment is not
            32 bytes, or the format is not one we know.
    """
    if format_version != FORMAT_VERSION:
        raise NotCanonical(f"format {format_version} is not known here")
    if len(committed) != HASH_BYTES:
        raise NotCanonical(f"a commitment has {HASH_BYTES} bytes, not {len(committed)}")
    _check_id(organisation_id)
    _check_id(entry_id)
    return f"{_LEAF_DOMAIN}\n{organisation_id}\n{entry_id}\n{committed.hex()}\n".encode()


def _check_id(identifier: str) -> None:
    """
    Refuse an id that is not 1 to 128 visible ASCII characters.
    """
    if not _ID.fullmatch(identifier):
        raise NotCanonical("an id is 1 to 128 printable ASCII characters without space")
