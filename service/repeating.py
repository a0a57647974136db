"""
Do again and again what nobody asks for: sequence, send, remind, tidy.
"""

import logging
import sys
import threading
from collections.abc import Callable

from service.errors import LedgerBroken, ObstatError
from service.settings import Settings
from service.usecases.registry import Registry

FORGETTING_SECONDS = 3600.0
PLANNING_SECONDS = 600.0
SWEEPING_SECONDS = 6 * 3600.0
"""Somebody who came of age at midnight is found in the morning."""
REMINDING_SECONDS = 1800.0
"""Often enough for short office hours; what is due tells by days."""
_JOIN_SECONDS = 30.0


class Repeater(threading.Thread):
    """
    Take a step again and again, until the service stops.
    """

    def __init__(self, name: str, step: Callable[[], object], interval_seconds: float) -> None:
        """
        Prepare; nothing runs before `start`.
        """
        super().__init__(name=name, daemon=True)
        self._step = step
        self._interval_seconds = interval_seconds
        self._log = logging.getLogger(f"obstat.{name}")
        self._stopping = threading.Event()

    def run(self) -> None:
        """
        Pause, take a step, and pause again.
        """
        while not self._stopping.wait(self._interval_seconds):
            self._once()

    def stop(self) -> None:
        """
        Let the step under way finish, then end.
        """
        self._stopping.set()
        self.join(_JOIN_SECONDS)

    def _once(self) -> None:
        """
        Take one step; what is refused is said and tried again.

        So is what nobody foresaw, said as if it had ended the thread: one bad moment must
        not end the sealing of the log or the reminding of staff until somebody restarts it.
        """
        try:
            self._step()
        except LedgerBroken as broken:
            self._log.critical('{"%s": "%s"}', self.name, broken.code)
        except ObstatError as refused:
            self._log.error(
                '{"%s": "%s"}', self.name, refused.code
            )  # no traceback: it may hold values
        except Exception:  # a fault of ours
            threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), self)))


def repeaters_of(settings: Settings, registry: Registry) -> list[Repeater]:
    """
    Give what every worker repeats, the sequencer first; nothing runs yet.

    However many workers there are: the database lets one of them sequence, and hands
    each letter to one.
    """
    return [
        Repeater("sequencer", registry.ledger.sequence_ledger, settings.sequencer_interval_seconds),
        Repeater("tidier", registry.forget_unused, settings.held_idle_seconds),
        Repeater("sweeper", registry.takedowns.sweep_takedowns, SWEEPING_SECONDS),
        Repeater("planner", registry.proposals.fall_due, PLANNING_SECONDS),
        Repeater("eraser", registry.proposals.forget_proposal_words, FORGETTING_SECONDS),
        Repeater("forgetter", registry.forget_replays, FORGETTING_SECONDS),
        Repeater("doorman", registry.staff.forget_sign_ins, FORGETTING_SECONDS),
        Repeater("dropper", registry.drafts.forget_drafts, FORGETTING_SECONDS),
        Repeater("reminder", registry.families.remind, REMINDING_SECONDS),
        Repeater("monitor", registry.remind_staff, PLANNING_SECONDS),
        Repeater("postman", registry.mail.deliver_letters, settings.mail_interval_seconds),
        Repeater("shredder", registry.mail.forget_letters, FORGETTING_SECONDS),
        Repeater("messenger", registry.hooks.deliver_messages, settings.hooks_interval_seconds),
        Repeater("clearer", registry.hooks.forget_messages, FORGETTING_SECONDS),
        Repeater("stamper", registry.ledger.stamp_head.every_log, FORGETTING_SECONDS),
        Repeater("porter", registry.families.forget_doors, FORGETTING_SECONDS),
    ]
