"""
Spell every character with the letters a to z, or as a space.

Most captions consist of some 256 characters, which one C call turns into one
byte each.  Every other character is spelled here, once per process and reading.

Look-alikes follow the confusables of Unicode Technical Standard 39, cut down to
letters that a keyboard or a fancy-text site offers.
"""

import codecs
import unicodedata
from enum import Enum
from functools import lru_cache

from anyascii import anyascii


class Shape(Enum):
    """
    How letters that are not a to z are read.
    """

    # By identity, asked for at each rare character: Python 3.11 would hash the name.
    __hash__ = object.__hash__

    SOUND = "sound"
    """Accents fall away and other scripts are transliterated: ü is u, Cyrillic r is r."""
    WRITTEN_OUT = "written_out"
    """German and Nordic vowels become two letters, as in passports: ü is ue."""
    LOOKS = "looks"
    """By shape: Cyrillic r is p, a letter in a circle is that letter, and what has no
    width parts words."""


_ACCENTED = (
    "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝàáâãäåçèéêëìíîïðñòóôõöøùúûüýÿ"
    "ŠšŽžŸŁłŃńŚśŹźŻżĄąĘęĆćŘřŮůĚěČčĎďŤťŇňŐőŰűĂăȘșȚțŢţĞğİŞşĐđ"
)
_MARKS = "\u2019\u2018\u201c\u201d\u201e\u2013\u2014\u2026\u2022\u00ab\u00bb\u20ac\u00a0\u202f"
_COMMON = "".join(map(chr, range(128))) + _ACCENTED + _MARKS
_UNUSED = "\ufffe"

ENCODING = codecs.charmap_build(_COMMON.ljust(256, _UNUSED))
RARE = "[^" + "".join(f"\\U{ord(character):08x}" for character in _COMMON) + "]"
"""A pattern for whatever has no byte of its own."""

TWO_LETTERS = {
    "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa", "Ő": "Oe", "Ű": "Ue",
    "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "ő": "oe", "ű": "ue",
    "\u0308": "e",
}  # fmt: skip
"""Vowels with a second spelling; the last one is the dots of a decomposed ü."""

_LOOK_ALIKES = """
0391A 0392B 0395E 0396Z 0397H 0399I 039AK 039CM 039DN 039FO 03A1P 03A4T 03A5Y 03A7X
03B1a 03B3y 03B9i 03BAk 03BDv 03BFo 03C1p 03C3o 03C4t 03C5u 03C7x 03C9w 03F2c 03F3j
0405S 0406I 0407I 0408J 0410A 0412B 0415E 0417Z 041AK 041CM 041DH 041EO 0420P 0421C 0422T
0423Y 0425X 042Cb 0430a 0432b 0435e 043Ak 043Cm 043Dh 043Eo 0440p 0441c 0442t 0443y 0445x
0451e 0455s 0456i 0457i 0458j 04AEY 04AFy 04BAH 04BBh 0501d 051BQ 051Cw 051DW
0570h 0578n 057Du 0581g 0585o
13A0D 13A1R 13A2T 13A5i 13AAA 13ABJ 13ACE 13B3W 13B7M 13BBH 13C0G 13C3Z 13CFb 13D4W 13D9V
13DAS 13DEL 13DFC 13E2P 13E6K 13F4B
"""
_LOOKS = {chr(int(pair[:4], 16)): pair[4] for pair in _LOOK_ALIKES.split()}
_INVISIBLE = frozenset("\u115f\u1160\u3164\uffa0")
_PARTING = frozenset("\u02b9\u02ba\u02bb\u02bc\u02bd\u02c8\u02ca\u02cb\u2139")
_ZERO_WIDTH = frozenset("\u200b\u200c\u200d\u2060\ufeff\u180e")
_WIDE_MARKS = {"\uff03": "#", "\uff20": "@", "\ufe5f": "#", "\ufe6b": "@"}
_OWN_WORDS = ("CJK ", "HANGUL SYLLABLE")
_LATIN_SYMBOLS = ("LATIN CAPITAL LETTER ", "LATIN SMALL LETTER ", "SQUARED LATIN")


def _letter_of(character: str) -> str:
    spelled = anyascii(character)
    return spelled if character.isalpha() and len(spelled) == 1 else " "


CASED = "".join(map(_letter_of, _COMMON)).ljust(256).encode()
"""Byte of the encoding → letter with its case, or space."""
CAPITALS = bytes(
    ord("A") if chr(code).isupper() else ord("a") if chr(code).islower() else code
    for code in range(128)
) + bytes(range(128, 256))
"""Letter → A or a: one search then shows where capitals stand."""
ONE_SPELLING = bytes(
    code for code, character in enumerate(_COMMON) if character not in TWO_LETTERS
) + bytes(range(len(_COMMON), 256))
"""Every byte but those of vowels with a second spelling."""


@lru_cache(maxsize=8192)
def spell(character: str, shape: Shape) -> str:
    """
    Write one *character* as ASCII letters, a space, or nothing at all.
    """
    if shape is Shape.WRITTEN_OUT and character in TWO_LETTERS:
        return TWO_LETTERS[character]
    if shape is Shape.LOOKS:
        if character in _LOOKS:
            return _LOOKS[character]
        if character in _ZERO_WIDTH:
            return " "
        if unicodedata.category(character) == "So":
            return _spell_symbol(character)
    return _spell_by_category(character)


def _spell_by_category(character: str) -> str:
    if character in _WIDE_MARKS:
        return _WIDE_MARKS[character]
    category = unicodedata.category(character)
    if category[0] == "M" or category == "Cf" or character in _INVISIBLE:
        return ""
    if category[0] == "L" and character not in _PARTING:
        return _spell_letter(character)
    return _spell_numeral(character) if category == "Nl" else " "


def _spell_letter(character: str) -> str:
    letters = "".join(filter(str.isalpha, anyascii(character)))
    if unicodedata.name(character, "").startswith(_OWN_WORDS):
        return f" {letters} "
    return letters


def _spell_numeral(character: str) -> str:
    # Roman numerals come as single characters that look like letters.
    letters = anyascii(character)
    return letters if letters.isalpha() else " "


def _spell_symbol(character: str) -> str:
    # Letters in circles and squares; flags and pictures stay what parts words.
    if any(part in unicodedata.name(character, "") for part in _LATIN_SYMBOLS):
        letters = anyascii(character).strip("()")
        return letters if letters.isalpha() else " "
    return " "


@lru_cache(maxsize=8192)
def has_other_look(character: str) -> bool:
    """
    Tell whether reading by shape and by sound differ.
    """
    return spell(character, Shape.LOOKS) != spell(character, Shape.SOUND)
