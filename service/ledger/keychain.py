"""
Follow the key of a log from one to the next.

    obstat key rotation 1              obstat recovery key 1
    <origin>                           <origin>
    <public key until now>             <public key of the log>
    <public key from now on>           <public key of the recovery key>
    <planned, lost or stolen> <size>

Each is a signed note.  A rotation is signed by the new key and by the old one, or by
the recovery key that the old one named.  The old key vouches for heads of up to *size*
entries for ever, and for none beyond.  So whoever trusts any key of a log, however
old, comes to all others; whoever swaps the key without one of those signatures is
found out.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from service.ledger.failures import CheckpointRefused
from service.ledger.keys import Ed25519Check, Signer, Verifier, read_vkey
from service.ledger.note import open_note, sign_note

_ROTATION, _RECOVERY = "obstat key rotation 1", "obstat recovery key 1"


class Why(StrEnum):
    """
    Why a key is replaced.
    """

    PLANNED = "planned"
    """Because it is time to; the old key signs for its successor."""
    LOST = "lost"
    """It is gone; the recovery key signs in its place."""
    STOLEN = "stolen"
    """Somebody else may have it: only the recovery key can tell whom to trust."""


@dataclass(frozen=True, slots=True)
class Rotation:
    """
    One key of a log followed by another.
    """

    origin: str
    old: str
    new: str
    why: Why
    trusted_size: int
    """Heads of so many entries at most are believed on the word of the old key."""

    def body(self) -> str:
        """
        Return the text that is signed.
        """
        last = f"{self.why} {self.trusted_size}"
        return f"{_ROTATION}\n{self.origin}\n{self.old}\n{self.new}\n{last}\n"


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """
    Which key may replace a key of the log when that is lost or stolen.
    """

    origin: str
    of: str
    key: str

    def body(self) -> str:
        """
        Return the text that is signed.
        """
        return f"{_RECOVERY}\n{self.origin}\n{self.of}\n{self.key}\n"


def signed(statement: Rotation | RecoveryKey, *signers: Signer) -> str:
    """
    Return a statement as a signed note.
    """
    return sign_note(statement.body(), signers)


def follow(
    trusted: Sequence[str], statements: Iterable[str], check: Ed25519Check
) -> tuple[Verifier, ...]:
    """
    Return every key that the *trusted* ones lead to, and its end.

    Args:
        statements: Rotations and recovery keys, in the order of the log.

    Raises:
        CheckpointRefused: Naming the key that was put in place of another without
            its signature.
    """
    named, rotations = dict[str, str](), list[tuple[Rotation, bool]]()
    for note in statements:
        statement = read_statement(note)
        if isinstance(statement, RecoveryKey):
            _held(note, [statement.of], statement.of, check)
            # The first one counts: a thief of the key could name another later.
            named.setdefault(statement.of, statement.key)
        else:
            rotations.append((statement, _is_by_recovery(note, statement, named, check)))
    return _reached(trusted, rotations, check)


def read_statement(note: str) -> Rotation | RecoveryKey:
    """
    Read a statement that nobody has vouched for yet.

    Raises:
        CheckpointRefused: If it is none.
    """
    text, _, _ = note.rpartition("\n\n")
    kind, *lines = text.split("\n")
    statement: Rotation | RecoveryKey
    try:
        if kind == _RECOVERY:
            origin, of, key = lines
            statement = RecoveryKey(origin, of, key)
        else:
            origin, old, new, last = lines
            why, _, size = last.partition(" ")
            statement = Rotation(origin, old, new, Why(why), int(size))
    except ValueError:
        raise CheckpointRefused("this says nothing about the keys of a log") from None
    if statement.body() != f"{text}\n":
        raise CheckpointRefused("this says nothing about the keys of a log")
    return statement


def read_keychain(content: bytes) -> tuple[str, ...]:
    """
    Read the file that holds the statements, in the order of the log.

    Raises:
        CheckpointRefused: If it is no such file.
    """
    try:
        listed = json.loads(content)
    except ValueError:
        listed = None
    if isinstance(listed, dict):  # with the keys they are about, as it is handed out
        listed = listed.get("statements")
    if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
        raise CheckpointRefused("this is no list of what a log says of its keys")
    return tuple(listed)


def _held(note: str, vkeys: Sequence[str], wanted: str, check: Ed25519Check) -> None:
    """
    Refuse a note that the key *wanted* did not sign.
    """
    _, held = open_note(note, [read_vkey(each, check) for each in vkeys])
    if wanted not in {each.vkey() for each in held}:
        raise CheckpointRefused(f"the key {wanted} did not sign what is said of it")


def _is_by_recovery(
    note: str, rotation: Rotation, named: dict[str, str], check: Ed25519Check
) -> bool:
    """
    Tell whether the recovery key signed in place of the old one.

    Raises:
        CheckpointRefused: If neither did, or the new key did not.
    """
    recovery = named.get(rotation.old)
    vkeys = {rotation.old, rotation.new} | ({recovery} if recovery else set())
    verifiers = [read_vkey(each, check) for each in sorted(vkeys)]
    held = {each.vkey() for each in open_note(note, verifiers)[1]}
    is_by_recovery = recovery is not None and recovery in held
    has_old = rotation.old in held and rotation.why is Why.PLANNED
    is_of_log = read_vkey(rotation.new, check).name == rotation.origin
    if rotation.new not in held or not is_of_log or not (has_old or is_by_recovery):
        message = (
            f"the key {rotation.new} was put in place of {rotation.old}, and neither that key"
            " nor its recovery key signed this: the key was swapped"
        )
        raise CheckpointRefused(message)
    return is_by_recovery


def _reached(
    trusted: Sequence[str], rotations: Sequence[tuple[Rotation, bool]], check: Ed25519Check
) -> tuple[Verifier, ...]:
    """
    Walk the rotations both ways from the trusted keys.
    """
    chosen = _chosen(rotations)
    known = {each: read_vkey(each, check) for each in _connected(trusted, chosen)}
    for rotation in chosen:
        if rotation.old in known:
            known[rotation.old] = replace(known[rotation.old], until=rotation.trusted_size)
    for rotation, _ in rotations:
        if rotation not in chosen and rotation.old in known:
            # The thief's own successor: known by name, so that it is refused by name.
            size = known[rotation.old].until
            known[rotation.new] = replace(read_vkey(rotation.new, check), until=size)
    return tuple(known.values())


def _connected(trusted: Sequence[str], rotations: Sequence[Rotation]) -> list[str]:
    """
    Give the trusted keys and all that rotations lead to, in a settled order.
    """
    found = dict.fromkeys(trusted)
    grown = -1
    while grown < len(found):
        grown = len(found)
        for rotation in rotations:
            pair = (rotation.old, rotation.new)
            if not found.keys().isdisjoint(pair):
                found.update(dict.fromkeys(pair))
    return list(found)


def _chosen(rotations: Sequence[tuple[Rotation, bool]]) -> list[Rotation]:
    """
    Give one successor for each key; the recovery key's choice before the key's own.

    Raises:
        CheckpointRefused: If a key has two, and nothing tells which one counts.
    """
    by_key = dict[str, tuple[Rotation, bool]]()
    for rotation, is_by_recovery in rotations:
        other = by_key.get(rotation.old)
        if other is not None and other[1] == is_by_recovery:
            raise CheckpointRefused(f"the key {rotation.old} has two successors")
        if other is None or is_by_recovery:
            by_key[rotation.old] = (rotation, is_by_recovery)
    return [rotation for rotation, _ in by_key.values()]
