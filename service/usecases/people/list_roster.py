"""
List whom somebody may name in a photo.
"""

import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from service.decision.ids import PersonId
from service.decision.naming import NameEntry
from service.decision.powers import Scope
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.ports.work import UnitOfWork

MOST = 60
"""More than a human reads through: a word finds the others."""
RECENT_PHOTOS = 40
MOST_OF_A_NAME = 5
"""Whom a name in a file may mean; one that fits more people says nothing."""


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """
    Somebody who may be in the picture, by name alone.
    """

    person_id: PersonId
    name: str


@dataclass(frozen=True, slots=True)
class Roster:
    """
    Some of those who may be named, and whether there are more.
    """

    entries: tuple[RosterEntry, ...]
    is_cut: bool


@dataclass(frozen=True, slots=True)
class ListRoster:
    """
    List whom somebody may name in a photo.

    Whoever registers photos must say who is in them without reading anything else
    about anybody: names of one's own units, nothing more.
    """

    desk: Desk

    def __call__(self, caller: Caller, words: str = "", also: Collection[str] = ()) -> Roster:
        """
        Give names in which each of *words* begins some part, those seen lately first.

        Args:
            also: Who is given whatever the words are.

        Raises:
            NotAllowed: The caller has no `photos:write` scope.
        """
        caller = caller.narrowed(Scope.PHOTOS_WRITE)
        with self.desk.database.look(caller.organisation_id) as work:
            entries = list(work.people.name_index().entries(caller.actor.unit_ids))
            recent = work.photos.recent_people(RECENT_PHOTOS)
        rank = {person_id: place for place, person_id in enumerate(recent)}
        sought = _parts(words)
        named = [each for each in entries if each.person_id in also]
        found = [each for each in entries if each.person_id not in also and _has(each, sought)]
        found.sort(key=lambda each: (rank.get(PersonId(each.person_id), len(rank)), _key(each)))
        return Roster(tuple(map(_entry, _once([*named, *found[:MOST]]))), len(found) > MOST)


def named_among(
    work: UnitOfWork, caller: Caller, names: Sequence[str]
) -> Mapping[str, tuple[PersonId, ...]]:
    """
    Give those of the caller's units whom each of *names* may mean, by name.

    As whoever types it would find them: nobody else, and not that there is anybody else.
    """
    units = caller.narrowed(Scope.PHOTOS_WRITE).actor.unit_ids
    entries = [(each, _parts_of(each)) for each in work.people.name_index().entries(units)]
    found = {}
    for name in names:
        if sought := _parts(name):
            those = [PersonId(one.person_id) for one, parts in entries if _fits(parts, sought)]
            once = tuple(dict.fromkeys(those))
            found[name] = once if len(once) <= MOST_OF_A_NAME else ()
    return found


def _has(entry: NameEntry, sought: Sequence[str]) -> bool:
    return _fits(_parts_of(entry), sought)


def _parts_of(entry: NameEntry) -> list[str]:
    return _parts(" ".join((entry.given, entry.family, *entry.aliases)))


def _fits(parts: Sequence[str], sought: Sequence[str]) -> bool:
    return all(any(part.startswith(each) for part in parts) for each in sought)


def _parts(text: str) -> list[str]:
    """
    Give the words of a text as anybody may type them: small, without accents.
    """
    bare = unicodedata.normalize("NFD", text.casefold())
    letters = (each if each.isalnum() else " " for each in bare if not unicodedata.combining(each))
    return "".join(letters).split()


def _key(entry: NameEntry) -> list[str]:
    return _parts(f"{entry.given} {entry.family}")


def _once(entries: Iterable[NameEntry]) -> Iterable[NameEntry]:
    return {each.person_id: each for each in entries}.values()


def _entry(entry: NameEntry) -> RosterEntry:
    return RosterEntry(PersonId(entry.person_id), f"{entry.given} {entry.family}".strip())
