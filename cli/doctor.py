"""
Look whether this deployment is fit to answer.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import click
from rich.table import Table
from rich.text import Text

from cli.terminal.door import caller_of, registry_of
from cli.terminal.exits import Exit
from cli.terminal.output import emit, show_table, sign, visible
from cli.terminal.waiting import waiting
from cli.terminal.words import Options, Word
from service.backups import refuse_damaged
from service.errors import ObstatError, Unavailable
from service.records.paging import Page
from service.settings import Settings
from service.usecases.caller import Caller
from service.usecases.plain import plain
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


@click.command(cls=Word)
@click.pass_obj
def doctor(options: Options) -> None:
    """
    Look whether this deployment is fit to answer.

    Settings, keys, database, law, pictures, photos and ledger.  Ends with 2 when something
    is wrong.
    """
    with waiting("Looking"):
        findings = list(examine(options))
    if options.json:
        emit(plain(findings))
    else:
        show(findings)
    if not all(each.ok for each in findings):
        raise click.exceptions.Exit(Exit.REFUSED)


def show(findings: list[Finding]) -> None:
    """
    Print what was found, with a sign before each line.
    """
    table = Table(box=None, pad_edge=False, show_header=False)
    for each in findings:
        good, bad = Text(sign("✔", "+"), style="green"), Text(sign("✘", "x"), style="red")
        table.add_row(good if each.ok else bad, each.what, Text(visible(each.detail)))
    show_table(table)


def examine(options: Options) -> Iterator[Finding]:
    """
    Look at one thing after the other; the first that is missing ends it.
    """
    what = "settings"
    try:
        settings = Settings.from_env(os.environ)
        yield Finding(what, ok=True, detail="every OBSTAT_ name is known")
        what = "storage"
        with registry_of(settings) as registry:
            refuse_damaged(settings)
            yield Finding(what, ok=True, detail=_kind(settings))
            yield _keys(registry)
            yield Finding("law", ok=True, detail=_law(registry))
            yield _tried("pictures", lambda: _reading(registry))
            what = "ledger"
            yield from _organisations(registry, options)
    except ObstatError as refused:
        yield Finding(what, ok=False, detail=f"{refused.code}: {refused.message}")


def _kind(settings: Settings) -> str:
    """
    Say where things are kept, without address or password.
    """
    if settings.storage_url.startswith("sqlite"):
        return f"SQLite; files in {settings.var_folder.resolve()}"
    return "PostgreSQL"


def _keys(registry: Registry) -> Finding:
    """
    Say whether the keys are there, and no rotation stopped halfway.
    """
    if registry.ledger.rotate_key.is_begun():
        detail = "a rotation of the ledger's key stopped: type `obstat audit rotate-key` again"
        return Finding("keys", ok=False, detail=detail)
    return Finding("keys", ok=True, detail="the ledger's and the sealing key are readable")


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


def _evidence(registry: Registry, caller: Caller, slug: str) -> Finding:
    """
    Say whether every photo can be opened and found by what this program looks for.
    """
    try:
        registry.photos.list_photos(caller, Page(limit=1))
    except Unavailable as locked:
        detail = f"{slug}: {locked.message} Put back the key that was there (keys/sealing.key)."
        return Finding("photos", ok=False, detail=detail)
    old = registry.photos.refingerprint_photos.count(caller)
    said = "every photo is found by what is looked for today"
    advice = f"{old:,} are found by less: run `obstat photos refingerprint`"
    return Finding("photos", ok=not old, detail=f"{slug}: {advice if old else said}")


def _passkeys(registry: Registry, caller: Caller, slug: str) -> Finding:
    """
    Say whether passkeys of staff were made for another name than that of the pages.
    """
    try:
        lost = registry.staff.find_lost_passkeys(caller)
    except Unavailable as locked:
        return Finding("passkeys", ok=False, detail=f"{slug}: {locked.message}")
    if not lost.count:
        return Finding("passkeys", ok=True, detail=f"{slug}: every passkey opens at this address")
    here = lost.here or "this address, which has no name over HTTPS"
    there = ", ".join(lost.hosts) or "another name"
    detail = (
        f"{slug}: {lost.count:,} made for {there} open nothing at {here}. "
        "Give OBSTAT_PUBLIC_URL the old name again, or have their owners sign in with a code "
        "and add new ones; invite anew whoever has no code left."
    )
    return Finding("passkeys", ok=False, detail=detail)


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
    slugs = (
        [options.organisation]
        if options.organisation
        else registry.organisations.list_organisations()
    )
    if not slugs:
        yield Finding("ledger", ok=True, detail="no organisation yet")
    for slug in slugs:
        caller = caller_of(registry, slug)
        yield _evidence(registry, caller, slug)
        yield _passkeys(registry, caller, slug)
        found = registry.ledger.verify_ledger(caller)
        entries = found.log.size if found.log else 0
        detail = f"{slug}: {found.broken or f'{entries:,} entries verify'}"
        yield Finding("ledger", ok=found.broken is None, detail=detail)
