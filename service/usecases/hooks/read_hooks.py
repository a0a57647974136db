"""
Read hooks, and what was sent to them.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from service.ledger.entry import EntryKind
from service.records.hooks import Hook, HookDelivery, HookId, LockedHook
from service.records.paging import Listing, Page
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.hooks.keeping import needs_keeper
from service.usecases.ports.work import UnitOfWork

_SAID = (EntryKind.HOOK_REGISTERED, EntryKind.HOOK_RENEWED)


@dataclass(frozen=True, slots=True)
class ListHooks:
    """
    List hooks.
    """

    desk: Desk

    def __call__(self, caller: Caller) -> Sequence[Hook | LockedHook]:
        """
        Give every hook, the oldest first.

        Raises:
            NotAllowed: No `admin` scope, or for some units only.
        """
        needs_keeper(caller)
        with self.desk.database.look(caller.organisation_id) as work:
            return [_with_host(work, each) for each in work.hooks.list_all()]


@dataclass(frozen=True, slots=True)
class GetHook:
    """
    Give one hook.
    """

    desk: Desk

    def __call__(self, caller: Caller, hook_id: HookId) -> Hook | LockedHook:
        """
        Give one hook.

        Raises:
            NotAllowed: No `admin` scope, or for some units only.
            NotFound: There is no such hook.
        """
        needs_keeper(caller)
        with self.desk.database.look(caller.organisation_id) as work:
            return _with_host(work, work.hooks.get(hook_id))


@dataclass(frozen=True, slots=True)
class ListHookDeliveries:
    """
    List what was sent to a hook, and what became of it.
    """

    desk: Desk

    def __call__(self, caller: Caller, hook_id: HookId, page: Page) -> Listing[HookDelivery]:
        """
        Give one page.

        Raises:
            NotAllowed: No `admin` scope, or for some units only.
            NotFound: There is no such hook.
        """
        needs_keeper(caller)
        with self.desk.database.look(caller.organisation_id) as work:
            asked = replace(page, filters={"hook_id": work.hooks.get(hook_id).id})
            return work.hook_deliveries.list_page(asked)


def _with_host(work: UnitOfWork, hook: Hook | LockedHook) -> Hook | LockedHook:
    """
    Say where a hook leads whose address lies under a seal that does not open.
    """
    if isinstance(hook, Hook):
        return hook
    leaves = work.ledger.leaves_naming(_SAID, hook.id)
    last = max(leaves, key=lambda leaf: leaf.index, default=None)
    payload = json.loads((last.entry if last else None) or b"{}").get("payload", {})
    return replace(hook, host=str(payload.get("host", "")))
