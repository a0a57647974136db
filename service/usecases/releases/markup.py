"""
Write what a web page says of a picture, for search engines.

In the words of schema.org, as JSON-LD.

The same values as in the file that is handed out, and like there never who is shown
(domain section 3.2).
"""

import json
from collections.abc import Mapping
from typing import Final

from service.decision.photos import Rights
from service.decision.terms import RightsSource
from service.usecases.releases.statements import licence_page_of, notice_of

ADDRESS_TO_FILL_IN: Final = "ADDRESS-OF-THE-PICTURE"
"""Stands for the address of the picture as long as nobody knows it."""
_SCRIPT: Final = '<script type="application/ld+json">\n{}\n</script>'
_ESCAPED: Final = str.maketrans({each: f"\\u{ord(each):04x}" for each in "<>&\u2028\u2029"})


def markup_of(rights: Rights, *, house: str, content_url: str = "") -> dict[str, object]:
    """
    Describe a picture as an `ImageObject`.

    Empty if nothing is known of whose it is.  Search engines take one member of
    creator, credit, copyright and licence at least.  Terms without an address are
    `usageInfo`: as `license` they take addresses alone.
    """
    page = licence_page_of(rights)
    terms = {"@type": "CreativeWork", "text": rights.licence} if rights.licence else None
    told: dict[str, object] = {
        "creator": _creator(rights, house),
        "creditText": rights.credit_line,
        "copyrightNotice": notice_of(rights),
        "license": page,
        "usageInfo": None if page else terms,
    }
    known = {name: value for name, value in told.items() if value}
    if not known.keys() - {"usageInfo"}:
        return {}
    return {
        "@context": "https://schema.org/",
        "@type": "ImageObject",
        "contentUrl": content_url or ADDRESS_TO_FILL_IN,
        **known,
    }


def script_of(markup: Mapping[str, object]) -> str:
    """
    Write it as an element of a page that no value can end.
    """
    written = json.dumps(markup, ensure_ascii=False, indent=2)
    return _SCRIPT.format(written.translate(_ESCAPED))


def _creator(rights: Rights, house: str) -> dict[str, str] | None:
    """
    Say who made it; an agency and the house itself are no person.
    """
    if not rights.creator:
        return None
    is_house = rights.creator.casefold() == house.casefold()
    kind = "Organization" if is_house or rights.source is RightsSource.AGENCY else "Person"
    return {"@type": kind, "name": rights.creator}
