"""
Find registered names in a text, or tell whom one name may mean.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from service.decision.naming.compounds import compound_readings
from service.decision.naming.declined import declined_reading
from service.decision.naming.index import NameIndex
from service.decision.naming.letters import CAPITALS
from service.decision.naming.model import Mention, MentionForm
from service.decision.naming.near_misses import with_near_misses
from service.decision.naming.normalise import Normalised, normalise, words_of
from service.decision.naming.overlap import chosen
from service.decision.naming.reading import Manner, Reading, whole_readings
from service.decision.naming.search import Search
from service.decision.naming.way_back import Assembled, Way
from service.decision.naming.words import ORDINARY, TITLES
from service.errors import InvalidInput

_SENTENCE = Manner.SENTENCE
_WHOLE_NAMES = (
    MentionForm.FULL_NAME,
    MentionForm.GIVEN_AND_INITIAL,
    MentionForm.INITIAL_AND_FAMILY,
)
_START = attrgetter("start")
_FEW_LETTERS = re.compile(rb" [a-z]{2,4} ")


def find_mentions(text: str, index: NameIndex, own_units: frozenset[str]) -> tuple[Mention, ...]:
    """
    Find everybody whom *text* names, in the order of the text.

    Whole names (also with one half as an initial) are found all over the
    organisation; first names, family names, aliases and bare initials only of
    people in *own_units*.

    What somebody was called before counts where nobody is called so now.

    In French "M. Dupont" is a gentleman far more often than a Marie: the initial M
    before a family name counts within *own_units* only.
    """
    plain = normalise(text)
    capitals = plain.spaced.translate(CAPITALS)
    readings = [*whole_readings(plain, _SENTENCE), *compound_readings(plain, capitals)]
    found = _found(readings, capitals, index, own_units)
    if index.former is not None:
        before = _found(readings, capitals, index.former, own_units)
        found = (*found, *_beside(found, before))
    first_names = [each.person_ids for each in found if each.form is MentionForm.GIVEN_NAME]
    if not first_names:
        return found
    return with_near_misses(text, found, index.names_of(frozenset().union(*first_names)))


def match_name(name: str, index: NameIndex, own_units: frozenset[str]) -> tuple[Mention, ...]:
    """
    Tell whom the *name* somebody asks about may mean in *own_units*.

    Nobody outside *own_units* is looked at, so that a name from elsewhere and a
    name from nowhere take the same steps to the same answer (threat T2).

    A first name, family name or nickname must be all there is, apart from a title:
    "Léa Martin" asks neither about Léa Dupont nor about Tom Martin.

    Raises:
        InvalidInput: There is no letter in it.
    """
    plain = normalise(name)
    if not plain.folded.strip():
        raise InvalidInput("A name needs at least one letter.", field="name")
    whole_names, short_names = index.whole_names(own_units), index.short_names(own_units)
    search = Search(whole_names, short_names, own_units)
    readings = (
        *whole_readings(plain, Manner.QUESTION),
        *compound_readings(plain, plain.spaced.translate(CAPITALS)),
        *_as_initials(plain),
    )
    mentions = chosen(name, search.read(readings))
    if not mentions and index.former is not None:
        return match_name(name, index.former, own_units)
    if len(mentions) == 1 and _is_all(name, mentions[0]):
        return with_near_misses(name, mentions, index.names_of(mentions[0].person_ids))
    return tuple(mention for mention in mentions if mention.form in _WHOLE_NAMES)


def _found(
    readings: Sequence[Reading], capitals: bytes, index: NameIndex, own_units: frozenset[str]
) -> tuple[Mention, ...]:
    plain, text = readings[0], readings[0].original
    names = index.layers(), index.short_names(own_units)
    search = Search(*names, own_units)
    found = chosen(text, search.read(readings))
    known = [layer.lexicon.first_words for layer in names[0]]
    declined = declined_reading(plain, capitals, search.taken, known, search.languages)
    if declined is None:
        return found
    # Where somebody is called just so, nobody is meant by a name without the ending.
    beside = _beside(found, chosen(text, Search(*names, own_units).read([declined])))
    both = (*found, *beside)
    return chosen(text, [(each.start, each.end, each.form, each.person_ids) for each in both])


def _beside(found: Sequence[Mention], others: Iterable[Mention]) -> Iterator[Mention]:
    """
    Give what is no part of a name that was *found*; of these none lies within another.
    """
    for each in others:
        before = bisect_right(found, each.start, key=_START) - 1
        if before < 0 or found[before].end < each.end:
            yield each


def _as_initials(plain: Normalised) -> Iterator[Reading]:
    """
    Read a question of a few letters, "LD", as L. D.
    """
    if not _FEW_LETTERS.fullmatch(plain.folded):
        return
    spaced = b" ".join(plain.spaced[at : at + 1] for at in range(len(plain.spaced)))[1:-1]

    def way_back() -> Way:
        anchors = [(2 * letter - 1, letter) for letter in range(1, len(plain.spaced))]
        return Assembled(anchors, plain.way_back())

    yield Reading(plain.original, spaced, spaced.lower(), Manner.QUESTION, way_back)


def _is_all(name: str, mention: Mention) -> bool:
    rest = words_of(f"{name[: mention.start]} {name[mention.end :]}")
    return all(word in TITLES or (len(word) > 1 and word in ORDINARY) for word in rest)
