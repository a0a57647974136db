"""
Read what is written on a page of a PDF.

Everything counts that a viewer would find: also what lies off the page or is invisible,
as in a scan that somebody had read by machine, and what was noted on it.  A word that is
parted at the end of a line keeps its hyphen and its line, and whoever looks for names puts
it together.
"""

import re
from collections.abc import Iterator
from contextlib import closing
from ctypes import c_ushort
from typing import Final

import pypdfium2
import pypdfium2.raw

from service.fingerprint.picture import UNREAD
from service.fingerprint.refusals import Reason, refusal

_EVERYWHERE: Final = (-1e7, -1e7, 1e7, 1e7)
_PARTED: Final = {ord(each): "-\n" for each in "\x02\ufffe"}
"""What the library writes for a hyphen and the end of its line."""
_NO_PRINT: Final = {code: " " for code in (*range(32), 127) if code != ord("\n")}
_TO_PLAIN: Final = _NO_PRINT | _PARTED
_WRITTEN_IN: Final = (b"Contents", b"V")
"""Of a note; of a field."""
_SPACED: Final = re.compile(r"(?:\b[^\W\d_]\s){5}")
"""A word set wide, so that each of its letters stands alone."""


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

    def on(self, page: pypdfium2.PdfPage) -> str:
        """
        Give what is written on *page*, `UNREAD` where somebody has to look.

        Raises:
            BadImage: The document has too many letters.
        """
        return "\n".join(filter(None, (self._drawn_on(page), *self._noted_on(page))))

    def _drawn_on(self, page: pypdfium2.PdfPage) -> str:
        """
        Give the words on the page itself.
        """
        try:
            layer = page.get_textpage()
        except pypdfium2.PdfiumError:
            return UNREAD
        with closing(layer):
            count = max(layer.count_chars(), 0)
            self._spend(count)
            written = layer.get_text_bounded(*_EVERYWHERE) if count else ""
            words = written.replace("\r\n", "\n").translate(_TO_PLAIN)
            is_read = any(map(str.isalpha, words)) and not _SPACED.search(words)
            return words if is_read and not _is_unknown(layer, count) else words + UNREAD

    def _noted_on(self, page: pypdfium2.PdfPage) -> Iterator[str]:
        """
        Give what was written onto the page later, and into the fields of a form.
        """
        for number in range(pypdfium2.raw.FPDFPage_GetAnnotCount(page)):
            note = pypdfium2.raw.FPDFPage_GetAnnot(page, number)
            if note:
                written = [self._text_of(note, each) for each in _WRITTEN_IN]
                yield from written if any(written) or not _shows_letters(note) else [UNREAD]
                pypdfium2.raw.FPDFPage_CloseAnnot(note)

    def _text_of(self, note: object, key: bytes) -> str:
        units = pypdfium2.raw.FPDFAnnot_GetStringValue(note, key, None, 0) // 2
        self._spend(max(units - 1, 0))
        buffer = (c_ushort * units)()
        pypdfium2.raw.FPDFAnnot_GetStringValue(note, key, buffer, 2 * units)
        written = bytes(buffer).decode("utf-16-le", "ignore").rstrip("\0")
        return written.replace("\r", "\n").translate(_TO_PLAIN)

    def _spend(self, count: int) -> None:
        self._count += count
        if self._count > self._limit:
            raise refusal(Reason.TOO_MANY_LETTERS, limit=self._limit)


def _shows_letters(note: object) -> bool:
    """
    Tell whether a note shows words that are only drawn, as a stamp does.
    """
    parts = range(pypdfium2.raw.FPDFAnnot_GetObjectCount(note))
    kinds = (
        pypdfium2.raw.FPDFPageObj_GetType(pypdfium2.raw.FPDFAnnot_GetObject(note, each))
        for each in parts
    )
    return pypdfium2.raw.FPDF_PAGEOBJ_TEXT in kinds


def _is_unknown(layer: pypdfium2.PdfTextPage, count: int) -> bool:
    """
    Tell whether the file leaves open which letter some of its shapes are.
    """
    has_error = pypdfium2.raw.FPDFText_HasUnicodeMapError
    return any(has_error(layer, number) == 1 for number in range(count))
