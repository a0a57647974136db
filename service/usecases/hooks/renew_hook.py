"""
Say address and events of a hook anew whose seal does not open.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from service.errors import Conflict
from service.ledger.entry import EntryKind
from service.records.hooks import Hook, HookEvent, HookId, HookSecret, LockedHook
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.hooks.keeping import checked_events, needs_keeper
from service.usecases.hooks.register_hook import RegisteredHook
from service.usecases.plain import plain
from service.usecases.ports.hooks import Messenger, NewSecret


@dataclass(frozen=True, slots=True)
class RenewHook:
    """
    Say address and events of a hook anew whose seal does not open.
    """

    desk: Desk
    messenger: Messenger
    new_secret: NewSecret

    def __call__(
        self, caller: Caller, hook_id: HookId, url: str, events: AbstractSet[HookEvent]
    ) -> RegisteredHook:
        """
        Seal a hook anew with another secret; what waits for it goes there.

        The old secret lies under the old seal, so that it cannot sign along.  The hook
        is told from now on, also if it had been disabled: that lies under the seal, too.

        Raises:
            NotAllowed: No `admin` scope, or for some units only.
            NotFound: There is no such hook.
            InvalidInput: Nothing is sent to such an address from here, or no event.
            Conflict: Its seal opens.
        """
        needs_keeper(caller)
        host = self.messenger.check(url)
        events = checked_events(events)
        with self.desk.database.begin(caller.organisation_id) as work:
            work.hooks.lock()
            if not isinstance(work.hooks.get(hook_id), LockedHook):
                message = "The seal of this hook opens: another address is another hook."
                raise Conflict(message)
            now, secret = self.desk.clock(), self.new_secret()
            hook = Hook(hook_id, url, events, now, (HookSecret(secret),))
            work.hooks.replace(hook)
            payload = {"hook_id": hook.id, "host": host, "events": plain(events)}
            self.desk.record.append(work, caller, EntryKind.HOOK_RENEWED, now, payload)
            work.commit()
        return RegisteredHook(hook, secret)
