"""
Give a hook another secret; the old one signs along for a day.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from service.errors import Conflict
from service.ledger.canonical import instant
from service.ledger.entry import EntryKind
from service.records.hooks import HookId, HookSecret
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.hooks.keeping import needs_keeper, opened
from service.usecases.hooks.register_hook import RegisteredHook
from service.usecases.ports.hooks import NewSecret

OVERLAP = timedelta(days=1)
"""How long the receiver may take to learn the new one."""
_MOST = 4


@dataclass(frozen=True, slots=True)
class RotateHookSecret:
    """
    Give a hook another secret.
    """

    desk: Desk
    new_secret: NewSecret

    def __call__(self, caller: Caller, hook_id: HookId) -> RegisteredHook:
        """
        Sign with a new secret from now on, and for a day with the old one, too.

        A secret that was stolen should not sign along: delete the hook and register
        another.

        Raises:
            NotAllowed: No `admin` scope, or for some units only.
            NotFound: There is no such hook.
            Conflict: Its seal does not open, or it was rotated too often today.
        """
        needs_keeper(caller)
        with self.desk.database.begin(caller.organisation_id) as work:
            work.hooks.lock()
            hook = opened(work, hook_id)
            now, secret = self.desk.clock(), self.new_secret()
            newest, *older = hook.secrets_at(now)
            if len(older) + 2 > _MOST:
                raise Conflict("This secret was rotated often today: wait a day.")
            until = now + OVERLAP
            secrets = (HookSecret(secret), replace(newest, until_at=until), *older)
            hook = replace(hook, secrets=secrets)
            work.hooks.replace(hook)
            payload = {"hook_id": hook.id, "old_until_at": instant(until)}
            self.desk.record.append(work, caller, EntryKind.HOOK_SECRET_ROTATED, now, payload)
            work.commit()
        return RegisteredHook(hook, secret)
