"""
Read what a PDF says beside the words that are drawn on its pages.

A viewer shows its title and bookmarks, and what was noted on a page.  Who wrote it is not
read: that is nobody whom it shows.
"""

from collections.abc import Callable, Iterator
from ctypes import c_ushort
from functools import partial
from typing import Final

import pypdfium2
import pypdfium2.raw

from service.fingerprint.picture import UNREAD

_TOLD_OF_ALL: Final = (b"Title", b"Subject", b"Keywords")
_WRITTEN: Final = (b"Contents", b"V")
"""Of a note; of a field."""
_VALUE_IN: Final = (b"V", b"Parent")
"""Where a field has its value: some are no text, some those of what it is part of."""
_AS_SHOWN: Final = pypdfium2.raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL
_NOTHING_BYTES: Final = 2
"""What an empty text takes: its end."""

Spend = Callable[[int], None]
"""Count letters; it raises where they are too many."""


def told_of(document: pypdfium2.PdfDocument, spend: Spend) -> Iterator[str]:
    """
    Give title and bookmarks, and `UNREAD` where other files lie within.
    """
    for key in _TOLD_OF_ALL:
        yield _text(partial(pypdfium2.raw.FPDF_GetMetaText, document, key), spend)
    for bookmark in document.get_toc():
        yield _text(partial(pypdfium2.raw.FPDFBookmark_GetTitle, bookmark), spend)
    if document.count_attachments() > 0:
        yield UNREAD


def noted_on(page: pypdfium2.PdfPage, spend: Spend) -> Iterator[str]:
    """
    Give what was written onto *page* later, and into the fields of a form.

    `UNREAD` where a field has its words elsewhere, or a file is behind a note.
    """
    for number in range(pypdfium2.raw.FPDFPage_GetAnnotCount(page)):
        note = pypdfium2.raw.FPDFPage_GetAnnot(page, number)
        if note:
            texts = (partial(pypdfium2.raw.FPDFAnnot_GetStringValue, note, key) for key in _WRITTEN)
            written = [_text(each, spend) for each in texts]
            yield from written
            if _has_words_elsewhere(note, written[-1]):
                yield UNREAD
            pypdfium2.raw.FPDFPage_CloseAnnot(note)


def _has_words_elsewhere(note: object, value: str) -> bool:
    """
    Tell whether something is to be read that is neither its text nor drawn for it.
    """
    kind = pypdfium2.raw.FPDFAnnot_GetSubtype(note)
    if kind != pypdfium2.raw.FPDF_ANNOT_WIDGET:
        return bool(kind == pypdfium2.raw.FPDF_ANNOT_FILEATTACHMENT)
    is_drawn = pypdfium2.raw.FPDFAnnot_GetAP(note, _AS_SHOWN, None, 0) > _NOTHING_BYTES
    may_have_one = any(pypdfium2.raw.FPDFAnnot_HasKey(note, key) for key in _VALUE_IN)
    return may_have_one and not value and not is_drawn


def _text(fill: Callable[[object, int], int], spend: Spend) -> str:
    """
    Give what *fill* writes, as UTF-16, into as many bytes as it asks for.
    """
    units = fill(None, 0) // 2
    spend(max(units - 1, 0))
    room = (c_ushort * units)()
    fill(room, 2 * units)
    return bytes(room).decode("utf-16-le", "ignore").rstrip("\0")
