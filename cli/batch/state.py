"""
Keep the answers of a scan in a file.

With it a scan goes on where it stopped.  The file is what `obstat scan --json`
prints: a line that says what was asked, then a line for each answer.  It holds no
picture and no name but those of files, and is as trustworthy as whoever may write it.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Any, BinaryIO

from cli.batch.answered import Answered, answered_before
from service.errors import InvalidInput

GOOD_FOR = timedelta(days=1)
"""After that it is asked again: somebody may have changed their mind meanwhile."""
Header = Mapping[str, object]
"""What was asked; answers to another question are no answers."""


@dataclass(slots=True)
class State:
    """
    The answers that are known, and where more of them are kept.
    """

    known: dict[bytes, Answered] = field(default_factory=dict)
    file: BinaryIO | None = None
    _turn: Lock = field(default_factory=Lock)

    def keep(self, answer: Answered) -> None:
        """
        Write an answer down; it is in the file when this returns.
        """
        if self.file is not None:
            with self._turn:
                _write(self.file, answer.as_plain())


@contextmanager
def state_in(path: Path | None, header: Header, now: datetime) -> Iterator[State]:
    """
    Open the file of a scan, a new one if there is none; None keeps nothing.

    Raises:
        InvalidInput: It is something else, or cannot be used.
    """
    if path is None:
        yield State()
        return
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    except OSError as trouble:
        raise InvalidInput(f"{path} cannot be used: {trouble.strerror}.") from trouble
    with os.fdopen(descriptor, "r+b", buffering=0) as file:
        known, ends_torn = _read(path, header, now)
        if not path.stat().st_size:
            _write(file, header)
        elif ends_torn:
            file.write(b"\n")
        yield State(known, file)


def _read(path: Path, header: Header, now: datetime) -> tuple[dict[bytes, Answered], bool]:
    """
    Read the answers that still hold, and whether the last line was cut off.

    Raises:
        InvalidInput: It is something else, or answers another question.
    """
    known: dict[bytes, Answered] = {}
    line = b"\n"
    with path.open("rb") as lines:
        for number, line in enumerate(lines):
            value = _value(line)
            if number == 0:
                _check_header(path, header, value)
            elif (before := answered_before(value)) and _is_fresh(before, now):
                known[bytes.fromhex(before.digest)] = before
    return known, not line.endswith(b"\n")


def _check_header(path: Path, header: Header, value: Mapping[str, Any]) -> None:
    """
    Refuse a file that no scan wrote, or a scan that asked something else.

    Raises:
        InvalidInput: It is one of those.
    """
    if "scan" not in value:
        raise InvalidInput(f"{path} was not written by a scan: choose another file.")
    if value != header:
        message = f"{path} holds the answers to another question: choose another file."
        raise InvalidInput(message)


def _is_fresh(before: Answered, now: datetime) -> bool:
    """
    Tell whether an answer still holds.
    """
    return timedelta() <= now - before.evaluated_at < GOOD_FOR


def _value(line: bytes) -> Mapping[str, Any]:
    """
    Read one line; what is none has nothing in it.
    """
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _write(file: BinaryIO, value: Mapping[str, object]) -> None:
    """
    Write one whole line.
    """
    file.write(json.dumps(value).encode() + b"\n")
