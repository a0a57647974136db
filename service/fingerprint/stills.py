"""
Say what a still is: one picture of a set, and where in the set it is.
"""

from dataclasses import dataclass

from service.fingerprint.decode import Decoded


@dataclass(frozen=True, slots=True)
class Still:
    """
    Hold one decoded moment of a clip, or a page or a photo on it.
    """

    decoded: Decoded
    at_seconds: int | None = None
    page: int | None = None
    words: str = ""
    """Of a whole page: what is written on it, and `UNREAD` where that cannot be told."""
