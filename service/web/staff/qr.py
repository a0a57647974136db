"""
Draw a QR code as a part of a page.
"""

from typing import Final

import segno
from markupsafe import Markup

_QUIET_MODULES: Final = 4
_SCALE: Final = 5


def qr_code(text: str) -> Markup:
    """
    Give *text* as a picture inside the page: no file is kept of it.

    Black on white whatever the scheme: few telephones read the opposite.
    """
    drawn = segno.make(text, error="m", micro=False).svg_inline(
        scale=_SCALE,
        border=_QUIET_MODULES,
        dark="#000",
        light="#fff",
        svgclass="qr",
        lineclass=None,
    )
    return Markup(drawn)  # noqa: S704 -- drawn of black and white squares; no text of anybody
