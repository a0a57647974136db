"""
Read vectors, and keep nodes as a store would.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

from service.ledger.tree import Node

VECTORS = Path(__file__).parents[1] / "vectors"


def vectors(name: str) -> dict[str, Any]:
    """
    Give the content of one file of vectors.
    """
    return cast("dict[str, Any]", json.loads((VECTORS / f"{name}.json").read_text()))


class Shelf:
    """
    A store of nodes that refuses to be written twice or read where it is empty.
    """

    def __init__(self, nodes: Iterable[Node] = ()) -> None:
        self._hashes: dict[tuple[int, int], bytes] = {}
        self.reads = 0
        self.put(nodes)

    def put(self, nodes: Iterable[Node]) -> None:
        """
        Store finished nodes.
        """
        for level, index, node in nodes:
            assert (level, index) not in self._hashes
            self._hashes[level, index] = node

    def at(self, level: int, index: int) -> bytes:
        """
        Give a finished node.
        """
        self.reads += 1
        return self._hashes[level, index]
