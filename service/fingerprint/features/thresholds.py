"""
What counts as the same picture, with the measurements behind it.

Measured on 300 photographs, many before the same backdrop, in two halves: chosen on one
and checked on the other.  A "block" is one of 144 of a picture.  "Wrong pairs" are
pictures, altered in every way of `benchmarks.recall`, and other photographs.
"""

from typing import Final

ENOUGH_POINTS: Final = 80
"""
With so many points in place no other view is tried.

A symmetrical thing has a quarter of its points in place the wrong way round.
"""

FEW_POINTS: Final = 6
HIGH_AGREEMENT: Final = 0.8
"""Of the blocks, where few points lie in place: a quarter of a photo has no more of them."""
POINTS: Final = 8
AGREEMENT: Final = 0.75
"""
Of the blocks, with so many points in place.

Of 320,000 wrong pairs 48 had six points or more in place, and none is taken for a match.
Two caps on the same carpet come nearest, with 130 points and .72 of the blocks; no
other pair agrees in more than .58.
"""
JUDGED_BLOCKS: Final = 6
"""With fewer to judge by it is similar at best; a tenth of a photo shows as many."""

POINTS_SURROUNDED: Final = 18
LEAST_AGREEMENT: Final = 0.5
BLOCKS_AMONG: Final = 10
AGREEMENT_AMONG: Final = 0.9
"""
Of the blocks among the points, where what surrounds a photo hides its edges.

Photos on boards and screens agree in 1.0 of those and in .59 to .75 of all; the caps on
the carpet in .63, other wrong pairs with so many points in .35 or less.  At least half
of all blocks must agree: the same poster on two walls is not the same photo.
"""

MANY_POINTS: Final = 28
EXCHANGED_AGREEMENT: Final = 0.8
"""
Of the blocks that agree once light and dark may be exchanged: similar.

Solarised photos reach .84 to .99, and .27 to .83 without that; no wrong pair exceeds .74.
"""

TEXTURED_BLOCKS: Final = 10
"""
A picture with fewer blocks that show anything is like any other.

The plainest of the photographs has 86, an evening sky none.
"""

LIKENESS: Final = 0.7
"""
Two pictures in small correlate so much before they are laid over each other whole.

This only saves time: 1.4 % of wrong pairs do.  The lowest of 190 honest copies had .80, a
brightened photo of something white; all others .88 or more.
"""
LIKE_BLOCKS: Final = 20
"""Fewer do not say that two whole pictures agree."""

SHORTEST_PX: Final = 192
"""
A picture whose longer side is shorter shows too little of a face to call it the same.

Of 2,020 altered pictures 52 had 200 to 223 pixels: the nearest differs 4.99 times as much
as copying explains, where 1 is the limit.
"""

STRENGTH: Final = 1.6
STRENGTH_BESIDE_DETAIL: Final = 1.9
OFFSET: Final = 2.2
COLOUR_STRENGTH: Final = 2.5
COLOUR_OFFSET: Final = 3.2
"""
How much of a difference copying explains, in levels: up to 1 times that is the same.

Of 600 honest copies (JPEG of quality 30 and better, scaled to half or to 256 pixels, tone
changed by 15 %) 6 differ more, one 1.63 times as much, the others up to 1.09.
Of 2,820 pictures with a face, a figure or words put in or taken out, the nearest differs
1.89 times as much: a face of 6 % of the shorter side.
Neighbours in a filmed scene reach 1.08 where somebody stands still for five seconds.
"""
