"""
Write addresses of pages one way, so that one page is registered once.

Two addresses that open the same page must read the same here; two pages must
never read the same.  Where that is in doubt, addresses stay different: a page
that is not recognised is refused, which is the safe side (domain rule 14).
Nothing is ever fetched.
"""

import posixpath
import re
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

import idna

from service.errors import InvalidInput
from service.usecases import text

MAX_ADDRESS = 2_000
MAX_QUERY_FIELDS = 50

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://|//")
_WITHOUT_SCHEME = re.compile(r"[^\s/?#@:]+(?:\.[^\s/?#@:]+)+\.?(?::[0-9]{1,5})?(?:[/?#]\S*)?")
_EMAIL = re.compile(r"[^\s/?#@:]+@[^\s/?#@:]+\.[^\s/?#@:]+")
_ESCAPE = re.compile("%[0-9A-Fa-f]{2}")
_HAS_SLASH = re.compile(r"\S*/\S*")
_DEFAULT_PORTS = frozenset({80, 443})
_TRACKING_PREFIXES = ("utm_", "pk_", "mtm_", "hsa_", "__")
_TRACKING = frozenset(
    {
        *("fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "twclid", "ttclid", "yclid"),
        *("igsh", "igshid", "si", "trk", "ref_src", "ref_url", "refsrc", "mc_cid", "mc_eid"),
        *("mibextid", "rcm", "_rdr", "_ga", "_gl", "share_id", "s_kwcid"),
    }
)
"""Query fields by which platforms count who shared a link; the page is the same."""
_MIRRORS = {
    **dict.fromkeys(
        ("m.facebook.com", "mbasic.facebook.com", "web.facebook.com", "fb.com"), "facebook.com"
    ),
    **dict.fromkeys(("mobile.twitter.com", "twitter.com", "mobile.x.com"), "x.com"),
    "m.instagram.com": "instagram.com",
    "m.youtube.com": "youtube.com",
    "m.tiktok.com": "tiktok.com",
}
"""Hosts at which a phone sees the same pages."""
_KEPT_IN_PATH = "/:@!$&'()*+,;=~-._"


def looks_like_address(value: str) -> bool:
    """
    Tell whether *value* can be an address; a short name or an id is none.
    """
    clean = value.strip()
    patterns = (_WITHOUT_SCHEME, _EMAIL, _HAS_SLASH)
    return any(pattern.fullmatch(clean) for pattern in patterns)


def normal_address(value: str, field: str = "address") -> str:
    """
    Write an address of a page or a list the one way it is registered.

    Scheme, `www`, default port, password, tracking fields, trailing slash and
    order of the query say nothing about which page it is; nor does the spelling
    of its host.  Applying it twice changes nothing.

    Raises:
        InvalidInput: It is no address.
    """
    clean = text.line(value, field, longest=MAX_ADDRESS)
    if not looks_like_address(clean):
        raise _refused(field)
    if _EMAIL.fullmatch(clean):
        name, _, host = clean.rpartition("@")
        return f"{name.lower()}@{_host(host, field)}"
    try:
        parts = urlsplit(clean if _SCHEME.match(clean) else f"//{clean}")
        place = _place(parts, field)
        fields = parse_qsl(
            parts.query, keep_blank_values=True, max_num_fields=MAX_QUERY_FIELDS, errors="strict"
        )
    except ValueError:
        raise _refused(field) from None
    kept = sorted(each for each in fields if not _is_tracking(each[0]))
    query = f"?{urlencode(kept)}" if kept else ""
    view = f"#{parts.fragment}" if parts.fragment.startswith(("/", "!")) else ""
    return f"{place}{_path(parts.path, field)}{query}{view}"


def _place(parts: SplitResult, field: str) -> str:
    """
    Give host and port, without who signs in there.
    """
    host = _host(parts.hostname or "", field)
    host = _MIRRORS.get(host, host)
    return host if parts.port in {None, *_DEFAULT_PORTS} else f"{host}:{parts.port}"


def _host(host: str, field: str) -> str:
    """
    Write a host in small ASCII letters, without `www`.
    """
    try:
        ascii_host = idna.encode(host.rstrip("."), uts46=True).decode()
    except idna.IDNAError:
        raise _refused(field) from None
    bare = ascii_host.removeprefix("www.")
    if "." not in bare:
        raise _refused(field)
    return bare


def _path(path: str, field: str) -> str:
    """
    Write a path with one spelling for each letter, and no end of its own.
    """
    try:
        plain = unquote(path, errors="strict")
    except UnicodeDecodeError:
        raise _refused(field) from None
    if "%2f" in path.lower():  # a slash inside of a name must not become one between names
        return _trimmed(_ESCAPE.sub(lambda found: found[0].upper(), path))
    return _trimmed(quote(plain, safe=_KEPT_IN_PATH))


def _trimmed(path: str) -> str:
    """
    Resolve dots and take the slashes at the end away.
    """
    resolved = posixpath.normpath("/" + path).lstrip("/") if path else ""
    return f"/{resolved}" if resolved and resolved != "." else ""


def _is_tracking(name: str) -> bool:
    """
    Tell whether a query field only counts who shared the link.
    """
    return name in _TRACKING or name.startswith(_TRACKING_PREFIXES)


def _refused(field: str) -> InvalidInput:
    """
    Refuse what is no address, without repeating it.
    """
    return InvalidInput("This is not an address such as example.org/page.", field=field)
