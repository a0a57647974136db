"""
The threads that keep the tree growing and the memory tidy.
"""

import threading
from threading import Event

import pytest

from service.errors import LedgerBroken, Unavailable
from service.repeating import Repeater


class _Ledger:
    """
    Count steps; refuse some, then say that enough were taken.
    """

    def __init__(self, *refusals: Exception | None) -> None:
        self.refusals = list(refusals)
        self.done = Event()

    def __call__(self) -> int:
        if not self.refusals:
            self.done.set()
            return 0
        refusal = self.refusals.pop(0)
        if refusal is not None:
            raise refusal
        return 1


def test_it_goes_on_after_what_it_was_refused() -> None:
    ledger = _Ledger(None, Unavailable("locked"), LedgerBroken("contradiction"), None)
    sequencer = Repeater("sequencer", ledger, 0.001)
    sequencer.start()

    assert ledger.done.wait(timeout=30)
    sequencer.stop()
    assert not sequencer.is_alive()


def test_it_goes_on_after_what_nobody_foresaw_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        threading, "excepthook", lambda told: said.append(f"{told.thread.name} {told.exc_value!r}")
    )
    ledger = _Ledger(KeyError("facebook"), None)
    sequencer = Repeater("sequencer", ledger, 0.001)
    sequencer.start()

    assert ledger.done.wait(timeout=30)
    sequencer.stop()
    assert ["sequencer KeyError('facebook')"] == said


def test_it_stops_while_it_pauses() -> None:
    sequencer = Repeater("sequencer", _Ledger(), 3600)
    sequencer.start()

    sequencer.stop()

    assert not sequencer.is_alive()
