"""
Remember a million ids in 16 megabytes.
"""

from hashlib import sha256

_BUCKET_BITS = 14
_BUCKETS = 1 << _BUCKET_BITS
_TAIL = slice(2, 16)
_TAIL_BYTES = 14


class SeenIds:
    """
    A set of ids that only grows.

    A Python set of a million strings takes some 130 MB.  Here an id is 14 bytes
    of its hash in one of 16,384 buckets, which the bits before them choose: 126
    bits in all, so nobody finds two ids that are taken for one another.
    """

    def __init__(self) -> None:
        """
        Begin without any id.
        """
        # Made when something falls in: most logs are short, and most lists of buckets empty.
        self._buckets: list[bytearray | None] = [None] * _BUCKETS

    def add(self, entry_id: str) -> bool:
        """
        Remember *entry_id*; say whether it is new.
        """
        digest = sha256(entry_id.encode()).digest()
        number = (digest[0] << 8 | digest[1]) >> 16 - _BUCKET_BITS
        tail = digest[_TAIL]
        bucket = self._buckets[number]
        if bucket is None:
            self._buckets[number] = bytearray(tail)
            return True
        at = bucket.find(tail)
        while at >= 0:
            if at % _TAIL_BYTES == 0:
                return False
            at = bucket.find(tail, at + 1)  # the end of one id and the beginning of the next
        bucket += tail
        return True
