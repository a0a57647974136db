"""
List the keys of the ledger, rotate them, keep one for the worst day.
"""

import os
from datetime import datetime
from pathlib import Path

import click

from cli.terminal.door import Inside, registry_of, with_registry
from cli.terminal.output import emit, say, say_whole
from cli.terminal.reading import instant, write_anew
from cli.terminal.waiting import waiting
from cli.terminal.wording import counted
from cli.terminal.words import Options, Word, examples
from service.errors import InvalidInput
from service.ledger.canonical import canonical
from service.ledger.keychain import Why
from service.outfit import recovery_key_at
from service.settings import Settings
from service.usecases.ledger import LogKeys, Order, Rotated
from service.usecases.plain import plain

_NEW_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("keys", cls=Word, epilog=examples("obstat audit keys --out keys.json"))
@click.option("--out", type=_NEW_FILE, help="Write what proves it, for `--keys` of the verifier.")
@with_registry
def list_keys(inside: Inside, out: Path | None) -> None:
    """
    List the keys of the ledger, former ones too.
    """
    found = inside.registry.ledger.list_log_keys(inside.caller)
    if out is not None:
        with write_anew(out) as opened:
            opened.write(canonical(list(found.statements)))
    if inside.json:
        emit(plain(found))
        return
    _tell_keys(found)


def _tell_keys(found: LogKeys) -> None:
    for each in found.keys:
        until = "signs today" if each.until is None else f"counts up to entry {each.until}"
        say(f"{until} {f'({each.why})' if each.why else ''}".rstrip())
        say_whole(f"  {each.vkey}", style="dim")
    recovery = found.keys[-1].recovery
    if recovery is None:
        say("No recovery key: make one with `obstat audit recovery-key`.", style="yellow")
    else:
        say("May replace it, should it be lost or stolen:")
        say_whole(f"  {recovery}", style="dim")


@click.command(
    "recovery-key", cls=Word, epilog=examples("obstat audit recovery-key /media/key/recovery.key")
)
@click.argument("file", type=_NEW_FILE)
@click.pass_obj
def recovery_key(options: Options, file: Path) -> None:
    """
    Make the key that replaces the signing key, should it be lost or stolen.

    Its secret half is written to FILE: take it away from this machine, and print it.
    Its public half goes into every log.  Typed again with the same FILE, it names the
    key in the logs that were founded since.
    """
    settings = Settings.from_env(os.environ)
    key = recovery_key_at(settings, file)
    vkey = key.verifier().vkey()
    with registry_of(settings) as registry:
        named = registry.ledger.name_recovery_key(vkey)
    if options.json:
        emit({"file": str(file), "vkey": vkey, "logs": list(named)})
        return
    say(f"Named in {counted(len(named), 'log')}. Now take {file} away from this machine.")
    say_whole(vkey, style="dim")


@click.command(
    "rotate-key",
    cls=Word,
    epilog=examples(
        "obstat audit rotate-key",
        "obstat audit rotate-key --recovery /media/key/recovery.key --lost",
        "obstat audit rotate-key --recovery r.key --stolen-since 2026-05-12T09:30Z",
    ),
)
@click.option("--recovery", type=click.Path(exists=True, path_type=Path), help="The recovery key.")
@click.option("--lost", is_flag=True, help="The key that signs is gone.")
@click.option("--stolen-since", type=instant, help="Since when another may have had it.")
@click.pass_obj
def rotate_key(
    options: Options, recovery: Path | None, *, lost: bool, stolen_since: datetime | None
) -> None:
    """
    Let another key sign from now on, in the log of every organisation.

    The old key signs for it; where that is lost or stolen, the recovery key does.
    After a crash or a refusal, the same command goes on where it stopped.
    """
    settings = Settings.from_env(os.environ)
    order = _order(settings, recovery, stolen_since, lost=lost)
    with registry_of(settings) as registry, waiting("Handing the logs over"):
        turned = registry.ledger.rotate_key(order)
    if options.json:
        emit(plain(turned))
        return
    are = "is" if len(turned) == 1 else "are"
    say(f"{counted(len(turned), 'log')} {are} signed by another key from now on.")
    for each in turned:
        _tell_turned(each)


@click.command("stamp", cls=Word, epilog=examples("obstat audit stamp --out head.tsr"))
@click.option("--out", type=_NEW_FILE, help="Write the answer; the head goes beside it, as .txt.")
@with_registry
def stamp(inside: Inside, out: Path | None) -> None:
    """
    Have the newest head stamped by the time authority of the settings.

    Whoever has its certificate checks the stamp without us:
    openssl ts -verify -data head.txt -in head.tsr -CAfile authority.pem
    """
    with waiting("Asking the time authority"):
        found = inside.registry.ledger.stamp_head(inside.caller)
    if out is not None:
        for file, content in ((out, found.reply), (out.with_suffix(".txt"), found.note.encode())):
            with write_anew(file) as opened:
                opened.write(content)
    if inside.json:
        emit({"size": found.size, "stamped_at": found.stamped_at.isoformat()})
        return
    say(f"The head of {found.size:,} entries was stamped at {found.stamped_at.isoformat()}.")


def _order(
    settings: Settings, recovery: Path | None, stolen_since: datetime | None, *, lost: bool
) -> Order:
    """
    Read why the key is rotated.

    Raises:
        InvalidInput: Who signs for the new key is not said, or twice.
    """
    if recovery is None and not lost and stolen_since is None:
        return Order()
    if recovery is None or lost == (stolen_since is not None):
        message = "A lost or stolen key needs --recovery FILE, and one of --lost, --stolen-since."
        raise InvalidInput(message, field="recovery")
    why = Why.LOST if lost else Why.STOLEN
    return Order(why, recovery_key_at(settings, recovery), stolen_since)


def _tell_turned(turned: Rotated) -> None:
    say_whole(f"{turned.origin}: the old key counts up to entry {turned.trusted_size}", style="dim")
    say_whole(f"  {turned.new}", style="dim")
    if turned.doubted:
        say(
            f"  {turned.doubted} entries after that were signed by the stolen key alone: look at"
            " them, a thief may have written some.",
            style="yellow",
        )
