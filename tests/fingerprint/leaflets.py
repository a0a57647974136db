"""
Set small leaflets, as a word processor does, with a font of their own.
"""

from functools import cache

import typst

from tests.fingerprint.films import written


@cache
def leaflet(*pages: str, width: str = "16cm", markup: str = "") -> bytes:
    """
    Set each of *pages* on a page, between margins, with hyphens where a line ends.
    """
    head = (
        f'#set page(width: {width}, height: 12cm, margin: 1cm)\n#set text(lang: "fr", size: 12pt)\n'
        f"#set par(justify: true)\n{markup}\n"
    )
    return typst.compile(
        (head + "\n#pagebreak()\n".join(pages)).encode(),
        format="pdf",
        ignore_system_fonts=True,
        timestamp=0,
    )


HELVETICA = b"/Subtype/Type1/BaseFont/Helvetica"


def typed(content: bytes, *more: bytes, font: bytes = HELVETICA, notes: bytes = b"") -> bytes:
    """
    Write one page of operators, with the font F; *notes* lie on it.

    *more* objects are numbered from 6.
    """
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
        b"/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R/Annots[" + notes + b"]>>"
    )
    return written(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            page,
            b"<</Type/Font" + font + b"/Encoding/WinAnsiEncoding>>",
            b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
            *more,
        ]
    )
