"""
Look whether this deployment is fit to answer.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import click

from cli.door import Options, caller_of, registry_of
from cli.exits import Exit
from cli.output import OUT, emit
from service.errors import ObstatError
from service.settings import Settings
from service.usecases.registry import Registry

DOT = bytes.fromhex("474946383961010001008000000000000000002c00000000010001000002024401003b")
"""A GIF of one pixel."""


@dataclass(frozen=True, slots=True)
class Finding:
    """
    One thing that was looked at.
    """

    what: str
    ok: bool
    detail: str


@click.command()
@click.pass_obj
def doctor(options: Options) -> None:
    """
    Look at settings, keys, database, law, pictures and ledger.
    """
    findings = list(examine(options))
    if options.json:
        emit([{"what": each.what, "ok": each.ok, "detail": each.detail} for each in findings])
    else:
        for each in findings:
            mark = "[green]✔[/]" if each.ok else "[red]✘[/]"
            OUT.print(f"{mark} {each.what:<10} {each.detail}")
    if not all(each.ok for each in findings):
        raise click.exceptions.Exit(Exit.REFUSED)


def examine(options: Options) -> Iterator[Finding]:
    """
    Look at one thing after the other; the first that is missing ends it.
    """
    try:
        settings = Settings.from_env(os.environ)
        yield Finding("settings", ok=True, detail="every OBSTAT_ name is known")
        with registry_of(settings) as registry:
            yield Finding("storage", ok=True, detail=_kind(settings))
            yield Finding("law", ok=True, detail=_law(registry))
            yield _tried("pictures", lambda: _reading(registry))
            yield from _organisations(registry, options)
    except ObstatError as refused:
        yield Finding(refused.code, ok=False, detail=refused.message)


def _kind(settings: Settings) -> str:
    """
    Say on which engine things are kept, without address or password.
    """
    return "SQLite" if settings.storage_url.startswith("sqlite") else "PostgreSQL"


def _law(registry: Registry) -> str:
    """
    Count the jurisdictions and name the table.
    """
    law = registry.jurisdictions
    return f"{len(law.by_code)} jurisdictions, table {law.digest[:12]}"


def _reading(registry: Registry) -> str:
    """
    Read the smallest picture there is, in a process that may be killed.
    """
    read = registry.pictures.read(DOT)
    return f"a {read.format} of {read.width_px} x {read.height_px} was read"


def _tried(what: str, attempt: Callable[[], str]) -> Finding:
    """
    Try one part.
    """
    try:
        return Finding(what, ok=True, detail=attempt())
    except ObstatError as refused:
        return Finding(what, ok=False, detail=refused.message)


def _organisations(registry: Registry, options: Options) -> Iterator[Finding]:
    """
    Verify the ledger of every organisation, or of the one that was named.
    """
    slugs = [options.organisation] if options.organisation else registry.list_organisations()
    if not slugs:
        yield Finding("ledger", ok=True, detail="no organisation yet")
    for slug in slugs:
        found = registry.verify_ledger(caller_of(registry, slug))
        detail = f"{slug}: {found.broken or f'{found.log.size if found.log else 0} entries verify'}"
        yield Finding("ledger", ok=found.broken is None, detail=detail)
