"""
Print results: for people in a terminal, as JSON for scripts.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

OUT = Console(highlight=False, soft_wrap=True)
ERR = Console(stderr=True, highlight=False, soft_wrap=True)


def emit(value: object) -> None:
    """
    Print plain values as JSON.
    """
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))  # noqa: T201 - this is a command's output


def show_rows(rows: Sequence[Mapping[str, Any]], columns: Mapping[str, str], *, empty: str) -> None:
    """
    Print a table; *columns* maps keys to headings.
    """
    if not rows:
        OUT.print(empty, style="dim")
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in columns.values():
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(_cell(row.get(key)) for key in columns))
    OUT.print(table)


def _cell(value: object) -> str:
    """
    Write one value for a human.
    """
    if value is None or value == "":
        return "-"
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(_cell(each) for each in value) or "-"
    return str(value)


def refuse(code: str, message: str) -> None:
    """
    Print a refusal on one line, on standard error.
    """
    ERR.print(f"[bold]{code}[/bold]: {message}")
