"""
Hash leaves and nodes as RFC 6962 section 2.1 does.

The prefixes keep the two apart: no leaf can be passed off as a node.
"""

from hashlib import sha256

HASH_BYTES = 32
"""Every hash in the tree is one SHA-256."""

EMPTY_ROOT = sha256(b"").digest()
"""The root of a log without leaves."""


def leaf_hash(leaf: bytes) -> bytes:
    """
    Return the hash of a leaf whose content is *leaf*.
    """
    return sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """
    Return the hash of the node above *left* and *right*.
    """
    return sha256(b"\x01" + left + right).digest()
