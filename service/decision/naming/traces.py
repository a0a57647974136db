"""
Tell whether a text still names somebody who is to be forgotten.

Looks wider than `find.py` does: where a caption must not ask needlessly, an erasure
must miss nothing.  A name counts in any case ("claire"), alone, as part of an address,
and, when it is long, inside a word.  A text too many that goes is no harm: it belongs
to a record of that very person.
"""

from collections.abc import Iterable, Iterator

from service.decision.naming.find import find_mentions
from service.decision.naming.index import NameIndex
from service.decision.naming.letters import Shape
from service.decision.naming.model import NameEntry
from service.decision.naming.normalise import normalise

_ANYWHERE = frozenset({"*"})
_SHORTEST_NAME = 2
_LONG_NAME = 7
"""A single name of so many letters is told from any other word that contains it."""
_LONG_WHOLE_NAME = 5
"""Given and family name, or an alias, written as one word."""


class Traces:
    """
    The names of somebody who is erased, ready to be looked for.
    """

    def __init__(self, names: Iterable[NameEntry], addresses: Iterable[str] = ()) -> None:
        """
        Take every name there ever was, and the e-mail *addresses*.
        """
        entries = [
            NameEntry(each.person_id, each.given, each.family, each.aliases, _ANYWHERE)
            for each in names
        ]
        self._index = NameIndex.build(entries)
        self._words = frozenset(word for each in entries for word in _words(each))
        self._inside = frozenset(part for each in entries for part in _inside(each))
        self._addresses = frozenset(each.casefold() for each in addresses if each)

    def are_in(self, text: str) -> bool:
        """
        Tell whether *text* names them in any way.
        """
        if not text:
            return False
        return (
            any(self._are_written_in(text, shape) for shape in Shape)
            or any(address in text.casefold() for address in self._addresses)
            or bool(find_mentions(text, self._index, _ANYWHERE))
        )

    def are_named_in(self, text: str) -> bool:
        """
        Tell whether *text* has a whole name of theirs, as a caption would.
        """
        return bool(find_mentions(text, self._index, frozenset()))

    def _are_written_in(self, text: str, shape: Shape) -> bool:
        folded = normalise(text, shape).folded
        joined = folded.replace(b" ", b"")
        return any(word in folded for word in self._words) or any(
            part in joined for part in self._inside
        )


def _words(name: NameEntry) -> Iterator[bytes]:
    """
    Give each part of a name as whole words, a space at either end.
    """
    for part in (name.given, *name.given.split(), name.family, *name.aliases):
        yield from (each for each in _folded(part) if len(each.strip()) >= _SHORTEST_NAME)


def _inside(name: NameEntry) -> Iterator[bytes]:
    """
    Give what names somebody even without a space around it.
    """
    front = name.given.split()[:1]
    for whole in (*(f"{each} {name.family}" for each in front), *name.aliases):
        yield from (each for each in _joined(whole) if len(each) >= _LONG_WHOLE_NAME)
    for back in (f"{name.family} {each}" for each in front):
        yield from (each for each in _joined(back) if len(each) >= _LONG_WHOLE_NAME)
    for part in (*name.given.split(), name.family):
        yield from (each for each in _joined(part) if len(each) >= _LONG_NAME)


def _folded(text: str) -> Iterator[bytes]:
    return (normalise(text, shape).folded for shape in (Shape.SOUND, Shape.WRITTEN_OUT))


def _joined(text: str) -> Iterator[bytes]:
    return (folded.replace(b" ", b"") for folded in _folded(text))
