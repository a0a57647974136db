"""
Ask before something that cannot be undone.
"""

import sys

import click

from cli.terminal.output import visible
from service.errors import InvalidInput

YES = click.option("--yes", is_flag=True, help="Do not ask first.")


def confirm(question: str, *, yes: bool) -> None:
    """
    Pass when somebody says yes, now or by `--yes`.

    Raises:
        InvalidInput: They say no, or nobody is there to be asked.
    """
    if yes:
        return
    if not sys.stdin.isatty():
        raise InvalidInput("This cannot be undone: say --yes to do it without being asked.")
    if not click.confirm(visible(question), err=True):
        raise InvalidInput("Nothing was done.")
