"""
Make the demo organisation: all of it, or nothing.

Telling three years takes many transactions.  Where there is no database yet, they
happen in a file beside it that gets its name at the end, so that an interruption or
a power cut leaves nothing half told.  Where other organisations live already, the
story is told among them to its end, whoever presses Ctrl-C.
"""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType

from cli.demo import house
from cli.demo.telling.story import tell_story
from cli.terminal.door import opened_registry, usable_folder
from cli.terminal.output import ERR
from cli.terminal.waiting import counting
from service.errors import AlreadyExists, Unavailable
from service.settings import Settings
from service.wiring import clock

FOLDER = "demo"
SQLITE = "sqlite:///"
UNFINISHED = ".being-told"


def folder_of(settings: Settings) -> Path:
    """
    Give where the pictures of the demo are drawn.
    """
    return settings.var_folder / FOLDER


def exists(settings: Settings) -> bool:
    """
    Tell whether the demo organisation was made before.

    Raises:
        SettingsRefused: The folder in which it would be cannot be used.
    """
    with usable_folder(settings):
        settings.var_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if (file := file_of(settings)) is not None and not file.exists():
            return False
    registry = opened_registry(settings)
    try:
        return house.SLUG in registry.organisations.list_organisations()
    finally:
        registry.close()


def make(settings: Settings) -> str:
    """
    Make the demo organisation; give its first key.

    Raises:
        AlreadyExists: Somebody made a database meanwhile.
    """
    file = file_of(settings)
    if file is not None and not file.exists():
        return make_aside(settings, file)
    with uninterrupted():
        return told(settings)


def make_aside(settings: Settings, file: Path) -> str:
    """
    Tell the story in a file of its own, then give that its name.
    """
    unfinished = file.with_name(file.name + UNFINISHED)
    for suffix in ("", "-wal", "-shm"):
        Path(f"{unfinished}{suffix}").unlink(missing_ok=True)
    key = told(replace(settings, database_url=f"{SQLITE}{unfinished}"))
    try:
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        unfinished.unlink()
        raise AlreadyExists("Another program made a database meanwhile: run it again.") from None
    move(unfinished, file)
    return key


def move(unfinished: Path, file: Path) -> None:
    """
    Give a database its name, whole.

    Raises:
        Unavailable: Part of it is still in the log beside it: somebody has it open.
    """
    log = Path(f"{unfinished}-wal")
    if log.exists():
        file.unlink()
        raise Unavailable(f"{unfinished} is still in use: run it again.")
    unfinished.replace(file)


def told(settings: Settings) -> str:
    """
    Tell the whole story with a progress bar.
    """
    # The database is made before the clock of the story moves.
    opened_registry(settings).close()
    with counting("Drawing pictures, telling three years") as progress:
        return tell_story(settings, clock(), folder_of(settings), progress)


def file_of(settings: Settings) -> Path | None:
    """
    Give the file of the database; None where it is not a plain file.
    """
    url = settings.storage_url
    name = url.removeprefix(SQLITE)
    is_file = name not in {url, ":memory:"} and "?" not in name
    return Path(name) if is_file else None


@contextmanager
def uninterrupted() -> Iterator[None]:
    """
    Let Ctrl-C change nothing: half a story is worse than the whole.
    """

    def later(_number: int, _frame: FrameType | None) -> None:
        ERR.print("One moment: among other organisations the story is told to its end.")

    before = signal.signal(signal.SIGINT, later)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
