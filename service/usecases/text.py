"""
Accept text that people typed, or name the field at fault (threat T20).

What is accepted is NFC, trimmed, and free of characters that hide, reorder or
control: they forge logs, break tables and make two names look alike.
"""

import re
import unicodedata

from service.errors import InvalidInput

MAX_LINE = 200
MAX_TEXT = 20_000
MAX_EMAIL = 254

_REFUSED = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_JOINERS = {"\u200c", "\u200d"}
"""Names in Persian, Hindi and others need them."""
_EMAIL = re.compile(r"[^@\s<>,;:\"()\[\]\\]+@[^@\s<>,;:\"()\[\]\\]+")
_PHONE = re.compile(r"\+?[0-9][0-9 ()./-]{2,38}")
_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_LANGUAGE = re.compile(
    r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-x(?:-[a-z0-9]{1,8})+)?"
)


def line(value: str, field: str, *, longest: int = MAX_LINE, required: bool = True) -> str:
    """
    Accept one line of text.

    Raises:
        InvalidInput: Empty, too long, or with characters that are no text.
    """
    if any(unicodedata.category(letter) in _REFUSED - {"Cf"} for letter in value):
        raise InvalidInput("Control characters and line breaks are no text.", field=field)
    clean = " ".join(_visible(value, field).split())
    return _measured(clean, field, longest, required=required)


def paragraphs(value: str, field: str, *, longest: int = MAX_TEXT, required: bool = False) -> str:
    """
    Accept text of several lines.

    Raises:
        InvalidInput: Empty, too long, or with characters that are no text.
    """
    unix = value.replace("\r\n", "\n").replace("\r", "\n")
    rows = unix.split("\n")
    for row in rows:
        line(row.replace("\t", " "), field, longest=longest, required=False)
    clean = "\n".join(_visible(row.replace("\t", " "), field).rstrip() for row in rows).strip()
    return _measured(clean, field, longest, required=required)


def email(value: str, field: str = "email") -> str:
    """
    Accept an e-mail address, or nothing.

    Raises:
        InvalidInput: It cannot be an address.
    """
    clean = line(value, field, longest=MAX_EMAIL, required=False)
    if clean and not _EMAIL.fullmatch(clean):
        raise InvalidInput("This is not an e-mail address.", field=field)
    return clean


def phone(value: str, field: str = "phone") -> str:
    """
    Accept a telephone number, or nothing.

    Raises:
        InvalidInput: It cannot be a number.
    """
    clean = line(value, field, required=False)
    if clean and not _PHONE.fullmatch(clean):
        raise InvalidInput("This is not a telephone number.", field=field)
    return clean


def slug(value: str, field: str = "slug") -> str:
    """
    Accept a short name for addresses.

    Raises:
        InvalidInput: It is not a-z, 0-9 and inner hyphens, at most 63 of them.
    """
    if not _SLUG.fullmatch(value):
        raise InvalidInput("A short name is a-z, 0-9 and inner hyphens, at most 63.", field=field)
    return value


def language(value: str, field: str = "language") -> str:
    """
    Accept a language tag (BCP 47), or nothing.

    Raises:
        InvalidInput: It is not a tag such as `fr-BE` or `fr-x-falc`.
    """
    if value and not _LANGUAGE.fullmatch(value):
        raise InvalidInput("This is not a language tag such as fr-BE.", field=field)
    return value


def _visible(value: str, field: str) -> str:
    """
    Compose to NFC, refusing what nobody can see.
    """
    hidden = (letter for letter in value if unicodedata.category(letter) == "Cf")
    if any(letter not in _JOINERS for letter in hidden):
        raise InvalidInput("Invisible and direction characters are refused.", field=field)
    return unicodedata.normalize("NFC", value)


def _measured(clean: str, field: str, longest: int, *, required: bool) -> str:
    """
    Refuse what is empty though needed, or too long.
    """
    if required and not clean:
        raise InvalidInput("This is needed.", field=field)
    if len(clean) > longest:
        raise InvalidInput(f"At most {longest} characters are kept.", field=field)
    return clean
