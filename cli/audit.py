"""
Verify the evidence, and hand it out.
"""

import json
from pathlib import Path

import click

from cli import exporting, log_keys
from cli.terminal.door import Inside, with_registry
from cli.terminal.exits import Exit
from cli.terminal.output import emit, refuse, say, say_whole, sign
from cli.terminal.reading import FILE, content_of
from cli.terminal.waiting import waiting
from cli.terminal.words import Options, Words, examples
from service.errors import InvalidInput, LedgerBroken, ObstatError
from service.ledger.archive import MAX_BYTES
from service.ledger.exported import Trust, verify_export
from service.ledger.history import Kept, Link, read_kept, read_link
from service.ledger.keychain import read_keychain
from service.ledger.signing import check_ed25519_fast
from service.ledger.verifier import told
from service.ledger.verify import VerifiedLog
from service.usecases.exports import Contradiction
from service.usecases.ledger import Verification

MAX_KEPT_BYTES = 1_000_000
"""Far more than any checkpoint, receipt or proof."""


@click.group(cls=Words)
def audit() -> None:
    """
    Verify the evidence, and hand it out.
    """


@audit.command(
    "verify",
    epilog=examples(
        "obstat audit verify",
        "obstat audit verify --kept receipt.tlog-proof",
        "obstat audit verify export.zip --key 'obstat.example/house+1a2b3c4d+AQ...'",
    ),
)
@click.argument("file", type=FILE, required=False)
@click.option("--key", "keys", multiple=True, help="A public key that you know. Repeatable.")
@click.option(
    "--kept", type=FILE, multiple=True, help="A head or receipt that you kept. Repeatable."
)
@click.option("--proof", "proofs", type=FILE, multiple=True, help="Proof for a kept head.")
@click.option(
    "--keys", "chains", type=FILE, multiple=True, help="How keys followed: `obstat audit keys`."
)
@click.pass_context
def verify(
    context: click.Context,
    file: Path | None,
    keys: tuple[str, ...],
    kept: tuple[Path, ...],
    proofs: tuple[Path, ...],
    chains: tuple[Path, ...],
) -> None:
    """
    Verify an export FILE; without one, the live database.

    Ends with 2 and the first thing that is wrong.
    """
    held = tuple(read_kept(each.name, _read(each).decode(errors="replace")) for each in kept)
    if file is None:
        context.invoke(with_registry(_verify_live), held)
        return
    links = tuple(_link(each) for each in proofs)
    said = tuple(each for chain in chains for each in read_keychain(_read(chain)))
    trust = Trust(check_ed25519_fast, keys, held, links, said)
    _verify_file(context.ensure_object(Options), file, trust)


def _read(file: Path) -> bytes:
    return content_of(file, MAX_KEPT_BYTES)


def _link(file: Path) -> Link:
    """
    Read a proof of consistency.

    Raises:
        InvalidInput: It is none.
    """
    try:
        return read_link(json.loads(_read(file)))
    except (ValueError, LedgerBroken) as odd:
        raise InvalidInput(f"{file} is no proof of consistency.", field="proof") from odd


def _verify_file(options: Options, file: Path, trust: Trust) -> None:
    """
    Verify an export as its own verifier does.
    """
    content = content_of(file, MAX_BYTES)
    found = verify_export(content, trust)
    if options.json:
        emit(
            {
                "ok": True,
                "origin": found.manifest.origin,
                "entries": found.entries,
                "withheld": found.withheld,
                "made_at": found.mark["made_at"],
                "made_by": found.mark["made_by"],
                "keys": list(found.keys),
                "compared": list(found.compared),
                "not_compared": list(found.not_compared),
            }
        )
        return
    for line in told(found, is_key_known=bool(trust.vkeys)):
        say_whole(line)


def _verify_live(inside: Inside, kept: tuple[Kept, ...]) -> None:
    """
    Verify the live database: every entry, every head, every record.
    """
    with waiting("Verifying the ledger"):
        found = inside.registry.ledger.verify_ledger(inside.caller, kept)
        contradictions = inside.registry.exports.compare_records(inside.caller) if found.log else ()
    log = found.log
    if log is None:
        what = str(found.broken)
        if inside.json:
            emit({"ok": False, "origin": found.origin, "broken": what})
        refuse("ledger-broken", what)
        raise click.exceptions.Exit(Exit.REFUSED)
    if contradictions:
        _tell_contradictions(inside, found, contradictions)
        raise click.exceptions.Exit(Exit.REFUSED)
    _tell_whole(inside, found, log)


def _tell_contradictions(
    inside: Inside, found: Verification, contradictions: tuple[Contradiction, ...]
) -> None:
    """
    Name the records that were edited behind the program's back.
    """
    lines = [_line(each) for each in contradictions]
    if inside.json:
        emit({"ok": False, "origin": found.origin, "broken": lines[0], "contradictions": lines})
    refuse("ledger-broken", lines[0] + (f" (and {len(lines) - 1} more)" if lines[1:] else ""))


def _line(found: Contradiction) -> str:
    """
    Say what is wrong with one record.
    """
    if found.index is None and found.field:
        return f"no entry tells of {found.kind} {found.record_id}, {found.field}: it was added"
    what = f"{found.field} was changed" if found.field else "it is gone"
    return f"entry {found.index} ({found.kind}) contradicts record {found.record_id}: {what}"


def _tell_whole(inside: Inside, found: Verification, log: VerifiedLog) -> None:
    """
    Say that everything adds up.
    """
    if inside.json:
        emit(
            {
                "ok": True,
                "origin": found.origin,
                "entries": log.size,
                "erased": log.erased,
                "root": log.root.hex(),
                "vkey": found.vkey,
            }
        )
        return
    say(f"{sign('✔', '+')} {log.size:,} entries verify; {log.erased:,} erased.", style="green")
    say_whole(f"origin  {found.origin}", style="dim")
    say_whole(f"root    {log.root.hex()}", style="dim")
    say_whole(f"key     {found.vkey}", style="dim")


class ReceiptBroken(ObstatError):
    """
    It proves nothing.
    """

    code = "receipt-broken"


@audit.command("verify-receipt", epilog=examples("obstat audit verify-receipt receipt.json"))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@with_registry
def verify_receipt(inside: Inside, /, *, file: Path) -> None:
    """
    Verify a receipt that a family kept, by this house's own key.

    Ends with 2 and what is wrong when it proves nothing.
    """
    try:
        found = inside.registry.families.get_receipt.verify(
            inside.caller, content_of(file, MAX_KEPT_BYTES)
        )
    except LedgerBroken as broken:
        raise ReceiptBroken(str(broken)) from broken
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
    note = inside.registry.ledger.get_checkpoint(inside.caller).note
    if inside.json:
        emit({"note": note})
    else:
        say_whole(note.rstrip("\n"))


@audit.command("prove", epilog=examples("obstat audit prove kept-head.txt"))
@click.argument("kept", type=FILE)
@with_registry
def prove(inside: Inside, kept: Path) -> None:
    """
    Prove that the newest head continues the one in KEPT.

    Prints what `obstat audit verify --proof` and `verify.py --proof` read.
    """
    text = _read(kept).decode(errors="replace")
    emit(inside.registry.ledger.prove_history(inside.caller, text).to_plain())


@audit.command(
    "witness", epilog=examples("obstat audit witness their-head.txt --key KEY --proof proof.json")
)
@click.argument("head_file", metavar="HEAD", type=FILE)
@click.option("--key", required=True, help="The public key of the other log.")
@click.option("--proof", type=FILE, help="That HEAD continues the last one we vouched for.")
@click.option("--keys", "chain", type=FILE, help="How they rotated: `obstat audit keys --out`.")
@with_registry
def witness(
    inside: Inside, head_file: Path, key: str, proof: Path | None, chain: Path | None
) -> None:
    """
    Vouch for the HEAD of another instance's log, unless it was rewritten.

    Prints it with our signature below; ends with 2 where it does not continue what
    we have seen.
    """
    note = _read(head_file).decode(errors="replace")
    steps = _link(proof).proof if proof else ()
    said = read_keychain(_read(chain)) if chain else ()
    cosigned = inside.registry.ledger.witness_head(inside.caller, note, key, steps, said)
    if inside.json:
        emit({"note": cosigned.note, "vkey": cosigned.vkey, "size": cosigned.size})
    else:
        say_whole(cosigned.note.rstrip("\n"))


for command in (
    exporting.export,
    exporting.exports,
    exporting.request,
    exporting.requests,
    exporting.approve,
    log_keys.list_keys,
    log_keys.recovery_key,
    log_keys.rotate_key,
    log_keys.stamp,
):
    audit.add_command(command)
