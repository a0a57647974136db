"""
Write a registered name in every way that people write it.

A *phrase* is what to look for in a normalised text: a space, then words between
single spaces.  It need not end where a word ends, so that endings ("Duponts")
are found by the same phrase; one that ends in initials does end with a space.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import chain, product

from service.decision.naming.letters import Shape
from service.decision.naming.model import NameEntry
from service.decision.naming.normalise import words_of
from service.decision.naming.romanised import romanised
from service.decision.naming.variants import Words, variants, with_double_a
from service.decision.naming.words import PARTICLES

_MAX_WORDS = 6
"""Longer given or family names are found by their beginning."""
_FREELY_JOINED = 3
"""Up to so many words, any two neighbours may be written as one."""
_SHORTEST_HALF = len(" lea")
_SHORTEST_AS_ONE = len(" lea dupo")
"""A whole name of fewer letters, run together, is a word in one language or another."""

_DOTTED = """
    ad am av bc bd bv ca cd cv dc dj eg eu hd ie id it la nb nv ok pc pm ps pv sa sc sj sm td tv uk
    un us vp vs wc zb
"""
_ABBREVIATIONS = frozenset(f" {' '.join(each)}".encode() for each in _DOTTED.split())
"""Written with dots, too; so no initials with the family name first: P.S., N.V."""


class Kind(IntEnum):
    """
    Which parts of a name a phrase holds, and in what order.
    """

    GIVEN_FAMILY = 0
    FAMILY_GIVEN = 1
    GIVEN_INITIAL = 2
    INITIAL_FAMILY = 3
    FAMILY_INITIAL = 4
    INITIALS = 5
    FAMILY = 6
    GIVEN = 7
    ALIAS = 8
    TELLING = 9
    """No name: a word that shows in which language the text is."""


@dataclass(frozen=True, slots=True)
class _Part:
    """
    Hold the ways of writing one half of a name, and its initials.
    """

    whole: frozenset[bytes] = frozenset()
    """Beside the other half; more ways than count when it stands alone."""
    alone: frozenset[bytes] = frozenset()
    initials: frozenset[bytes] = frozenset()
    as_one: frozenset[bytes] = frozenset()
    """All of it as one word, to be run together with the other half: leadupont."""


def initials_of(name: str) -> str:
    """
    Give the first letter of each word of *name*, in lower case.
    """
    return "".join(word[0] for word in words_of(name))


def halves_of(entry: NameEntry) -> tuple[str, str]:
    """
    Give the given and the family name of an entry.

    All in one field, or a single name: the first word is taken as the given name.
    """
    if words_of(entry.given) and words_of(entry.family):
        return entry.given, entry.family
    given, _, family = f"{entry.given} {entry.family}".strip().partition(" ")
    return given, family


class Speller:
    """
    Write names, each part that recurs only once.

    Lives as long as one build: names of people must not linger in a cache.
    """

    def __init__(self) -> None:
        """
        Begin with nothing written yet.
        """
        self._given: dict[str, _Part] = {}
        self._family: dict[str, _Part] = {}

    def whole_names(self, entry: NameEntry) -> Iterator[tuple[Kind, bytes]]:
        """
        Give every phrase that names a person all over the organisation.
        """
        given, family = self._parts_of(entry)
        for back in family.whole:
            for front in given.whole:
                yield Kind.GIVEN_FAMILY, front + back
                yield Kind.FAMILY_GIVEN, back + front
            for letters in given.initials:
                yield Kind.INITIAL_FAMILY, letters + back
                yield Kind.FAMILY_INITIAL, back + letters + b" "
        for letters in family.initials:
            for front in given.whole:
                yield Kind.GIVEN_INITIAL, front + letters + b" "
        yield from _run_together(given.as_one, family.as_one)

    def short_names(self, entry: NameEntry) -> Iterator[tuple[Kind, bytes]]:
        """
        Give every phrase that names a person within their own unit.
        """
        given, family = self._parts_of(entry)
        for front in given.initials:
            for back in family.initials:
                yield Kind.INITIALS, front + back + b" "
                if back + front not in _ABBREVIATIONS:
                    yield Kind.INITIALS, back + front + b" "
        single = [(Kind.FAMILY, family.alone), (Kind.GIVEN, given.alone)]
        single += [(Kind.ALIAS, _phrases(_spellings(alias))) for alias in entry.aliases]
        for kind, phrases in single:
            # One letter alone names nobody, even if somebody is called that.
            yield from ((kind, phrase) for phrase in phrases if len(phrase) > len(" a"))

    def _parts_of(self, entry: NameEntry) -> tuple[_Part, _Part]:
        given_text, family_text = halves_of(entry)
        given = self._given.get(given_text)
        if given is None:
            given = self._given[given_text] = _given_part(given_text)
        family = self._family.get(family_text)
        if family is None:
            family = self._family[family_text] = _family_part(family_text)
        if entry.aliases:
            nicknames = frozenset[Words]().union(*map(_spellings, entry.aliases))
            as_one = given.as_one.union(*map(_one_word, entry.aliases))
            given = replace(given, whole=given.whole | _phrases(nicknames), as_one=as_one)
        return given, family


def _run_together(
    fronts: frozenset[bytes], backs: frozenset[bytes]
) -> Iterator[tuple[Kind, bytes]]:
    for front, back in product(fronts, backs):
        if min(len(front), len(back)) < _SHORTEST_HALF or len(front + back) < _SHORTEST_AS_ONE:
            continue
        yield Kind.GIVEN_FAMILY, front + back[1:]
        yield Kind.FAMILY_GIVEN, back + front[1:]


def _one_word(text: str) -> frozenset[bytes]:
    return _phrases({("".join(words),) for words in _read(text)})


def _phrases(writings: Iterable[Words]) -> frozenset[bytes]:
    return frozenset(f" {' '.join(words)}".encode() for words in writings if words)


def _given_part(text: str) -> _Part:
    names = [name for name in text.split() if words_of(name)][:_MAX_WORDS]
    if not names:
        return _Part()
    everyday = _spellings(names[0])
    # Somebody registered as Anna Maria is called Anna, or Anna Maria.
    alone = everyday | _spellings(" ".join(names)) | _spellings(" ".join(names[:2]))
    middle = tuple(word[0] for name in names[1:] for word in words_of(name))
    with_initials = {first + middle for first in everyday} if middle else set()
    every_letter = tuple(initials_of(text))
    own_letters = initials_of(names[0])
    # JP Dupont, beside J.P. and J.-P.
    letters: set[Words] = {every_letter[:1], tuple(own_letters), every_letter, (own_letters,)}
    letters |= {(first[0][0],) for first in _read(names[0])}
    whole = _phrases(alone | with_initials)
    return _Part(whole, _phrases(alone), _phrases(letters), _one_word(names[0]))


def _family_part(text: str) -> _Part:
    words = words_of(text)[:_MAX_WORDS]
    if not words:
        return _Part()
    alone, beside = frozenset[Words](), frozenset[Words]()
    initials: set[Words] = set()
    for read in _read(text):
        initials.add((read[0][0],))
        names = _without_particles_parted(read[:_MAX_WORDS])
        alone = alone.union(*map(_ways, (read, *names)))
        if len(names) == 1:
            beside = beside.union(_ways(names[0][-1:]))
        else:
            # Of a double name often one half is used, and registers differ in the order.
            beside |= _ways(tuple(chain.from_iterable(reversed(names))))
    bare = tuple(name[-1] for name in _without_particles_parted(words))
    initials |= {(word[0],) for word in (words[0], *bare)}
    initials |= {tuple(word[0] for word in words), tuple(word[0] for word in bare)}
    whole = _phrases(alone | beside)
    return _Part(whole, _phrases(alone), _phrases(initials), _one_word(text))


def _without_particles_parted(words: Words) -> list[Words]:
    # Each particle, and each elided letter, goes with the word that it begins.
    names: list[Words] = []
    waiting: Words = ()
    for word in words:
        waiting = (*waiting, word)
        if word not in PARTICLES and len(word) > 1:
            names.append(waiting)
            waiting = ()
    return [*names, waiting] if waiting else names


def _spellings(text: str) -> frozenset[Words]:
    return frozenset[Words]().union(*map(_ways, _read(text)))


def _read(text: str) -> set[Words]:
    if text.isascii():
        return {words_of(text)}
    read = {words_of(text), words_of(text, Shape.WRITTEN_OUT), words_of(with_double_a(text))}
    return read.union(map(words_of, romanised(text)))


def _ways(words: Words) -> frozenset[Words]:
    return _joined(words).union(variants(words))


def _joined(words: Words) -> frozenset[Words]:
    words = words[:_MAX_WORDS]
    if len(words) < 2:  # noqa: PLR2004 - nothing to join
        return frozenset({words} if words else ())
    if len(words) <= _FREELY_JOINED:
        return frozenset(_all_ways(words))
    particles_joined = tuple("".join(name) for name in _without_particles_parted(words))
    return frozenset({words, ("".join(words),), particles_joined})


def _all_ways(words: Words) -> Iterable[Words]:
    ways: list[Words] = [words[:1]]
    for word in words[1:]:
        ways = [way for start in ways for way in ((*start, word), (*start[:-1], start[-1] + word))]
    return ways
