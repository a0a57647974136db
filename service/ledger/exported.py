"""
Verify a whole export: a file in, truth or the first flaw out.

    export.json               who made it, when, of what; as the log tells, too
    keys.txt                  the public keys of the log, a line each
    ledger/checkpoint.txt     the signed head
    ledger/keys.json          how the keys of the log follow each other, signed
    ledger/consistency.json   earlier heads, each with the proof that it is continued
    ledger/entries.jsonl      the entries; withheld ones as their commitment
    ledger/proofs/*           one tlog-proof for each
    records/*.json            what the tables say, each with the number of its entry
    evidence/*, forms/*       files, named by their SHA-256
    redactions.json           what was withheld, and why
    everything else           made of the above to be read: report, tables, pictures

It trusts the keys that it is given; the keys inside only when it is given none, and
then whoever reads must compare them with the ones they know.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from service.ledger.archive import read_archive
from service.ledger.bindings import (
    BINDINGS,
    WORDS,
    Entry,
    check_files,
    check_records,
    check_words,
)
from service.ledger.bundle import Row, read_row
from service.ledger.canonical import parse_canonical
from service.ledger.checkpoint import Checkpoint
from service.ledger.entry import commitment, leaf_bytes
from service.ledger.failures import (
    ArchiveRefused,
    CheckpointRefused,
    ExportBroken,
    ExportFlaw,
    NotCanonical,
    ProofRefused,
)
from service.ledger.hashing import leaf_hash
from service.ledger.history import Kept, Link, check_links, compare_kept, opened, read_link
from service.ledger.keychain import follow, read_keychain
from service.ledger.keys import Ed25519Check, Verifier
from service.ledger.manifest import Manifest, check_members, open_manifest
from service.ledger.members import content_of, json_of, list_of, text_of
from service.ledger.proofs import verify_inclusion
from service.ledger.receipt import read_receipt
from service.ledger.stamped import StampedHead, check_stamps

MARK, KEYS, REDACTIONS = "export.json", "keys.txt", "redactions.json"
CHECKPOINT, CONSISTENCY = "ledger/checkpoint.txt", "ledger/consistency.json"
ENTRIES, PROOFS = "ledger/entries.jsonl", "ledger/proofs"
KEYCHAIN = "ledger/keys.json"


@dataclass(frozen=True, slots=True)
class VerifiedExport:
    """
    An export that adds up.
    """

    manifest: Manifest
    head: Checkpoint
    mark: Mapping[str, Any]
    keys: tuple[str, ...]
    entries: int
    """Entries that can be read."""
    withheld: int
    """Entries of which only the commitment is there: erased, or about others."""
    compared: tuple[str, ...] = ()
    """What was kept elsewhere, and fits."""
    not_compared: tuple[str, ...] = ()
    """What was kept elsewhere, and needs a proof of consistency to be compared."""
    stamped: tuple[StampedHead, ...] = ()
    """Heads that a time authority has seen; its signature is checked elsewhere."""


@dataclass(frozen=True, slots=True)
class Trust:
    """
    What whoever verifies has from elsewhere.
    """

    ed25519: Ed25519Check
    vkeys: tuple[str, ...] = ()
    """None: those inside, to be compared by eye."""
    kept: tuple[Kept, ...] = ()
    links: tuple[Link, ...] = field(default=())
    """Proofs that the head of the export continues, or is continued by, kept ones."""
    statements: tuple[str, ...] = ()
    """How keys followed each other since the export."""


def verify_export(content: bytes, trust: Trust) -> VerifiedExport:
    """
    Return what an export proves, if it proves everything it says.

    Raises:
        ExportBroken: Naming the first thing that is wrong.
    """
    try:
        return _verified(content, trust)
    except (ProofRefused, CheckpointRefused) as refused:
        raise ExportBroken(ExportFlaw.PROOF, CONSISTENCY, str(refused)) from None
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as odd:
        # Signed by some key, yet not of the form that the log's own program writes.
        message = f"its content is not of the form of exports: {odd!r}"
        raise ExportBroken(ExportFlaw.MANIFEST, "the file", message) from None


def _verified(content: bytes, trust: Trust) -> VerifiedExport:
    """
    Verify in the order in which each step rests on the one before.
    """
    try:
        members = read_archive(content)
    except ArchiveRefused as refused:
        raise ExportBroken(ExportFlaw.ARCHIVE, refused.member or "the file", str(refused)) from None
    vkeys = trust.vkeys or tuple(text_of(members, KEYS).split())
    verifiers = _verifiers(vkeys, members, trust)
    manifest = open_manifest(members, verifiers)
    check_members(members, manifest)
    head = opened(text_of(members, CHECKPOINT), verifiers, CHECKPOINT)
    if head.origin != manifest.origin:
        raise ExportBroken(ExportFlaw.SIGNATURE, CHECKPOINT, "it is the head of another log")
    rows = _rows(members)
    entries = _entries(rows, manifest, members, head)
    links = [read_link(each) for each in list_of(members, CONSISTENCY)]
    roots = check_links(links, head, verifiers, CONSISTENCY)
    roots |= check_links(trust.links, head, verifiers, "the proof of consistency")
    _check_content(members, entries, frozenset(row.index for row in rows))
    mark = _check_mark(members, entries)
    fit = {each.name: _compare(each, manifest, roots, rows, verifiers) for each in trust.kept}
    return VerifiedExport(
        manifest=manifest,
        head=head,
        mark=mark,
        keys=vkeys,
        entries=len(entries),
        withheld=len(rows) - len(entries),
        compared=tuple(name for name, fits in fit.items() if fits),
        not_compared=tuple(name for name, fits in fit.items() if not fits),
        stamped=check_stamps(members, roots, verifiers),
    )


def _verifiers(
    vkeys: Sequence[str], members: Mapping[str, bytes], trust: Trust
) -> tuple[Verifier, ...]:
    try:
        # Exports of before there were statements have none.
        inside = read_keychain(members.get(KEYCHAIN, b"[]"))
    except CheckpointRefused as refused:
        raise ExportBroken(ExportFlaw.MEMBER_CHANGED, KEYCHAIN, str(refused)) from None
    statements = [*inside, *(each for each in trust.statements if each not in inside)]
    try:
        return follow(vkeys, statements, trust.ed25519)
    except CheckpointRefused as refused:
        raise ExportBroken(ExportFlaw.SIGNATURE, KEYCHAIN, str(refused)) from None


def _rows(members: Mapping[str, bytes]) -> list[Row]:
    """
    Read the entries, which stand in the order of the log.
    """
    rows = list[Row]()
    for line in content_of(members, ENTRIES).splitlines():
        try:
            row = read_row(line)
        except NotCanonical as refused:
            raise ExportBroken(ExportFlaw.ENTRY_CHANGED, ENTRIES, str(refused)) from None
        if rows and row.index <= rows[-1].index:
            message = f"entry {row.index} stands behind {rows[-1].index}"
            raise ExportBroken(ExportFlaw.ENTRY_CHANGED, ENTRIES, message)
        rows.append(row)
    return rows


def _entries(
    rows: Sequence[Row], manifest: Manifest, members: Mapping[str, bytes], head: Checkpoint
) -> dict[int, Entry]:
    """
    Prove every row; give what can be read, by its place in the log.
    """
    entries = dict[int, Entry]()
    for row in rows:
        _prove(row, _leaf(row, manifest), members, head)
        if row.salt is None and row.entry_bytes is None:
            continue
        if row.salt is None or row.entry_bytes is None:
            raise _changed(row, "salt and entry are kept or withheld together")
        try:
            is_committed = commitment(row.salt, row.entry_bytes) == row.commitment
            entry = cast("Entry", parse_canonical(row.entry_bytes))
        except NotCanonical as refused:
            raise _changed(row, str(refused)) from None
        named = (row.entry_id, manifest.organisation_id)
        if not is_committed or (entry.get("entry_id"), entry.get("organisation_id")) != named:
            raise _changed(row, "it is not what was committed to")
        entries[row.index] = entry
    return entries


def _leaf(row: Row, manifest: Manifest) -> bytes:
    """
    Return the hash of the leaf that a row has.
    """
    try:
        leaf = leaf_bytes(
            manifest.organisation_id,
            row.entry_id,
            row.commitment,
            format_version=row.format_version,
        )
    except NotCanonical as refused:
        raise _changed(row, str(refused)) from None
    return leaf_hash(leaf)


def _prove(row: Row, leaf: bytes, members: Mapping[str, bytes], head: Checkpoint) -> None:
    """
    Refuse a row that its file does not prove under the head of the export.
    """
    name = f"{PROOFS}/{row.index:010}.tlog-proof"
    if name not in members:
        raise ExportBroken(ExportFlaw.PROOF, name, f"entry {row.index} has no proof")
    try:
        receipt = read_receipt(text_of(members, name))
        # The head was opened before: a signature takes milliseconds here.
        if receipt.index != row.index or receipt.checkpoint != text_of(members, CHECKPOINT):
            raise ExportBroken(ExportFlaw.PROOF, name, "it proves another entry or head")
        verify_inclusion(leaf, row.index, head.size, receipt.proof, head.root)
    except (ProofRefused, CheckpointRefused) as refused:
        raise ExportBroken(ExportFlaw.PROOF, name, str(refused)) from None


def _changed(row: Row, message: str) -> ExportBroken:
    return ExportBroken(ExportFlaw.ENTRY_CHANGED, f"entry {row.index}", message)


def _check_content(
    members: Mapping[str, bytes], entries: Mapping[int, Entry], proven: frozenset[int]
) -> None:
    """
    Hold records and files against the log.
    """
    for binding in BINDINGS:
        # Left out as a whole, a table is as gone as row by row.
        there = binding.member in members
        rows = list_of(members, binding.member) if there else []
        check_records(binding, rows, entries, proven)
    if WORDS in members:
        check_words(list_of(members, WORDS), entries)
    withheld = frozenset(each["which"] for each in list_of(members, REDACTIONS))
    check_files(members, entries, withheld)


def _check_mark(members: Mapping[str, bytes], entries: Mapping[int, Entry]) -> Mapping[str, Any]:
    """
    Refuse an export that the log does not know, or knows as another's.
    """
    mark: Mapping[str, Any] = json_of(members, MARK)
    entry = entries.get(mark["entry"])
    expected = {name: value for name, value in mark.items() if name != "entry"}
    if entry is None or entry["kind"] != "export:made" or entry["payload"] != {"export": expected}:
        raise ExportBroken(ExportFlaw.MARK, MARK, "the log tells of another export")
    if (entry["recorded_at"], entry["actor"]) != (mark["made_at"], mark["made_by"]):
        raise ExportBroken(ExportFlaw.MARK, MARK, "the log names another maker or instant")
    return mark


def _compare(
    kept: Kept,
    manifest: Manifest,
    roots: Mapping[int, bytes],
    rows: Sequence[Row],
    verifiers: tuple[Verifier, ...],
) -> bool:
    """
    Compare what somebody kept with the head, and a receipt with its entry.
    """
    fits = compare_kept(kept, manifest.origin, roots, verifiers)
    receipt = kept.receipt
    row = next((each for each in rows if receipt and each.index == receipt.index), None)
    if receipt is None or row is None:
        return fits
    held = opened(kept.checkpoint, verifiers, kept.name)
    try:
        verify_inclusion(_leaf(row, manifest), row.index, held.size, receipt.proof, held.root)
    except ProofRefused:
        message = f"entry {row.index} is not the one this receipt was given for"
        raise ExportBroken(ExportFlaw.FORKED, kept.name, message) from None
    return True
