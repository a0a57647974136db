"""
Verbs about idempotency keys: forget what old ones have made.
"""

from service.usecases.replays.forget_replays import ForgetReplays

__all__ = ["ForgetReplays"]
