"""
Cover regions of a picture so that they cannot be brought back.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PIL import Image

from service.fingerprint.orders import WHOLE, CoverKind, CoverLike, RegionLike

SMALLEST_BLOCK_PX: Final = 12
BLOCKS_ON_THE_SHORT_SIDE: Final = 6
"""
At most so many: a face of six by six even squares is nobody's, and each square is the
mean of at least 144 pixels, of which none can be told again.
"""
_FILL_RGB: Final = (96, 96, 96)


class PixelBox(NamedTuple):
    """
    Left, top, right, bottom of a region, in whole pixels.
    """

    left: int
    top: int
    right: int
    bottom: int


def cover(image: Image.Image, covers: Sequence[CoverLike]) -> Image.Image:
    """
    Give *image* with its regions covered, and cut where that is asked for.

    Regions are of the whole picture, so what is cut away goes last.

    Args:
        image: RGB or RGBA; it is painted over.
    """
    frame = PixelBox(0, 0, *image.size)
    for each in covers:
        box = pixels_of(each.region, image.size)
        if each.kind == CoverKind.CROP:
            frame = box
        elif each.kind == CoverKind.FILL:
            image.paste(_FILL_RGB, box)
        else:
            image.paste(_blocks(image.crop(box)), box)
    return image if frame[2:] == image.size and frame[:2] == (0, 0) else image.crop(frame)


def pixels_of(region: RegionLike, size: tuple[int, int]) -> PixelBox:
    """
    Give the pixels that a region touches, none of them in part.
    """
    width, height = size
    left, top = region.left * width // WHOLE, region.top * height // WHOLE
    right = -(-(region.left + region.width) * width // WHOLE)
    bottom = -(-(region.top + region.height) * height // WHOLE)
    return PixelBox(
        min(left, width - 1), min(top, height - 1), min(right, width), min(bottom, height)
    )


def _blocks(part: Image.Image) -> Image.Image:
    """
    Give a part of a picture as a few even squares, opaque.
    """
    width, height = part.size
    block = max(SMALLEST_BLOCK_PX, -(-min(width, height) // BLOCKS_ON_THE_SHORT_SIDE))
    few = (max(1, width // block), max(1, height // block))
    opaque = part.convert("RGB")
    return opaque.resize(few, Image.Resampling.BOX).resize(part.size, Image.Resampling.NEAREST)
