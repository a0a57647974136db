"""
Verify the evidence.
"""

import click

from cli.door import Inside, with_registry
from cli.exits import Exit
from cli.output import OUT, emit, refuse


@click.group()
def audit() -> None:
    """
    Look at the ledger: what was known, asked and answered.
    """


@audit.command("verify")
@with_registry
def verify(inside: Inside) -> None:
    """
    Verify every entry and every signed head of the live database.
    """
    with OUT.status("Verifying the ledger"):
        found = inside.registry.verify_ledger(inside.caller)
    if found.log is None:
        what = str(found.broken)
        if inside.json:
            emit({"ok": False, "origin": found.origin, "broken": what})
        else:
            refuse("ledger-broken", what)
        raise click.exceptions.Exit(Exit.REFUSED)
    result = {
        "ok": True,
        "origin": found.origin,
        "entries": found.log.size,
        "erased": found.log.erased,
        "root": found.log.root.hex(),
        "vkey": found.vkey,
    }
    if inside.json:
        emit(result)
        return
    OUT.print(
        f"[bold green]✔[/] {result['entries']:,} entries verify; {result['erased']:,} erased."
    )
    OUT.print(
        f"origin {result['origin']}\nroot   {result['root']}\nkey    {result['vkey']}", style="dim"
    )
