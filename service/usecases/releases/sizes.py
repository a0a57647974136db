"""
Say how large a picture goes out, platform by platform.

A platform makes smaller, and compresses once more, whatever is larger than it shows; and
whoever copies a picture from a page gets no more of it than was needed there.  The
numbers are those of the platforms' published advice as of 2026; they change, and only
the look of a post depends on them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from service.decision.terms import Medium


@dataclass(frozen=True, slots=True)
class ReleaseSize:
    """
    The longest side of a released picture, its quality, and why.
    """

    longest_px: int | None
    """None: as large as it is."""
    quality: int
    reason: str


OF_PLATFORM: Final[Mapping[str, ReleaseSize]] = {
    "facebook": ReleaseSize(2048, 85, "the largest size that is stored of a photo in a post"),
    "instagram": ReleaseSize(1350, 85, "1080 across, 4:5: what a post in the feed shows"),
    "threads": ReleaseSize(1440, 85, "1440 across is shown at most"),
    "x": ReleaseSize(2048, 85, "larger ones are made smaller in the timeline"),
    "mastodon": ReleaseSize(1920, 85, "8.3 megapixels at most; 1920 fills every screen"),
    "bluesky": ReleaseSize(2000, 80, "2000 on a side and one megabyte at most"),
    "linkedin": ReleaseSize(1920, 85, "what an article and a post show full screen"),
    "tiktok": ReleaseSize(1920, 85, "1080 x 1920 fills the screen"),
    "snapchat": ReleaseSize(1920, 85, "1080 x 1920 fills the screen"),
    "youtube": ReleaseSize(1920, 85, "community posts and covers fill the screen"),
    "whatsapp": ReleaseSize(1600, 85, "a photo is made smaller to 1600 when it is sent"),
    "telegram": ReleaseSize(1280, 85, "a photo is made smaller to 1280 when it is sent"),
}
"""By the name of the platform, in small letters."""

OF_MEDIUM: Final[Mapping[Medium, ReleaseSize]] = {
    Medium.SOCIAL: ReleaseSize(2048, 85, "no platform known to us shows more in a post"),
    Medium.WEB: ReleaseSize(1920, 82, "the width of a common screen"),
    Medium.EMAIL: ReleaseSize(1200, 80, "letters are read at 600 points across"),
    Medium.MESSAGING: ReleaseSize(1600, 85, "what chats make of it anyway"),
    Medium.INTERNAL: ReleaseSize(1920, 85, "the width of a common screen"),
    Medium.DISPLAY: ReleaseSize(3840, 90, "the width of a large display"),
    Medium.AV: ReleaseSize(3840, 90, "a frame of a film in 4K"),
}
UNCHANGED: Final = ReleaseSize(None, 95, "print needs every pixel")


def size_for(platform: str, medium: Medium) -> ReleaseSize:
    """
    Give the size for a channel: by its platform, else by its medium.
    """
    name = platform.strip().lower().removesuffix(".com")
    aliases = {"twitter": "x", "fb": "facebook", "insta": "instagram"}
    found = OF_PLATFORM.get(aliases.get(name, name))
    return found or OF_MEDIUM.get(medium, UNCHANGED)
