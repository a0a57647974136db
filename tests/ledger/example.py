"""
The log of `vectors/log.json`, made by today's program.

Twelve rows, two of them erased; three heads, between which the key is replaced.
"""

from service.ledger.entry import leaf_bytes
from service.ledger.receipt import Receipt
from service.ledger.tree import Frontier, Node, inclusion_proof, leaf_hash
from tests.ledger.logs import KEY, NEXT_KEY, ORGANISATION, Log, erase, heads_over, make_row
from tests.ledger.stored import Shelf

SIZE = 12
ERASED = (3, 7)


def example_log() -> Log:
    """
    Make the log.
    """
    rows = [make_row(number) for number in range(SIZE)]
    heads = (
        *heads_over(rows, [5], KEY),
        *heads_over(rows, [8], KEY, NEXT_KEY),
        *heads_over(rows, [SIZE], NEXT_KEY),
    )
    kept = tuple(erase(row) if row.index in ERASED else row for row in rows)
    return Log(kept, heads, (KEY, NEXT_KEY))


def example_nodes() -> tuple[Node, ...]:
    """
    Give every finished node of its tree.
    """
    leaves = (
        leaf_hash(leaf_bytes(ORGANISATION, row.entry_id, row.commitment))
        for row in example_log().rows
    )
    return Frontier().extend(leaves)[1]


def example_receipt(index: int) -> str:
    """
    Make the receipt for one entry under the last head.
    """
    proof = inclusion_proof(index, SIZE, Shelf(example_nodes()).at)
    return Receipt(index, proof, example_log().heads[-1]).to_text()
