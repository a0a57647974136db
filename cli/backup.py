"""
Take everything along, locked; and put it back.
"""

import os
from datetime import UTC, datetime
from pathlib import Path

import click

from cli.terminal.confirming import ask_secret
from cli.terminal.door import registry_of
from cli.terminal.output import emit, say
from cli.terminal.reading import FILE, content_of, write_anew
from cli.terminal.waiting import waiting
from cli.terminal.wording import counted
from cli.terminal.words import Options, Word, examples
from service.backups import back_up, restore_backup
from service.errors import InvalidInput
from service.settings import Settings
from service.usecases.retention import Reapplied
from service.wiring import clock

MAX_SECRET_BYTES = 10_000
LEAST_SECRET = 12
"""Shorter passphrases are guessed."""

_SECRET = click.option(
    "--secret-file", type=FILE, help="A file with the passphrase or key; else it is asked for."
)


@click.command(cls=Word, epilog=examples("obstat backup monday.backup --secret-file backup.key"))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@_SECRET
@click.pass_obj
def backup(options: Options, file: Path, secret_file: Path | None) -> None:
    """
    Write everything stored to FILE, locked, while the service runs.

    The keys in the folder `keys` are not in it: keep them somewhere else.
    """
    secret = _secret(secret_file, is_new=True)
    settings = Settings.from_env(os.environ)
    with waiting("Backing up"), write_anew(file) as opened:
        header = back_up(settings, opened, secret, clock())
    if options.json:
        emit({"file": str(file), "engine": header["engine"], "heads": header["heads"]})
        return
    say(f"{file} is written, with the signed heads of {counted(len(header['heads']), 'log')}.")


@click.command(cls=Word, epilog=examples("obstat restore monday.backup --kept newest-head.txt"))
@click.argument("file", type=FILE)
@_SECRET
@click.option("--kept", type=FILE, multiple=True, help="A signed head that was kept. Repeatable.")
@click.option(
    "--erased", type=FILE, multiple=True, help="A list of what was erased since. Repeatable."
)
@click.option("--although-older", is_flag=True, help="Restore although a kept head is newer.")
@click.pass_obj
def restore(
    options: Options,
    file: Path,
    secret_file: Path | None,
    kept: tuple[Path, ...],
    erased: tuple[Path, ...],
    *,
    although_older: bool,
) -> None:
    """
    Put a backup back where no database is, on SQLite or PostgreSQL.

    Ends with 2 where a kept head is newer than the backup: then it would take back
    what families were told is recorded.  Who was erased since is erased again, by the
    newest list of `obstat retention erased` for each organisation.
    """
    secret = _secret(secret_file, is_new=False)
    notes = [content_of(each, 1_000_000).decode(errors="replace") for each in kept]
    settings = Settings.from_env(os.environ)
    with waiting("Restoring"), file.open("rb") as opened:
        header = restore_backup(settings, opened, secret, notes, although_older=although_older)
    lists = [content_of(each, 10_000_000).decode(errors="replace") for each in erased]
    if not options.json:
        # Told before the lists are applied: one that is refused finds everything back.
        _tell_age(datetime.fromisoformat(header["made_at"]))
    again = _erase_again(settings, lists)
    count = sum(each.erased for each in again)
    kept_back = [line for each in again for line in each.kept]
    if options.json:
        told = {"engine": header["engine"], "made_at": header["made_at"], "heads": header["heads"]}
        emit(told | {"erased": count, "kept": kept_back})
        return
    _tell_erased(count, kept_back, were_told=bool(lists))


def _tell_age(made_at: datetime) -> None:
    """
    Say of when everything is, and what is lost by that.
    """
    say(f"Everything is back as it was at {made_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC.")
    say(
        "What was recorded later is missing, a family's no too: enter again the answers of"
        " whoever holds a later receipt, and revoke again what was revoked since (keys, accounts).",
        style="yellow",
    )
    say("Nobody is signed in; invitations and links for a new password are over: send them anew.")
    say("Verify it: obstat audit verify --kept <a head that you kept>")


def _tell_erased(count: int, kept_back: list[str], *, were_told: bool) -> None:
    """
    Say what was erased again, and what was not.
    """
    if not were_told:
        say(
            "Whoever was erased since this backup is back: erase them again with"
            " `obstat retention reapply` and the newest list of `obstat retention erased`.",
            style="yellow",
        )
        return
    say(f"{count} were erased again, as the lists say.")
    for each in kept_back:
        say(f"A legal hold keeps {each}: erase it when the hold is lifted.", style="yellow")


def _erase_again(settings: Settings, lists: list[str]) -> list[Reapplied]:
    """
    Erase what the lists name, each in the organisation whose log signed it.
    """
    if not lists:
        return []
    with registry_of(settings) as registry:
        done = list[Reapplied]()
        for each in lists:
            origin = each.split("\n")[1:2]
            slug = "".join(origin).rpartition("/")[2]
            caller = registry.organisations.act_as_operator(slug)
            done.append(registry.retention.reapply_erasures(caller, each))
    return done


def _secret(file: Path | None, *, is_new: bool) -> bytes:
    """
    Read the secret from its file, or ask for it.

    Raises:
        InvalidInput: It is too short, or nobody is there to be asked.
    """
    if file is None:
        asked = ask_secret("Passphrase", "--secret-file", twice=is_new)
        secret = asked.encode(errors="surrogateescape")
    else:
        secret = content_of(file, MAX_SECRET_BYTES).strip()
    if len(secret) < LEAST_SECRET:
        raise InvalidInput(f"At least {LEAST_SECRET} characters.", field="secret")
    return secret
