"""
Say of a picture whose it is, in the words that leave with it.

The file that is handed out and what a web page says beside it take them from here, so
that they cannot differ.
"""

import re
from typing import Final

from service.decision.photos import Rights

_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]+")
_COMMONS: Final = re.compile(
    r"\bCC[ -](BY(?:-(?:SA|NC|ND|NC-SA|NC-ND))?)[ -](\d\.\d)\b", re.IGNORECASE
)
_NO_RIGHTS: Final = re.compile(r"\bCC0\b", re.IGNORECASE)
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
    that is named with its version ("CC BY-SA 4.0").
    """
    licence = rights.licence if rights else ""
    if found := _ADDRESS.search(licence):
        return found.group().rstrip(".,;:)]")
    if found := _COMMONS.search(licence):
        name, version = found.groups()
        return f"{_COMMONS_PAGES}/licenses/{name.lower()}/{version}/"
    if _NO_RIGHTS.search(licence):
        return f"{_COMMONS_PAGES}/publicdomain/zero/1.0/"
    return ""
