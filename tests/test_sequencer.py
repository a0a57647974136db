"""
The threads that keep the tree growing and the memory tidy.
"""

from threading import Event

from service.errors import LedgerBroken, ObstatError, Unavailable
from service.repeating import Repeater


class _Ledger:
    """
    Count steps; refuse some, then say that enough were taken.
    """

    def __init__(self, *refusals: ObstatError | None) -> None:
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


def test_it_stops_while_it_pauses() -> None:
    sequencer = Repeater("sequencer", _Ledger(), 3600)
    sequencer.start()

    sequencer.stop()

    assert not sequencer.is_alive()
