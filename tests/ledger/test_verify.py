"""
An auditor who trusts nobody learns that a log is whole, or what is wrong first.
"""

import tracemalloc
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256

import pytest

from service.errors import LedgerBroken
from service.ledger.checkpoint import Checkpoint, sign_checkpoint
from service.ledger.entry import leaf_bytes
from service.ledger.failures import Flaw
from service.ledger.tree import EMPTY_ROOT, Peaks, leaf_hash, root_of
from service.ledger.verify import Row, VerifiedLog, verify_log
from tests.ledger.logs import (
    KEY,
    NEXT_KEY,
    ORGANISATION,
    ORIGIN,
    STRANGER,
    Log,
    heads_over,
    make_log,
    make_row,
)

SIZE = 13
WHOLE = make_log(SIZE)


def test_a_log_that_is_whole_is_said_to_be() -> None:
    leaves = [leaf_bytes(ORGANISATION, row.entry_id, row.commitment) for row in WHOLE.rows]

    assert VerifiedLog(SIZE, root_of(leaves), SIZE, 0) == WHOLE.verify()


@pytest.mark.parametrize("size", range(SIZE + 1))
def test_every_beginning_of_a_log_is_a_log(size: int) -> None:
    beginning = Log(WHOLE.rows[:size], WHOLE.heads[: size + 1])

    assert (size, size, 0) == (
        beginning.verify().size,
        beginning.verify().entries,
        beginning.verify().erased,
    )


def test_an_empty_log_has_a_signed_head_too() -> None:
    assert VerifiedLog(0, EMPTY_ROOT, 0, 0) == make_log(0).verify()


def test_erasing_entries_leaves_the_log_whole() -> None:
    erased = make_log(SIZE, erased=[0, 5, 12])

    assert replace(WHOLE.verify(), entries=10, erased=3) == erased.verify()
    assert WHOLE.heads == erased.heads


def test_one_head_over_everything_is_enough() -> None:
    assert WHOLE.verify() == make_log(SIZE, heads=[SIZE]).verify()


def test_a_head_that_was_signed_twice_is_one_head() -> None:
    twice = [head for head in WHOLE.heads for _ in range(2)]

    assert WHOLE.verify() == replace(WHOLE, heads=tuple(twice)).verify()


def test_a_key_can_be_replaced_while_the_log_goes_on() -> None:
    heads = (
        *heads_over(WHOLE.rows[:4], [2, 4], KEY),
        *heads_over(WHOLE.rows[:8], [6, 8], KEY, NEXT_KEY),
        *heads_over(WHOLE.rows, [10, SIZE], NEXT_KEY),
    )

    assert WHOLE.verify() == Log(WHOLE.rows, heads, (KEY, NEXT_KEY)).verify()
    assert (Flaw.CHECKPOINT_REFUSED, 8) == Log(WHOLE.rows, heads, (KEY,)).flaw()


def test_the_head_a_family_kept_for_years_convicts_a_log_that_was_rewritten() -> None:
    kept = WHOLE.heads[6]
    rewritten = [*WHOLE.rows[:3], replace(make_row(30), index=3), *WHOLE.rows[4:]]
    heads = tuple(heads_over(rewritten, range(SIZE + 1)))

    assert SIZE == Log(tuple(rewritten), heads).verify().size
    assert (Flaw.ROOT_WRONG, 6) == Log(tuple(rewritten), (*heads[:7], kept, *heads[7:])).flaw()
    assert (Flaw.ROOT_WRONG, 0) == Log(tuple(rewritten), (kept, heads[-1])).flaw()


def test_a_root_that_is_wrong_is_reported_with_the_rows_it_is_about() -> None:
    rows = [*WHOLE.rows[:3], replace(make_row(30), index=3), *WHOLE.rows[4:]]

    with pytest.raises(LedgerBroken, match="leaf 2: rows 2 to 6 do not lead to the signed root"):
        _verify(rows, [WHOLE.heads[2], WHOLE.heads[7], WHOLE.heads[SIZE]])


def test_reading_stops_at_the_first_flaw() -> None:
    rows = iter((*WHOLE.rows[:4], WHOLE.rows[5], *WHOLE.rows[5:]))

    with pytest.raises(LedgerBroken, match="leaf 4: here stands row 5"):
        _verify(rows, WHOLE.heads)

    assert WHOLE.rows[5] == next(rows)


def test_heads_are_opened_as_the_rows_stream_past() -> None:
    heads = iter((*WHOLE.heads[:4], "not a head", *WHOLE.heads[4:]))

    with pytest.raises(LedgerBroken, match="leaf 3"):
        _verify(WHOLE.rows, heads)

    assert WHOLE.heads[4] == next(heads)


def test_a_long_log_is_verified_without_being_held() -> None:
    size = 30_000
    peaks = Peaks()
    for row in _bare_rows(size):
        peaks.add(leaf_hash(leaf_bytes(ORGANISATION, row.entry_id, row.commitment)))
    head = sign_checkpoint(Checkpoint(ORIGIN, size, peaks.root()), KEY)

    tracemalloc.start()
    verified = _verify(_bare_rows(size), [head])
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert VerifiedLog(size, peaks.root(), 0, size) == verified
    assert peak_bytes < 100 * size  # as a list, the rows alone take more than 250 a row


def test_a_key_that_is_no_key_verifies_nothing() -> None:
    with pytest.raises(LedgerBroken, match="leaf 0: a trusted key"):
        verify_log(
            WHOLE.rows,
            WHOLE.heads,
            organisation_id=ORGANISATION,
            origin=ORIGIN,
            vkeys=["not a key"],
            ed25519=lambda *_: True,
        )


def test_a_check_that_forgets_to_answer_verifies_nothing() -> None:
    with pytest.raises(LedgerBroken):
        verify_log(
            WHOLE.rows,
            WHOLE.heads,
            organisation_id=ORGANISATION,
            origin=ORIGIN,
            vkeys=[KEY.verifier().vkey()],
            ed25519=lambda *_: None,  # type: ignore[arg-type] # that is the mistake
        )


def test_a_stranger_cannot_continue_the_log() -> None:
    heads = (*WHOLE.heads[:10], *heads_over(WHOLE.rows, [SIZE], STRANGER))

    assert (Flaw.CHECKPOINT_REFUSED, 9) == Log(WHOLE.rows, heads).flaw()


def _verify(rows: Iterable[Row], heads: Iterable[str]) -> VerifiedLog:
    return WHOLE.verify_these(rows, heads)


def _bare_rows(size: int) -> Iterator[Row]:
    for number in range(size):
        digest = sha256(f"{number}".encode()).digest()
        yield Row(number, digest.hex()[:32], digest)
