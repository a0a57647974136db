"""
Mark a field that records of before do not have.

A digest of such a record is in the log.  While the field has its default it is left out
of what is hashed, so that the digest stays; whoever says something in it says it in the
digest as well.
"""

from collections.abc import Mapping
from typing import Final

ADDED_LATER: Final[Mapping[str, bool]] = {"added_later": True}
"""The metadata of such a field; its default is a plain value."""
