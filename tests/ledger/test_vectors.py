"""
The log that is kept as vectors stays readable, and stays refused when broken.
"""

import pytest

from service.ledger.bundle import read_row, write_row
from service.ledger.failures import LogBroken
from service.ledger.receipt import read_receipt
from service.ledger.signing import check_ed25519_fast
from service.ledger.verify import VerifiedLog, verify_log
from tests.ledger.example import example_log, example_receipt
from tests.ledger.logs import KEY, NEXT_KEY
from tests.ledger.stored import vectors

LOG = vectors("log")
BROKEN = {log["name"]: log for log in vectors("log_broken")["logs"]}


def verify(rows: list[str], checkpoints: list[str]) -> VerifiedLog:
    """
    Verify rows and heads with the keys of the vectors.
    """
    return verify_log(
        (read_row(row.encode()) for row in rows),
        checkpoints,
        organisation_id=LOG["organisation_id"],
        origin=LOG["origin"],
        vkeys=LOG["vkeys"],
        ed25519=check_ed25519_fast,
    )


def choose(whole: list[str], chosen: list[int | str]) -> list[str]:
    """
    Put together a broken log: numbers are taken from the whole one.
    """
    return [whole[each] if isinstance(each, int) else each for each in chosen]


def test_the_kept_log_is_whole() -> None:
    verified = verify(LOG["rows"], LOG["checkpoints"])

    expected = {**LOG["verified"], "root": bytes.fromhex(LOG["verified"]["root"])}
    assert VerifiedLog(**expected) == verified


@pytest.mark.parametrize("name", BROKEN)
def test_each_broken_log_is_refused_for_its_first_flaw(name: str) -> None:
    log = BROKEN[name]

    with pytest.raises(LogBroken) as caught:
        verify(choose(LOG["rows"], log["rows"]), choose(LOG["checkpoints"], log["checkpoints"]))

    assert (log["flaw"], log["index"]) == (caught.value.flaw, caught.value.index)


def test_the_kept_receipts_hold() -> None:
    for kept in LOG["receipts"]:
        head = read_receipt(kept["text"]).verify(
            bytes.fromhex(kept["leaf_hash"]), [KEY.verifier(), NEXT_KEY.verifier()]
        )
        assert LOG["verified"]["size"] == head.size


def test_todays_program_writes_the_kept_log_byte_for_byte() -> None:
    log = example_log()

    assert LOG["rows"] == [write_row(row).decode() for row in log.rows]
    assert LOG["checkpoints"] == list(log.heads)
    assert LOG["vkeys"] == [key.verifier().vkey() for key in log.keys]
    assert [kept["text"] for kept in LOG["receipts"]] == [example_receipt(n) for n in (0, 3, 11)]
