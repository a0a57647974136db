"""
Walk a folder, whatever lies in it.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import click

from cli.terminal.reading import content_of
from service.errors import InvalidInput

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def files_below(folder: Path) -> Iterator[Path]:
    """
    Give every file below *folder*, by name, folder after folder.

    What begins with a dot is left out: systems keep their own things there, such as
    `._IMG_0001.jpg`, which is no picture.  Links to folders are not followed.  A folder
    that cannot be opened is given itself, so that whoever reads it says so.
    """
    waiting = [(folder, True)]
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            yield path
            continue
        try:
            found = _inside(path)
        except OSError:
            yield path
            continue
        waiting.extend(reversed(found))


def _inside(folder: Path) -> list[tuple[Path, bool]]:
    """
    List what lies in one folder, and whether it is a folder itself.
    """
    with os.scandir(folder) as entries:
        found = [
            (folder / each.name, each.is_dir(follow_symlinks=False))
            for each in sorted(entries, key=lambda each: each.name)
            if not each.name.startswith(".")
        ]
    return [(path, is_folder) for path, is_folder in found if is_folder or _is_content(path)]


def _is_content(path: Path) -> bool:
    """
    Tell whether somebody expects it to be read; also of a link that leads nowhere.
    """
    return path.is_file() or not path.exists()


def content_below(path: Path, most_bytes: int) -> bytes:
    """
    Read what the walk gave.

    Raises:
        InvalidInput: It cannot be read.
    """
    if path.is_dir():
        raise InvalidInput("This folder cannot be opened, so nothing in it was seen.")
    return content_of(path, most_bytes)


def name_below(folder: Path, path: Path) -> str:
    """
    Give the name by which a file is told from the others below *folder*.
    """
    return "." if path == folder else path.relative_to(folder).as_posix()
