"""
Say at the end what is not done, and how to go on.
"""

from typing import NoReturn

import click

from cli.batch.stopping import Stop
from cli.terminal.endings import Stopped, as_plain
from cli.terminal.exits import Exit
from cli.terminal.output import emit_line, refuse
from service.errors import InvalidInput, ObstatError


class SomeUnread(InvalidInput):
    """
    Some of the pictures could not be read.
    """

    code = "some-unread"


def end_early(stop: Stop, how_far: str, code: Exit, *, as_json: bool) -> None:
    """
    Tell why it ended before its end.

    Args:
        how_far: How much is done, and how to go on.

        code: What trouble ends with; Ctrl-C has its own.

    Raises:
        Exit: It did end early.
    """
    trouble = stop.trouble
    if trouble is not None:
        told(type(trouble)(f"{trouble.message} {how_far}"), code, as_json=as_json)
    if stop.is_asked:
        told(Stopped(f"Interrupted. {how_far}"), Exit.STOPPED, as_json=as_json)


def told(refused: ObstatError, code: Exit, *, as_json: bool) -> NoReturn:
    """
    Say what is wrong, on a line of JSON among lines of JSON; end.

    Raises:
        Exit: Always.
    """
    if as_json:
        emit_line(as_plain(refused))
    refuse(refused.code, refused.message, refused.field)
    raise click.exceptions.Exit(code)
