"""
Read what is written on a page of a PDF.

Everything counts that a viewer would find: also what lies off the page or is invisible,
as in a scan that somebody had read by machine.  A word that is parted at the end of a
line keeps its hyphen and its line, and whoever looks for names puts it together.
"""

import re
from contextlib import closing
from dataclasses import dataclass, field
from typing import Final

import pypdfium2
import pypdfium2.raw

from service.fingerprint.refusals import Reason, refusal

_EVERYWHERE: Final = (-1e7, -1e7, 1e7, 1e7)
_PARTED: Final = {ord(each): "-\n" for each in "\x02\ufffe"}
"""What the library writes for a hyphen and the end of its line."""
_NO_PRINT: Final = {code: " " for code in (*range(32), 127) if code != ord("\n")}
_TO_PLAIN: Final = _NO_PRINT | _PARTED
_SPACED: Final = re.compile(r"(?:\b[^\W\d_]\s){5}")
"""A word set wide, so that each of its letters stands alone."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """
    Hold the words of one page.
    """

    words: str = field(default="", repr=False)
    unread: bool = False
    """It has letters of which the file says neither what they are nor which belong together."""


NOTHING_WRITTEN: Final = Lettering()
UNREADABLE: Final = Lettering(unread=True)


class Letters:
    """
    Read one page after the other, and count what there is to read.
    """

    def __init__(self, limit: int) -> None:
        """
        Read at most *limit* letters.
        """
        self._limit = limit
        self._count = 0

    def on(self, page: pypdfium2.PdfPage) -> Lettering:
        """
        Give what is written on *page*.

        Raises:
            BadImage: The document has too many letters.
        """
        try:
            layer = page.get_textpage()
        except pypdfium2.PdfiumError:
            return UNREADABLE
        with closing(layer):
            count = layer.count_chars()
            self._count += max(count, 0)
            if self._count > self._limit:
                raise refusal(Reason.TOO_MANY_LETTERS, limit=self._limit)
            if count <= 0:
                return UNREADABLE if count < 0 else NOTHING_WRITTEN
            written = layer.get_text_bounded(*_EVERYWHERE).replace("\r\n", "\n")
            words = written.translate(_TO_PLAIN)
            return Lettering(words, bool(_SPACED.search(words)) or _is_unknown(layer, count))


def _is_unknown(layer: pypdfium2.PdfTextPage, count: int) -> bool:
    """
    Tell whether the file leaves open which letter some of its shapes are.
    """
    has_error = pypdfium2.raw.FPDFText_HasUnicodeMapError
    return any(has_error(layer, number) == 1 for number in range(count))
