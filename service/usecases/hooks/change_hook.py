"""
Have a hook told of other events.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from service.ledger.entry import EntryKind
from service.records.hooks import Hook, HookEvent, HookId
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.hooks.keeping import checked_events, needs_keeper, opened
from service.usecases.plain import plain


@dataclass(frozen=True, slots=True)
class ChangeHook:
    """
    Have a hook told of other events.  Another address is another hook.
    """

    desk: Desk

    def __call__(self, caller: Caller, hook_id: HookId, events: AbstractSet[HookEvent]) -> Hook:
        """
        Choose anew what it is told of, from now on.

        Raises:
            NotAllowed: No `admin` scope, or for some units only.
            NotFound: There is no such hook.
            Conflict: Its seal does not open.
            InvalidInput: No event.
        """
        needs_keeper(caller)
        events = checked_events(events)
        with self.desk.database.begin(caller.organisation_id) as work:
            work.hooks.lock()
            hook = opened(work, hook_id)
            if hook.events == events:
                return hook
            changed = replace(hook, events=events)
            work.hooks.replace(changed)
            payload = {"hook_id": hook.id, "events": plain(events)}
            now = self.desk.clock()
            self.desk.record.append(work, caller, EntryKind.HOOK_CHANGED, now, payload)
            work.commit()
        return changed
