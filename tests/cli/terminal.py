"""
Type commands as people and scripts do, and read what came.

`type` runs the command line in this process, through the same door as a shell;
`real` starts it as a process of its own, for what only a process has: signals,
pipes, encodings.
"""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, TextIO

import pytest

from cli.commands import obstat
from service.wiring import clock
from tests.readers import shared_readers

LILAS = (
    *("found", "lilas", "--name", "Les Lilas", "--jurisdiction", "BE"),
    *("--time-zone", "Europe/Brussels", "--language", "fr"),
    *("--contact", "Ann Vos", "--email", "ann@lilas.example"),
)
"""Founds an organisation without anything in it."""
NOBODY = "01900000-0000-7000-8000-000000000000"
"""An id that nothing has."""


@dataclass(frozen=True, slots=True)
class Said:
    """
    What a command said, and what it ended with.
    """

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401  # as it was said
        """
        Read what a script would read.
        """
        return json.loads(self.out)


@dataclass(frozen=True, slots=True)
class Terminal:
    """
    A terminal beside one storage.
    """

    folder: Path

    def type(self, *words: str | Path, stdin: str = "", keys: str = "", **environ: str) -> Said:
        """
        Run a command in this process; a fault of ours fails the test.

        Args:
            stdin: What comes through a pipe.

            keys: What is typed by somebody who sits at the keyboard.
        """
        given = _Keyboard(keys) if keys else _Pipe(stdin)
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
        with (
            _standing_in(self.environment(**environ)),
            _reading(given),
            redirect_stdout(out),
            redirect_stderr(err),
            shared_readers(),
        ):
            code = _ended([str(each) for each in words])
        return Said(code, *(_written(each) for each in (out, err)))

    def read(self, *words: str | Path) -> Any:  # noqa: ANN401  # whatever is printed
        """
        Run a command that must succeed, and give what a script would read.
        """
        said = self.type(*words, "--json")
        assert (0, "") == (said.code, said.err)
        return said.json

    def real(self, *words: str | Path, stdin: str = "", **environ: str) -> Said:
        """
        Run a command in a process of its own.
        """
        done = subprocess.run(
            [sys.executable, "-m", "cli", *map(str, words)],
            env=self.environment(**environ),
            input=stdin.encode(),
            capture_output=True,
            check=False,
        )
        return Said(done.returncode, done.stdout.decode(), done.stderr.decode())

    def environment(self, **more: str) -> dict[str, str]:
        """
        Give the environment of somebody whose storage is here.
        """
        return surroundings(self.folder, **more)


def surroundings(folder: Path, **more: str) -> dict[str, str]:
    """
    Give the environment of a deployment in *folder*, nothing else set.
    """
    strange = ("OBSTAT_", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "LC_", "LANG")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(strange)}
    one_worker = {"OBSTAT_VAR_FOLDER": str(folder), "OBSTAT_PICTURE_WORKERS": "1"}
    return {**kept, "LANG": "C.UTF-8", **one_worker, **more}


def in_days(days: int) -> str:
    """
    Write the day that comes so many days after today; negative: before.
    """
    return f"{clock().date() + timedelta(days=days)}"


def only_line(said: Said) -> str:
    """
    Give what was complained of: exactly one line, and no stack trace.
    """
    (line,) = said.err.splitlines()
    assert "Traceback" not in line
    return line


def refused(said: Said) -> str:
    """
    Give the line that refuses; nothing else was printed.
    """
    assert (2, "") == (said.code, said.out)
    return only_line(said)


def _ended(words: list[str]) -> int:
    """
    Come in through the door, and give the exit code.
    """
    with pytest.raises(SystemExit) as end:
        obstat.main(words, "obstat")
    assert isinstance(end.value.code, int)
    return end.value.code


class _Pipe(io.TextIOWrapper):
    """
    What another program sent.
    """

    def __init__(self, content: str) -> None:
        super().__init__(io.BytesIO(content.encode()), "utf-8")


class _Keyboard(_Pipe):
    """
    What somebody types who sees the question.
    """

    def isatty(self) -> bool:
        return True


def _written(stream: io.TextIOWrapper) -> str:
    """
    Give what was written.
    """
    content = stream.buffer
    assert isinstance(content, io.BytesIO)
    return content.getvalue().decode()


@contextmanager
def _standing_in(environ: Mapping[str, str]) -> Iterator[None]:
    """
    Put another environment in place for a moment.
    """
    before = dict(os.environ)
    os.environ.clear()
    os.environ.update(environ)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextmanager
def _reading(given: TextIO) -> Iterator[None]:
    """
    Let commands read what is given, for a moment.
    """
    before = sys.stdin
    sys.stdin = given
    try:
        yield
    finally:
        sys.stdin = before
