"""
Register a hook; its secret is shown once.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from service.errors import AlreadyExists, Conflict
from service.ledger.entry import EntryKind
from service.records.hooks import Hook, HookEvent, HookId, HookSecret
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.hooks.keeping import checked_events, needs_keeper
from service.usecases.plain import plain
from service.usecases.ports.hooks import Messenger, NewSecret
from service.usecases.recording import keep, recall

MOST = 20
"""Each event is written once for each of them."""


@dataclass(frozen=True, slots=True)
class RegisteredHook:
    """
    A hook and, this once, its secret.
    """

    hook: Hook
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RegisterHook:
    """
    Register a hook.
    """

    desk: Desk
    messenger: Messenger
    new_secret: NewSecret

    def __call__(self, caller: Caller, url: str, events: AbstractSet[HookEvent]) -> RegisteredHook:
        """
        Register an address, and give the secret that nobody can read again.

        Its name is not looked up yet: what it leads to is asked, and judged, each time
        something is sent.

        Raises:
            NotAllowed: No `admin` scope, or for some units only.
            InvalidInput: Nothing is sent to such an address from here, or no event.
            Conflict: There are too many already.
            AlreadyExists: The idempotency key registered one before: its secret is gone.
        """
        needs_keeper(caller)
        host = self.messenger.check(url)
        events = checked_events(events)
        with self.desk.database.begin(caller.organisation_id) as work:
            work.hooks.lock()
            if recall(work, caller):
                message = "This request registered its hook already, and a secret is shown once."
                raise AlreadyExists(message)
            if len(work.hooks.list_all()) >= MOST:
                raise Conflict(f"There are {MOST} hooks already: delete one first.")
            now, secret = self.desk.clock(), self.new_secret()
            hook_id = HookId(self.desk.new_id())
            hook = Hook(hook_id, url, events, now, (HookSecret(secret),))
            work.hooks.add(hook)
            payload = {"hook_id": hook.id, "host": host, "events": plain(events)}
            self.desk.record.append(work, caller, EntryKind.HOOK_REGISTERED, now, payload)
            keep(work, caller, hook.id, now)
            work.commit()
        return RegisteredHook(hook, secret)
