"""
Find registered names in a text, or tell whom one name may mean.
"""

import re
from collections.abc import Iterable, Iterator

from service.decision.naming.belief import end_of_name
from service.decision.naming.compounds import compound_readings
from service.decision.naming.index import Layer, NameIndex
from service.decision.naming.model import Mention, MentionForm
from service.decision.naming.normalise import Normalised, Shifts, normalise, words_of
from service.decision.naming.overlap import Finding, chosen
from service.decision.naming.reading import Manner, Reading, whole_readings
from service.decision.naming.spelling import Kind
from service.decision.naming.words import ORDINARY, TITLES
from service.errors import InvalidInput

_FORMS = {
    Kind.GIVEN_FAMILY: MentionForm.FULL_NAME,
    Kind.FAMILY_GIVEN: MentionForm.FULL_NAME,
    Kind.GIVEN_INITIAL: MentionForm.GIVEN_AND_INITIAL,
    Kind.INITIAL_FAMILY: MentionForm.INITIAL_AND_FAMILY,
    Kind.FAMILY_INITIAL: MentionForm.INITIAL_AND_FAMILY,
    Kind.INITIALS: MentionForm.INITIALS,
    Kind.FAMILY: MentionForm.FAMILY_NAME,
    Kind.GIVEN: MentionForm.GIVEN_NAME,
    Kind.ALIAS: MentionForm.ALIAS,
}
_WHOLE_NAMES = (
    MentionForm.FULL_NAME,
    MentionForm.GIVEN_AND_INITIAL,
    MentionForm.INITIAL_AND_FAMILY,
)
_MISTER = ord("m")
_FEW_LETTERS = re.compile(rb" [a-z]{2,4} ")


def find_mentions(text: str, index: NameIndex, own_units: frozenset[str]) -> tuple[Mention, ...]:
    """
    Find everybody whom *text* names, in the order of the text.

    Whole names (also with one half as an initial) are found all over the
    organisation; first names, family names, aliases and bare initials only of
    people in *own_units*.

    In French "M. Dupont" is a gentleman far more often than a Marie: the initial M
    before a family name counts within *own_units* only.
    """
    plain = normalise(text)
    layers = (*index.layers(), index.short_names(own_units))
    return chosen(text, _findings(_readings(plain, Manner.SENTENCE), layers, own_units))


def match_name(name: str, index: NameIndex, own_units: frozenset[str]) -> tuple[Mention, ...]:
    """
    Tell whom *name*, which somebody asks about, may mean within *own_units*.

    Nobody outside *own_units* is looked at, so that a name from elsewhere and a
    name from nowhere take the same steps to the same answer (threat T2).

    A first name, family name or nickname must be all there is, apart from a title:
    "Léa Martin" does not ask about Léa Dupont.

    Raises:
        InvalidInput: There is no letter in it.
    """
    plain = normalise(name)
    if not plain.folded.strip():
        raise InvalidInput("A name needs at least one letter.", field="name")
    layers = (index.whole_names(own_units), index.short_names(own_units))
    readings = (*_readings(plain, Manner.QUESTION), *_as_initials(plain))
    mentions = chosen(name, _findings(readings, layers, own_units))
    return mentions if _covers(name, mentions) else _whole_only(mentions)


def _readings(plain: Normalised, manner: Manner) -> Iterator[Reading]:
    yield from whole_readings(plain, manner)
    yield from compound_readings(plain)


def _findings(
    readings: Iterable[Reading], layers: tuple[Layer, ...], own_units: frozenset[str]
) -> Iterator[Finding]:
    for reading in readings:
        for layer in layers:
            for phrase, start, stop in layer.lexicon.scan(reading.folded):
                kind = layer.lexicon.kind(phrase)
                end = end_of_name(reading, kind, start, stop)
                if end < 0:
                    continue
                mister = kind is Kind.INITIAL_FAMILY and reading.folded[start + 1] == _MISTER
                people = layer.people(phrase, own_units if mister else None)
                if people:
                    yield Finding(*reading.span(start + 1, end), _FORMS[kind], people)


def _as_initials(plain: Normalised) -> Iterator[Reading]:
    """
    Read a question of a few letters, "LD", as L. D.
    """
    if not _FEW_LETTERS.fullmatch(plain.folded):
        return
    spaced = b" ".join(plain.spaced[at : at + 1] for at in range(len(plain.spaced)))[1:-1]

    def way_back() -> tuple[Shifts, ...]:
        anchors = [(2 * letter - 1, letter) for letter in range(1, len(plain.spaced))]
        return Shifts(anchors), *plain.trail()

    yield Reading(plain.original, spaced, spaced.lower(), Manner.QUESTION, way_back)


def _covers(name: str, mentions: Iterable[Mention]) -> bool:
    left_over = []
    done = 0
    for mention in mentions:
        left_over.append(name[done : mention.start])
        done = mention.end
    left_over.append(name[done:])
    return all(word in ORDINARY or word in TITLES for word in words_of(" ".join(left_over)))


def _whole_only(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(mention for mention in mentions if mention.form in _WHOLE_NAMES)
