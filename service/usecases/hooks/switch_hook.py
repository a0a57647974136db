"""
Disable a hook for a while, and enable it again.
"""

from dataclasses import dataclass, replace

from service.ledger.entry import EntryKind
from service.records.hooks import Hook, HookId
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.hooks.keeping import needs_keeper, opened


@dataclass(frozen=True, slots=True)
class DisableHook:
    """
    Send nothing there for a while.
    """

    desk: Desk

    def __call__(self, caller: Caller, hook_id: HookId) -> Hook:
        """
        Disable a hook: what happens meanwhile it is never told.

        Raises:
            NotAllowed: No `admin` scope, or for some units only.
            NotFound: There is no such hook.
            Conflict: Its seal does not open.
        """
        needs_keeper(caller)
        with self.desk.database.begin(caller.organisation_id) as work:
            work.hooks.lock()
            hook = opened(work, hook_id)
            if hook.disabled_at is not None:
                return hook
            now = self.desk.clock()
            disabled = replace(hook, disabled_at=now)
            work.hooks.replace(disabled)
            payload = {"hook_id": hook.id, "why": "asked"}
            self.desk.record.append(work, caller, EntryKind.HOOK_DISABLED, now, payload)
            work.commit()
        return disabled


@dataclass(frozen=True, slots=True)
class EnableHook:
    """
    Send there again.
    """

    desk: Desk

    def __call__(self, caller: Caller, hook_id: HookId) -> Hook:
        """
        Enable a hook that was disabled, by whomever.

        Raises:
            NotAllowed: No `admin` scope, or for some units only.
            NotFound: There is no such hook.
            Conflict: Its seal does not open.
        """
        needs_keeper(caller)
        with self.desk.database.begin(caller.organisation_id) as work:
            work.hooks.lock()
            hook = opened(work, hook_id)
            if hook.disabled_at is None:
                return hook
            enabled = replace(hook, disabled_at=None, is_gone=False)
            work.hooks.replace(enabled)
            now, payload = self.desk.clock(), {"hook_id": hook.id}
            self.desk.record.append(work, caller, EntryKind.HOOK_ENABLED, now, payload)
            work.commit()
        return enabled
