"""
Make short names of names.
"""

import re
from typing import Final

from anyascii import anyascii

_LONGEST: Final = 60


def slug_of(name: str) -> str:
    """
    Make a short name: Les Écoliers, la page -> les-ecoliers-la-page.
    """
    return re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower())[:_LONGEST].strip("-")
