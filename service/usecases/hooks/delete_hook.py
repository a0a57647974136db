"""
Delete a hook with everything that was to be sent there.
"""

from dataclasses import dataclass

from service.ledger.entry import EntryKind
from service.records.hooks import HookId
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.hooks.keeping import needs_keeper


@dataclass(frozen=True, slots=True)
class DeleteHook:
    """
    Delete a hook.
    """

    desk: Desk

    def __call__(self, caller: Caller, hook_id: HookId) -> None:
        """
        Delete address, secrets and deliveries; the log keeps that it was there.

        Raises:
            NotAllowed: No `admin` scope, or for some units only.
            NotFound: There is no such hook.
        """
        needs_keeper(caller)
        with self.desk.database.begin(caller.organisation_id) as work:
            work.hooks.lock()
            hook = work.hooks.get(hook_id)
            work.hooks.drop(hook.id)
            dropped = work.hook_deliveries.drop_of(hook.id)
            now, payload = self.desk.clock(), {"hook_id": hook.id, "deliveries": dropped}
            self.desk.record.append(work, caller, EntryKind.HOOK_DELETED, now, payload)
            work.commit()
