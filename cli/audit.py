"""
Verify the evidence.
"""

from pathlib import Path

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.exits import Exit
from cli.terminal.output import emit, refuse, say, say_whole, sign
from cli.terminal.waiting import waiting
from cli.terminal.words import Words, examples
from service.errors import LedgerBroken


@click.group(cls=Words)
def audit() -> None:
    """
    Verify the evidence.
    """


@audit.command("verify")
@with_registry
def verify(inside: Inside) -> None:
    """
    Verify every entry and every signed head of the live database.

    Ends with 2 and the first thing that is wrong when they do not add up.
    """
    with waiting("Verifying the ledger"):
        found = inside.registry.verify_ledger(inside.caller)
    if found.log is None:
        what = str(found.broken)
        if inside.json:
            emit({"ok": False, "origin": found.origin, "broken": what})
        refuse("ledger-broken", what)
        raise click.exceptions.Exit(Exit.REFUSED)
    if inside.json:
        emit(
            {
                "ok": True,
                "origin": found.origin,
                "entries": found.log.size,
                "erased": found.log.erased,
                "root": found.log.root.hex(),
                "vkey": found.vkey,
            }
        )
        return
    say(
        f"{sign('✔', '+')} {found.log.size:,} entries verify; {found.log.erased:,} erased.",
        style="green",
    )
    say_whole(f"origin  {found.origin}", style="dim")
    say_whole(f"root    {found.log.root.hex()}", style="dim")
    say_whole(f"key     {found.vkey}", style="dim")


@audit.command("verify-receipt", epilog=examples("obstat audit verify-receipt receipt.json"))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@with_registry
def verify_receipt(inside: Inside, /, *, file: Path) -> None:
    """
    Verify a receipt that a family kept, by this house's own key.

    Ends with 2 and what is wrong when it proves nothing.
    """
    try:
        found = inside.registry.families.get_receipt.verify(inside.caller, file.read_bytes())
    except LedgerBroken as broken:
        refuse("receipt-broken", str(broken))
        raise click.exceptions.Exit(Exit.REFUSED) from broken
    if inside.json:
        emit({"ok": True, "recorded_at": found.recorded_at, "receipt": found.receipt})
        return
    say(f"{sign('✔', '+')} Recorded on {found.recorded_at}, and unchanged since.", style="green")
    say_whole(f"in the log of {found.head.size:,} entries, key {found.vkey}", style="dim")


@audit.command("head")
@with_registry
def head(inside: Inside) -> None:
    """
    Print the newest signed head, to be kept out of our reach.
    """
    note = inside.registry.get_checkpoint(inside.caller).note
    if inside.json:
        emit({"note": note})
    else:
        say_whole(note.rstrip("\n"))
