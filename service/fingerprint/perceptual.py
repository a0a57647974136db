"""
A small picture becomes 256 bits, in each of its eight orientations.
"""

from typing import Final

import imagehash
import numpy as np
import scipy.fft
from PIL import Image

from service.fingerprint.picture import ALGORITHM, VERSION, Fingerprint
from service.fingerprint.thresholds import NOISE_LEVEL, STEADY_BITS_FLOOR

_HASH_SIDE: Final = 16
_GREY_SIDE_PX: Final = 64
"""Four times the hash: what `imagehash.phash` reduces every picture to."""
_ORIENTATIONS: Final = (
    None,
    Image.Transpose.FLIP_LEFT_RIGHT,
    Image.Transpose.ROTATE_180,
    Image.Transpose.FLIP_TOP_BOTTOM,
    Image.Transpose.TRANSPOSE,
    Image.Transpose.ROTATE_270,
    Image.Transpose.TRANSVERSE,
    Image.Transpose.ROTATE_90,
)


def reduce_to_grey(
    picture: Image.Image, box: tuple[float, float, float, float] | None = None
) -> Image.Image:
    """
    Give the few grey pixels that a fingerprint is made of.
    """
    side = (_GREY_SIDE_PX, _GREY_SIDE_PX)
    return picture.convert("L").resize(side, Image.Resampling.LANCZOS, box=box)


def fingerprints(grey: Image.Image) -> tuple[Fingerprint, ...]:
    """
    Give the fingerprint of *grey* as it is, then of its seven turns.
    """
    return tuple(
        _fingerprint(grey if turn is None else grey.transpose(turn)) for turn in _ORIENTATIONS
    )


def is_textureless(grey: Image.Image) -> bool:
    """
    Tell whether there is too little in *grey* to recognise it by.

    Counts the bits that recompression and noise cannot change.
    """
    frequencies = scipy.fft.dctn(np.asarray(grey, dtype=np.float64))[:_HASH_SIDE, :_HASH_SIDE]
    distance_from_change = np.abs(frequencies - np.median(frequencies))
    return bool(np.count_nonzero(distance_from_change > NOISE_LEVEL) < STEADY_BITS_FLOOR)


def _fingerprint(grey: Image.Image) -> Fingerprint:
    bits = np.packbits(imagehash.phash(grey, hash_size=_HASH_SIDE).hash)
    return Fingerprint(ALGORITHM, VERSION, bits.tobytes())
