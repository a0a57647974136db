"""
Make the small picture that is kept, and read it again.
"""

from io import BytesIO
from typing import Final

import numpy as np
from PIL import Image

from service.fingerprint.features.frame import Pixels
from service.fingerprint.upright import Upright

PREVIEW_SIDE_PX: Final = 512
_QUALITY: Final = 82


def write_preview(small: Image.Image, upright: Upright) -> bytes:
    """
    Save the *small* copy of an upright picture as JPEG, bare of all else.
    """
    longest = max(upright.width_px, upright.height_px)
    scale = min(1.0, PREVIEW_SIDE_PX / longest)
    size = (max(1, round(upright.width_px * scale)), max(1, round(upright.height_px * scale)))
    shown = small.resize(size, Image.Resampling.HAMMING, box=upright.small_box)
    file = BytesIO()
    # A bare picture: nothing of the file's metadata comes along (threat T15).
    Image.frombytes("RGB", shown.size, shown.tobytes()).save(file, "JPEG", quality=_QUALITY)
    return file.getvalue()


def read_preview(jpeg: bytes) -> Pixels:
    """
    Give the pixels of a preview.

    Raises:
        ValueError: `write_preview` writes none like that.

        OSError: It is not a whole JPEG.
    """
    image = Image.open(BytesIO(jpeg), formats=["JPEG"])
    if image.mode != "RGB" or max(image.size) > PREVIEW_SIDE_PX:
        raise ValueError("not a preview")
    image.load()
    return np.asarray(image)
