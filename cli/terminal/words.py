"""
Say what a command is: its words, its examples, shared options.

`--json` and `--organisation` may stand before the command or after it: nobody should
have to remember which.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

import click

P = ParamSpec("P")
T = TypeVar("T")
MOST_JOBS = 64


@dataclass(slots=True)
class Options:
    """
    What every command takes.
    """

    organisation: str | None = None
    json: bool = False
    jobs: int | None = None


def _keep_json(context: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001  # as click calls it
    """
    Remember that JSON is wanted; it may be said twice, never taken back.
    """
    options = context.ensure_object(Options)
    options.json = options.json or value


def _keep_organisation(context: click.Context, _: click.Parameter, value: str | None) -> None:
    """
    Remember for which organisation; what stands closest to the end counts.
    """
    options = context.ensure_object(Options)
    options.organisation = value or options.organisation


def _keep_jobs(context: click.Context, _: click.Parameter, value: int | None) -> None:
    """
    Remember how many pictures are read at a time.
    """
    context.ensure_object(Options).jobs = value


def with_jobs(command: Callable[P, T]) -> Callable[P, T]:
    """
    Give a command that reads many pictures the option how many at a time.
    """
    return click.option(
        "--jobs",
        type=click.IntRange(1, MOST_JOBS),
        metavar="N",
        expose_value=False,
        callback=_keep_jobs,
        help="Of a folder, read at a time; else OBSTAT_PICTURE_WORKERS.",
    )(command)


SHARED: tuple[click.Parameter, ...] = (
    click.Option(
        ["--json", "as_json"],
        is_flag=True,
        expose_value=False,
        callback=_keep_json,
        help="Print JSON, for scripts.",
    ),
    click.Option(
        ["--organisation", "-o"],
        metavar="SLUG",
        expose_value=False,
        callback=_keep_organisation,
        help="Act for this organisation.",
    ),
)


def _refuse_unreadable(context: click.Context, command: click.Command) -> None:
    """
    Refuse words that a terminal of another encoding sent; files may be called anything.

    Half a name would be nobody's, and nothing that is stored takes it.

    Raises:
        BadParameter: A word is no text in UTF-8.
    """
    for parameter in command.params:
        value = context.params.get(parameter.name or "")
        for word in value if isinstance(value, tuple) else (value,):
            if isinstance(word, str) and not _is_text(word):
                message = "this is no text in UTF-8: set the terminal or the script to UTF-8."
                raise click.BadParameter(message, context, parameter)


def _is_text(word: str) -> bool:
    try:
        word.encode()
    except UnicodeEncodeError:
        return False
    return True


class Word(click.Command):
    """
    One command.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """
        Read its words, each of which is text.
        """
        rest = super().parse_args(ctx, args)
        _refuse_unreadable(ctx, self)
        return rest

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """
        Give its own parameters, then those that all commands take.
        """
        *own, help_option = super().get_params(ctx)
        return [*own, *SHARED, help_option]


class Words(click.Group):
    """
    Commands about one subject.
    """

    command_class = Word

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """
        Give its own parameters, then those that all commands take.
        """
        *own, help_option = super().get_params(ctx)
        return [*own, *SHARED, help_option]


def examples(*lines: str) -> str:
    """
    Show commands to copy below the help of a command.
    """
    return "\n".join(["\b", "Examples:", *(f"  {line}" for line in lines)])
