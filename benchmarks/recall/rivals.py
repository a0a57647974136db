"""
Hash the same pictures with PDQ and with the 64-bit pHash.
"""

from dataclasses import dataclass
from typing import Final

import imagehash
import numpy as np
import pdqhash
from numpy.typing import NDArray
from PIL import Image

PDQ_RADIUS: Final = 31
"""What its makers recommend."""
PHASH_RADIUS: Final = 10
"""What most programs take."""
_PDQ_READS_AT_PX: Final = 512
"""Its makers have pictures shrunk first; the hash is the same and much cheaper."""


@dataclass(frozen=True, slots=True)
class Hashes:
    """
    What the rivals know of a picture.
    """

    pdq: NDArray[np.bool_]
    phash: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Recognised:
    """
    Whether each rival recognises a picture.
    """

    pdq: bool
    phash: bool


def hashes(picture: Image.Image) -> Hashes:
    """
    Hash one picture.
    """
    small = picture
    if max(picture.size) > _PDQ_READS_AT_PX:
        small = picture.copy()
        small.thumbnail((_PDQ_READS_AT_PX, _PDQ_READS_AT_PX))
    bits, _ = pdqhash.compute(np.asarray(small))
    return Hashes(np.asarray(bits, dtype=bool), np.asarray(imagehash.phash(picture).hash).ravel())


def recognised(picture: Hashes, photo: Hashes) -> Recognised:
    """
    Compare a picture with the photo it was made of.
    """
    return Recognised(
        pdq=int((picture.pdq ^ photo.pdq).sum()) <= PDQ_RADIUS,
        phash=int((picture.phash ^ photo.phash).sum()) <= PHASH_RADIUS,
    )
