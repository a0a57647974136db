"""
Say of a picture whose it is, in the words that leave with it.

The file that is handed out and what a web page says beside it take them from here, so
that they cannot differ.
"""

import re
from typing import Final

from service.decision.photos import Rights

_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]+")
_CALLED: Final = r"\s*(?:(?:licen[cs]e|licentie|lizenz)\b[\s:]*)?"
"""What may stand before the name of a licence: behind other words it may be denied."""
_COMMONS: Final = re.compile(
    _CALLED + r"CC[ -](BY(?:-(?:SA|NC|ND|NC-SA|NC-ND))?)[ -]([1-4]\.0|2\.5)\b(?!\s+[a-z]{2}\b)",
    re.IGNORECASE,
)
"""One for a country ("3.0 BE") has a page and words of its own."""
_NO_RIGHTS: Final = re.compile(_CALLED + r"CC0\b", re.IGNORECASE)
_COMMONS_PAGES: Final = "https://creativecommons.org"


def notice_of(rights: Rights | None) -> str:
    """
    Give the copyright notice; empty where nobody knows whose it is.
    """
    owner = (rights.owner or rights.creator) if rights else ""
    return owner if not owner or owner.startswith("©") else f"© {owner}"


def licence_page_of(rights: Rights | None) -> str:
    """
    Give the address of the licence; empty where its words give none.

    That is an address that stands in them, or the page of a Creative Commons licence
    with whose name and version they begin ("CC BY-SA 4.0").
    """
    licence = rights.licence if rights else ""
    if found := _ADDRESS.search(licence):
        return found.group().rstrip(".,;:)]")
    if found := _COMMONS.match(licence):
        name, version = found.groups()
        return f"{_COMMONS_PAGES}/licenses/{name.lower()}/{version}/"
    if _NO_RIGHTS.match(licence):
        return f"{_COMMONS_PAGES}/publicdomain/zero/1.0/"
    return ""
