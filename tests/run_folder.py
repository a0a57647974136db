"""
Give all workers of one run a folder, in memory where there is plenty.

Every commit waits for the disk: a fifth of a millisecond, or three where others write, too;
for memory a fiftieth.  What is lost with the power no test of this house can show anyway:
they kill processes, and what a process wrote outlives it in either place.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

RUN_FOLDER_VARIABLE = "OBSTAT_TESTS_RUN_FOLDER"
_TEMPORARY_VARIABLE = "TMPDIR"
_FOLDER_PREFIX = "obstat-pytest-"
_MEMORY = Path("/dev/shm")  # noqa: S108 -- every folder in it is made by mkdtemp
_PASSABLE = 0o711
"""PostgreSQL runs as somebody else where this is root, and owns a folder in it."""
_PLENTY_BYTES = 6 * 1024**3
"""A run leaves some two gigabytes behind until it is over."""


def open_run_folder(stop: Callable[[Path], None]) -> None:
    """
    Make the folder that all workers of this run share, and clear up dead runs.

    Whatever tests write is in it and goes with it; `--basetemp` keeps theirs elsewhere.

    Args:
        stop: Ends what still runs in the folder of a dead run.
    """
    home = _home()
    for left_behind in _dead_runs(home, Path(tempfile.gettempdir())):
        stop(left_behind)
        shutil.rmtree(left_behind, ignore_errors=True)
    folder = tempfile.mkdtemp(prefix=f"{_FOLDER_PREFIX}{os.getpid()}-", dir=home)
    Path(folder).chmod(_PASSABLE)
    os.environ[RUN_FOLDER_VARIABLE] = folder
    if home == _MEMORY:
        written = Path(folder) / "written"
        written.mkdir()
        os.environ[_TEMPORARY_VARIABLE] = str(written)
        tempfile.tempdir = None  # it is looked up anew, here and by each worker


def close_run_folder(stop: Callable[[Path], None]) -> None:
    """
    Stop what runs in the folder of this run, and remove it.
    """
    folder = Path(os.environ.pop(RUN_FOLDER_VARIABLE))
    stop(folder)
    shutil.rmtree(folder, ignore_errors=True)
    if folder.parent == _MEMORY:
        del os.environ[_TEMPORARY_VARIABLE]
        tempfile.tempdir = None


def run_folder() -> Path:
    """
    Give the folder of this run.
    """
    return Path(os.environ[RUN_FOLDER_VARIABLE])


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """
    Let one worker at a time do what all need once.
    """
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _home() -> Path:
    """
    Give memory where it is plenty, programs may run, and nobody chose another place.
    """
    if _TEMPORARY_VARIABLE in os.environ or not os.access(_MEMORY, os.W_OK | os.X_OK):
        return Path(tempfile.gettempdir())
    there = os.statvfs(_MEMORY)
    room_bytes = min(there.f_bavail * there.f_frsize, _unused_memory_bytes())
    fits = room_bytes >= _PLENTY_BYTES and not there.f_flag & os.ST_NOEXEC
    return _MEMORY if fits else Path(tempfile.gettempdir())


def _unused_memory_bytes() -> int:
    for line in Path("/proc/meminfo").read_text("ascii").splitlines():
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) * 1024
    return 0


def _dead_runs(*homes: Path) -> Iterator[Path]:
    for home in set(homes):
        for found in home.glob(f"{_FOLDER_PREFIX}*"):
            run = int(found.name.split("-")[2])
            if os.access(found, os.W_OK) and not _is_running(run):
                yield found


def _is_running(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True
