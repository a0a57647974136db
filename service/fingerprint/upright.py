"""
Turn a decoded picture upright: a digest of its pixels, a small copy.

The picture is taken apart into horizontal strips of what a viewer sees.  Each is turned,
flattened and reduced while it is in the processor's cache, so that no second copy of the
whole is ever made; where strips are shown as they are stored, none is even cut out.  A
second thread digests them, and goes on while others look at the small copy: 20 ms of a photo
of 12 megapixels, and 90 where the processor has no instructions for it.

While a JPEG is decoded, a second core is idle.  So that thread then takes every strip as
soon as its rows are there, and also reduces it, which takes another 15 ms.  What it has not
begun once all is decoded is taken back from it.
"""

import hashlib
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final, Self

from PIL import Image, ImageFile

from service.fingerprint.colour import Flat, flatten, is_flat, profile_digest
from service.fingerprint.decode import Decoded

_SMALL_SIDE_PX: Final = 512
"""The small copy has at least this long side, and less than twice as much."""
_STRIP_ROWS: Final = 128
_MOST_WAITING: Final = 16
"""Strips that wait to be digested: most of an ordinary photo, of a huge one little."""
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
_UPRIGHT: Final = 1
_AS_STORED: Final = frozenset({_UPRIGHT, 2})
"""Orientations whose rows as seen are those stored, in the same order."""
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
    with UprightMaker(file_digest=file_digest) as maker:
        return maker.finish(decoded)


class UprightMaker:
    """
    Make a picture upright, as far as it is decoded.
    """

    def __init__(self, *, file_digest: bytes) -> None:
        """
        Wait for the picture in a file with this digest.
        """
        self._file_digest = file_digest
        self._strips: _Strips | None = None
        self._begins_blank = False

    def __enter__(self) -> Self:
        """
        Give the maker to a `with` block.
        """
        return self

    def __exit__(self, *_raised: object) -> None:
        """
        Take no more; what was begun is ended.
        """
        if self._strips is not None:
            self._strips.close()

    def watch(self, decoded: Decoded) -> None:
        """
        Take what is there of a picture that is being decoded, from above.
        """
        if self._strips is None:
            self._strips = _Strips(decoded, self._file_digest)
            self._begins_blank = self._strips.are_blank()
        if self._begins_blank:
            self._strips.take_whole_ones()

    def finish(self, decoded: Decoded) -> Upright:
        """
        Take the rest, once there is all of it.
        """
        if self._strips is None:
            self._strips = _Strips(decoded, self._file_digest)
        return self._strips.finish()


class _Strips:
    """
    Take one picture apart, strip by strip.
    """

    def __init__(self, decoded: Decoded, file_digest: bytes) -> None:
        self._decoded = decoded
        self._size = width, height = _upright_size(decoded)
        self._factor = max(1, max(width, height) // _SMALL_SIDE_PX)
        self._rows = self._factor * max(1, _STRIP_ROWS // self._factor)
        self._tops = deque(range(0, height, self._rows))
        mode = "CMYK" if decoded.image.mode == "CMYK" else "RGB"
        size = (-(-width // self._factor), -(-height // self._factor))
        self._small = Image.new(mode, size, _BACKGROUND[mode])
        self._transparent = False
        self._digest = hashlib.sha256(_DIGEST_NAME)
        profile = profile_digest(decoded.profile, mode=mode).hex()
        if decoded.frames > 1 and not file_digest:
            # It would be the same as any other that begins like it.
            raise ValueError("What shows more than one picture is bound to its file.")
        whole_file = file_digest.hex() if decoded.frames > 1 else ""
        head = f"{mode} {width}x{height} profile={profile} file={whole_file}\0"
        self._digest.update(head.encode())
        self._given_away = deque[tuple[int, Future[None]]]()
        self._waiting = deque[Future[None]]()
        self._aside = ThreadPoolExecutor(max_workers=1)

    def are_blank(self) -> bool:
        """
        Tell whether it shows when strips are written: one after the other, on black.
        """
        in_order = self._decoded.orientation in _AS_STORED
        return in_order and not any(map(self._is_written, self._tops))

    def take_whole_ones(self) -> None:
        """
        Take each strip of which every row is decoded: there is something in the next one.
        """
        while len(self._tops) > 1 and self._is_written(self._tops[1]):
            top = self._tops.popleft()
            self._given_away.append((top, self._aside.submit(self._take, top)))

    def finish(self) -> Upright:
        """
        Take all strips that are left.
        """
        self._take_back()
        while self._tops:
            flat = self._reduced(self._tops.popleft())
            self._remember(self._aside.submit(_digest_strip, self._digest, flat))
        for _, each in self._given_away:
            each.result()
        digest = self._aside.submit(_digest_of_all, self._digest, tuple(self._waiting))
        (width, height), factor = self._size, self._factor
        box = (0.0, 0.0, width / factor, height / factor)
        return Upright(width, height, digest, self._small, box, self._transparent)

    def _take_back(self) -> None:
        """
        Take back what the other thread has not begun.

        From the last on: what it keeps then lies above all else, as the digest wants it.
        """
        while self._given_away and self._given_away[-1][1].cancel():
            top, _ = self._given_away.pop()
            self._tops.appendleft(top)

    def close(self) -> None:
        """
        Take no more; what was begun is ended.
        """
        self._take_back()
        self._aside.shutdown(wait=False)

    def _is_written(self, row: int) -> bool:
        """
        Tell whether there is anything in a row: all above it was written before.
        """
        image = self._decoded.image
        return image.crop((0, row, image.width, row + 1)).getbbox(alpha_only=False) is not None

    def _remember(self, work: Future[None]) -> None:
        """
        Remember what another thread has still to do; do not let it become too much.
        """
        self._waiting.append(work)
        if len(self._waiting) > _MOST_WAITING:
            self._waiting.popleft().result()

    def _take(self, top: int) -> None:
        _digest_strip(self._digest, self._reduced(top))

    def _reduced(self, top: int) -> Flat:
        """
        Put what is small of the strip that begins at *top* in its place.
        """
        flat = _strip(self._decoded, top, min(top + self._rows, self._size[1]))
        if flat.transparent:
            self._transparent = True
        self._small.paste(flat.shown.reduce(self._factor, flat.box), (0, top // self._factor))
        return flat


class _Digesting(BytesIO):
    """
    A file that is digested instead of being kept.
    """

    def __init__(self, digest: "hashlib._Hash") -> None:
        super().__init__()
        self._digest = digest

    def write(self, data: Any, /) -> int:  # noqa: ANN401  # `Buffer` has a name from Python 3.12 on
        """
        Digest what is written.
        """
        self._digest.update(data)
        return memoryview(data).nbytes


def _digest_of_all(digest: "hashlib._Hash", strips: tuple[Future[None], ...]) -> bytes:
    """
    Give the digest, unless one of the last strips is not in it.
    """
    for each in strips:
        each.result()
    return digest.digest()


def _digest_strip(digest: "hashlib._Hash", flat: Flat) -> None:
    digest.update(b"A" if flat.transparent else b"O")
    # As every format of Pillow is written; `tobytes` would copy twice what is read once here.
    rows = ImageFile._Tile("raw", flat.box, 0, flat.meant.mode)  # noqa: SLF001 -- for formats
    ImageFile._save(flat.meant, _Digesting(digest), [rows])  # noqa: SLF001 -- the same


def _upright_size(decoded: Decoded) -> tuple[int, int]:
    width, height = decoded.image.size
    return (height, width) if decoded.orientation in _SIDEWAYS else (width, height)


def _strip(decoded: Decoded, top: int, bottom: int) -> Flat:
    """
    Give these rows of the picture as seen; nothing is copied where that is as stored.
    """
    image, orientation = decoded.image, decoded.orientation
    if orientation == _UPRIGHT and is_flat(image):
        return Flat(image, image, transparent=False, box=(0, top, image.width, bottom))
    width, height = _upright_size(decoded)
    first, last = top, bottom
    if orientation in _FROM_THE_FAR_END:
        first, last = height - bottom, height - top
    box = (first, 0, last, width) if orientation in _SIDEWAYS else (0, first, width, last)
    strip = image.crop(box)
    turn = TURNS.get(orientation)
    return flatten(strip if turn is None else strip.transpose(turn))
