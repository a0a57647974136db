"""
Verbs about hooks: what tells other programs that something happened.

    register, change, rotate, disable and enable, delete: for administrators; those whose
        seal does not open are listed, and said anew (`renew_hook.py`) or deleted
    deliveries: what was sent, what became of it, sending it again, and a message to try
    delivering: what the service does of its own accord

No verb here writes an event but the one that tries a hook: `announcing.py` beside this
folder does so for every verb, out of its ledger line and in its transaction.  Messages
follow the Standard Webhooks specification.  Start reading at `deliver_messages.py`.
"""

from service.usecases.hooks.register_hook import RegisteredHook
from service.usecases.hooks.verbs import HookVerbs, hook_verbs

__all__ = ["HookVerbs", "RegisteredHook", "hook_verbs"]
