"""
Ask for a picture made of another: smaller, covered, with other words.
"""

from dataclasses import dataclass, field
from typing import Protocol

from service.decision.photos import Cover


@dataclass(frozen=True, slots=True)
class EmbeddedWords:
    """
    What is written into a file beside its pixels, ready to be embedded.
    """

    xmp: bytes = field(default=b"", repr=False)
    """An XMP packet."""
    iim: bytes = field(default=b"", repr=False)
    """IPTC-IIM records."""
    creator: str = ""
    copyright: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """
    What is to be made: upright, in sRGB, saying nothing of the file.
    """

    covers: tuple[Cover, ...] = ()
    longest_px: int | None = None
    quality: int = 90
    still_only: bool = False
    """Refuse what moves or has pages, of which only the first part would be shown."""
    words: EmbeddedWords | None = None


class DevelopedLike(Protocol):
    """
    A picture made anew.
    """

    @property
    def content(self) -> bytes:
        """
        Give the file.
        """
        ...

    @property
    def media_type(self) -> str:
        """
        Name what the file is: `image/jpeg` or `image/png`.
        """
        ...

    @property
    def width_px(self) -> int:
        """
        Give its width.
        """
        ...

    @property
    def height_px(self) -> int:
        """
        Give its height.
        """
        ...
