"""
Take everything along, locked, and put it back.

Like `outfit.py`, one of the few places that know adapters.
"""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, BinaryIO

from service.access.safekeeping import lock, unlock
from service.errors import SettingsRefused
from service.ledger.history import refuse_older
from service.persistence.backing import put_back, refuse_damage, take
from service.persistence.starting import file_of
from service.settings import Settings

ASIDE = ".backing-up-"
"""How folders begin in which everything lies unlocked for a moment."""


def back_up(settings: Settings, target: BinaryIO, secret: bytes, now: datetime) -> dict[str, Any]:
    """
    Write everything that is stored to *target*, locked; say what is in it.

    Raises:
        Unavailable: The storage cannot be reached, or is damaged.
        SettingsRefused: There is none, one whose tables are not of this program, or no
            place beside it.
    """
    with _aside(settings) as folder:
        taken = folder / "taken"
        header = {**take(settings.storage_url, taken), "made_at": now.isoformat()}
        with taken.open("rb") as source:
            lock(source, target, header, secret)
    return header


def restore_backup(
    settings: Settings,
    source: BinaryIO,
    secret: bytes,
    kept: Sequence[str],
    *,
    although_older: bool = False,
) -> dict[str, Any]:
    """
    Put back what `back_up` wrote, where nothing may be; say what is in it.

    Raises:
        InvalidInput: It is no backup, was changed, or has another secret.
        Conflict: Something is stored already, or a *kept* head is newer.
        SettingsRefused: It is of another program, or there is no place for it.
    """
    with _aside(settings) as folder:
        opened = folder / "opened"
        with opened.open("wb") as target:
            header = unlock(source, target, secret)
        if not although_older:
            refuse_older(header["heads"], kept)
        put_back(settings.storage_url, opened, header)
    return header


def refuse_damaged(settings: Settings) -> None:
    """
    Look whether the storage is whole, as far as it can tell.

    Raises:
        Unavailable: It is damaged, or cannot be reached.
    """
    refuse_damage(settings.storage_url)


@contextmanager
def _aside(settings: Settings) -> Iterator[Path]:
    """
    Give a folder of one's own on the disk of the storage; it is gone afterwards.

    What a command left there that was killed goes first: nobody is erased from that.
    """
    file = file_of(settings.storage_url)
    beside = file.parent if file else settings.var_folder
    try:
        beside.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder, held = _made(beside)
    except OSError as trouble:
        message = f"{beside} cannot be used: {trouble.strerror}."
        raise SettingsRefused(message, field="OBSTAT_VAR_FOLDER") from trouble
    try:
        yield folder
    finally:
        shutil.rmtree(folder)
        os.close(held)


def _made(beside: Path) -> tuple[Path, int]:
    """
    Make a folder and hold it; whoever ends in whatever way lets go of it.
    """
    everybody = os.open(beside, os.O_RDONLY)
    try:
        flock(everybody, LOCK_EX)
        for left in beside.glob(f"{ASIDE}*"):
            with suppress(BlockingIOError):
                os.close(_held(left))
                shutil.rmtree(left)
        folder = Path(mkdtemp(prefix=ASIDE, dir=beside))
        return folder, _held(folder)
    finally:
        os.close(everybody)


def _held(folder: Path) -> int:
    """
    Hold a folder that nobody else holds.

    Raises:
        BlockingIOError: Somebody does.
    """
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        flock(descriptor, LOCK_EX | LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor
