"""
Tell how near a name is to what somebody typed, mistakes and all.

Accents, capitals, hyphens and the order of the names never matter.  It finds people in a
list for somebody who may see them anyway; who is meant by a caption is never decided so
(`service.decision.naming` knows no typing errors, on purpose).
"""

from collections.abc import Iterable

from rapidfuzz.distance import OSA

from service.decision.naming.normalise import words_of
from service.records.people import PersonRecord

WHOLE = 100
_BEGINNING = 90
_MISTAKE = 12
_SHORT, _MIDDLING = 3, 5
_LEAST_BEGUN = 2


def likeness(wanted: str, person: PersonRecord) -> int:
    """
    Rate a person for what was typed: 100 is the very name, 0 somebody else.
    """
    if not wanted or wanted == person.external_id:
        return WHOLE
    asked = words_of(wanted)
    if not asked:
        return 0
    known = words_of(person.given_name) + words_of(person.family_name)
    aliases = [word for each in person.aliases for word in words_of(each)]
    each_word = [_best(word, (*known, *aliases)) for word in asked]
    apart = 0 if 0 in each_word else sum(each_word) // len(each_word)
    return max(apart, _as_one(asked, person))


def _best(word: str, others: Iterable[str]) -> int:
    """
    Rate a word for the one that is nearest to it.
    """
    return max((_rated(word, each) for each in others), default=0)


def _rated(word: str, other: str) -> int:
    """
    Rate one word for another: the same, its beginning, or with mistakes.
    """
    if word == other:
        return WHOLE
    if len(word) >= _LEAST_BEGUN and other.startswith(word):
        return _BEGINNING
    forgiven = _forgiven(word)
    mistakes = OSA.distance(word, other, score_cutoff=forgiven)
    return WHOLE - _MISTAKE * mistakes if mistakes <= forgiven else 0


def _as_one(asked: tuple[str, ...], person: PersonRecord) -> int:
    """
    Rate a name written in one or in more words: Vandenberghe, Van den Berghe.
    """
    typed = "".join(asked)
    given, family = "".join(words_of(person.given_name)), "".join(words_of(person.family_name))
    return max(_rated(typed, each) for each in (given + family, family + given, family, given))


def _forgiven(word: str) -> int:
    """
    Say how many mistakes a word of this length may have.
    """
    if len(word) < _SHORT:
        return 0
    return 1 if len(word) < _MIDDLING else 2
