"""
Print results: for people in a terminal, as JSON for scripts.
"""

import json
import os
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NoReturn

import click
from rich.cells import cell_len
from rich.console import Console, ConsoleDimensions
from rich.table import Table
from rich.text import Text

from cli.terminal.exits import Exit

ENDLESS_COLUMNS = 10_000
"""How wide a pipe or a file is: a line for `grep` is never broken."""
READABLE_COLUMNS = 100
"""How wide sentences become at most, however wide the window is."""
ID_COLUMNS = 36
EMPTY = "-"
UNSHOWN = "\N{REPLACEMENT CHARACTER}"
"""Stands for what would steer a terminal."""


class Paper(Console):
    """
    What is printed on: as wide as the terminal, or endless.
    """

    @property
    def size(self) -> ConsoleDimensions:
        """
        Give the size of the window; nothing else has an edge.
        """
        found = super().size
        if self.is_terminal:
            return found
        return ConsoleDimensions(ENDLESS_COLUMNS, found.height)

    @size.setter
    def size(self, new_size: tuple[int, int]) -> None:
        """
        Do as the one below does.
        """
        self._width, self._height = new_size

    def on_broken_pipe(self) -> NoReturn:
        """
        End quietly when whoever read the output went away.
        """
        nobody_reads()


OUT = Paper(highlight=False, emoji=False)
ERR = Paper(stderr=True, highlight=False, emoji=False)


def nobody_reads() -> NoReturn:
    """
    End because whoever read the output went away.

    Raises:
        Exit: Always, with the code that shells give to such an end.
    """
    let_go()
    raise click.exceptions.Exit(Exit.NOBODY_READS)


def let_go() -> None:
    """
    Let go of standard output, so that nothing is written there any more.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def sign(shape: str, plainly: str) -> str:
    """
    Give a shape, or letters where the terminal has no such shape.
    """
    try:
        shape.encode(OUT.encoding)
    except UnicodeEncodeError:
        return plainly
    return shape


def emit(value: object) -> None:
    """
    Print plain values as JSON.
    """
    print(json.dumps(value, ensure_ascii=False, indent=2))  # noqa: T201 - this is a command's output


def emit_line(value: object) -> None:
    """
    Print plain values as one line of JSON, at once.
    """
    print(json.dumps(value), flush=True)  # noqa: T201 - this is a command's output


def say(words: str, *, style: str = "", width: int | None = None) -> None:
    """
    Print words as they are, broken between words at the edge.
    """
    OUT.print(Text(visible(words), style=style), width=width or min(OUT.width, READABLE_COLUMNS))


def say_whole(words: str, *, style: str = "") -> None:
    """
    Print one line that must not be broken: a key, a path, a command.
    """
    OUT.print(Text(visible(words), style=style), soft_wrap=True)


def remark(words: str) -> None:
    """
    Print a line beside what was asked for, on standard error.
    """
    ERR.print(Text(visible(words), style="dim"), soft_wrap=True)


def show_rows(rows: Sequence[Mapping[str, object]], *, empty: str) -> None:
    """
    Print a table; the headings are the keys of the first row.

    What is empty in every row is left out.  Identifiers stand last; where the window
    is too narrow for them they stand below what is before them, in one piece, since
    they are there to be copied.
    """
    if not rows:
        say(empty, style="dim")
        return
    columns = {heading: [cell(row[heading]) for row in rows] for heading in rows[0]}
    shown = {heading: each for heading, each in columns.items() if set(each) != {EMPTY}}
    if len(shown) > 1 and _width(shown) > OUT.width and _are_ids([*shown.values()][-1]):
        shown = _stacked(shown)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading, cells in shown.items():
        is_whole = not any(" " in each or "\n" in each for each in cells)
        least = ID_COLUMNS if "/" in heading else None
        table.add_column(heading, overflow="fold", no_wrap=is_whole, min_width=least)
    for cells_of_row in zip(*shown.values(), strict=True):
        table.add_row(*map(Text, cells_of_row))
    show_table(table)


def show_table(table: Table) -> None:
    """
    Print a table; into a pipe without the blanks at the end of lines.
    """
    if OUT.is_terminal:
        OUT.print(table)
        return
    with OUT.capture() as captured:
        OUT.print(table)
    lines = (line.rstrip() for line in captured.get().splitlines())
    print("\n".join(lines))  # noqa: T201 - this is a command's output


def _width(columns: Mapping[str, Sequence[str]]) -> int:
    """
    Tell how wide a table would like to be.
    """
    widest = (max(map(cell_len, [heading, *cells])) for heading, cells in columns.items())
    return sum(widest) + 2 * (len(columns) - 1)


def _are_ids(cells: Sequence[str]) -> bool:
    """
    Tell whether a column holds identifiers of ours.
    """
    return all(len(each) == ID_COLUMNS and " " not in each for each in cells)


def _stacked(columns: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """
    Put the last column below the one before it.
    """
    *rest, (upper, above), (lower, below) = columns.items()
    stacked = [f"{one}\n{other}" for one, other in zip(above, below, strict=True)]
    return {**dict(rest), f"{upper} / {lower}": stacked}


def cell(value: object) -> str:
    """
    Write one value for a human.
    """
    if value is None or value == "":
        return EMPTY
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(cell(each) for each in value) or EMPTY
    return visible(str(value))


def visible(words: str) -> str:
    """
    Give words without what would steer a terminal.

    A space that breaks no line stands before every French question mark: it is one.
    """
    return "".join(
        each if each.isprintable() or each == "\n" or _is_space(each) else UNSHOWN for each in words
    )


def _is_space(character: str) -> bool:
    return unicodedata.category(character) == "Zs"


def refuse(code: str, message: str, field: str | None = None) -> None:
    """
    Print a refusal on one line, on standard error.
    """
    where = f" ({field})" if field and field not in message else ""
    line = visible(" ".join(f"{message}{where}".split()))
    ERR.print(Text.assemble((code, "bold"), f": {line}"), soft_wrap=True)
