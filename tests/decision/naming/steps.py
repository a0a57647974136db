"""
Count steps instead of seconds.
"""

import gc
import sys
from collections.abc import Callable
from types import FrameType


def steps_of(work: Callable[[], object]) -> list[tuple[str, str]]:
    """
    List every call that *work* makes, into Python and into C.
    """
    steps: list[tuple[str, str]] = []

    def record(frame: FrameType, event: str, called: object) -> None:
        name = frame.f_code.co_name if event == "call" else getattr(called, "__name__", "")
        steps.append((event, name))

    before, collected = sys.getprofile(), gc.isenabled()
    gc.disable()  # its callbacks come when they like
    sys.setprofile(record)
    try:
        work()
    finally:
        sys.setprofile(before)
        if collected:
            gc.enable()
    return steps
