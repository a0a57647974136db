"""
Read hooks, and what was sent to them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from service.records.hooks import Hook, HookDelivery, HookId
from service.records.paging import Listing, Page
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.hooks.keeping import needs_keeper


@dataclass(frozen=True, slots=True)
class ListHooks:
    """
    List hooks.
    """

    desk: Desk

    def __call__(self, caller: Caller) -> Sequence[Hook]:
        """
        Give every hook, the oldest first.

        Raises:
            NotAllowed: No `admin` scope, or for some units only.
        """
        needs_keeper(caller)
        with self.desk.database.look(caller.organisation_id) as work:
            return work.hooks.list_all()


@dataclass(frozen=True, slots=True)
class GetHook:
    """
    Give one hook.
    """

    desk: Desk

    def __call__(self, caller: Caller, hook_id: HookId) -> Hook:
        """
        Give one hook.

        Raises:
            NotAllowed: No `admin` scope, or for some units only.
            NotFound: There is no such hook.
        """
        needs_keeper(caller)
        with self.desk.database.look(caller.organisation_id) as work:
            return work.hooks.get(hook_id)


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
