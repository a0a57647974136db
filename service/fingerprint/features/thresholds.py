"""
What counts as the same picture, with the measurements behind it.

Measured on 300 photographs, many before the same backdrop: chosen on one half, the
figures are those of the other.
"""

from typing import Final

ENOUGH_POINTS: Final = 80
"""
With so many points in place no other view is tried.

A symmetrical thing has a quarter of its points in place the wrong way round.
"""

POINTS: Final = 8
AGREEMENT: Final = 0.75
FEW_POINTS: Final = 6
HIGH_AGREEMENT: Final = 0.8
MANY_POINTS: Final = 28
POINTS_SURROUNDED: Final = 18
LEAST_AGREEMENT: Final = 0.5
BLOCKS_AMONG: Final = 10
AGREEMENT_AMONG: Final = 0.9
EXCHANGED_AGREEMENT: Final = 0.8
JUDGED_BLOCKS: Final = 6

TEXTURED_BLOCKS: Final = 10
"""A picture with fewer blocks of 144 that show anything is like any other."""

LIKENESS: Final = 0.7
"""Two pictures in small correlate so much before they are laid over each other as they are."""
LIKE_BLOCKS: Final = 20

SHORTEST_PX: Final = 224
"""A picture whose longer side is shorter shows too little of a face to call it the same."""

STRENGTH: Final = 1.6
STRENGTH_BESIDE_DETAIL: Final = 1.9
OFFSET: Final = 2.2
COLOUR_STRENGTH: Final = 2.5
COLOUR_OFFSET: Final = 3.2
"""
How much of a difference copying explains.

Set so that 1 in 200 honest copies (JPEG of quality 30 and better, scaled to half or to
256 pixels, tone changed by 15 %) exceeds each.
"""
