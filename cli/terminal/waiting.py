"""
Show that something is under way, only in a terminal.

A bar appears after a moment, so that what is quick leaves no flicker, and vanishes
at the end.
"""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from cli.terminal.output import ERR

T = TypeVar("T")
PATIENCE_SECONDS = 0.5


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """
    Show a bar that only says that time passes.
    """
    with _shown(TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn()) as bar:
        bar.add_task(what, total=None)
        yield


@contextmanager
def counting(what: str) -> Iterator["Counter"]:
    """
    Show a bar that fills as the counter is told how far things are.
    """
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with _shown(*columns) as bar:
        yield Counter(bar, what)


def walking(things: Sequence[T], what: str) -> Iterator[T]:
    """
    Give one thing after the other and show how many are left.
    """
    with counting(what) as counter:
        for done, thing in enumerate(things):
            counter(done, len(things))
            yield thing


class Counter:
    """
    Tell a bar how far things are.
    """

    def __init__(self, bar: Progress, what: str) -> None:
        """
        Take the bar; how much there is in all is not known yet.
        """
        self._bar = bar
        self._task = bar.add_task(what, total=None)

    def __call__(self, done: int, total: int) -> None:
        """
        Say how many of how many are done.
        """
        self._bar.update(self._task, completed=done, total=total)


@contextmanager
def _shown(*columns: ProgressColumn) -> Iterator[Progress]:
    """
    Show a bar when it takes longer than a moment.
    """
    # Nothing is redirected: what a command prints must reach its own stream.
    bar = Progress(
        *columns, console=ERR, transient=True, redirect_stdout=False, redirect_stderr=False
    )
    if not ERR.is_interactive:
        yield bar
        return
    delayed = threading.Timer(PATIENCE_SECONDS, bar.start)
    delayed.daemon = True
    delayed.start()
    try:
        yield bar
    finally:
        delayed.cancel()
        delayed.join()
        bar.stop()
