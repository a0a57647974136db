"""
Name people on pages that are not about them.
"""

from service.decision.ids import PersonId
from service.errors import NotFound
from service.usecases.caller import Caller
from service.usecases.registry import Registry


def name_of(registry: Registry, caller: Caller, person_id: str | None) -> str:
    """
    Name a person; empty where there is none, or none any more.
    """
    if person_id is None:
        return ""
    try:
        person = registry.people.get_person(caller, PersonId(person_id))
    except NotFound:
        return ""
    return f"{person.given_name} {person.family_name}".strip()
