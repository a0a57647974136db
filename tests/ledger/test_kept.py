"""
What a family kept proves what it says, or is refused in one way.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import pytest

from service.ledger.canonical import canonical
from service.ledger.checkpoint import Checkpoint, sign_checkpoint
from service.ledger.ed25519 import check_ed25519
from service.ledger.entry import Entry, EntryActor, EntryKind, commitment, leaf_bytes
from service.ledger.failures import CheckpointRefused, ProofRefused
from service.ledger.hashing import leaf_hash
from service.ledger.kept import Proof, verify_kept, written
from service.ledger.keys import Verifier, read_vkey
from service.ledger.kinds import ActorKind
from service.ledger.receipt import Receipt
from tests.ledger.logs import KEY, ORGANISATION, ORIGIN

SALT = bytes(32)
DOCUMENT = {"dct:identifier": "receipt-1", "dpv:hasRecord": []}
ODD: tuple[Any, ...] = (None, 5, True, "", "x", [], {}, [[]], {"a": 1}, "é", "=" * 8)


def kept(kind: EntryKind = EntryKind.FAMILY_RECEIPT_ISSUED) -> dict[str, Any]:
    """
    Give the file of a receipt in a log of one entry, as it reads.
    """
    entry = Entry(
        entry_id="entry-1",
        organisation_id=ORGANISATION,
        kind=kind,
        recorded_at=datetime(2026, 3, 2, tzinfo=UTC),
        actor=EntryActor("anne", ActorKind.SIGNATORY),
        payload={"sha256": sha256(canonical(DOCUMENT)).hexdigest()},
    ).to_bytes()
    root = leaf_hash(leaf_bytes(ORGANISATION, "entry-1", commitment(SALT, entry)))
    head = sign_checkpoint(Checkpoint(ORIGIN, 1, root), KEY)
    vkey = KEY.verifier().vkey()
    content: dict[str, Any] = json.loads(
        written(json.dumps(DOCUMENT), Proof(entry, SALT, Receipt(0, (), head), vkey))
    )
    return content


def known(vkey: str) -> Verifier:
    """
    Believe the key of the log.
    """
    return read_vkey(KEY.verifier().vkey() if vkey else "", check_ed25519)


def refused(content: bytes) -> None:
    """
    Expect that a file is refused, and nothing worse.
    """
    with pytest.raises((ProofRefused, CheckpointRefused)):
        verify_kept(content, known)


def test_a_receipt_that_is_whole_is_believed() -> None:
    assert DOCUMENT == verify_kept(json.dumps(kept()).encode(), known).receipt


def test_only_a_line_that_issued_a_receipt_proves_one() -> None:
    refused(json.dumps(kept(EntryKind.EVIDENCE_ATTACHED)).encode())


def odd_files() -> Iterator[bytes]:
    """
    Put something odd into each place of a file.
    """
    for odd in ODD:
        yield json.dumps(odd).encode()
        for part in ("receipt", "proof"):
            yield json.dumps(kept() | {part: odd}).encode()
        for name in ("entry", "salt", "tlog"):
            whole = kept()
            whole["proof"][name] = odd
            yield json.dumps(whole).encode()


@pytest.mark.parametrize("content", tuple(odd_files()))
def test_whatever_else_it_holds_is_refused(content: bytes) -> None:
    refused(content)


def test_a_file_that_never_ends_is_refused() -> None:
    refused(b"[" * 100_000)
    refused(b'{"receipt":' + b'{"a":' * 50_000 + b"1" + b"}" * 50_000 + b',"proof":{}}')
