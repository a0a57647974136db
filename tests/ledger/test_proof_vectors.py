"""
Proofs that are kept as vectors hold, and their broken copies convince nobody.

Each broken one differs from a good one in what its name says: index, size, root, leaf,
a hash more, fewer, changed, joined or swapped.
"""

from typing import Any

import pytest

from service.ledger.failures import ProofRefused
from service.ledger.proofs import verify_consistency, verify_inclusion
from tests.ledger.stored import vectors

INCLUSION, CONSISTENCY = vectors("proofs")["inclusion"], vectors("proofs")["consistency"]
KINDS = ("good", "padded", "shortened", "changed", "wrong")


def hashes(written: list[str]) -> list[bytes]:
    """
    Read hashes that are written in hex.
    """
    return [bytes.fromhex(each) for each in written]


@pytest.mark.parametrize("vector", INCLUSION, ids=lambda each: f"{each['name']} of {each['size']}")
def test_a_leaf_is_proven_by_the_true_proof_alone(vector: dict[str, Any]) -> None:
    leaf, root = hashes([str(vector["leaf"]), str(vector["root"])])
    told = (vector["index"], vector["size"], hashes(vector["proof"]), root)

    if not vector["wrong"]:
        verify_inclusion(leaf, *told)
        return
    with pytest.raises(ProofRefused):
        verify_inclusion(leaf, *told)


@pytest.mark.parametrize(
    "vector", CONSISTENCY, ids=lambda each: f"{each['name']} of {each['old']} in {each['new']}"
)
def test_a_log_is_continued_by_the_true_proof_alone(vector: dict[str, Any]) -> None:
    roots = hashes([str(vector["old_root"]), str(vector["new_root"])])
    told = (vector["old"], vector["new"], hashes(vector["proof"]), *roots)

    if not vector["wrong"]:
        verify_consistency(*told)
        return
    with pytest.raises(ProofRefused):
        verify_consistency(*told)


@pytest.mark.parametrize("listed", [INCLUSION, CONSISTENCY], ids=["inclusion", "consistency"])
def test_every_way_to_break_a_proof_is_among_them(listed: list[dict[str, Any]]) -> None:
    names = [str(each["name"]) for each in listed]

    for kind in KINDS:
        assert any(name.startswith(kind) for name in names), kind
