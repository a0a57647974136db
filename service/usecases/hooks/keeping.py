"""
Say who keeps hooks, and what they accept.
"""

from collections.abc import Set as AbstractSet

from service.decision.powers import Scope
from service.errors import Conflict, InvalidInput
from service.records.hooks import CHOSEN_EVENTS, Hook, HookEvent, HookId, LockedHook
from service.usecases.caller import Caller
from service.usecases.ports.hooks import HookWork
from service.usecases.sight.people import needs_everybody


def needs_keeper(caller: Caller) -> None:
    """
    Pass when the caller may keep hooks.

    They tell of the whole organisation.

    Raises:
        NotAllowed: No `admin` scope, or for some units only.
    """
    caller.needs(Scope.ADMIN)
    needs_everybody(caller)


def checked_events(events: AbstractSet[HookEvent]) -> frozenset[HookEvent]:
    """
    Accept what a hook is told of.

    Raises:
        InvalidInput: Nothing, or its own try, which it is told of anyway.
    """
    if not events:
        raise InvalidInput("A hook that is told of nothing is none.", field="events")
    if not events <= set(CHOSEN_EVENTS):
        raise InvalidInput("A hook is told of its own try anyway.", field="events")
    return frozenset(events)


def opened(work: HookWork, hook_id: HookId) -> Hook:
    """
    Give a hook with what lies under its seal.

    Raises:
        NotFound: There is no such hook.
        Conflict: Its seal does not open.
    """
    hook = work.hooks.get(hook_id)
    if isinstance(hook, LockedHook):
        raise Conflict(
            "The seal of this hook does not open: put its sealing key back, "
            "say address and events anew, or delete it."
        )
    return hook
