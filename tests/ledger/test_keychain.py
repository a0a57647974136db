"""
The keys of a log follow each other, and nobody puts one in between.
"""

from hashlib import sha256

import pytest

from service.ledger.canonical import canonical
from service.ledger.checkpoint import Checkpoint, open_checkpoint, sign_checkpoint, signer_of
from service.ledger.failures import CheckpointRefused, Flaw, KeyEnded, LogBroken
from service.ledger.keychain import (
    RecoveryKey,
    Rotation,
    Why,
    follow,
    read_keychain,
    read_statement,
    signed,
)
from service.ledger.signing import SigningKey, check_ed25519_fast
from service.ledger.verify import verify_log
from tests.ledger.logs import KEY, NEXT_KEY, ORGANISATION, ORIGIN, STRANGER, heads_over, make_row

RECOVERY = SigningKey("obstat.example/recovery", sha256(b"in a safe").digest())
LAST_KEY = SigningKey(ORIGIN, sha256(b"the key after that").digest())


def vkey(key: SigningKey) -> str:
    """
    Give the public half as text.
    """
    return key.verifier().vkey()


def rotation(old: SigningKey, new: SigningKey, why: Why = Why.PLANNED, size: int = 5) -> Rotation:
    """
    Say that one key follows another.
    """
    return Rotation(ORIGIN, vkey(old), vkey(new), why, size)


PLANNED = signed(rotation(KEY, NEXT_KEY), KEY, NEXT_KEY)
AFTER = signed(rotation(NEXT_KEY, LAST_KEY, size=8), NEXT_KEY, LAST_KEY)
NAMED = signed(RecoveryKey(ORIGIN, vkey(KEY), vkey(RECOVERY)), KEY)
STOLEN = signed(rotation(KEY, NEXT_KEY, Why.STOLEN, 3), RECOVERY, NEXT_KEY)


def reached(trusted: SigningKey, *statements: str) -> dict[str, int | None]:
    """
    Give every key that is reached, with how far it counts.
    """
    found = follow([vkey(trusted)], statements, check_ed25519_fast)
    return {each.vkey(): each.until for each in found}


@pytest.mark.parametrize("trusted", [KEY, NEXT_KEY, LAST_KEY])
def test_whoever_knows_one_key_comes_to_all_others(trusted: SigningKey) -> None:
    everything = {vkey(KEY): 5, vkey(NEXT_KEY): 8, vkey(LAST_KEY): None}

    assert everything == reached(trusted, PLANNED, AFTER)
    assert everything == reached(trusted, AFTER, PLANNED)


def test_an_ended_key_vouches_for_what_was_before_its_end_only() -> None:
    verifiers = follow([vkey(NEXT_KEY)], [PLANNED], check_ed25519_fast)
    before, after = (sign_checkpoint(Checkpoint(ORIGIN, size, b"r" * 32), KEY) for size in (5, 6))

    assert 5 == open_checkpoint(before, verifiers).size
    with pytest.raises(KeyEnded, match="up to entry 5 only"):
        open_checkpoint(after, verifiers)
    both = sign_checkpoint(Checkpoint(ORIGIN, 6, b"r" * 32), KEY, NEXT_KEY)
    assert 6 == open_checkpoint(both, verifiers).size
    assert NEXT_KEY.key_id == signer_of(both)


@pytest.mark.parametrize(
    "statement",
    [
        signed(rotation(KEY, STRANGER), STRANGER),
        signed(rotation(KEY, STRANGER), KEY),
        signed(rotation(KEY, STRANGER, Why.STOLEN), KEY, STRANGER),
        signed(rotation(KEY, STRANGER, Why.LOST), RECOVERY, STRANGER),
    ],
    ids=["the old key did not sign", "the new did not", "a thief says stolen", "not named"],
)
@pytest.mark.parametrize("trusted", [KEY, STRANGER])
def test_a_key_that_is_swapped_without_the_old_one_is_named(
    statement: str, trusted: SigningKey
) -> None:
    with pytest.raises(CheckpointRefused, match=r"did not sign|swapped") as refused:
        reached(trusted, statement)

    assert vkey(STRANGER) in refused.value.message


def test_the_recovery_key_signs_where_the_key_cannot() -> None:
    lost = signed(rotation(KEY, NEXT_KEY, Why.LOST), RECOVERY, NEXT_KEY)

    assert {vkey(KEY): 5, vkey(NEXT_KEY): None} == reached(KEY, NAMED, lost)
    assert {vkey(KEY): 3, vkey(NEXT_KEY): None} == reached(NEXT_KEY, NAMED, STOLEN)


def test_the_thief_of_a_key_gains_nothing_by_a_successor_or_recovery_key_of_theirs() -> None:
    theirs = signed(rotation(KEY, STRANGER, size=9), KEY, STRANGER)
    named = signed(RecoveryKey(ORIGIN, vkey(KEY), vkey(STRANGER)), KEY)
    found = reached(KEY, NAMED, named, theirs, STOLEN)

    assert {vkey(KEY): 3, vkey(NEXT_KEY): None, vkey(STRANGER): 3} == found
    with pytest.raises(CheckpointRefused, match="two successors"):
        reached(KEY, theirs, PLANNED)


def test_a_recovery_key_that_the_log_did_not_name_is_none() -> None:
    with pytest.raises(CheckpointRefused):
        reached(KEY, signed(RecoveryKey(ORIGIN, vkey(KEY), vkey(RECOVERY)), RECOVERY))


def test_statements_are_read_in_one_spelling_only() -> None:
    assert rotation(KEY, NEXT_KEY) == read_statement(PLANNED)
    assert (PLANNED, AFTER) == read_keychain(canonical([PLANNED, AFTER]))
    assert (PLANNED,) == read_keychain(canonical({"keys": [], "statements": [PLANNED]}))
    for odd in (PLANNED.replace(" 5\n", " 05\n"), PLANNED.replace("planned", "planed"), "", "x\n"):
        with pytest.raises(CheckpointRefused):
            read_statement(odd)
    for nonsense in (b"", b"{}", b"[1]", b'"x"'):
        with pytest.raises(CheckpointRefused):
            read_keychain(nonsense)


def test_a_log_verifies_across_a_theft_by_the_new_key_alone() -> None:
    rows = [make_row(number) for number in range(12)]
    heads = [*heads_over(rows, [3, 5], KEY), *heads_over(rows, [12], NEXT_KEY)]
    thief = heads_over(rows, [12], KEY)

    def verified(statements: list[str], notes: list[str]) -> int:
        return verify_log(
            rows,
            notes,
            organisation_id=ORGANISATION,
            origin=ORIGIN,
            vkeys=[vkey(NEXT_KEY)],
            ed25519=check_ed25519_fast,
            statements=statements,
        ).size

    assert 12 == verified([NAMED, STOLEN], heads)
    with pytest.raises(LogBroken) as found:
        verified([NAMED, STOLEN], [*heads[:2], *thief])
    assert Flaw.TAIL_UNSIGNED is found.value.flaw
    with pytest.raises(LogBroken) as found:
        verified([signed(rotation(KEY, NEXT_KEY), NEXT_KEY)], heads)
    assert Flaw.KEY_SWAPPED is found.value.flaw
