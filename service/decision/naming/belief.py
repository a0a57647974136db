"""
Decide whether a phrase that was found really names somebody.

The automaton only says that the letters are there.  Here it is decided by what
stands around them: does the word end, is the one letter an initial, is it a name
or the everyday word that is spelled the same?  In doubt it is a name, for a child
missed is worse than a question too many; the doubts that are *not* raised are
each given with their reason.
"""

import re
import unicodedata

from service.decision.naming.hashtags import FIRST
from service.decision.naming.reading import Manner, Reading
from service.decision.naming.spelling import Kind
from service.decision.naming.words import ORDINARY, SAINTS

NOT_BELIEVED = -1

_SPACE = ord(" ")
_WORD_ENDINGS = ((b"s ", b""), (b"es ", b"sxz"), (b"ens ", b"sxz"))
"""Genitives and plurals, and after which letters they stand."""
_GERMAN = """
    sche schen schem scher sches kinder kindern kids bruder brudern schwester schwestern zwillinge
    zwillingen familie
"""
_COMPOUNDS = tuple(f"{each} ".encode() for each in _GERMAN.split())
"""What German puts after a family name in one word: Müllersche, Dupontkinder."""
_SHORTEST_IN_COMPOUND = 4
_SHORT_WORD = 2
_SHORT_NAME_IN_HASHTAG = 3
_LONG_NAME_IN_HASHTAG = 5
_LONG_WHOLE_NAME = 7

_APOSTROPHES = frozenset("'\u2018\u2019\u02bc`\u00b4")
_INSIDE_HANDLE = frozenset("._")
_SENTENCE_ENDS = frozenset(".!?:\u2026\n")
_DOTTED = re.compile(r"(?:[^\W\d_]\.[ \u00a0-]?)+[^\W\d_]")
_TO_A_SAINT = frozenset(("", " ", "\u00a0", "\u202f", "-", "\u2010", "\u2011"))
_LONG_ABBREVIATION = len("ste")
_ONE_LETTER_WORDS = frozenset(b"aouy")
# By names of their own: Python 3.11 takes .2 µs to find a member of an enum.
_FAMILY_GIVEN = Kind.FAMILY_GIVEN
_GIVEN_FAMILY = Kind.GIVEN_FAMILY
_GIVEN_INITIAL = Kind.GIVEN_INITIAL
_FAMILY = Kind.FAMILY
_INITIALS = Kind.INITIALS
_INITIAL_FAMILY = Kind.INITIAL_FAMILY
_DECLINED = Manner.DECLINED
_ENDINGS = Manner.ENDINGS
_HALVES = Manner.HALVES
_HUMPS = Manner.HUMPS
_LETTERS = Manner.LETTERS
_QUESTION = Manner.QUESTION
_SHORTENED = Manner.SHORTENED
_PUT_TOGETHER = (_DECLINED, _HUMPS, _LETTERS)
_WHOLE = (_GIVEN_FAMILY, _FAMILY_GIVEN)
_SINGLE = (Kind.FAMILY, Kind.GIVEN, Kind.ALIAS)


def end_of_name(reading: Reading, kind: Kind, start: int, stop: int) -> int:
    """
    Give where the name ends that *start* begins, or `NOT_BELIEVED`.

    Args:
        start: The space before its first letter.
        stop: Where the letters of the phrase end; an ending may follow.
    """
    folded = reading.folded
    if folded[stop - 1] == _SPACE:
        end = stop - 1
    elif folded[stop] == _SPACE:
        end = stop
    else:
        end = _end_of_ending(folded, stop)
        if end < 0 and kind is _FAMILY and reading.manner is not _ENDINGS:
            end = _end_of_compound(folded, start, stop)
    if kind is _GIVEN_FAMILY and reading.manner is not _HALVES:
        # The most frequent question, so it is answered first.
        return end
    if reading.manner is _ENDINGS:
        return _end_in_endings(reading, kind, start, stop, end)
    if reading.manner is _HALVES:
        return _end_in_halves(reading, kind, start, stop, end)
    if end < 0 or reading.manner is _QUESTION:
        return end
    return end if _is_believed(reading, kind, start, end) else NOT_BELIEVED


def _end_of_ending(folded: bytes, stop: int) -> int:
    for ending, after in _WORD_ENDINGS:
        if folded.startswith(ending, stop) and (not after or folded[stop - 1] in after):
            return stop + len(ending) - 1
    return NOT_BELIEVED


def _end_of_compound(folded: bytes, start: int, stop: int) -> int:
    # Waldkinder and Menschen are no family's.
    if not folded.startswith(_COMPOUNDS, stop) or stop - start <= _SHORTEST_IN_COMPOUND:
        return NOT_BELIEVED
    family = folded[start + 1 : stop].decode()
    return NOT_BELIEVED if family in ORDINARY else folded.index(b" ", stop)


def _is_believed(reading: Reading, kind: Kind, start: int, end: int) -> bool:
    if kind is _GIVEN_FAMILY:
        return True
    if reading.manner is _SHORTENED:
        at_first = kind is _INITIAL_FAMILY and _begins_word(reading, start)
        return at_first and _is_initial(reading, kind, start, end)
    if kind is _FAMILY_GIVEN:
        return not _is_everyday(reading, start, end)
    if kind in _SINGLE:
        if reading.manner is _DECLINED and not _begins_word(reading, start):
            return False
        return not (_is_everyday(reading, start, end) or _is_saint(reading, start))
    if reading.manner in _PUT_TOGETHER:
        return reading.manner is _HUMPS
    if kind is _INITIALS:
        return _are_initials(reading, start, end)
    return _is_initial(reading, kind, start, end)


def _is_everyday(reading: Reading, start: int, end: int) -> bool:
    # Two letters in lower case ("an", "bo", "jo") are a word in one language or another.
    if reading.spaced[start:end] != reading.folded[start:end]:
        return False
    words = reading.folded[start + 1 : end].decode().split()
    return all(
        len(word) <= _SHORT_WORD or word in ORDINARY or word.removesuffix("s") in ORDINARY
        for word in words
    )


def _is_saint(reading: Reading, start: int) -> bool:
    # A place, a school, a day in December.  But on the 21st Anna danced, and in Belgium
    # "de Sint: Emma" is a child beside a bishop.
    if not reading.folded.endswith(SAINTS, 0, start):
        return False
    first, last = reading.span(reading.folded.rfind(b" ", 0, start) + 1, start)
    text = reading.original
    between = text[last : reading.span(start + 1, start + 2)[0]]
    if last - first <= _LONG_ABBREVIATION:
        between = between.removeprefix(".")
    if between not in _TO_A_SAINT:
        return False
    return not text[max(first - 1, 0) : first].isdigit()


def _end_in_endings(reading: Reading, kind: Kind, start: int, stop: int, end: int) -> int:
    # At the end of a hashtag a short name is enough (#teamlea), at its beginning it
    # takes a longer one (#emiliechampionne, but not #leadership).
    if kind not in _SINGLE:
        return NOT_BELIEVED
    if end < 0 and _begins_word(reading, start):
        end = stop
        shortest = _LONG_NAME_IN_HASHTAG
    else:
        shortest = _SHORT_NAME_IN_HASHTAG
    if end - start <= shortest or _is_everyday(reading, start, stop):
        return NOT_BELIEVED
    return end


def _end_in_halves(reading: Reading, kind: Kind, start: int, stop: int, end: int) -> int:
    begins = _begins_word(reading, start)
    if kind in _WHOLE:
        if stop - start - 2 >= _LONG_WHOLE_NAME:
            return max(end, stop)
        return end if begins else NOT_BELIEVED
    if kind is _INITIAL_FAMILY and begins and stop - start > _LONG_NAME_IN_HASHTAG + 2:
        # @ldupont is how accounts are called; #sport is not S. Port.
        first = reading.span(start + 1, start + 2)[0]
        return end if reading.original[max(first - 1, 0)] in "@\uff20" else NOT_BELIEVED
    return NOT_BELIEVED


def _begins_word(reading: Reading, start: int) -> bool:
    return reading.folded.endswith(FIRST, 0, start + 1)


def _is_initial(reading: Reading, kind: Kind, start: int, end: int) -> bool:
    """
    Tell an initial from a word of one letter: Léa A. from "Léa a gagné".
    """
    at = start + 1 if kind is _INITIAL_FAMILY else end - 1
    if kind is _INITIAL_FAMILY and _is_particle(reading, at):
        return False
    first, last = reading.span(at, at + 1)
    text = reading.original
    before, after = text[max(first - 1, 0) : first], text[last : last + 1]
    if before in _APOSTROPHES or before.isdigit() or after.isdigit():
        return False
    if after in _APOSTROPHES and not _is_possessive(text, last + 1):
        return False
    if after == ".":
        return True
    if reading.spaced[at] == reading.folded[at]:
        return before in _INSIDE_HANDLE
    return _stands_without_dot(reading, kind, start, end, at)


def _is_particle(reading: Reading, at: int) -> bool:
    # The teacher v.d. Berg is no D. Berg.
    return reading.spaced.endswith((b" v d", b" V d"), 0, at + 1)


def _is_possessive(text: str, at: int) -> bool:
    return text[at : at + 1] in {"s", "S"} and not text[at + 1 : at + 2].isalpha()


def _stands_without_dot(reading: Reading, kind: Kind, start: int, end: int, at: int) -> bool:
    name = reading.spaced[at + 1 : end] if kind is _INITIAL_FAMILY else reading.spaced[start:at]
    if kind is not _GIVEN_INITIAL and name.islower():
        return False
    if reading.folded[at] == ord("i"):
        # English "I": "Will I see you?"
        return False
    if reading.folded[at] not in _ONE_LETTER_WORDS:
        return True
    # "LÉA A GAGNÉ", "MERCI A DUPONT", "A Young man": words, not initials.
    if name.isupper():
        return False
    return kind is not _INITIAL_FAMILY or not _begins_sentence(reading, at)


def _begins_sentence(reading: Reading, at: int) -> bool:
    first = reading.span(at, at + 1)[0]
    before = reading.original[max(first - 8, 0) : first].rstrip(" \"'\u201c\u00ab\u00a0")
    return not before or before[-1] in _SENTENCE_ENDS


def _are_initials(reading: Reading, start: int, end: int) -> bool:
    # Capitals with dots.  Without dots they are abbreviations: TV, BD, CM.
    letters = reading.spaced[start:end]
    if letters != letters.upper():
        return False
    first, last = reading.span(start + 1, end)
    text = reading.original
    if not _DOTTED.fullmatch(unicodedata.normalize("NFC", text[first:last])):
        return False
    before, after = text[max(first - 1, 0) : first], text[last : last + 2]
    if before == "." or before.isalnum() or after[:1].isalnum():
        return False
    # Part of something longer: R.T.B.F.
    return not (after[:1] == "." and after[1:].isalpha())
