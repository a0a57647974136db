"""
Read one text in the several ways in which a name may hide in it.

The plain reading is always made.  The others are made only when a first, cheap
look shows that they would differ: an umlaut, a letter of another script, a lone
capital between words, a hashtag or handle.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from service.decision.naming.letters import ONE_SPELLING, TWO_LETTERS, Shape, has_other_look
from service.decision.naming.normalise import HYPHEN_THERE, Normalised, normalise
from service.decision.naming.way_back import Way

_VOWELS = frozenset(TWO_LETTERS)
_TELLING = _VOWELS | {"\u2010", "\u2011"}
"""What shows a second spelling where it has no byte of its own."""


class Manner(Enum):
    """
    How the words of a reading came about: it decides what is believed.
    """

    SENTENCE = "sentence"
    """The text as it stands."""
    SHORTENED = "shortened"
    """Around lone capitals, which are left out: Léa M. Dupont."""
    LETTERS = "letters"
    """Letters that stand apart, put together: L é a  D u p o n t."""
    HUMPS = "humps"
    """Words parted at their capitals: #LéaDupont."""
    ENDINGS = "endings"
    """Hashtags and handles from each of their letters on: #teamlea."""
    HALVES = "halves"
    """Hashtags and handles parted at every place: #leadupont."""
    DECLINED = "declined"
    """Words with capitals put back into the first case: Anny Nowakowej."""
    QUESTION = "question"
    """Not a text, but a name that somebody asks for."""


WHOLE_TEXT = (Manner.SENTENCE, Manner.QUESTION)
"""Readings from the first word to the last."""
ONLY_SHORT_NAMES = (Manner.ENDINGS,)
"""Readings of single words, in which no whole name can be."""
ONLY_WHOLE_NAMES = (Manner.SHORTENED, Manner.HALVES)
"""Readings in which no short name would be believed."""


@dataclass(slots=True)
class Reading:
    """
    Hold one way of reading a text; the way back is made when needed.
    """

    original: str
    spaced: bytes
    folded: bytes
    manner: Manner
    way_back: Callable[[], Way]
    _way: Way | None = None

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """
        Give where the letters from *start* to *stop* stand in the original.
        """
        if self._way is None:
            self._way = self.way_back()
        return self._way.span(start, stop)


def whole_readings(plain: Normalised, manner: Manner) -> Iterator[Reading]:
    """
    Give every reading of a whole text, the plain one first.
    """
    yield _whole(plain, manner)
    if _has_second_spelling(plain):
        yield _whole(normalise(plain.original, Shape.WRITTEN_OUT), manner)
    if any(map(has_other_look, plain.rare)):
        yield _whole(normalise(plain.original, Shape.LOOKS), manner)


def _whole(text: Normalised, manner: Manner) -> Reading:
    return Reading(text.original, text.spaced, text.folded, manner, text.way_back)


def _has_second_spelling(plain: Normalised) -> bool:
    text = plain.original
    if "\n" in text and HYPHEN_THERE.search(text):
        return True
    if plain.original.isascii():
        # Of these letters only those that HTML writes out.
        return not plain.rare.isdisjoint(_VOWELS)
    return bool(plain.coded.translate(None, ONE_SPELLING) or plain.rare & _TELLING)
