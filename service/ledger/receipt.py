"""
Put one entry's proof in one file that stands alone (C2SP tlog-proof).

    c2sp.org/tlog-proof@v1
    extra <base64>          optional, proven by nothing
    index <n>
    <base64 hash>           the inclusion proof, from the leaf upwards
    <an empty line>
    <the signed checkpoint>

A family keeps it with its receipt.  It convicts us if the log is ever shortened,
rewritten or shown in two versions.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from service.ledger.checkpoint import Checkpoint, open_checkpoint
from service.ledger.failures import ProofRefused
from service.ledger.keys import Verifier, decode_base64, encode_base64
from service.ledger.proofs import verify_inclusion

_FIRST_LINE = "c2sp.org/tlog-proof@v1"
_EXTRA = "extra "
_INDEX = re.compile(r"index (0|[1-9][0-9]{0,18})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Receipt:
    """
    Where an entry stands in the log, and everything needed to prove it.
    """

    index: int
    proof: tuple[bytes, ...]
    checkpoint: str
    """The signed note, word for word."""
    extra: bytes = b""
    """What the application wants to remember; nothing here vouches for it."""

    def to_text(self) -> str:
        """
        Return the content of a `.tlog-proof` file.
        """
        extra = (f"{_EXTRA}{encode_base64(self.extra)}",) if self.extra else ()
        hashes = (encode_base64(each) for each in self.proof)
        lines = (_FIRST_LINE, *extra, f"index {self.index}", *hashes, "", self.checkpoint)
        return "\n".join(lines)

    def verify(self, leaf: bytes, verifiers: Iterable[Verifier]) -> Checkpoint:
        """
        Return the signed head under which *leaf*, a leaf's hash, is proven.

        Raises:
            CheckpointRefused: If the log does not vouch for the head.
            ProofRefused: If the leaf is not where the receipt says.
        """
        head = open_checkpoint(self.checkpoint, verifiers)
        verify_inclusion(leaf, self.index, head.size, self.proof, head.root)
        return head


def read_receipt(text: str) -> Receipt:
    """
    Read the content of a `.tlog-proof` file, proving nothing yet.

    Raises:
        ProofRefused: If the text is not of this form.
        CheckpointRefused: If something in it is not canonical base64.
    """
    head, gap, checkpoint = text.partition("\n\n")
    first, *lines = head.split("\n")
    if first != _FIRST_LINE or not gap:
        raise ProofRefused("this is not a tlog-proof file")
    extra = b""
    if lines and lines[0].startswith(_EXTRA):
        extra = decode_base64(lines.pop(0).removeprefix(_EXTRA))
    place = _INDEX.fullmatch(lines.pop(0)) if lines else None
    if place is None:
        raise ProofRefused("a tlog-proof file says at which index")
    proof = tuple(decode_base64(line) for line in lines)
    return Receipt(int(place[1]), proof, checkpoint, extra)
