"""
Whatever is done to a log behind our back is found, at the right leaf.
"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.ledger.bundle import Row, read_rows, write_row
from service.ledger.canonical import Plain, canonical, parse_canonical
from service.ledger.checkpoint import Checkpoint, sign_checkpoint
from service.ledger.failures import Flaw, LogBroken
from service.ledger.tree import EMPTY_ROOT
from tests.ledger.logs import (
    KEY,
    ORIGIN,
    WITNESS,
    Log,
    erase,
    heads_over,
    make_entry,
    make_log,
    make_row,
    seal,
)

SIZE = 9
WHOLE = make_log(SIZE)
AT = 4
ROW = WHOLE.rows[AT]
ENTRY = ROW.entry_bytes or b""
SALT = ROW.salt or b""


def _flip(content: bytes) -> bytes:
    return bytes((content[0] ^ 1,)) + content[1:]


def _resigned(log: Log) -> Log:
    """
    Sign the log as it is now: what somebody with the key could do.
    """
    return replace(log, heads=tuple(heads_over(log.rows, range(len(log.rows) + 1))))


def test_a_changed_entry_is_found() -> None:
    spoiled = replace(ROW, entry_bytes=ENTRY.replace(b"oui", b"non"))

    assert (Flaw.COMMITMENT_WRONG, AT) == WHOLE.with_row(AT, spoiled).flaw()


@pytest.mark.parametrize("salt", [_flip(SALT), SALT[:-1], SALT + b"\x00", b""])
def test_a_changed_salt_is_found(salt: bytes) -> None:
    assert (Flaw.COMMITMENT_WRONG, AT) == WHOLE.with_row(AT, replace(ROW, salt=salt)).flaw()


def test_a_changed_commitment_is_found() -> None:
    spoiled = replace(ROW, commitment=_flip(ROW.commitment))

    assert (Flaw.COMMITMENT_WRONG, AT) == WHOLE.with_row(AT, spoiled).flaw()


def test_a_changed_commitment_of_an_erased_row_is_found_by_the_next_head() -> None:
    spoiled = erase(replace(ROW, commitment=_flip(ROW.commitment)))

    assert (Flaw.ROOT_WRONG, AT) == WHOLE.with_row(AT, spoiled).flaw()


def test_a_changed_id_of_an_erased_row_is_found_by_the_next_head() -> None:
    spoiled = erase(replace(ROW, entry_id="another"))

    assert (Flaw.ROOT_WRONG, AT) == WHOLE.with_row(AT, spoiled).flaw()


def test_an_entry_rewritten_together_with_its_commitment_is_found_by_the_next_head() -> None:
    spoiled = seal(ROW, ENTRY.replace(b"oui", b"non"))

    assert (Flaw.ROOT_WRONG, AT) == WHOLE.with_row(AT, spoiled).flaw()


def test_a_missing_row_is_found() -> None:
    spoiled = replace(WHOLE, rows=WHOLE.rows[:AT] + WHOLE.rows[AT + 1 :])

    assert (Flaw.ROW_OUT_OF_PLACE, AT) == spoiled.flaw()


def test_a_missing_row_is_found_though_the_others_were_renumbered() -> None:
    rest = [replace(row, index=row.index - 1) for row in WHOLE.rows[AT + 1 :]]

    assert (Flaw.ROOT_WRONG, AT) == replace(WHOLE, rows=(*WHOLE.rows[:AT], *rest)).flaw()


def test_a_doubled_row_is_found() -> None:
    spoiled = replace(WHOLE, rows=WHOLE.rows[: AT + 1] + WHOLE.rows[AT:])

    assert (Flaw.ROW_OUT_OF_PLACE, AT + 1) == spoiled.flaw()


def test_swapped_rows_are_found() -> None:
    spoiled = WHOLE.with_row(AT, WHOLE.rows[AT + 1]).with_row(AT + 1, ROW)

    assert (Flaw.ROW_OUT_OF_PLACE, AT) == spoiled.flaw()


def test_swapped_rows_are_found_though_they_were_renumbered() -> None:
    spoiled = WHOLE.with_row(AT, replace(WHOLE.rows[AT + 1], index=AT))
    spoiled = spoiled.with_row(AT + 1, replace(ROW, index=AT + 1))

    assert (Flaw.ROOT_WRONG, AT) == spoiled.flaw()


def test_a_tail_that_was_cut_off_is_found() -> None:
    assert (Flaw.CHECKPOINT_NOT_REACHED, 7) == replace(WHOLE, rows=WHOLE.rows[:7]).flaw()


def test_a_tail_cut_off_together_with_its_heads_is_found_by_a_head_kept_elsewhere() -> None:
    kept = WHOLE.heads[8]

    assert (Flaw.CHECKPOINT_NOT_REACHED, 7) == Log(WHOLE.rows[:7], (*WHOLE.heads[:8], kept)).flaw()


def test_rows_that_nobody_signed_for_are_found() -> None:
    assert (Flaw.TAIL_UNSIGNED, 7) == replace(WHOLE, heads=WHOLE.heads[:8]).flaw()


def test_a_log_without_any_signed_head_proves_nothing() -> None:
    assert (Flaw.CHECKPOINT_MISSING, 0) == replace(WHOLE, heads=()).flaw()
    assert (Flaw.CHECKPOINT_MISSING, 0) == Log((), ()).flaw()


def test_a_head_with_another_root_is_found_though_rightly_signed() -> None:
    forged = sign_checkpoint(Checkpoint(ORIGIN, AT, bytes(32)), KEY)

    assert (Flaw.ROOT_WRONG, AT - 1) == WHOLE.with_head(AT, forged).flaw()


def test_heads_in_the_wrong_order_are_found() -> None:
    spoiled = WHOLE.with_head(AT, WHOLE.heads[AT - 2])

    assert (Flaw.CHECKPOINT_OUT_OF_ORDER, AT - 1) == spoiled.flaw()


def test_a_head_that_only_a_witness_signed_is_found() -> None:
    forged = sign_checkpoint(Checkpoint(WITNESS.name, AT, bytes(32)), WITNESS)
    spoiled = replace(WHOLE.with_head(AT, forged), keys=(KEY, WITNESS))

    assert (Flaw.CHECKPOINT_REFUSED, AT - 1) == spoiled.flaw()


def test_the_head_of_another_log_is_found_though_its_key_is_trusted() -> None:
    other = sign_checkpoint(Checkpoint(WITNESS.name, 0, EMPTY_ROOT), WITNESS)
    spoiled = replace(WHOLE.with_head(0, other), keys=(KEY, WITNESS))

    assert (Flaw.CHECKPOINT_REFUSED, 0) == spoiled.flaw()


def test_half_an_erasure_is_found() -> None:
    for spoiled in (replace(ROW, salt=None), replace(ROW, entry_bytes=None)):
        assert (Flaw.HALF_ERASED, AT) == WHOLE.with_row(AT, spoiled).flaw()


def test_two_rows_of_one_entry_are_found_though_all_was_signed() -> None:
    again = replace(make_row(2), index=AT)
    spoiled = _resigned(WHOLE.with_row(AT, again))

    assert (Flaw.ENTRY_ID_REPEATED, AT) == spoiled.flaw()
    assert (Flaw.ENTRY_ID_REPEATED, AT) == spoiled.with_row(AT, erase(again)).flaw()


@pytest.mark.parametrize(
    "entry_bytes",
    [ENTRY + b"\n", b" " + ENTRY, ENTRY.replace(b":", b": ", 1), b"", b"no json", b"\xff", b"1.0"],
)
def test_an_entry_in_another_spelling_is_found_though_all_was_signed(entry_bytes: bytes) -> None:
    spoiled = _resigned(WHOLE.with_row(AT, seal(ROW, entry_bytes)))

    assert (Flaw.ENTRY_NOT_CANONICAL, AT) == spoiled.flaw()


@pytest.mark.parametrize(
    "entry_bytes",
    [
        make_entry(AT + 1).to_bytes(),
        make_entry(AT, "organisation-2").to_bytes(),
        ENTRY.replace(b'"format":1', b'"format":2'),
        b"{}",
        b"[]",
        b"null",
    ],
)
def test_the_entry_of_another_row_is_found_though_all_was_signed(entry_bytes: bytes) -> None:
    spoiled = _resigned(WHOLE.with_row(AT, seal(ROW, entry_bytes)))

    assert (Flaw.ENTRY_OF_ANOTHER_ROW, AT) == spoiled.flaw()


@pytest.mark.parametrize(
    "row",
    [
        replace(ROW, entry_id=""),
        replace(ROW, entry_id="two\nlines"),
        replace(ROW, commitment=ROW.commitment[:-1]),
        replace(ROW, format_version=2),
        replace(ROW, format_version=0),
    ],
)
def test_a_row_of_no_known_form_is_found(row: Row) -> None:
    assert (Flaw.ROW_UNREADABLE, AT) == WHOLE.with_row(AT, row).flaw()


@given(st.data())
def test_any_changed_byte_of_an_export_is_found_at_its_line(draw: st.DataObject) -> None:
    erased = draw.draw(st.sets(st.integers(0, SIZE - 1)))
    lines = [write_row(erase(row) if row.index in erased else row) for row in WHOLE.rows]
    at = draw.draw(st.integers(0, SIZE - 1))
    place = draw.draw(st.integers(0, len(lines[at]) - 1))
    changed = bytearray(lines[at])
    changed[place] ^= draw.draw(st.integers(1, 255))
    lines[at] = bytes(changed)

    with pytest.raises(LogBroken) as caught:
        WHOLE.verify_these(read_rows(lines), WHOLE.heads)

    assert at == caught.value.index


@given(st.data())
def test_any_changed_character_of_a_head_is_found_where_it_stands(draw: st.DataObject) -> None:
    at = draw.draw(st.integers(0, SIZE))
    note = WHOLE.heads[at]
    place = draw.draw(st.integers(0, len(note) - 1))
    letter = draw.draw(st.characters().filter(lambda letter: letter != note[place]))

    spoiled = WHOLE.with_head(at, note[:place] + letter + note[place + 1 :])

    assert (Flaw.CHECKPOINT_REFUSED, max(at - 1, 0)) == spoiled.flaw()


def test_a_kind_that_was_invented_later_breaks_no_old_verifier() -> None:
    entry = parse_canonical(ENTRY)
    assert isinstance(entry, dict)
    later: dict[str, Plain] = {**entry, "kind": "voice:cloned", "mood": "new member"}

    assert SIZE == _resigned(WHOLE.with_row(AT, seal(ROW, canonical(later)))).verify().entries
