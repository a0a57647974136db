"""
Find the command that was asked for, and load no other.

Loading everything would load the web framework to list ten people.
"""

import gc
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from cli.terminal.endings import ended, output_arrives
from cli.terminal.words import Words
from service.errors import NotFound, ObstatError, Unavailable

Sections = Mapping[str, Mapping[str, tuple[str, str]]]
"""Heading -> command -> where it is (`module:name`), and what it does."""


class FrontDoor(Words):
    """
    All commands, by section.
    """

    def __init__(self, *, sections: Sections, **attributes: Any) -> None:  # noqa: ANN401  # as click takes them
        """
        Know where every command is.
        """
        super().__init__(**attributes)
        self.sections = sections

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # as click asks
        """
        Name every command.
        """
        return [name for section in self.sections.values() for name in section]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # as click asks
        """
        Load one command.
        """
        for section in self.sections.values():
            if cmd_name in section:
                return _load(section[cmd_name][0])
        return None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """
        Find the command; of one that is mistyped, say which are like it.
        """
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as unknown:
            known = self.list_commands(ctx)
            raise click.exceptions.NoSuchCommand(
                unknown.command_name, possibilities=known, ctx=ctx
            ) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  # as click asks
        """
        List the commands without loading them.
        """
        widest = max(len(name) for section in self.sections.values() for name in section)
        for heading, section in self.sections.items():
            with formatter.section(heading):
                rows = [(name.ljust(widest), what) for name, (_, what) in section.items()]
                formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> object:
        """
        Run the command, and see that its words arrive.
        """
        try:
            with output_arrives():
                return super().invoke(ctx)
        except (NotFound, Unavailable) as refused:
            raise self.with_hint(refused, ctx.invoked_subcommand or "") from refused

    def with_hint(self, refused: NotFound | Unavailable, word: str) -> ObstatError:
        """
        Say where to look, unless that was said.
        """
        if "`" in refused.message:
            return refused
        if isinstance(refused, Unavailable):
            return type(refused)(f"{refused.message} `obstat doctor` looks what is wrong.")
        subject = self.get_command(click.Context(self), word)
        if not isinstance(subject, click.Group):
            return refused
        where = word if "list" in subject.commands else "consents"
        return NotFound(f"{refused.message} See `obstat {where} list`.", field=refused.field)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: ARG002, FBT001, FBT002  # as click asks; it always is
        **extra: Any,  # noqa: ANN401  # as click takes them
    ) -> NoReturn:
        """
        Run the command line and exit.
        """
        words = list(sys.argv[1:] if args is None else args)
        run = super().main

        def act() -> object:
            return run(words, prog_name or "obstat", complete_var, standalone_mode=False, **extra)

        sys.exit(ended(act, as_json="--json" in words))


def _load(place: str) -> click.Command:
    """
    Import the command at *place* (`module:name`).

    What is loaded stays to the end: to look meanwhile, later and at the end for what may
    be thrown away would take a quarter of the time of a short command.
    """
    module, _, name = place.partition(":")
    gc.disable()
    try:
        found: click.Command = getattr(import_module(module), name)
    finally:
        gc.freeze()
        gc.enable()
    return found
