"""
Write the part of an export that proves: entries, proofs, heads, keys.
"""

from collections.abc import Callable, Iterable, Sequence

from service.ledger.archive import write_archive
from service.ledger.bundle import Row, write_row
from service.ledger.canonical import canonical
from service.ledger.exported import CHECKPOINT, CONSISTENCY, ENTRIES, KEYCHAIN, KEYS, PROOFS
from service.ledger.history import Link
from service.ledger.keys import Signer
from service.ledger.manifest import with_manifest
from service.ledger.receipt import Receipt

VERIFIER = "verify.py"

Prove = Callable[[int], tuple[bytes, ...]]
"""Give the inclusion proof of one entry under the head of the export."""


def proven(
    rows: Sequence[Row],
    prove: Prove,
    checkpoint: str,
    links: Iterable[Link],
    vkeys: Iterable[str],
    statements: Sequence[str] = (),
) -> dict[str, bytes]:
    """
    Return the members that prove *rows*, in any order, under *checkpoint*.
    """
    ordered = sorted(rows, key=lambda row: row.index)
    members = {
        f"{PROOFS}/{row.index:010}.tlog-proof": Receipt(row.index, prove(row.index), checkpoint)
        .to_text()
        .encode()
        for row in ordered
    }
    return {
        **members,
        CHECKPOINT: checkpoint.encode(),
        CONSISTENCY: canonical([each.to_plain() for each in links]),
        ENTRIES: b"".join(write_row(row) + b"\n" for row in ordered),
        KEYCHAIN: canonical(statements),
        KEYS: "".join(f"{vkey}\n" for vkey in vkeys).encode(),
    }


def packed(members: dict[str, bytes], origin: str, organisation_id: str, signer: Signer) -> bytes:
    """
    Return the whole export: *members*, their signed list, in one ZIP file.
    """
    return write_archive(with_manifest(members, origin, organisation_id, signer))
