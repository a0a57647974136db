"""
The values that leave this room.

Plain and frozen: nothing here knows Pillow.  Words leave as `str`, not as members of
an enumeration, which database drivers write by their Python names.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from service.fingerprint.claims import NO_CLAIMS, Claims
from service.fingerprint.points import features_in, sketch_in

ALGORITHM: Final = "phash256"
VERSION: Final = 1
"""Counts up whenever the same file may give other bits; then everything is read anew."""
FINGERPRINT_BYTES: Final = 32
UNREAD: Final = "\ufffc"
"""Stands on a page that shows something, and nobody can say which words."""


class Format(StrEnum):
    """
    Name the kinds of picture file that are read.
    """

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    HEIF = "heif"
    AVIF = "avif"
    TIFF = "tiff"
    GIF = "gif"
    BMP = "bmp"
    MP4 = "mp4"
    MOV = "mov"
    WEBM = "webm"
    PDF = "pdf"

    @property
    def is_clip(self) -> bool:
        """
        Tell whether it moves: its stills are moments.
        """
        return self in {Format.MP4, Format.MOV, Format.WEBM}

    @property
    def is_set(self) -> bool:
        """
        Tell whether a file of this kind is a set of pictures.
        """
        return self.is_clip or self is Format.PDF


class Note(StrEnum):
    """
    Name what was forgiven or left out when a picture was read.
    """

    FIRST_FRAME_ONLY = "first_frame_only"
    """There are more frames or pages, and nobody looked at them."""
    TRANSPARENT = "transparent"
    """It looks different on another background; here it lies on white."""
    BROKEN_PROFILE = "broken_profile"
    """Its colour profile cannot be used; read as sRGB, as viewers do."""
    BROKEN_EXIF = "broken_exif"
    """Its EXIF block cannot be read; taken as upright, as viewers do."""
    MOMENTS_ONLY = "moments_only"
    """A clip is seen once a second at most; nobody looked at what is in between."""
    MADE_BY_PROGRAM = "made_by_program"
    """The file says that no camera saw it: a program made it."""
    PARTLY_MADE_BY_PROGRAM = "partly_made_by_program"
    """The file says that a program made a part of it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """
    Say how much one picture may cost before it is refused.
    """

    max_bytes: int = 40 * 1024 * 1024
    max_pixels: int = 100_000_000
    max_frames: int = 200
    max_seconds: float = 15.0
    """From the moment a worker has the picture; then the worker is killed."""
    max_memory_bytes: int = 1536 * 1024 * 1024
    """What the worker may take for one picture, beyond what it needs to exist."""
    max_side_px: int = 30_000
    max_scans: int = 64
    """Passes of a progressive JPEG; honest files have about ten."""
    max_metadata_bytes: int = 16 * 1024 * 1024
    """Also of what compressed metadata unpacks to."""
    max_stills: int = 200
    """Moments of a clip that are looked at; pages of a document that it may have."""
    max_letters: int = 250_000
    """Of a document, some eighty full pages: reading them for names takes a quarter of a
    second, during which nobody else can write."""
    max_clip_seconds: float = 1_800.0
    """From the first picture of a clip to the last."""
    max_set_seconds: float = 60.0
    """As `max_seconds`, for a clip or a document."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """
    Hold what a picture is recognised by.

    Its `repr` hides the bits: a fingerprint can be inverted to a blurry picture.
    """

    algorithm: str
    version: int
    bits: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """
    Hold everything that is kept of a picture once its file is closed.
    """

    format: str
    """A `Format`, as plain text."""
    width_px: int
    """As seen upright."""
    height_px: int
    frames: int
    digest_bytes: bytes = field(repr=False)
    """SHA-256 of the file."""
    digest_pixels: bytes = field(repr=False)
    """SHA-256 of the upright pixels and of all that changes how they are shown."""
    fingerprint: Fingerprint
    """Of the picture as seen upright: the one to register."""
    probes: tuple[Fingerprint, ...]
    """In the eight orientations, the upright one first: the ones to search with.

    Then the same of what is within its bars, if there is a frame around it.
    """
    preview_jpeg: bytes | None = field(repr=False)
    """Upright, sRGB, small, without metadata."""
    textureless: bool
    """Too little to recognise: a blank page, an even sky.  Similarity means nothing."""
    notes: tuple[str, ...]
    """Each a `Note`, as plain text."""
    views: bytes = field(default=b"", repr=False)
    """What to search with, and to lay over registered ones: see `features/values.py`.

    Nothing without a preview, or where nothing stands out.
    """
    stills: "tuple[Picture, ...]" = ()
    """Of a clip or a document: its moments or pages, each a picture with its place."""
    at_seconds: int | None = None
    """Of a still of a clip: when it is seen, in whole seconds from the beginning."""
    page: int | None = None
    """Of a still of a document: its page, from 1."""
    words: str = field(default="", repr=False)
    """Of a whole page: what is written on it, and `UNREAD` where that cannot be told."""
    claims: Claims = field(default=NO_CLAIMS, repr=False)
    """What the file says of itself: hints, which nothing is decided by."""

    @property
    def is_still(self) -> bool:
        """
        Tell whether it is a part of a set, and has a place in it.
        """
        return self.at_seconds is not None or self.page is not None

    @property
    def features(self) -> bytes:
        """
        Give what is stored of the views, so that others can be laid over it.
        """
        return features_in(self.views)

    @property
    def sketch(self) -> bytes:
        """
        Give what of them is held in memory, to think of this picture at all.
        """
        return sketch_in(self.views)
