"""
Say which units a caller sees, whose channels, and where they publish.
"""

from dataclasses import replace

from service.decision.ids import UnitId
from service.decision.powers import Scope
from service.records.paging import Page
from service.usecases.caller import Caller


def is_unit_seen(caller: Caller, unit_id: UnitId | None) -> bool:
    """
    Tell whether the caller may see a unit; None is the whole organisation.
    """
    own = caller.actor.unit_ids
    return own is None or unit_id is None or unit_id in own


def is_channel_seen(caller: Caller, unit_id: UnitId | None) -> bool:
    """
    Tell whether the caller sees channels of a unit; None: of the house.
    """
    own = caller.actor.unit_ids
    return own is None or unit_id in own


def may_publish(caller: Caller, unit_id: UnitId | None) -> bool:
    """
    Tell whether the caller publishes for a unit; None: anywhere at all.
    """
    if unit_id is None:
        return caller.may(Scope.PUBLICATIONS_WRITE)
    return caller.has_in(Scope.PUBLICATIONS_WRITE, unit_id)


def needs_to_publish(caller: Caller, unit_id: UnitId | None) -> None:
    """
    Pass when the caller publishes for a unit; None: anywhere at all.

    Pages of the house are shared by all publishers: its register says which may use them.

    Raises:
        NotAllowed: They publish elsewhere only, or nowhere.
    """
    caller.narrowed(Scope.PUBLICATIONS_WRITE)
    if unit_id is not None:
        caller.needs_in(Scope.PUBLICATIONS_WRITE, unit_id)


def within_units(caller: Caller, page: Page) -> Page:
    """
    Keep a list to the caller's units, if there are any.
    """
    listed = listed_units(caller)
    if listed is None:
        return page
    return replace(page, filters={**page.filters, "unit_ids": listed})


def listed_units(caller: Caller) -> str | None:
    """
    List the caller's units as `|a|b|`, as stores ask; None for everybody's.
    """
    own = caller.actor.unit_ids
    return None if own is None else "".join(f"|{each}" for each in sorted(own)) + "|"
