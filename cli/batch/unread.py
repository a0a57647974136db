"""
Tell files that are no pictures from pictures that cannot be read.

A folder of photos also holds lists, thumbnails of a system, a letter: nobody misses
those.  A picture that was cut off on its way is missed, and somebody must hear of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from cli.terminal.endings import as_plain
from cli.terminal.output import say, show_rows
from service.errors import BadImage, ObstatError

SHOWN = 20
"""So many names are printed; `--json` gives all."""
SEEN_AS_PICTURES = frozenset(
    {
        *("jpg", "jpeg", "jpe", "jfif", "png", "apng", "gif", "webp", "tif", "tiff", "bmp"),
        *("dib", "heic", "heif", "hif", "avif", "jxl", "jp2", "psd", "dng", "cr2", "cr3"),
        *("nef", "arw", "orf", "rw2", "raf", "mp4", "m4v", "3gp", "mov", "qt", "webm"),
        *("avi", "mkv", "wmv", "mts", "pdf"),
    }
)
"""Endings of what people call pictures, clips and documents, read here or not."""
NOTHING_IN_IT = frozenset({"not_a_picture", "empty", "too_many_bytes"})
"""Reasons that do not say that there is a picture in the file."""


@dataclass(frozen=True, slots=True)
class Unread:
    """
    A file of which nothing was learned, and why.
    """

    file: str
    refused: ObstatError

    @property
    def is_missed(self) -> bool:
        """
        Tell whether somebody takes it for a picture.
        """
        ending = PurePosixPath(self.file).suffix.lower().removeprefix(".")
        if ending in SEEN_AS_PICTURES or not isinstance(self.refused, BadImage):
            return True
        return self.refused.reason not in NOTHING_IN_IT

    def as_plain(self) -> dict[str, object]:
        """
        Give it for scripts.
        """
        outcome = "unread" if self.is_missed else "no_picture"
        return {"file": self.file, "outcome": outcome, **as_plain(self.refused)}


def show_unread(unread: Sequence[Unread]) -> None:
    """
    Print what could not be read, by reason, and mention what is no picture.
    """
    missed = sorted((each for each in unread if each.is_missed), key=_by_reason)
    rows = [{"not read": each.file, "why": each.refused.message} for each in missed[:SHOWN]]
    if rows:
        show_rows(rows, empty="")
    if len(missed) > SHOWN:
        say(f"and {len(missed) - SHOWN} more; --json lists all.", style="dim")
    others = [each.file for each in unread if not each.is_missed]
    if others:
        more = f", and {len(others) - SHOWN} more" if len(others) > SHOWN else ""
        say(f"No pictures, left out: {', '.join(others[:SHOWN])}{more}.", style="dim")


def _by_reason(each: Unread) -> tuple[str, str]:
    """
    Put files of one reason together.
    """
    return each.refused.message, each.file
