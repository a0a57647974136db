"""
Keep keys in files that the first start makes, for their owner only.
"""

import os
from collections.abc import Callable
from pathlib import Path
from secrets import token_hex

from service.errors import SettingsRefused

_OWNER_ONLY = 0o600
_FOLDER_OWNER_ONLY = 0o700


def read_or_create(path: Path, make: Callable[[], str]) -> str:
    """
    Give the text of the key file at *path*; the first caller ever makes it.

    Several workers that start at once all end up with the same key: whoever links
    first wins, and everybody reads what was linked.

    Raises:
        SettingsRefused: The file can be neither read nor made.
    """
    try:
        if not path.exists():
            _create(path, make())
        return path.read_text().strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it holds no key"
        raise SettingsRefused(f"The key file {path} cannot be used: {reason}.") from None


def _create(path: Path, key: str) -> None:
    """
    Write the whole file under another name, make it durable, then link it.
    """
    path.parent.mkdir(mode=_FOLDER_OWNER_ONLY, parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{token_hex(8)}.draft")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(key + "\n")
            file.flush()
            os.fsync(file.fileno())
        _link(draft, path)
    finally:
        draft.unlink()


def _link(draft: Path, path: Path) -> None:
    """
    Give the draft its name, unless another worker was first.
    """
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    settle(path.parent)


def settle(folder: Path) -> None:
    """
    Make the names in a folder durable.
    """
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
