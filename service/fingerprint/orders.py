"""
Say what is to be made of a picture, and hold what was made.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Protocol

WHOLE: Final = 1000
"""A picture is this wide and this high, whatever its pixels."""


class CoverKind(StrEnum):
    """
    Name the ways to take somebody out of a picture.
    """

    CROP = "crop"
    PIXELATE = "pixelate"
    FILL = "fill"


class RegionLike(Protocol):
    """
    A rectangle in thousandths of the upright picture.
    """

    @property
    def left(self) -> int:
        """
        Give its left side.
        """
        ...

    @property
    def top(self) -> int:
        """
        Give its upper side.
        """
        ...

    @property
    def width(self) -> int:
        """
        Give how wide it is.
        """
        ...

    @property
    def height(self) -> int:
        """
        Give how high it is.
        """
        ...


class CoverLike(Protocol):
    """
    A region to cut to, to pixelate or to fill.
    """

    @property
    def kind(self) -> str:
        """
        Name one of `CoverKind`.
        """
        ...

    @property
    def region(self) -> RegionLike:
        """
        Give where.
        """
        ...


class WordsLike(Protocol):
    """
    What is written into the file beside its pixels, ready to be embedded.
    """

    @property
    def xmp(self) -> bytes:
        """
        Give the XMP packet, or nothing.
        """
        ...

    @property
    def iim(self) -> bytes:
        """
        Give the IPTC-IIM records, or nothing.
        """
        ...

    @property
    def creator(self) -> str:
        """
        Give the EXIF Artist, or nothing.
        """
        ...

    @property
    def copyright(self) -> str:
        """
        Give the EXIF Copyright, or nothing.
        """
        ...


class OrderLike(Protocol):
    """
    What is to be made.
    """

    @property
    def covers(self) -> Sequence[CoverLike]:
        """
        Give what is covered first.
        """
        ...

    @property
    def longest_px(self) -> int | None:
        """
        Give the longest side that the result may have; None leaves it.
        """
        ...

    @property
    def quality(self) -> int:
        """
        Give the quality of a JPEG, up to 100.
        """
        ...

    @property
    def still_only(self) -> bool:
        """
        Refuse what moves or has pages, of which only a part would be shown.
        """
        ...

    @property
    def words(self) -> WordsLike | None:
        """
        Give what is embedded, if anything.
        """
        ...


@dataclass(frozen=True, slots=True)
class Box:
    """
    A rectangle in thousandths of the upright picture.
    """

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Covered:
    """
    A region, and how it is covered.
    """

    kind: CoverKind
    region: Box


@dataclass(frozen=True, slots=True)
class Words:
    """
    What is embedded.
    """

    xmp: bytes = field(default=b"", repr=False)
    iim: bytes = field(default=b"", repr=False)
    creator: str = field(default="", repr=False)
    copyright: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Order:
    """
    What is to be made of which file.
    """

    covers: tuple[Covered, ...] = ()
    longest_px: int | None = None
    quality: int = 90
    still_only: bool = False
    words: Words | None = None


@dataclass(frozen=True, slots=True)
class Developed:
    """
    A picture made anew.
    """

    content: bytes = field(repr=False)
    media_type: str
    width_px: int
    height_px: int
