"""
A witness vouches for a head at an instant, and for nothing else.
"""

import pytest

from service.ledger.checkpoint import open_checkpoint
from service.ledger.cosignature import Witness, cosign, cosigned_at, read_witness
from service.ledger.ed25519 import check_ed25519
from service.ledger.failures import CheckpointRefused
from tests.ledger.logs import KEY, STRANGER, WITNESS, make_log

NOTE = make_log(3).heads[-1]
KNOWN = Witness(WITNESS.name, WITNESS.public_key)
AT = 1_700_000_000
COSIGNED = cosign(NOTE, KNOWN, AT, WITNESS.sign)


def test_a_witness_says_when_it_saw_a_head() -> None:
    assert AT == cosigned_at(COSIGNED, KNOWN, check_ed25519)


def test_whoever_does_not_know_the_witness_reads_the_head_as_before() -> None:
    known = [KEY.verifier()]

    assert open_checkpoint(NOTE, known) == open_checkpoint(COSIGNED, known)


def test_the_key_of_a_witness_is_text_that_reads_back() -> None:
    assert KNOWN == read_witness(KNOWN.vkey())
    for vkey in (KNOWN.vkey()[:-1], WITNESS.verifier().vkey(), "", "x+00000000+AQ=="):
        with pytest.raises(CheckpointRefused):
            read_witness(vkey)


def test_a_head_without_its_line_was_not_vouched_for() -> None:
    for note in (NOTE, cosign(NOTE, KNOWN, AT, WITNESS.sign).replace("witness.", "other.")):
        with pytest.raises(CheckpointRefused, match="has not vouched"):
            cosigned_at(note, KNOWN, check_ed25519)


def test_a_line_of_another_key_instant_or_head_does_not_hold() -> None:
    forged = cosign(NOTE, KNOWN, AT, STRANGER.sign)
    other_head = make_log(2).heads[-1]
    moved = other_head + COSIGNED.removeprefix(NOTE)

    for note in (forged, moved):
        with pytest.raises(CheckpointRefused, match="does not hold"):
            cosigned_at(note, KNOWN, check_ed25519)


def test_every_changed_character_of_the_line_is_noticed() -> None:
    for place in range(len(NOTE), len(COSIGNED) - 1):
        other = "B" if COSIGNED[place] == "A" else "A"
        changed = COSIGNED[:place] + other + COSIGNED[place + 1 :]
        with pytest.raises(CheckpointRefused):
            cosigned_at(changed, KNOWN, check_ed25519)
