"""
Show that something is under way, only in a terminal.

A bar appears after a moment, so that what is quick leaves no flicker, and vanishes
at the end.
"""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import TypeVar

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from cli.terminal.output import ERR

T = TypeVar("T")
PATIENCE_SECONDS = 0.5
ENOUGH_DONE = 10
ENOUGH_SECONDS = 3
"""Before that a pace is a guess."""


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


@contextmanager
def pacing(what: str, total: int) -> Iterator["Counter"]:
    """
    Show a bar that also says how fast it goes and how long it takes.
    """
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        Pace(),
    )
    with _shown(*columns) as bar:
        counter = Counter(bar, what)
        counter(0, total)
        yield counter


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

    def now(self, what: str) -> None:
        """
        Say that something else is being done.
        """
        self._bar.update(self._task, description=what)


class Pace(ProgressColumn):
    """
    Say how many are done in a second, of late, and how long the rest takes.
    """

    def render(self, task: Task) -> Text:
        """
        Write it, once enough is done to be measured.

        The first results come all at once.
        """
        is_early = task.completed < ENOUGH_DONE or (task.elapsed or 0) < ENOUGH_SECONDS
        if is_early or not task.speed or task.time_remaining is None:
            return Text()
        left = timedelta(seconds=round(task.time_remaining))
        return Text(f"{task.speed:.1f}/s, {left} left")


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
