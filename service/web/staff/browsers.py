"""
Say in words which browser a session is in.

A browser names itself in a text that names half a dozen others, too: the first of our
table that is in it is the one.  Whatever is not in the table is shown as it came, so
that nobody takes a program for a browser.
"""

from collections.abc import Iterable
from typing import Final

from service.decision.ids import SessionId
from service.records.staff import StaffSession
from service.web.catalogue import Catalogue

_BROWSERS: Final = (
    ("Edg/", "Edge"),
    ("EdgA/", "Edge"),
    ("EdgiOS/", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Vivaldi/", "Vivaldi"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Version/", "Safari"),
)
_SYSTEMS: Final = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
)


def browser_of(client: str) -> tuple[str, str]:
    """
    Give the browser and what it runs on.

    Two empty texts where it is not known.
    """
    browser = _first(_BROWSERS, client) if client.startswith("Mozilla/5.0 (") else ""
    system = _first(_SYSTEMS, client)
    return (browser, system) if browser and system else ("", "")


def browsers_of(sessions: Iterable[StaffSession], texts: Catalogue) -> dict[SessionId, str]:
    """
    Give what to call each session: its browser, or what it called itself.
    """
    return {each.id: _called(each.client, texts) for each in sessions}


def _called(client: str, texts: Catalogue) -> str:
    browser, system = browser_of(client)
    if browser:
        return texts("account.browser-on", browser=browser, system=system)
    return client or texts("account.some-browser")


def _first(table: tuple[tuple[str, str], ...], client: str) -> str:
    return next((name for mark, name in table if mark in client), "")
