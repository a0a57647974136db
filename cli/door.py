"""
Open the registry for one command, and close it again.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import update_wrapper
from typing import Concatenate, ParamSpec, TypeVar

import click

from cli.exits import Exit
from cli.output import refuse
from service.errors import InvalidInput, ObstatError
from service.settings import Settings
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.wiring import build, prepare

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Inside:
    """
    What a command works with: every verb, and on whose behalf.
    """

    registry: Registry
    caller: Caller
    json: bool


@dataclass(slots=True)
class Options:
    """
    What stands before the command's name.
    """

    organisation: str | None = None
    json: bool = False


def with_registry(command: Callable[Concatenate[Inside, P], T]) -> Callable[P, T]:
    """
    Give a command the registry; the database is brought up to date first.
    """

    @click.pass_obj
    def opened(options: Options, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with registry_of(Settings.from_env(os.environ)) as registry:
            inside = Inside(registry, caller_of(registry, options.organisation), options.json)
            return command(inside, *args, **kwargs)

    return update_wrapper(opened, command)


@contextmanager
def registry_of(settings: Settings) -> Iterator[Registry]:
    """
    Open the registry on a database that has every migration.
    """
    prepare(settings)
    registry = build(settings)
    try:
        yield registry
    finally:
        registry.sequence_ledger()
        registry.close()


def caller_of(registry: Registry, slug: str | None) -> Caller:
    """
    Act for the organisation called *slug*, or for the only one there is.

    Raises:
        InvalidInput: There are several, or none.
    """
    if slug is not None:
        return registry.act_as_operator(slug)
    slugs = registry.list_organisations()
    if len(slugs) == 1:
        return registry.act_as_operator(slugs[0])
    if not slugs:
        message = (
            "There is no organisation yet: `obstat demo` makes one to try, `obstat found` yours."
        )
    else:
        message = f"Say for which organisation: --organisation {' | '.join(slugs)}."
    raise InvalidInput(message, field="organisation")


class Refusing(click.Group):
    """
    A group of commands whose refusals are one line and exit code 2.
    """

    def invoke(self, ctx: click.Context) -> object:
        """
        Run the command; say what is refused instead of a stack trace.
        """
        try:
            return super().invoke(ctx)
        except ObstatError as refused:
            refuse(refused.code, refused.message)
            ctx.exit(Exit.REFUSED)
