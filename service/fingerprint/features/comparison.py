"""
What comes of comparing two pictures: the values alone.

Nothing here loads OpenCV: the service reads them from a worker, which compared.
"""

from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

from service.fingerprint.features.values import Match

WHOLE: Final = 1000
"""Places are told in thousandths of a picture."""
MOST_BOXES: Final = 20
"""More than anybody looks at; the largest are kept."""
MOST_CORNERS: Final = 16
"""Two overlapping quadrangles share half as many; OpenCV names some of them twice."""


class Box(NamedTuple):
    """
    Say where a rectangle lies, in thousandths of width and height.
    """

    left: int
    top: int
    right: int
    bottom: int


Outline: TypeAlias = tuple[tuple[int, int], ...]
"""Corners, each as thousandths of width and height."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """
    Say what one picture is to a registered one, and where it is not.
    """

    match: Match
    differing: tuple[Box, ...] = ()
    """Where it differs, in thousandths of the registered picture."""
    seen: Outline = ()
    """Corners of what it still shows, in thousandths of the registered picture."""
    cut: bool = False
    """Part of the registered picture is not in it."""
    agreement: float = 0.0
    """Share of the judged blocks that agree."""
    points: int = 0
    """Points of the registered picture that it shows in their place."""
    excess: float | None = None
    """How much more it differs than copying explains, where it differs most."""


NOTHING: Final = Comparison(Match.NONE)
