"""
Measure the tree of a long log, and verifying it: the processor time of one core.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from time import process_time

from benchmarks.ratio import Ratio
from service.ledger.bundle import Row
from service.ledger.checkpoint import Checkpoint, sign_checkpoint
from service.ledger.ed25519 import check_ed25519
from service.ledger.entry import Entry, EntryActor, EntryKind, commitment, leaf_bytes
from service.ledger.hashing import leaf_hash
from service.ledger.kinds import ActorKind
from service.ledger.proofs import inclusion_proof, verify_inclusion
from service.ledger.signing import SigningKey
from service.ledger.tree import Frontier, Node
from service.ledger.verify import verify_log

LEAVES, PROOFS, READ = 1_000_000, 1_000, 100_000
GOAL_PROOF_SECONDS, GOAL_LEAVES = 0.010, 200_000
ORGANISATION, ORIGIN = "house", "bench.example/house"
KEY = SigningKey(ORIGIN, bytes(32))


class Written:
    """
    The nodes of a tree, each written once, found by level and place.
    """

    def __init__(self, nodes: tuple[Node, ...]) -> None:
        """
        Keep *nodes* as a store does: by their key.
        """
        self._hashes = {(level, place): node for level, place, node in nodes}

    def at(self, level: int, place: int) -> bytes:
        """
        Give one node.
        """
        return self._hashes[level, place]


def measure_tree() -> list[Ratio]:
    """
    Measure proofs in a log of a million entries, and verifying it.
    """
    leaves = [sha256(number.to_bytes(8, "big")).digest() for number in range(LEAVES)]
    begun = process_time()
    frontier, nodes = Frontier().extend(leaves)
    grown = process_time() - begun
    written, root = Written(nodes), frontier.root()
    begun = process_time()
    for number in range(PROOFS):
        place = number * (LEAVES // PROOFS)
        proof = inclusion_proof(place, LEAVES, written.at)
        verify_inclusion(leaves[place], place, LEAVES, proof, root)
    each = (process_time() - begun) / PROOFS
    return [
        at_most("inclusion proof, 1,000,000 entries: make and verify", each, GOAL_PROOF_SECONDS),
        at_least("leaves put in the tree", LEAVES / grown, GOAL_LEAVES),
    ]


def measure_verifying() -> list[Ratio]:
    """
    Measure verifying a log: whole rows, and erased ones, on one core.

    Whole rows are held against reading and hashing the same bytes, verifying nothing.
    """
    rows = [_row(number) for number in range(READ)]
    erased = [replace(row, salt=None, entry_bytes=None) for row in rows]
    found = []
    for log in (rows, erased):
        hashes = [leaf_hash(leaf_bytes(ORGANISATION, row.entry_id, row.commitment)) for row in log]
        frontier, _ = Frontier().extend(hashes)
        head = sign_checkpoint(Checkpoint(ORIGIN, READ, frontier.root()), KEY)
        begun = process_time()
        verify_log(
            log,
            [head],
            organisation_id=ORGANISATION,
            origin=ORIGIN,
            vkeys=[KEY.verifier().vkey()],
            ed25519=check_ed25519,
        )
        found.append(READ / (process_time() - begun))
    whole, leaves, bare = *found, _reading_rate(rows)
    return [
        Ratio(
            "log verified, with entries / read and hashed alone",
            f"{whole:,.0f}/s",
            f"{bare:,.0f}/s",
            whole / bare,
        ),
        at_least("log verified, leaves alone", leaves, GOAL_LEAVES),
    ]


def _reading_rate(rows: Sequence[Row]) -> float:
    """
    Read and hash rows with the standard library, as fast as it goes.
    """
    begun = process_time()
    for row in rows:
        content = row.entry_bytes or b""
        json.loads(content)
        sha256(sha256((row.salt or b"") + content).digest()).digest()
    return len(rows) / (process_time() - begun)


def _row(number: int) -> Row:
    entry = Entry(
        entry_id=f"{number:032}",
        organisation_id=ORGANISATION,
        kind=EntryKind.CONSENT_GIVEN,
        recorded_at=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=number),
        actor=EntryActor("asha", ActorKind.STAFF),
        payload={"number": number, "said": "yes"},
    )
    salt = sha256(number.to_bytes(8, "big")).digest()
    return Row(number, entry.entry_id, commitment(salt, entry.to_bytes()), salt, entry.to_bytes())


def at_most(what: str, seconds: float, goal: float) -> Ratio:
    """
    Hold a duration against what was promised.
    """
    return Ratio(
        what, f"{seconds * 1000:,.2f} ms", f"{goal * 1000:,.0f} ms", seconds / goal, at_most=1.0
    )


def at_least(what: str, rate: float, goal: float) -> Ratio:
    """
    Hold a rate against what was promised.
    """
    return Ratio(what, f"{rate:,.0f}/s", f"{goal:,}/s", rate / goal, at_least=1.0)
