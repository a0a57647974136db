"""
Say whose channels a caller may see: all, or those of some units.
"""

from dataclasses import replace

from service.decision.ids import UnitId
from service.records.paging import Page
from service.usecases.caller import Caller


def is_channel_seen(caller: Caller, unit_id: UnitId | None) -> bool:
    """
    Tell whether the caller sees channels of a unit; None: of the house.
    """
    own = caller.actor.unit_ids
    return own is None or unit_id in own


def within_units(caller: Caller, page: Page) -> Page:
    """
    Keep a list to the caller's units, if there are any.
    """
    own = caller.actor.unit_ids
    if own is None:
        return page
    listed = "".join(f"|{each}" for each in sorted(own)) + "|"
    return replace(page, filters={**page.filters, "unit_ids": listed})
