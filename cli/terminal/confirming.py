"""
Ask before something that cannot be undone, and for secrets.
"""

import sys
import warnings
from getpass import GetPassWarning

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


def ask_secret(what: str, instead: str, *, twice: bool = False) -> str:
    """
    Ask for a secret, which is not shown as it is typed.

    Args:
        instead: The option by which it is given where nobody can be asked.

    Raises:
        InvalidInput: Nobody can.
    """
    with warnings.catch_warnings():
        # Without a terminal it would be read from anywhere, and shown.
        warnings.simplefilter("error", GetPassWarning)
        try:
            found: str = click.prompt(what, hide_input=True, confirmation_prompt=twice, err=True)
        except GetPassWarning:
            raise InvalidInput(f"Nobody is there to be asked: give {instead}.") from None
    return found
