"""
Send a message to a hook again.
"""

from dataclasses import dataclass

from service.errors import Conflict, NotFound
from service.ledger.entry import EntryKind
from service.records.hooks import HookDelivery, HookDeliveryId, HookId
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.hooks.keeping import needs_keeper, opened


@dataclass(frozen=True, slots=True)
class RenewMessage:
    """
    Send a message to a hook again.
    """

    desk: Desk

    def __call__(
        self, caller: Caller, hook_id: HookId, delivery_id: HookDeliveryId
    ) -> HookDelivery:
        """
        Have a message tried at once, and then as if it were new.

        It has the same id: a receiver that took it knows it again.

        Raises:
            NotAllowed: No `admin` scope, or for some units only.
            NotFound: There is no such hook, or no such delivery of it.
            Conflict: The hook is disabled, or its seal does not open.
        """
        needs_keeper(caller)
        with self.desk.database.begin(caller.organisation_id) as work:
            hook = opened(work, hook_id)
            delivery = work.hook_deliveries.get(delivery_id)
            if delivery.message.hook_id != hook.id:
                raise NotFound("There is no such delivery.")
            if hook.disabled_at is not None:
                raise Conflict("This hook is disabled: enable it first.")
            now = self.desk.clock()
            work.hook_deliveries.renew(delivery_id, now)
            payload = {"hook_id": hook.id, "delivery_id": delivery_id}
            self.desk.record.append(work, caller, EntryKind.HOOK_MESSAGE_RENEWED, now, payload)
            delivery = work.hook_deliveries.get(delivery_id)
            work.commit()
        return delivery
