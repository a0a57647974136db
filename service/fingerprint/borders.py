"""
Find the frame around a picture: bars that somebody put there.

Only what is searched for is trimmed, never what is registered: of two screenshots trimmed
to the same screen, a tenth would be taken for one another.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Box = tuple[float, float, float, float]

_EVEN_LEVELS: Final = 12
"""How far the pixels of a bar may be from its colour after recompression."""
_EVEN_SHARE: Final = 0.98
"""Of the pixels of a row: a thin line of text or dust does not make it a picture."""
_LEAST_SIDE: Final = 0.2
"""What is left of a side; of less nothing is recognised."""
_WORTH_IT: Final = 0.97
"""Of a side: a narrower bar changes the fingerprint by less than recompression."""
_SIDE_PX: Final = 256


def trimmed_box(small: Image.Image, box: Box) -> Box | None:
    """
    Give the part of *box* within its bars; None if none is worth it.

    Args:
        small: The picture in RGB.

        box: The part of it that is the picture.
    """
    shown = small.crop((0, 0, round(box[2]), round(box[3])))
    width, height = shown.size
    scale = max(1, max(width, height) // _SIDE_PX)
    # One plane a colour: what is together in memory is compared many pixels at a time.
    planes = np.ascontiguousarray(np.moveaxis(np.asarray(shown.reduce(scale)), 2, 0))
    _, rows, columns = planes.shape
    top, bottom = _within_bars(planes)
    left, right = _within_bars(planes[:, top:bottom].transpose(0, 2, 1))
    # Bars on the sides hid that rows between them are even.
    if (left, right) != (0, columns):
        top, bottom = _within_bars(planes[:, :, left:right])
    across, down = (right - left) / columns, (bottom - top) / rows
    if min(across, down) < _LEAST_SIDE or min(across, down) > _WORTH_IT:
        return None
    return (
        left * width / columns,
        top * height / rows,
        right * width / columns,
        bottom * height / rows,
    )


def _within_bars(planes: NDArray[np.uint8]) -> tuple[int, int]:
    """
    Give the first row that is no bar, and the one after the last.

    Args:
        planes: Of each colour the levels, row by row.
    """
    rows = planes.shape[1]
    first, last = 0, rows
    for end, step in ((0, 1), (-1, -1)):
        colour = np.median(planes[:, end], axis=1)
        least = np.ceil(colour - _EVEN_LEVELS).clip(0).astype(np.uint8)[:, None, None]
        most = np.floor(colour + _EVEN_LEVELS).clip(max=255).astype(np.uint8)[:, None, None]
        near = ((planes >= least) & (planes <= most)).all(axis=0)
        is_bar = (near.mean(axis=1) >= _EVEN_SHARE)[::step]
        count = rows if is_bar.all() else int(np.argmin(is_bar))
        if step == 1:
            first = count
        else:
            last = rows - count
    return (first, last) if first < last else (0, rows)
