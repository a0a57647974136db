"""
Fill folders with drawn pictures, and run a command on them that may be ended early.
"""

import json
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from tests.cli.forked import Forked
from tests.cli.terminal import Said, Terminal
from tests.fingerprint.drawing import draw_scene, encode

SMALL = (320, 240)


@cache
def drawn(seed: int) -> bytes:
    """
    Draw a small photograph.
    """
    return encode(draw_scene(seed, SMALL), "JPEG", quality=90)


def put(file: Path, content: bytes) -> Path:
    """
    Write a file, and the folders above it.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def filled(folder: Path, count: int) -> Path:
    """
    Put so many different pictures in a folder.
    """
    for number in range(count):
        put(folder / f"{number:03}.jpg", drawn(number))
    return folder


def lines_of(said: Said) -> list[dict[str, Any]]:
    """
    Read what a script would read, line by line.
    """
    return [json.loads(line) for line in said.out.splitlines()]


@contextmanager
def started(terminal: Terminal, *words: str | Path, **environ: str) -> Iterator["Running"]:
    """
    Start a command in a process of its own; end it, whatever becomes of it.
    """
    command = Forked(terminal.environment(**environ), *map(str, words))
    try:
        yield Running(command)
    finally:
        command.close()


class Running:
    """
    A command that has not ended yet.
    """

    def __init__(self, command: Forked) -> None:
        """
        Take the command.
        """
        self._command = command

    def lines(self, count: int) -> list[dict[str, Any]]:
        """
        Wait for so many lines of JSON.
        """
        return [json.loads(self._command.out.readline()) for _ in range(count)]

    def end(self, number: signal.Signals) -> Said:
        """
        Send a signal, and wait for the end; the rest that it says is given.
        """
        return self._command.end(number)
