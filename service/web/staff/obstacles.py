"""
Say what stands in the way of whom, to whoever may know it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from service.decision.powers import Scope
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.web.staff.names import name_of

MOST_NAMES: Final = 50

Plain = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Obstacle:
    """
    One reason, and the person whom it is about.
    """

    code: str
    matter: str
    person_id: str
    """Empty where it is about nobody, such as the rights in a photo."""
    name: str
    """Empty where the reader may not see them, or they are no longer known."""
    has_page: bool
    """Whether the reader may open the page of that person."""


@dataclass(frozen=True, slots=True)
class Hindered:
    """
    One person, with every reason that is about them.
    """

    person_id: str
    name: str
    has_page: bool
    codes: tuple[str, ...]


def obstacles_in(
    registry: Registry, caller: Caller, reasons: Sequence[Plain]
) -> tuple[Obstacle, ...]:
    """
    Give every reason once, with names as far as *caller* may know them.
    """
    about = dict.fromkeys(str(each.get("person_id", "")) for each in reasons)
    people = [each for each in about if each][:MOST_NAMES]
    readable = _readable(registry, caller, people)
    listed = _listed(registry, caller, [each for each in people if each not in readable])
    found = []
    for each in reasons:
        person_id = str(each.get("person_id", ""))
        name = readable.get(person_id) or listed.get(person_id, "")
        matter = str(each.get("matter", ""))
        found.append(
            Obstacle(str(each["code"]), matter, person_id, name, has_page=person_id in readable)
        )
    return tuple(dict.fromkeys(found))


def hindered_by(obstacles: Sequence[Obstacle]) -> tuple[Hindered, ...]:
    """
    Gather reasons by whom they are about; only people with a name.
    """
    by_person: dict[str, list[Obstacle]] = {}
    for each in obstacles:
        if each.name:
            by_person.setdefault(each.person_id, []).append(each)
    return tuple(
        Hindered(person_id, several[0].name, several[0].has_page, _codes(several))
        for person_id, several in by_person.items()
    )


def _codes(several: Sequence[Obstacle]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.code for each in several))


def _readable(registry: Registry, caller: Caller, people: Sequence[str]) -> dict[str, str]:
    """
    Name those whose page the caller may open.
    """
    if not caller.may(Scope.PEOPLE_READ):
        return {}
    names = {each: name_of(registry, caller, each) for each in people}
    return {each: name for each, name in names.items() if name}


def _listed(registry: Registry, caller: Caller, people: Sequence[str]) -> dict[str, str]:
    """
    Name those whom the caller may say to be in a picture, and knows by name alone.
    """
    if not people or not caller.may(Scope.PHOTOS_WRITE):
        return {}
    roster = registry.people.list_roster(caller, "", frozenset(people))
    return {str(each.person_id): each.name for each in roster.entries if each.person_id in people}
