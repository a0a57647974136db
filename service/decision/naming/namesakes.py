"""
Find namesakes: people whose whole names have a spelling in common.

For the register, which asks whether somebody is entered twice: nothing is forgiven but the
way a name is written.  Who is meant by a caption is another question (`find.py`), and what
answers it is made anew at a hundred times the price when somebody is entered.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from service.decision.naming.letters import Shape
from service.decision.naming.normalise import words_of

_NOBODY: frozenset[str] = frozenset()
_Words = tuple[str, ...]


class Spelled(NamedTuple):
    """
    Hold every spelling of a name, and where it is looked for.
    """

    spellings: frozenset[str]
    unit_ids: frozenset[str]


class Namesakes:
    """
    Hold the names of an organisation by their spellings.

    One that is shared is kept up to date in place, which takes the hold of the register; so
    does looking for somebody who is to be entered.  What it gives is a first look: whoever
    asks reads the records.
    """

    __slots__ = ("_by_spelling", "_people")

    def __init__(self) -> None:
        """
        Begin with nobody.
        """
        self._people: dict[str, Spelled] = {}
        self._by_spelling: dict[str, frozenset[str]] = {}

    def put(self, person_id: str, spelled: Spelled) -> None:
        """
        Put somebody in, in place of what they were called before.
        """
        before = self._people.get(person_id)
        self._people[person_id] = spelled
        for spelling in spelled.spellings:
            self._by_spelling[spelling] = self._by_spelling.get(spelling, _NOBODY) | {person_id}
        if before:
            self._drop(person_id, before.spellings - spelled.spellings)

    def remove(self, person_id: str) -> None:
        """
        Take somebody out, if they are in.
        """
        before = self._people.pop(person_id, None)
        if before:
            self._drop(person_id, before.spellings)

    def copy(self) -> "Namesakes":
        """
        Give one of one's own.
        """
        made = Namesakes()
        made._people, made._by_spelling = dict(self._people), dict(self._by_spelling)
        return made

    def find(self, spellings: Iterable[str], unit_ids: frozenset[str]) -> frozenset[str]:
        """
        Give who in these units has a whole name of such a spelling.
        """
        known = (self._by_spelling.get(each, _NOBODY) for each in spellings)
        named = frozenset[str]().union(*known)
        found = ((each, self._people.get(each)) for each in named)
        return frozenset(each for each, spelled in found if spelled and spelled.unit_ids & unit_ids)

    def _drop(self, person_id: str, spellings: Iterable[str]) -> None:
        for spelling in spellings:
            left = self._by_spelling.pop(spelling, _NOBODY) - {person_id}
            if left:
                self._by_spelling[spelling] = left


def whole_spellings(given: str, family: str, aliases: Iterable[str] = ()) -> frozenset[str]:
    """
    Give every spelling of a whole name.

    Accents, capitals, hyphens, spaces and the order of its parts fall away; ü is u or ue.
    A nickname stands in for the given name; by itself it counts from two words on.
    """
    called = [pair for each in aliases for pair in ((each, family), (each, ""))]
    nicknames = (spelt for pair in called for spelt in _spelt(*pair) if " " in spelt)
    return frozenset((*_spelt(given, family), *nicknames))


def _spelt(front: str, back: str) -> Iterator[str]:
    shapes = (Shape.SOUND,) if (front + back).isascii() else (Shape.SOUND, Shape.WRITTEN_OUT)
    for shape in shapes:
        halves = words_of(front, shape), words_of(back, shape)
        yield from filter(None, (_in_order(halves[0] + halves[1]), _in_order(_joined(halves))))


def _in_order(words: Iterable[str]) -> str:
    return " ".join(sorted(words))


def _joined(halves: Iterable[_Words]) -> Iterator[str]:
    """
    Write each half as one word: Van den Berghe is Vandenberghe.
    """
    return filter(None, map("".join, halves))
