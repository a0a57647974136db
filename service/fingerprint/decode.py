"""
Decode a picture file under limits, completely or not at all.

This is the only place that catches everything: on 18,000 mutated files Pillow raised,
besides `OSError`, `ValueError`, `SyntaxError` and `DecompressionBombError`, and other
decoders raise what they like.  Whatever it is, the file is refused.
"""

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Final

import pillow_heif
from PIL import (
    AvifImagePlugin,
    BmpImagePlugin,
    ExifTags,
    GifImagePlugin,
    Image,
    ImageFile,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from service.errors import BadImage
from service.fingerprint.gif import inspect_gif
from service.fingerprint.jpeg import inspect_jpeg
from service.fingerprint.picture import Format, Limits
from service.fingerprint.png import inspect_png, lacks_pixels
from service.fingerprint.refusals import Reason, refusal, too_many_frames, too_many_pixels

# Named so that a worker has them loaded before it gives up opening files.
_PLUGINS: Final = (
    AvifImagePlugin,
    BmpImagePlugin,
    GifImagePlugin,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)
# One thread a worker: the pool decides how many cores are used.
AvifImagePlugin.DEFAULT_MAX_THREADS = 1
pillow_heif.register_heif_opener(
    decode_threads=1, thumbnails=False, depth_images=False, aux_images=False
)

_INSPECTIONS: Final[dict[Format, Callable[[bytes, Limits], None]]] = {
    Format.GIF: inspect_gif,
    Format.JPEG: inspect_jpeg,
    Format.PNG: inspect_png,
}
_MEASUREMENT_MODES: Final = frozenset({"I", "F", "HSV", "La", "I;16N"})
_OPENCV_WANTS_MEMORY: Final = "insufficient memory"
"""All that tells this error of OpenCV from its others, wherever OpenCV is not loaded."""
_UPRIGHT: Final = 1
_LAST_ORIENTATION: Final = 8


@dataclass(frozen=True, slots=True)
class Decoded:
    """
    Hold the pixels as stored, and what it takes to show them.
    """

    image: Image.Image
    orientation: int
    """As in EXIF, 1 to 8; 1 when the decoder has turned the picture already."""
    frames: int
    profile: bytes | None
    broken_exif: bool


def decode(
    data: bytes, kind: Format, limits: Limits, watch: Callable[[Decoded], None] | None = None
) -> Decoded:
    """
    Decode the first frame of *data*, which is a file of *kind*.

    Args:
        watch: Called with a JPEG again and again while it is decoded: its rows come one
            after the other, and are black until then.

    Raises:
        BadImage: It exceeds a limit or does not decode to its end.
    """
    if inspect := _INSPECTIONS.get(kind):
        inspect(data, limits)
    with refusing_whatever_is_raised(limits), _no_larger_than(limits):
        file = _Watched(data)
        image = Image.open(file, formats=[kind.upper()])
        _check_size(image, limits)
        frames = _count_frames(image, limits)
        if watch is not None and kind is Format.JPEG:
            file.watch = partial(_show, image, watch, _described(image, kind, frames))
        image.load()
        # Some headers promise less than the decoder then delivers.
        _check_size(image, limits)
        if kind is Format.PNG and _ends_in_black(image) and lacks_pixels(data):
            raise refusal(Reason.TRUNCATED)
        if image.mode in _MEASUREMENT_MODES:
            raise refusal(Reason.UNSUPPORTED_PIXELS)
        return _described(image, kind, frames)


class _Watched(BytesIO):
    """
    A file that tells whenever its reader wants more of it.
    """

    watch: Callable[[], None] | None = None

    def read(self, size: int | None = -1, /) -> bytes:
        """
        Tell, then read.
        """
        if self.watch is not None:
            self.watch()
        return super().read(size)


def _show(image: ImageFile.ImageFile, watch: Callable[[Decoded], None], decoded: Decoded) -> None:
    """
    Let somebody look at a picture that is being decoded.
    """
    # So Pillow takes it for decoded: else to cut out of it would be to decode it anew.
    image.tile = []
    watch(decoded)


def _described(image: ImageFile.ImageFile, kind: Format, frames: int) -> Decoded:
    orientation, broken_exif = _orientation(image, kind)
    profile = image.info.get("icc_profile")
    return Decoded(image, orientation, frames, profile or None, broken_exif)


@contextmanager
def _no_larger_than(limits: Limits) -> Iterator[None]:
    """
    Let Pillow itself refuse what is too large, for WebP before its canvas exists.

    Its limit belongs to the process: it is put back, for whoever else opens pictures there.
    """
    before = Image.MAX_IMAGE_PIXELS
    # Pillow only warns up to twice this number.
    Image.MAX_IMAGE_PIXELS = max(limits.max_pixels // 2, 1)
    try:
        yield
    finally:
        Image.MAX_IMAGE_PIXELS = before


@contextmanager
def refusing_whatever_is_raised(limits: Limits) -> Iterator[None]:
    """
    Turn whatever a decoder raises into the refusal it means.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except BadImage:
        raise
    except MemoryError as error:
        raise refusal(Reason.TOO_MUCH_MEMORY) from error
    except Image.DecompressionBombError as error:
        raise too_many_pixels(limits) from error
    except Exception as error:
        said = str(error).lower()
        if _OPENCV_WANTS_MEMORY in said:
            raise refusal(Reason.TOO_MUCH_MEMORY) from error
        early = "truncated" in said or isinstance(error, EOFError)
        raise refusal(Reason.TRUNCATED if early else Reason.DAMAGED) from error


@contextmanager
def whatever_is_raised_is_nothing() -> Iterator[None]:
    """
    Leave out what a picture can do without, whatever it raises.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except Exception:
        # Pillow raises whatever comes, of a hostile file anything; nothing rests on what
        # is left out, and the picture itself was read.
        return


@contextmanager
def refusing_to_compare() -> Iterator[None]:
    """
    Refuse whatever comparing raises: what is kept of a picture is broken.
    """
    try:
        yield
    except MemoryError as error:
        raise refusal(Reason.TOO_MUCH_MEMORY) from error
    except Exception as error:
        memory = _OPENCV_WANTS_MEMORY in str(error).lower()
        raise refusal(Reason.TOO_MUCH_MEMORY if memory else Reason.NOT_COMPARABLE) from error


def _check_size(image: Image.Image, limits: Limits) -> None:
    width, height = image.size
    if max(width, height) > limits.max_side_px:
        raise refusal(Reason.SIDE_TOO_LONG, limit=limits.max_side_px)
    if width * height > limits.max_pixels:
        raise too_many_pixels(limits)
    if min(width, height) < 1:
        raise refusal(Reason.DAMAGED)


def _ends_in_black(image: Image.Image) -> bool:
    """
    Tell whether a decoder may never have got to the last two rows.
    """
    width, height = image.size
    # Two, because interlacing brings every other row last.
    return any(
        image.crop((0, row, width, row + 1)).getbbox(alpha_only=False) is None
        for row in range(max(0, height - 2), height)
    )


def _count_frames(image: ImageFile.ImageFile, limits: Limits) -> int:
    """
    Count what else is in the file, or refuse when it is too much.

    The further pictures in a phone's JPEG (depth, gain map, second lens) are shown by
    no viewer: such a file counts as the one picture that everybody sees.
    """
    if isinstance(image, JpegImagePlugin.JpegImageFile):
        return 1
    frames: int = getattr(image, "n_frames", 1)
    if frames > limits.max_frames:
        raise too_many_frames(limits)
    return frames


def _orientation(image: ImageFile.ImageFile, kind: Format) -> tuple[int, bool]:
    """
    Read how the picture is to be turned, and whether its EXIF is broken.

    Broken means upright, as in viewers.
    """
    if kind is Format.HEIF:
        # libheif has turned it, and its EXIF may still say so.
        return _UPRIGHT, False
    try:
        found = image.getexif().get(ExifTags.Base.Orientation, _UPRIGHT)
    except Exception:
        return _UPRIGHT, True
    if isinstance(found, int) and _UPRIGHT <= found <= _LAST_ORIENTATION:
        return found, False
    return _UPRIGHT, False
