"""
Read what is written on a page of a PDF.

Everything counts that a viewer would find: also what lies off the page or is invisible,
as in a scan that somebody had read by machine, and what was noted on it.  A word that is
parted at the end of a line keeps its hyphen and its line, and whoever looks for names puts
it together.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import Final

import pypdfium2
import pypdfium2.raw

from service.fingerprint.asides import noted_on, told_of
from service.fingerprint.columns import MOST_CELLS, stacked_on
from service.fingerprint.picture import UNREAD
from service.fingerprint.refusals import Reason, refusal

_EVERYWHERE: Final = (-1e7, -1e7, 1e7, 1e7)
_PARTED: Final = {ord(each): "-\n" for each in "\x02\ufffe"}
"""What the library writes for a hyphen and the end of its line."""
_NO_PRINT: Final = {code: " " for code in (*range(32), 127) if code != ord("\n")}
_TO_PLAIN: Final = _NO_PRINT | _PARTED
_SPACED: Final = re.compile(r"(?:\b[^\W\d_]\s){5}")
"""A word set wide, so that each of its letters stands alone."""
_LEAST_OF_A_SCAN: Final = 100
"""Letters that somebody had a scan read for; a footer has fewer."""
_INITIAL: Final = re.compile(r"^([^\W\d_]) ?\n(?=([^\W\d_]))", re.MULTILINE)
"""A letter alone on its line, and what the next one begins with."""
_LOOSE_ACCENT: Final = re.compile(r"[\u00b4\u00a8\u00b8\u02c6\u02c7\u02d8-\u02dd](?=[^\W\d_])")
"""A sign of its own, as TeX draws it before or below the letter that bears it."""
_AS_SHOWN: Final = pypdfium2.raw.FLAT_NORMALDISPLAY


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

    def of(self, document: pypdfium2.PdfDocument) -> str:
        """
        Give what *document* says of itself.

        Raises:
            BadImage: It has too many letters.
        """
        return _joined(told_of(document, self._spend))

    def on(self, page: pypdfium2.PdfPage, index: int, *, is_picture: bool = False) -> str:
        """
        Give what is written on *page*, `UNREAD` where somebody has to look.

        What was laid over it is made part of it: whoever draws it, draws it before.

        Args:
            is_picture: One picture fills it: a few words, such as those of the scanner,
                are not what is written there.

        Raises:
            BadImage: The document has too many letters.
        """
        least = _LEAST_OF_A_SCAN if is_picture else 1
        noted = list(noted_on(page, self._spend))
        if not noted:
            return self._drawn_on(page, least)
        if pypdfium2.raw.FPDFPage_Flatten(page, _AS_SHOWN) == pypdfium2.raw.FLATTEN_FAIL:
            noted.append(UNREAD)
        with closing(page.pdf[index]) as whole:
            return _joined([self._drawn_on(whole, least), *noted])

    def _drawn_on(self, page: pypdfium2.PdfPage, least: int) -> str:
        """
        Give the words on the page itself; fewer letters than *least* are not all.
        """
        try:
            layer = page.get_textpage()
        except pypdfium2.PdfiumError:
            return UNREAD
        with closing(layer):
            count = max(layer.count_chars(), 0)
            self._spend(count)
            written = layer.get_text_bounded(*_EVERYWHERE) if count else ""
            words = _with_initials(written.replace("\r\n", "\n").translate(_TO_PLAIN))
            is_read = sum(map(str.isalpha, words)) >= least and not _SPACED.search(words)
            if not is_read or _is_unknown(layer, count):
                words += UNREAD
            return "\n".join((words, *_without_loose_accents(words), *self._stacked_on(layer)))

    def _stacked_on(self, layer: pypdfium2.PdfTextPage) -> list[str]:
        """
        Give what stands one above the other, `UNREAD` where that is too much to tell.
        """
        if layer.count_rects() > MOST_CELLS:
            return [UNREAD]
        return [each.translate(_TO_PLAIN) for each in stacked_on(layer)]

    def _spend(self, count: int) -> None:
        self._count += count
        if self._count > self._limit:
            raise refusal(Reason.TOO_MANY_LETTERS, limit=self._limit)


def _joined(parts: Iterable[str]) -> str:
    """
    Put together what was found, each on lines of its own.
    """
    found = (each.replace("\r", "\n").translate(_TO_PLAIN) for each in parts)
    return "\n".join(filter(None, found))


def _with_initials(words: str) -> str:
    """
    Put a large letter that begins a text before the word it begins.
    """
    return _INITIAL.sub(lambda found: found[1] if found[2].islower() else found[0], words)


def _without_loose_accents(words: str) -> Iterator[str]:
    """
    Give again, without them, lines with accents that stand before their letters.

    The lines as they are stay: some write such an accent for an apostrophe.
    """
    for line in words.split("\n"):
        if _LOOSE_ACCENT.search(line):
            yield _LOOSE_ACCENT.sub("", line)


def _is_unknown(layer: pypdfium2.PdfTextPage, count: int) -> bool:
    """
    Tell whether the file leaves open which letter some of its shapes are.
    """
    has_error = pypdfium2.raw.FPDFText_HasUnicodeMapError
    return any(has_error(layer, number) == 1 for number in range(count))
