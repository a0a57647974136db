"""
Write and read secrets that people carry: a session, a one-time link.

`<organisation>.<id>.<secret>`: the first two say where to look, the last proves it.
Only a digest of the secret is stored.
"""

import re
from dataclasses import dataclass, field

_SECRET = re.compile(r"([a-z0-9-]{1,63})\.([0-9A-Za-z-]{1,64})\.([0-9A-Za-z_-]{22,128})")


@dataclass(frozen=True, slots=True)
class SecretText:
    """
    The parts of a secret as somebody carries it.
    """

    slug: str
    id: str
    secret: str = field(repr=False)

    def __str__(self) -> str:
        """
        Write it; this text opens doors.
        """
        return f"{self.slug}.{self.id}.{self.secret}"


def read_secret(text: str) -> SecretText | None:
    """
    Read one, or None if it cannot be one of ours.
    """
    found = _SECRET.fullmatch(text.strip())
    return SecretText(found[1], found[2], found[3]) if found else None
