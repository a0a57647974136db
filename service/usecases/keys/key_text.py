"""
Write and read the text of an API key.
"""

import re
from dataclasses import dataclass, field

from service.decision.ids import KeyId

_KEY = re.compile(r"obstat_([a-z0-9-]{1,63})_([0-9A-Za-z-]{1,64})_([0-9A-Za-z_-]{22,128})")


@dataclass(frozen=True, slots=True)
class KeyText:
    """
    The parts of a key as its owner carries it.
    """

    slug: str
    key_id: KeyId
    secret: str = field(repr=False)

    def __str__(self) -> str:
        """
        Write the key; this text opens doors.
        """
        return f"obstat_{self.slug}_{self.key_id}_{self.secret}"


def read_key(text: str) -> KeyText | None:
    """
    Read a key, or None if it cannot be one of ours.
    """
    found = _KEY.fullmatch(text)
    return KeyText(found[1], KeyId(found[2]), found[3]) if found else None
