"""
Read and verify the receipt that a family kept.

    {"receipt": what was answered, "proof": {"entry", "salt", "tlog", "vkey"}}

The receipt's digest stands in an entry of the log; salt and entry open its commitment;
the proof leads from its leaf to a signed head.  Until the log has grown past it, the
proof says `pending`: then the file proves nothing yet, and says so.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from service.ledger.canonical import canonical
from service.ledger.checkpoint import Checkpoint
from service.ledger.entry import EntryKind, commitment, leaf_bytes
from service.ledger.failures import NotCanonical, ProofRefused
from service.ledger.hashing import leaf_hash
from service.ledger.keys import Verifier, decode_base64, encode_base64
from service.ledger.receipt import Receipt, read_receipt

PENDING = "pending"
ODD = (NotCanonical, AttributeError, KeyError, TypeError, ValueError, RecursionError)
"""What reading raises where a file is not of the form that we write."""


@dataclass(frozen=True, slots=True)
class Proof:
    """
    What opens one entry of the log, and leads from it to a signed head.
    """

    entry: bytes
    salt: bytes
    tlog: Receipt
    vkey: str

    def plain(self) -> dict[str, str]:
        """
        Give it as it stands in the file.
        """
        return {
            "entry": encode_base64(self.entry),
            "salt": encode_base64(self.salt),
            "tlog": self.tlog.to_text(),
            "vkey": self.vkey,
        }


@dataclass(frozen=True, slots=True)
class Verified:
    """
    What a receipt proves.
    """

    receipt: Mapping[str, Any]
    recorded_at: str
    head: Checkpoint
    vkey: str
    """The key that vouches, as the file names it."""


def written(document: str, proof: Proof | None) -> bytes:
    """
    Write the file that a family keeps.
    """
    content = {
        "receipt": json.loads(document),
        "proof": proof.plain() if proof else PENDING,
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def verify_kept(content: bytes, verifier_of: Callable[[str], Verifier]) -> Verified:
    """
    Tell what a kept receipt proves.

    Args:
        verifier_of: Gives the key to believe, whatever key the file names; it refuses
            one that it does not know.

    Raises:
        ProofRefused: Something in it was changed, or it proves nothing yet.
        CheckpointRefused: The log does not vouch for the head.
    """
    receipt, proof = _parts(content)
    try:
        document = canonical(receipt)
        entry, salt = decode_base64(proof["entry"]), decode_base64(proof["salt"])
        said = json.loads(entry)
        committed = commitment(salt, entry)
        leaf = leaf_bytes(said["organisation_id"], said["entry_id"], committed)
        told, recorded_at = said["payload"]["sha256"], str(said["recorded_at"])
        tlog, vkey = read_receipt(str(proof["tlog"])), str(proof["vkey"])
    except ODD as error:
        raise ProofRefused("this file was changed or cut") from error
    if said.get("kind") != EntryKind.FAMILY_RECEIPT_ISSUED.value:
        raise ProofRefused("the line of the log is of something else than a receipt")
    if told != sha256(document).hexdigest():
        raise ProofRefused("the receipt is not the one that was recorded")
    head = tlog.verify(leaf_hash(leaf), [verifier_of(vkey)])
    return Verified(receipt, recorded_at, head, vkey)


def _parts(content: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
    """
    Read the two parts of a file.

    Raises:
        ProofRefused: It is not of this form, or not proven yet.
    """
    try:
        whole = json.loads(content)
        receipt, proof = whole["receipt"], whole["proof"]
    except ODD as error:
        raise ProofRefused("this is not a receipt of Obstat") from error
    if proof == PENDING:
        raise ProofRefused("this receipt was taken before its line was in the log: get it anew")
    if not isinstance(receipt, dict) or not isinstance(proof, dict):
        raise ProofRefused("this is not a receipt of Obstat")
    return receipt, proof
