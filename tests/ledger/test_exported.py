"""
An export that is whole is believed; any other is refused for what is wrong first.
"""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from service.ledger.canonical import canonical, parse_canonical
from service.ledger.checkpoint import Checkpoint
from service.ledger.failures import ExportFlaw
from service.ledger.history import Kept
from service.ledger.receipt import Receipt
from service.ledger.standalone import MODULES, standalone_verifier
from service.ledger.tree import Frontier, inclusion_proof
from service.ledger.verifier import told
from tests.ledger.exports import (
    ACT,
    FIRST,
    Exported,
    entry_at,
    flaw,
    make_export,
    row_of,
    sign,
    story,
    verify,
)
from tests.ledger.logs import KEY, ORIGIN, STRANGER, erase, heads_over
from tests.ledger.stored import Shelf

WHOLE = make_export()
FILE = WHOLE.packed()


def test_a_whole_export_is_believed() -> None:
    found = verify(FILE)

    assert (6, 0, 9) == (found.entries, found.withheld, found.head.size)
    assert "asha" == found.mark["made_by"]["id"]


def test_the_same_facts_are_the_same_bytes() -> None:
    assert FILE == make_export().packed()


def test_an_auditor_with_nothing_but_python_believes_it(tmp_path: Path) -> None:
    done = run(tmp_path, FILE)

    assert (0, "") == (done.returncode, done.stderr)
    assert done.stdout.startswith("VERIFIED\n")
    assert "compare it with the one you know" in done.stdout


def test_an_auditor_with_nothing_but_python_names_what_is_wrong(tmp_path: Path) -> None:
    broken = WHOLE.edited("records/acts.json", kind="refused").packed()

    done = run(tmp_path, broken, "--key", KEY.verifier().vkey())

    assert (2, "") == (done.returncode, done.stdout)
    assert "NOT VERIFIED  records/acts.json: record act-1 and entry 3 differ in 'kind'" in (
        done.stderr
    )


def run(folder: Path, content: bytes, *more: str) -> subprocess.CompletedProcess[str]:
    """
    Run the verifier that an export carries, alone, in a folder of its own.
    """
    (folder / "verify.py").write_bytes(standalone_verifier())
    (folder / "export.zip").write_bytes(content)
    command = [sys.executable, "-I", "-S", "verify.py", "export.zip", *more]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_carried_verifier_holds_the_modules_word_for_word() -> None:
    carried = standalone_verifier().decode()

    for name in MODULES:
        file = Path(__file__).parents[2] / f"{name.replace('.', '/')}.py"
        assert f"r'''{file.read_text()}'''" in carried


@pytest.mark.parametrize(
    ("member", "fields"),
    [
        ("records/acts.json", {"recorded_at": "2020-01-01T00:00:00.000000Z"}),
        ("records/acts.json", {"kind": "refused"}),
        ("records/publications.json", {"where": "elsewhere"}),
        ("records/publication_events.json", {"kind": "corrected"}),
        ("records/checks.json", {"outcome": {"answer": "ask"}}),
        ("records/checks.json", {"asked_at": "2020-01-01T00:00:00.000000Z"}),
        ("records/checks.json", {"id": "check-2"}),
        ("records/checks.json", {"answer": "do_not_publish"}),
        ("records/checks.json", {"actor_id": "bram"}),
        ("records/checks.json", {"person_ids": ["dario"]}),
    ],
)
def test_a_record_that_was_edited_contradicts_the_log(
    member: str, fields: dict[str, object]
) -> None:
    assert (ExportFlaw.RECORD_CHANGED, member) == flaw(WHOLE.edited(member, **fields).packed())


def test_words_that_an_erasure_took_contradict_nothing() -> None:
    verify(WHOLE.edited("records/publications.json", where="[erased]").packed())


@pytest.mark.parametrize(
    "member",
    ["records/acts.json", "records/checks.json", "records/publications.json"],
)
def test_a_record_that_is_gone_is_missed(member: str) -> None:
    broken = WHOLE.with_member(member, canonical([])).packed()
    without = WHOLE.with_member(member, None).packed()

    assert (ExportFlaw.RECORD_MISSING, member) == flaw(broken)
    assert (ExportFlaw.RECORD_MISSING, member) == flaw(without)


@pytest.mark.parametrize("name", ["id", "kind", "note"])
def test_a_record_that_says_less_than_its_entry_contradicts_it(name: str) -> None:
    record = {other: value for other, value in parse_acts()[0]["record"].items() if other != name}
    broken = WHOLE.with_member("records/acts.json", canonical([{"entry": FIRST, "record": record}]))

    assert (ExportFlaw.RECORD_CHANGED, "records/acts.json") == flaw(broken.packed())


def parse_acts() -> Any:  # noqa: ANN401  # whatever is written
    """
    Read the acts of the example.
    """
    return parse_canonical(WHOLE.members()["records/acts.json"])


def test_no_word_of_a_forger_moves_what_the_verifier_says() -> None:
    found = replace(
        verify(WHOLE.packed()),
        mark={"made_at": "\x1b[2J", "made_by": {"kind": "staff", "id": "asha\nVERIFIED"}},
    )

    lines = told(found, is_key_known=True)

    assert "".join(lines).isprintable()
    assert [] == [each for each in lines[1:] if each.startswith("VERIFIED")]


@pytest.mark.parametrize("content", ["[" * 100_000, "[1]", "{}", '"x"'])
def test_a_proof_that_is_none_is_refused_in_one_line(tmp_path: Path, content: str) -> None:
    (tmp_path / "link.json").write_text(content)

    done = run(tmp_path, WHOLE.packed(), "--proof", "link.json")

    assert (2, 1) == (done.returncode, len(done.stderr.splitlines()))
    assert done.stderr.startswith("NOT VERIFIED")


@pytest.mark.parametrize("place", [None, 0])
def test_a_record_that_no_entry_tells_of_was_added_later(place: int | None) -> None:
    added = canonical([{"entry": place, "record": {**ACT, "id": "act-2"}}])
    broken = WHOLE.with_member("records/acts.json", added).packed()

    assert (ExportFlaw.RECORD_UNPROVEN, "records/acts.json") == flaw(broken)


def test_evidence_that_is_gone_is_missed_unless_it_is_withheld() -> None:
    scan = next(name for name in WHOLE.members() if name.startswith("evidence/"))
    gone = WHOLE.with_member(scan, None)
    withheld = canonical([{"reason": "other_people", "what": "evidence", "which": scan[9:]}])

    assert (ExportFlaw.EVIDENCE_MISSING, scan) == flaw(gone.packed())
    verify(gone.with_member("redactions.json", withheld).packed())


@pytest.mark.parametrize("folder", ["evidence/", "forms/"])
def test_files_are_what_their_name_says(folder: str) -> None:
    name = next(name for name in WHOLE.members() if name.startswith(folder))

    assert (ExportFlaw.MEMBER_CHANGED, name) == flaw(WHOLE.with_member(name, b"other").packed())


def test_another_key_convinces_nobody_who_knows_the_true_one() -> None:
    forged = replace(WHOLE, key=STRANGER).packed()

    assert (ExportFlaw.SIGNATURE, "manifest.note") == flaw(forged)


def test_a_head_of_another_key_is_refused() -> None:
    root = Frontier().extend(WHOLE.leaves())[0].root()
    forged = replace(WHOLE, head=sign(Checkpoint(ORIGIN, 9, root), STRANGER)).packed()

    assert (ExportFlaw.SIGNATURE, "ledger/checkpoint.txt") == flaw(forged)


def test_an_entry_that_was_replaced_is_not_where_its_proof_says() -> None:
    other = forked()
    forged = WHOLE.with_member("ledger/entries.jsonl", other.members()["ledger/entries.jsonl"])

    found = flaw(forged.packed())

    assert (ExportFlaw.PROOF, f"ledger/proofs/{FIRST:010}.tlog-proof") == found


def test_an_erased_entry_is_proven_and_not_read() -> None:
    erased = replace(
        WHOLE,
        rows=tuple(erase(row) if row.index == FIRST + 1 else row for row in WHOLE.rows),
    )

    found = verify(erased.packed())

    assert (5, 1) == (found.entries, found.withheld)


def test_half_an_entry_is_not_believed_to_be_whole() -> None:
    rows = list(WHOLE.rows)
    rows[FIRST] = replace(rows[FIRST], salt=bytes(32))
    forged = replace(WHOLE, rows=tuple(rows)).packed()

    assert (ExportFlaw.ENTRY_CHANGED, f"entry {FIRST}") == flaw(forged)


def test_an_export_without_its_mark_in_the_log_is_refused() -> None:
    mark = canonical({"entry": FIRST, "id": "export-2", "made_at": "", "made_by": {}})

    assert (ExportFlaw.MARK, "export.json") == flaw(WHOLE.with_member("export.json", mark).packed())


def heads(whole: Exported, *sizes: int) -> list[str]:
    """
    Sign the heads that this log had.
    """
    return list(heads_over(whole.rows, sizes))


def forked() -> Exported:
    """
    Rewrite what happened at the beginning, and sign all of it anew.
    """
    said = story()
    said[0] = (said[0][0], {**said[0][1], "act": {**ACT, "note": "non"}})
    return make_export(said)


def test_a_head_that_was_kept_fits_the_true_log() -> None:
    old, last = heads(WHOLE, 5, 9)

    assert ("old", "last") == verify(FILE, Kept("old", old), Kept("last", last)).compared


def test_a_head_of_another_size_waits_for_a_proof() -> None:
    assert ("old",) == verify(FILE, Kept("old", heads(WHOLE, 4)[0])).not_compared


@pytest.mark.parametrize("size", [5, 9])
def test_one_head_that_was_kept_convicts_whoever_rewrites_history(size: int) -> None:
    kept = Kept("old.txt", heads(WHOLE, size)[0])

    verify(forked().packed())
    assert (ExportFlaw.FORKED, "old.txt") == flaw(forked().packed(), kept)


def test_one_receipt_convicts_whoever_rewrites_history() -> None:
    frontier, nodes = Frontier().extend(WHOLE.leaves()[:4])
    proof = inclusion_proof(FIRST, 4, Shelf(nodes).at)
    receipt = Receipt(FIRST, proof, sign(Checkpoint(ORIGIN, 4, frontier.root()), KEY))
    kept = Kept("receipt", receipt.checkpoint, receipt)

    assert ("receipt",) == verify(FILE, kept).compared
    assert (ExportFlaw.FORKED, "receipt") == flaw(forked().packed(), kept)


def test_a_kept_head_of_somebody_else_is_no_evidence() -> None:
    kept = Kept("old.txt", next(heads_over(WHOLE.rows, [5], STRANGER)))

    assert (ExportFlaw.SIGNATURE, "old.txt") == flaw(FILE, kept)


def test_a_log_that_was_cut_off_does_not_continue_its_heads() -> None:
    short = replace(WHOLE, rows=(*WHOLE.rows[:4], *WHOLE.rows[5:]))
    rows = tuple(replace(row, index=place) for place, row in enumerate(short.rows))
    kept = Kept("old.txt", heads(WHOLE, 5)[0])

    assert (ExportFlaw.FORKED, "old.txt") == flaw(replace(short, rows=rows).packed(), kept)


def test_a_backdated_entry_is_not_the_one_that_was_handed_out() -> None:
    act = row_of(FIRST, entry_at(-9000, story()[0]))
    forged = replace(WHOLE, rows=(*WHOLE.rows[:FIRST], act, *WHOLE.rows[FIRST + 1 :]))

    verify(forged.packed())
    assert (ExportFlaw.FORKED, "old.txt") == flaw(
        forged.packed(), Kept("old.txt", heads(WHOLE, 5)[0])
    )
