"""
Sign and open checkpoints, the heads of a log (C2SP tlog-checkpoint).

    <origin>         names the log, and the key that signs for it
    <size>           how many leaves
    <base64 root>    the root over them

A log never signs a head that does not continue all earlier ones.  Whoever keeps
two heads and finds that one does not begin with the other has proof of fraud.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from service.ledger.failures import CheckpointRefused, KeyEnded
from service.ledger.hashing import EMPTY_ROOT, HASH_BYTES
from service.ledger.keys import Signer, Verifier, check_name, decode_base64, encode_base64
from service.ledger.note import open_note, sign_note, signatures

MAX_SIZE = 2**63 - 1
"""What every database and every other verifier can count to."""

_SIZE = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)
_OWN_LINES = 3


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """
    How large a log is, and the root over all of it.
    """

    origin: str
    """The log's name, also the name of its key, so it has neither space nor plus."""
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()
    """Further lines of other logs, signed but without meaning here; we write none."""

    def __post_init__(self) -> None:
        """
        Refuse a head that no log can have.

        Raises:
            CheckpointRefused: If a part is out of range or would not read back.
        """
        check_name(self.origin)
        if not 0 <= self.size <= MAX_SIZE:
            raise CheckpointRefused("this is not the size of a log")
        if len(self.root) != HASH_BYTES:
            raise CheckpointRefused("a root is one SHA-256 hash")
        if not self.size and self.root != EMPTY_ROOT:
            raise CheckpointRefused("an empty log has another root")
        if any(not line or "\n" in line for line in self.extensions):
            raise CheckpointRefused("an extension is one line that is not empty")

    def body(self) -> str:
        """
        Return the text that is signed.
        """
        lines = (self.origin, str(self.size), encode_base64(self.root), *self.extensions)
        return "".join(f"{line}\n" for line in lines)


def sign_checkpoint(checkpoint: Checkpoint, *signers: Signer) -> str:
    """
    Return *checkpoint* as a signed note.

    While keys rotate, the old and the new one sign.  Whoever calls this answers
    for the head continuing all earlier ones; `sequence.next_head` sees to it.

    Raises:
        CheckpointRefused: If a signer is not named after the log: its signature
            would count for nothing.
    """
    if any(signer.name != checkpoint.origin for signer in signers):
        raise CheckpointRefused("a log signs with keys that bear its name")
    return sign_note(checkpoint.body(), signers)


def open_checkpoint(note: str, verifiers: Iterable[Verifier]) -> Checkpoint:
    """
    Return the head that *note* states, if the log itself vouches for it.

    Raises:
        CheckpointRefused: If the note is malformed, a known key's signature does
            not hold, or no known key that bears the name of the log signed: a
            witness or another log cannot speak for this one.
        KeyEnded: If the only key that signed was replaced before.
    """
    body, held = open_note(note, verifiers)
    checkpoint = read_body(body)
    own = [verifier for verifier in held if verifier.name == checkpoint.origin]
    if not own:
        raise CheckpointRefused(f"no key of {checkpoint.origin} signed this")
    if all(each.until is not None and checkpoint.size > each.until for each in own):
        message = (
            f"the key {own[0].vkey()} counts up to entry {own[0].until} only,"
            f" and it alone signed a head of {checkpoint.size}"
        )
        raise KeyEnded(message)
    return checkpoint


def signer_of(note: str) -> bytes:
    """
    Return the id of the key that is to sign the next head, proving nothing.

    Where two keys of the log signed, the later line is that of the new key.

    Raises:
        CheckpointRefused: If the log itself signed nothing.
    """
    text, _, _ = note.rpartition("\n\n")
    origin = text.partition("\n")[0]
    signed = [key for name, key in signatures(note) if name == origin]
    if not signed:
        raise CheckpointRefused("the log did not sign its own head")
    return signed[-1]


def read_body(body: str) -> Checkpoint:
    """
    Read a head from text that nobody has vouched for yet.

    Raises:
        CheckpointRefused: If the text differs in any character from what the head
            in it would be written as.
    """
    lines = body.split("\n")
    if len(lines) <= _OWN_LINES or lines.pop():
        raise CheckpointRefused("a checkpoint has at least three full lines")
    origin, size, root, *extensions = lines
    if not _SIZE.fullmatch(size):
        raise CheckpointRefused("a size is a number without leading zeros")
    return Checkpoint(origin, int(size), decode_base64(root), tuple(extensions))
