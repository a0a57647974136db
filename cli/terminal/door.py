"""
Open the registry for one command, and close it again.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import update_wrapper
from typing import Concatenate, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

import click

from cli.terminal.waiting import waiting
from cli.terminal.words import Options
from service.errors import InvalidInput, SettingsRefused, Unavailable
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
    settings: Settings

    @property
    def zone(self) -> ZoneInfo:
        """
        Give the time zone of the organisation: people read times in their own.
        """
        return ZoneInfo(self.registry.organisations.get_settings(self.caller).time_zone)


def with_registry(command: Callable[Concatenate[Inside, P], T]) -> Callable[P, T]:
    """
    Give a command the registry; the database is brought up to date first.
    """

    @click.pass_obj
    def opened(options: Options, /, *args: P.args, **kwargs: P.kwargs) -> T:
        settings = wished(Settings.from_env(os.environ), options)
        with registry_of(settings) as registry:
            caller = caller_of(registry, options.organisation)
            return command(Inside(registry, caller, options.json, settings), *args, **kwargs)

    return update_wrapper(opened, command)


def wished(settings: Settings, options: Options) -> Settings:
    """
    Give the settings with what this one command wants otherwise.
    """
    if options.jobs is None:
        return settings
    return replace(settings, picture_workers=options.jobs)


@contextmanager
def registry_of(settings: Settings) -> Iterator[Registry]:
    """
    Open the registry on a database that has every migration.
    """
    with waiting("Opening the registry"):
        registry = opened_registry(settings)
    try:
        yield registry
    finally:
        try:
            # What was written is durable; whoever comes next puts it in the tree.
            with suppress(Unavailable):
                registry.ledger.sequence_ledger()
        finally:
            registry.close()


def opened_registry(settings: Settings) -> Registry:
    """
    Prepare the storage and open it.

    Raises:
        SettingsRefused: A file or folder cannot be used, or the storage is of a
            later program.
        Unavailable: The storage cannot be reached or written.
    """
    with usable_folder(settings):
        prepare(settings)
        return build(settings)


@contextmanager
def usable_folder(settings: Settings) -> Iterator[None]:
    """
    Say what to do about files and folders that cannot be used.

    Raises:
        SettingsRefused: One cannot.
    """
    try:
        yield
    except OSError as trouble:
        where = trouble.filename or settings.var_folder
        message = (
            f"{where} cannot be used: {trouble.strerror}. "
            "Mend that, or choose another folder with OBSTAT_VAR_FOLDER."
        )
        raise SettingsRefused(message, field="OBSTAT_VAR_FOLDER") from trouble


def caller_of(registry: Registry, slug: str | None) -> Caller:
    """
    Act for the organisation called *slug*, or for the only one there is.

    Raises:
        InvalidInput: There are several, or none, or none of that name.
    """
    slugs = list(registry.organisations.list_organisations())
    if slug is None and len(slugs) == 1:
        return registry.organisations.act_as_operator(slugs[0])
    if slug in slugs:
        return registry.organisations.act_as_operator(str(slug))
    if not slugs:
        message = (
            "There is no organisation yet: `obstat demo` makes one to try, `obstat found` yours."
        )
    elif slug is None:
        message = f"Say for which organisation: --organisation {' | '.join(slugs)}"
    else:
        message = f"There is no such organisation; there is: {', '.join(slugs)}"
    raise InvalidInput(message)
