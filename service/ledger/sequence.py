"""
Take the next step of a log: from one signed head to the next.

    head + frontier + hashes of the new leaves  ─►  head, frontier, finished nodes

Store nodes, frontier and signed head in one transaction, by compare-and-swap on
the old size.  Dying before or after that leaves a log that is true; there is no
state in between.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from service.ledger.checkpoint import Checkpoint
from service.ledger.failures import ProofRefused
from service.ledger.tree import EMPTY_ROOT, Frontier, Node


@dataclass(frozen=True, slots=True)
class Step:
    """
    Everything that one batch of leaves changes.
    """

    head: Checkpoint
    """To be signed."""
    frontier: Frontier
    nodes: tuple[Node, ...]
    """In the order in which they were finished; write each once."""


def first_head(origin: str) -> Checkpoint:
    """
    Return the head of the log *origin* before its first entry.
    """
    return Checkpoint(origin, 0, EMPTY_ROOT)


def next_head(head: Checkpoint, frontier: Frontier, leaves: Iterable[bytes]) -> Step:
    """
    Return what follows when *leaves* are put behind *head*.

    The leaves are given by their hashes.  This is the one way to a head that may
    be signed: it continues *head* because it grows from a frontier that was just
    seen to add up to it.  A frontier that was lost, restored from a backup or
    tampered with stops here, before anything is signed.

    Raises:
        ProofRefused: If *frontier* is not that of *head*.
    """
    if (frontier.size, frontier.root()) != (head.size, head.root):
        raise ProofRefused(f"the stored frontier is not that of the head at {head.size}")
    grown, nodes = frontier.extend(leaves)
    return Step(Checkpoint(head.origin, grown.size, grown.root()), grown, nodes)
