"""
Read where things are: databases, addresses of the web, hosts.
"""

from typing import Final
from urllib.parse import urlsplit

THIS_MACHINE: Final = ("localhost", "127.0.0.1", "::1")
_ENGINES = ("sqlite", "postgresql")
_TLS = 443


def is_database(url: str) -> bool:
    """
    Tell whether a database of a kind that is used here is at *url*.
    """
    try:
        parts = urlsplit(url)
        return parts.scheme.partition("+")[0] in _ENGINES and parts.port != 0
    except ValueError:
        return False


def is_web(url: str) -> bool:
    """
    Tell whether nobody on the way to *url* can read what is sent.
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        is_safe = parts.scheme == "https" or (parts.scheme == "http" and host in THIS_MACHINE)
        return bool(host) and is_safe and parts.port != 0
    except ValueError:
        return False


def is_contact(text: str) -> bool:
    """
    Tell whether *text* says where to write: by mail, or on a page.
    """
    if not text.isascii() or not text.isprintable() or " " in text:
        return False
    kind, _, address = text.partition(":")
    return "@" in address if kind == "mailto" else kind == "https" and is_web(text)


def are_places(text: str) -> bool:
    """
    Tell whether `places` can read a text.
    """
    try:
        places(text)
    except ValueError:
        return False
    return True


def places(text: str) -> frozenset[tuple[str, int]]:
    """
    Read hosts with their ports; without one, that of TLS.

    As in `cms.internal, [::1]:8080`.

    Raises:
        ValueError: One of them is none.
    """
    return frozenset(_place(each.strip()) for each in text.split(",") if each.strip())


def _place(text: str) -> tuple[str, int]:
    parts = urlsplit(f"//{text}")
    if not parts.hostname or parts.netloc != text or "@" in text or parts.port == 0:
        raise ValueError
    return parts.hostname, parts.port or _TLS
