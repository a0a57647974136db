"""
Read what stands for letters in addresses and on websites.

These cannot hold every letter: HTML writes L&eacute;a, an address L%C3%A9a, the name of a
host xn--la-dupont-b4a.  Whoever pastes one into a caption writes a name that every browser
shows.
"""

import re
from collections.abc import Iterator
from html import unescape

Escape = tuple[int, int, str]
"""From where to where in the text, and what is meant."""

_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8});")
_BYTE = re.compile(r"%(?:25)*([0-9A-Fa-f]{2})")
"""Also encoded twice: %25C3."""
_BYTES = re.compile(rf"(?:{_BYTE.pattern})+")
_HOST = re.compile(r"(?<![\w-])xn--([a-z0-9-]*[a-z0-9])")
_LONGEST_HOST = 63
_LONGEST_CHARACTER = 4
_PRINTED = range(0x20, 0x7F)
_ABOVE_ASCII = 0x80


def escapes_in(text: str) -> list[Escape]:
    """
    Give what stands for other characters in *text*, in its order.
    """
    found: list[Escape] = []
    if "&" in text and ";" in text:
        found += _entities(text)
    if "%" in text:
        for run in _BYTES.finditer(text):
            found += _characters(text, run)
    if "xn--" in text:
        found += _hosts(text)
    return sorted(found)


def _entities(text: str) -> Iterator[Escape]:
    for each in _ENTITY.finditer(text):
        meant = unescape(each[0])
        if len(meant) == 1:
            yield *each.span(), meant


def _characters(text: str, run: re.Match[str]) -> Iterator[Escape]:
    """
    Give the characters of neighbouring bytes, of UTF-8 or else of Latin-1.
    """
    signs = list(_BYTE.finditer(text, *run.span()))
    coded = bytes(int(each[1], 16) for each in signs)
    # 100%Bea is no byte: a percentage.
    is_share = text[run.start() - 1 : run.start()].isdigit()
    at = 0
    while at < len(coded):
        meant, length = _character(coded[at : at + _LONGEST_CHARACTER])
        if meant and not (is_share and at == 0 and length == 1 and coded[0] >= _ABOVE_ASCII):
            yield signs[at].start(), signs[at + length - 1].end(), meant
        at += length


def _character(coded: bytes) -> tuple[str, int]:
    if coded[0] < _ABOVE_ASCII:
        return (chr(coded[0]) if coded[0] in _PRINTED else " "), 1
    for length in range(2, len(coded) + 1):
        try:
            return coded[:length].decode(), length
        except UnicodeDecodeError:
            continue
    return coded[:1].decode("latin-1"), 1


def _hosts(text: str) -> Iterator[Escape]:
    # No letter of a host stands anywhere by itself: they are laid out from its beginning,
    # so that two names in it stay two.
    for each in _HOST.finditer(text):
        if len(each[0]) > _LONGEST_HOST:
            continue
        try:
            meant = each[1].encode().decode("punycode")
        except (ValueError, OverflowError):
            continue
        start, last = each.start(), len(meant) - 1
        for place, character in enumerate(meant):
            at = start + place
            yield at, at + 1 if place < last else each.end(), character
