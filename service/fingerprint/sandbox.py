"""
Give up, before the first picture, whatever decoding does not need.

Threat T12: a decoder that is taken over finds no file, no socket, no secret and
no memory beyond its share.  What a system does not offer is left out: the time limit
of the parent holds everywhere.  Not closed: signals to other processes of the same
user; run the service as a user of its own.
"""

import contextlib
import os
import resource
from pathlib import Path
from typing import Final

_STANDARD_STREAMS: Final = 3
_NOBODY: Final = 65534
_THREADS: Final = 3
_MEMORY_IN_USE: Final = Path("/proc/self/statm")


def close_down(max_memory_bytes: int) -> None:
    """
    Keep the open streams, the loaded code, and *max_memory_bytes* more.

    Files and sockets cannot be opened any more, so everything that decoding loads
    must have been loaded.
    """
    _limit_memory(max_memory_bytes)
    for what in (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE):
        resource.setrlimit(what, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (_STANDARD_STREAMS, _STANDARD_STREAMS))
    _become_nobody()


def allow_seconds(max_seconds: float) -> None:
    """
    Allow the time on each thread from now on; then the system ends all.

    The parent, which looks at the clock, is faster.  This is for when it has died.
    """
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + _THREADS * max_seconds) + 1
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _limit_memory(max_memory_bytes: int) -> None:
    try:
        pages = int(_MEMORY_IN_USE.read_text(encoding="ascii").split()[0])
    except OSError:
        # Not Linux, where address space says little about memory.
        return
    limit = pages * resource.getpagesize() + max_memory_bytes
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _become_nobody() -> None:
    """
    Leave root, where the service runs as root and the system lets us.
    """
    if os.geteuid() != 0:
        return
    with contextlib.suppress(OSError):
        os.setgroups([])
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)
