"""
Whatever is done to the file of an export is noticed and named.
"""

from dataclasses import replace

import pytest

from service.ledger.archive import read_archive, write_archive
from service.ledger.canonical import canonical, parse_canonical
from service.ledger.exporting import VERIFIER
from service.ledger.failures import ExportBroken, ExportFlaw
from service.ledger.keychain import Rotation, Why, signed
from tests.ledger.exports import flaw, make_export, verify
from tests.ledger.logs import KEY, ORIGIN, STRANGER

WHOLE = replace(make_export(), changed={VERIFIER: b"#"})
FILE = WHOLE.packed()
MEMBERS = read_archive(FILE)


def test_every_changed_byte_of_the_file_is_noticed() -> None:
    for place in range(len(FILE)):
        broken = bytearray(FILE)
        broken[place] ^= 1 << place % 8
        with pytest.raises(ExportBroken):
            verify(bytes(broken))


@pytest.mark.parametrize("name", MEMBERS)
def test_a_changed_member_is_named_though_the_file_is_packed_anew(name: str) -> None:
    content = bytearray(MEMBERS[name] or b"\n")
    content[len(content) // 2] ^= 1

    found, where = flaw(write_archive({**MEMBERS, name: bytes(content)}))

    is_list = name.startswith("manifest.") or name == "keys.txt"
    assert is_list or (ExportFlaw.MEMBER_CHANGED, name) == (found, where)


@pytest.mark.parametrize("name", MEMBERS)
def test_a_missing_member_is_named(name: str) -> None:
    left = {other: content for other, content in MEMBERS.items() if other != name}

    found, where = flaw(write_archive(left))

    assert name == where
    assert found in {ExportFlaw.MEMBER_MISSING, ExportFlaw.MANIFEST}


def test_an_added_member_is_named() -> None:
    added = write_archive({**MEMBERS, "records/more.json": b"[]"})

    assert (ExportFlaw.MEMBER_ADDED, "records/more.json") == flaw(added)


def test_swapped_members_are_named() -> None:
    one, two = sorted(name for name in MEMBERS if name.startswith("ledger/proofs/"))[:2]
    swapped = {**MEMBERS, one: MEMBERS[two], two: MEMBERS[one]}

    assert (ExportFlaw.MEMBER_CHANGED, one) == flaw(write_archive(swapped))


def test_swapped_proofs_are_named_though_they_are_signed() -> None:
    one, two = sorted(name for name in MEMBERS if name.startswith("ledger/proofs/"))[:2]
    swapped = WHOLE.with_member(one, MEMBERS[two]).with_member(two, MEMBERS[one])

    assert (ExportFlaw.PROOF, one) == flaw(swapped.packed())


def test_entries_in_another_order_are_named_though_they_are_signed() -> None:
    lines = MEMBERS["ledger/entries.jsonl"].splitlines(keepends=True)
    reordered = WHOLE.with_member("ledger/entries.jsonl", b"".join(reversed(lines)))

    assert (ExportFlaw.ENTRY_CHANGED, "ledger/entries.jsonl") == flaw(reordered.packed())


def test_a_dropped_entry_leaves_its_record_without_proof() -> None:
    lines = MEMBERS["ledger/entries.jsonl"].splitlines(keepends=True)
    dropped = WHOLE.with_member("ledger/entries.jsonl", b"".join(lines[:-1]))

    assert (ExportFlaw.MARK, "export.json") == flaw(dropped.packed())


@pytest.mark.parametrize("name", MEMBERS)
@pytest.mark.parametrize("content", [b"", b"null", b"{}", b"[[]]", b"\xff", b'{"a":'])
def test_nonsense_that_is_signed_is_refused_and_never_a_fault(name: str, content: bytes) -> None:
    odd = WHOLE.with_member(name, content)
    if name.startswith("manifest.") or name == VERIFIER:
        return
    try:
        verify(odd.packed())
    except ExportBroken:
        return
    assert name == "keys.txt", "believed although the auditor knows the key"


def test_a_list_that_leaves_something_out_is_not_the_signed_one() -> None:
    listed = parse_canonical(MEMBERS["manifest.json"])
    assert isinstance(listed, dict)
    shorter = canonical({**listed, "members": listed["members"][1:]})

    found = flaw(write_archive({**MEMBERS, "manifest.json": shorter}))

    assert (ExportFlaw.SIGNATURE, "manifest.json") == found


def test_an_export_of_a_swapped_key_is_named_and_of_a_rotated_one_is_not() -> None:
    old, new = (key.verifier().vkey() for key in (KEY, STRANGER))
    rotation = Rotation(ORIGIN, old, new, Why.PLANNED, len(WHOLE.rows))
    forged, handed_over = (
        replace(
            WHOLE,
            key=STRANGER,
            changed={VERIFIER: b"#", "ledger/keys.json": canonical([signed(rotation, *signers)])},
        ).packed()
        for signers in ((STRANGER,), (KEY, STRANGER))
    )

    assert (ExportFlaw.SIGNATURE, "ledger/keys.json") == flaw(forged)
    assert len(WHOLE.rows) == verify(handed_over, vkeys=[old]).head.size
    assert ExportFlaw.SIGNATURE is flaw(replace(WHOLE, key=STRANGER).packed())[0]
