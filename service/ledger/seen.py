"""
Remember a million ids in 14 megabytes.
"""

from hashlib import sha256

_BUCKETS = 1 << 16
_START = 2
_END = 16
_WIDTH = _END - _START


class SeenIds:
    """
    A set of ids that only grows.

    A Python set of a million strings takes some 130 MB.  Here an id is 14 bytes
    of its hash in one of 65,536 buckets, which the two bytes before them choose:
    128 bits in all, so nobody finds two ids that are taken for one another.
    """

    def __init__(self) -> None:
        """
        Begin without any id.
        """
        self._buckets = [bytearray() for _ in range(_BUCKETS)]

    def add(self, entry_id: str) -> bool:
        """
        Remember *entry_id*; say whether it is new.
        """
        digest = sha256(entry_id.encode()).digest()
        bucket = self._buckets[digest[0] << 8 | digest[1]]
        tail = digest[_START:_END]
        at = bucket.find(tail)
        while at >= 0:
            if at % _WIDTH == 0:
                return False
            at = bucket.find(tail, at + 1)  # the end of one id and the beginning of the next
        bucket += tail
        return True
