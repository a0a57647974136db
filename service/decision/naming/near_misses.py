"""
Take a first name beside a misspelt family name for a whole name.

A family name with a typing error, or cut short, is not found, and the first name before
it is; so the first name alone is what seems to be written.  For whoever allowed just that,
it would be the whole name that everybody reads.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from service.decision.naming.model import Mention, MentionForm, NameEntry
from service.decision.naming.normalise import words_of
from service.decision.naming.spelling import halves_of
from service.decision.naming.words import EVERYDAY, TITLES

_NEAR = 3
"""So many words before and after are looked at: particles, a second given name."""
_LETTERS = 64
_WORDS = 2 * _NEAR
"""Of tokens with several: d'Hondt, Léa/Zoé."""
_SHORT, _MIDDLING = 3, 7
"""Family names up to so many letters are the same word or none, or forgive one letter."""
_IN_SHORT = 2
_BEGINNING = 3
_WORDS_KEPT = 4096
_STOP = re.compile(r"(?<!\b\w)[.!?…](?:\s|$)")
"""A sentence ends there, though not after one letter: Léa M. Dupond.  Lists and tables
part a name by commas, lines and colons."""
_LINE_OR_SENTENCE = re.compile(rf"\n|{_STOP.pattern}")
_INITIAL_BEFORE = re.compile(r"(?<!\w)(\w)\.\s*$")
_CUT_SHORT = re.compile(r"\s?([^\W\d_]{2,})[.…*]")
_RIGHT_AFTER = re.compile(r"[ \u00a0\u202f-]{1,2}([^\W\d_]{2,})(?!\w)")
_RIGHT_BEFORE = re.compile(r"(?<!\w)([^\W\d_]{2,})[ \u00a0\u202f-]{1,2}$")
_VOWEL = re.compile("[aeiouy]")
_GLUED = re.compile(r"(v)[ao]n(?:(d)e[nr]?)?([a-z])")
_ACCOUNT = re.compile(r"[@\uff20]|://|www\.|\.\w{2,}/")
"""Accounts and addresses lead to more than a first name, whatever they are called."""

_GAP = re.compile(r"\s")


@dataclass(slots=True)
class _Families:
    """
    Hold how the family names of somebody may be recognised.
    """

    names: set[tuple[str, ...]] = field(default_factory=set)
    """Those of several words, word by word."""
    forms: set[str] = field(default_factory=set)
    """Each name in one word, and each of its longer words."""
    long: set[str] = field(default_factory=set)
    """Of these the longer ones: who reads one anywhere in a sentence, takes it for one."""
    initials: set[str] = field(default_factory=set)
    """Of names that have several words, or had: VDB."""

    def add(self, family: str) -> None:
        """
        Know one more.
        """
        words = words_of(family)
        if not words:
            return
        glued = "".join(words)
        self.forms.update((glued, *(word for word in words if len(word) > _SHORT)))
        self.long = {each for each in self.forms if len(each) > _SHORT}
        if len(words) > 1:
            self.names.add(words)
            self.initials.add("".join(word[0] for word in words))
        particles = _GLUED.match(glued)
        if particles:
            self.initials.add("".join(filter(None, particles.groups())))


class _Token(NamedTuple):
    """
    Hold one word, and how it is written.
    """

    word: str
    has_capital: bool
    is_capitals: bool
    is_everyday: bool
    """Nobody would take it for a name."""


@lru_cache(_WORDS_KEPT)
def _read(written: str) -> tuple[_Token, ...]:
    """
    Read what stands between two spaces, again and again the same.
    """
    is_small, is_capitals = written.islower(), written.isupper()
    return tuple(
        _Token(each, not is_small, is_capitals, is_small and each in EVERYDAY)
        for each in words_of(written)
    )


class _Sentences:
    """
    Hold the words of each sentence, read once however many it names.
    """

    def __init__(self, text: str) -> None:
        """
        Read *text*, where a line is a sentence as well.
        """
        self._text = text
        ends = (each.end() for each in _LINE_OR_SENTENCE.finditer(text))
        self._starts = [0, *ends, len(text)]
        self._words: dict[int, frozenset[str]] = {}

    def around(self, at: int) -> frozenset[str]:
        """
        Give the words of the sentence at a place, but everyday ones.
        """
        number = bisect_right(self._starts, at) - 1
        found = self._words.get(number)
        if found is None:
            first, last = self._starts[number : number + 2]
            tokens = _tokens(self._text[first:last].split())
            words = [each.word for each in tokens if not each.is_everyday]
            plural = (each.removesuffix("s") for each in words)
            found = self._words[number] = frozenset(words).union(plural)
        return found


def with_near_misses(
    text: str, found: Sequence[Mention], entries: Iterable[NameEntry]
) -> tuple[Mention, ...]:
    """
    Give first names beside something like a family name as whole names.

    *entries* are the names of everybody who is mentioned.
    """
    families: dict[str, _Families] = {}
    for each in entries:
        known = families.setdefault(each.person_id, _Families())
        known.add(each.family)
        known.add(halves_of(each)[1])
    sentences = _Sentences(text)
    edges = frozenset(chain.from_iterable((each.start, each.end) for each in found))
    return tuple(
        each._replace(form=MentionForm.FULL_NAME)
        if each.form is MentionForm.GIVEN_NAME
        and (
            _says_more(text, each, families, sentences)
            or _has_short_form_beside(text, each, families, edges)
        )
        else each
        for each in found
    )


def _says_more(
    text: str, mention: Mention, families: dict[str, _Families], sentences: _Sentences
) -> bool:
    """
    Tell whether more than the first name can be read there.
    """
    before = text[max(0, mention.start - _LETTERS) : mention.start]
    after = text[mention.end : mention.end + _LETTERS]
    if _ACCOUNT.search(f"{_GAP.split(before)[-1]}{mention.text}{_GAP.split(after)[0]}"):
        return True
    near = (
        _tokens(_STOP.split(before)[-1].split()[-_NEAR:])[-_WORDS:],
        _tokens(_STOP.split(after)[0].split()[:_NEAR])[:_WORDS],
    )
    words = sentences.around(mention.start)
    if mention.text.islower():
        # Typed in haste, an everyday word may be a family name.
        words = words.union(each.word for side in near for each in side)
    return any(
        not known.long.isdisjoint(words)
        or _is_begun(known.forms, before, after)
        or any(_is_shortened(known, side) or _is_like(known.forms, side) for side in near)
        for known in map(families.__getitem__, mention.person_ids & families.keys())
    )


def _has_short_form_beside(
    text: str, mention: Mention, families: dict[str, _Families], edges: frozenset[int]
) -> bool:
    """
    Tell whether the very next word is a family name in short.

    Contracted (Léa Dpt), or one of few letters with others in it (Mei Woo), and not the
    name of somebody else who is mentioned.
    """
    after = _RIGHT_AFTER.match(text, mention.end)
    at = max(0, mention.start - _LETTERS)
    before = _RIGHT_BEFORE.search(text[at : mention.start])
    written = [after[1]] if after and after.start(1) not in edges else []
    written += [before[1]] if before and at + before.end(1) not in edges else []
    haste = mention.text.islower()
    return any(
        _stands_for(form, each, haste=haste)
        for each in _tokens(written)
        for known in map(families.__getitem__, mention.person_ids & families.keys())
        for form in known.forms
    )


def _stands_for(form: str, token: _Token, *, haste: bool) -> bool:
    """
    Tell whether a word that begins like a family name is written for it.
    """
    word = token.word
    if not (token.has_capital or haste) or token.is_everyday or word in TITLES:
        return False
    if word[0] != form[0]:
        return False
    if len(form) <= _SHORT:
        is_as_short = token.has_capital and len(word) <= len(form) + 1
        return is_as_short and OSA.distance(form, word) <= _IN_SHORT
    letters = iter(form)
    return not _VOWEL.search(word, 1) and all(letter in letters for letter in word)


def _tokens(written: Iterable[str]) -> list[_Token]:
    return list(chain.from_iterable(map(_read, written)))


def _is_begun(forms: set[str], before: str, after: str) -> bool:
    """
    Tell whether a family name is cut short right there: D. Léa, Léa Du., Léa Dup***.
    """
    initial, cut = _INITIAL_BEFORE.search(before), _CUT_SHORT.match(after)
    begun = [each.word for each in _read(initial[1])] if initial else []
    if cut:
        begun += [each.word for each in _tokens([cut[1]]) if not each.is_everyday]
    return any(form.startswith(each) for each in begun for form in forms)


def _is_shortened(families: _Families, near: list[_Token]) -> bool:
    """
    Tell whether a name of several words is written by beginnings: VDB, de la C.
    """
    for each in near:
        is_telling = len(each.word) >= _BEGINNING and not each.is_everyday
        if each.word in families.initials and (is_telling or each.is_capitals):
            return True
    return any(
        near[at + len(name) - 1].has_capital and _begin(name, near[at:])
        for name in families.names
        for at in range(len(near) - len(name) + 1)
    )


def _begin(name: tuple[str, ...], near: list[_Token]) -> bool:
    return all(word.startswith(each.word) for word, each in zip(name, near, strict=False))


def _is_like(forms: set[str], near: list[_Token]) -> bool:
    """
    Tell whether a family name is close by, shortened or with a typing error.

    In several words there are more ways to be like it by chance ("le pont": Dupont).
    """
    words = {each.word for each in near if not each.is_everyday}
    if not words:
        return False
    begun = tuple(word for word in words if len(word) >= _BEGINNING)
    runs = set(_runs(near))
    return any(
        form in words
        if len(form) <= _SHORT
        else form.startswith(begun)
        or _has_near(form, words, 1 + (len(form) > _MIDDLING))
        or _has_near(form, runs, 1)
        for form in forms
    )


def _runs(near: list[_Token]) -> Iterator[str]:
    """
    Give two and three words that follow on one another as one.
    """
    for at in range(len(near) - 1):
        two = near[at].word + near[at + 1].word
        yield two
        if at + 2 < len(near):
            yield two + near[at + 2].word


def _has_near(family: str, written: set[str], forgiven: int) -> bool:
    """
    Tell whether something written differs by few letters.
    """
    return extractOne(family, written, scorer=OSA.distance, score_cutoff=forgiven) is not None
