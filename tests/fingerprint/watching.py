"""
Watch worker processes from outside, as an operator would.
"""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PIL import Image

from tests.fingerprint.drawing import encode

_PROCESSES: Final = Path("/proc")
_PATIENCE: Final = 3_000
_STATE, _USER_TICKS = 0, 11


def wait_until(holds: Callable[[], bool]) -> None:
    """
    Return as soon as *holds*; fail when that takes half a minute.
    """
    pause = threading.Event()
    for _ in range(_PATIENCE):
        if holds():
            return
        pause.wait(0.01)
    raise AssertionError("it never came to that")


def ticks_used(pid: int) -> int:
    """
    Tell how much processor time a process has used.
    """
    return int(_fields(pid)[_USER_TICKS])


def is_gone(pid: int) -> bool:
    """
    Tell whether a process has ended, even if nobody has asked after it yet.
    """
    try:
        return _fields(pid)[_STATE] == "Z"
    except FileNotFoundError:
        return True


def resident_megabytes(pid: int) -> int:
    """
    Tell how much memory a process holds.
    """
    for line in (_PROCESSES / str(pid) / "status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) // 1024
    raise AssertionError("no such line")


def open_files(pid: int) -> set[str]:
    """
    List what a process holds open.
    """
    return {entry.name for entry in (_PROCESSES / str(pid) / "fd").iterdir()}


def environment(pid: int) -> bytes:
    """
    Give the environment that a process was started with.
    """
    return (_PROCESSES / str(pid) / "environ").read_bytes()


def endless_jpeg() -> bytes:
    """
    Give a small file that takes minutes to decode: passes over a large empty picture.
    """
    page = encode(Image.new("L", (4000, 4000), 99), "JPEG", progressive=True)
    last_scan = page[page.rindex(b"\xff\xda") : -2]
    return page[:-2] + last_scan * 50_000 + page[-2:]


def _fields(pid: int) -> list[str]:
    return (_PROCESSES / str(pid) / "stat").read_text().rpartition(")")[2].split()
