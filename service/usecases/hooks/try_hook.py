"""
Send a hook a message that tells of nothing, to try it.
"""

from dataclasses import dataclass

from service.errors import Conflict
from service.ledger.entry import EntryKind
from service.records.hooks import HookDelivery, HookEvent, HookId
from service.usecases.announcing import message_of
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.hooks.keeping import needs_keeper, opened


@dataclass(frozen=True, slots=True)
class TryHook:
    """
    Send a hook a message that tells of nothing, to try it.
    """

    desk: Desk

    def __call__(self, caller: Caller, hook_id: HookId) -> HookDelivery:
        """
        Have a message sent to one hook, whatever it is told of.

        It waits, is signed and is tried again like any other: what arrives is what a
        true one would do.

        Raises:
            NotAllowed: No `admin` scope, or for some units only.
            NotFound: There is no such hook.
            Conflict: The hook is disabled, or its seal does not open.
        """
        needs_keeper(caller)
        with self.desk.database.begin(caller.organisation_id) as work:
            work.hooks.lock()
            hook = opened(work, hook_id)
            if hook.disabled_at is not None:
                raise Conflict("This hook is disabled: enable it first.")
            now, event = self.desk.clock(), HookEvent.HOOK_TRIED
            message = message_of(self.desk.new_id, event, hook.id, now, {"hook_id": hook.id})
            work.hook_deliveries.add(message)
            payload = {"hook_id": hook.id, "delivery_id": message.id}
            self.desk.record.append(work, caller, EntryKind.HOOK_TRIED, now, payload)
            delivery = work.hook_deliveries.get(message.id)
            work.commit()
        return delivery
