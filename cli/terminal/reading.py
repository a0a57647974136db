"""
Read what stands in files, and never more of it than may be used.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import click

from service.errors import InvalidInput
from service.usecases.checks.question import OUR_TIME, Upload

F = TypeVar("F", bound=Callable[..., Any])
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
THERE = click.Path(exists=True, path_type=Path)
CAPTION_BYTES = 200_000
"""More than the longest caption there may be."""


def day(words: str) -> date:
    """
    Read a day, written 2026-05-12.

    Raises:
        BadParameter: It is none.
    """
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise click.BadParameter("a day is written 2026-05-12.") from None


def instant(words: str) -> datetime:
    """
    Read an instant with its offset, written 2026-05-12T09:30+02:00.

    Raises:
        BadParameter: It is none, not of our time, or of no time zone that is named.
    """
    with suppress(ValueError):
        read = datetime.fromisoformat(words)
        if read.tzinfo is not None and read.year in OUR_TIME:
            return read
    raise click.BadParameter("an instant is written 2026-05-12T09:30+02:00.")


def content_of(file: Path, most_bytes: int) -> bytes:
    """
    Read a file, at most one byte more than may be used: then it is refused.

    Raises:
        InvalidInput: It cannot be read.
    """
    try:
        with file.open("rb") as opened:
            return opened.read(most_bytes + 1)
    except OSError as trouble:
        raise InvalidInput(f"{file} cannot be read: {trouble.strerror}.") from trouble


def uploads_of(files: tuple[Path, ...], most_bytes: int) -> tuple[Upload, ...]:
    """
    Read pictures.

    Raises:
        InvalidInput: One of them cannot be read.
    """
    return tuple(Upload(content_of(each, most_bytes), each.name) for each in files)


def text_of(words: str | None) -> str:
    """
    Give words, read from a file when they begin with @ (`@-`: stdin).

    Raises:
        InvalidInput: The file cannot be read, or is no UTF-8 text.
    """
    if words is None or not words.startswith("@"):
        return words or ""
    name = words[1:]
    if name == "-":
        content = sys.stdin.buffer.read(CAPTION_BYTES + 1)
    else:
        content = content_of(Path(name), CAPTION_BYTES)
    if len(content) > CAPTION_BYTES:
        raise InvalidInput("This is too long for a caption.", field="text")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{name} is no text in UTF-8: save it as UTF-8 and try again."
        raise InvalidInput(message) from error


@contextmanager
def write_anew(file: Path) -> Iterator[BinaryIO]:
    """
    Open a new file for oneself alone; it is there whole, or never.

    Raises:
        InvalidInput: It exists already or by then, or cannot be written.
    """
    _refuse_existing(file)
    part = file.with_name(f"{file.name}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as trouble:
        message = f"{part} is there: somebody writes it now, or was cut off and it can be removed."
        raise InvalidInput(message) from trouble
    except OSError as trouble:
        raise InvalidInput(f"{file} cannot be written: {trouble.strerror}.") from trouble
    with ExitStack() as last:
        last.callback(part.unlink, missing_ok=True)
        with os.fdopen(descriptor, "wb") as opened:
            yield opened
            opened.flush()
            os.fsync(descriptor)
        _name(part, file)


def _name(part: Path, file: Path) -> None:
    """
    Give what is written its name, where nobody took that meanwhile.
    """
    try:
        os.link(part, file)  # renaming would take the place of somebody else's file
    except OSError:  # taken, or a disk that gives no file two names, a USB stick say
        _refuse_existing(file)
        part.rename(file)


def _refuse_existing(file: Path) -> None:
    if os.path.lexists(file):
        raise InvalidInput(f"{file} cannot be written: File exists.")


class OneOf(click.Choice[str]):
    """
    Take one word of a closed set; help lists them where there is room.
    """

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:  # noqa: ARG002  # as click asks
        """
        Give the place of the word one short name.
        """
        return param.opts[0].strip("-").replace("-", "_").upper()


def choice(words: Iterable[Enum]) -> OneOf:
    """
    Take one of *words*: of a whole enumeration, or of some.
    """
    return OneOf([each.value for each in words])


def one_of(
    *names: str,
    words: Iterable[Enum],
    what: str,
    **more: Any,  # noqa: ANN401  # as click takes them
) -> Callable[[F], F]:
    """
    Give a command an option that takes one of *words*.
    """
    known = tuple(str(each.value) for each in words)
    again = " Repeatable." if more.get("multiple") else ""
    help_text = f"{what}: {', '.join(known)}.{again}"
    return click.option(*names, type=OneOf(known), help=help_text, **more)
