"""
Name people and channels on pages that are not about them.
"""

from typing import Final

from service.decision.ids import PersonId
from service.decision.powers import Scope
from service.errors import NotFound
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.web.listings import everything

FALLBACK: Final = "_"
"""How rows of the table of law begin that stand for places without one of their own."""


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


def channel_words(registry: Registry, caller: Caller) -> dict[str, str]:
    """
    Give the names of channels, by every word that they are asked for by.
    """
    if not caller.may(Scope.CHANNELS_READ):
        return {}
    found = everything(registry.channels.list_channels, caller)
    return {
        word: each.channel.name for each in found for word in (each.id, each.slug, each.address)
    }


def places_of(registry: Registry) -> dict[str, str]:
    """
    Name the places whose law is known, by code, each with its own row.
    """
    return {
        code: found.name
        for code, found in registry.jurisdictions.by_code.items()
        if not code.startswith(FALLBACK)
    }
