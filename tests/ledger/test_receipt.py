"""
A family's receipt proves, without us, that an entry is in the log.
"""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.errors import LedgerBroken
from service.ledger.checkpoint import Checkpoint, open_checkpoint, sign_checkpoint
from service.ledger.entry import leaf_bytes
from service.ledger.failures import CheckpointRefused, ProofRefused
from service.ledger.receipt import Receipt, read_receipt
from service.ledger.tree import Frontier, inclusion_proof, leaf_hash
from tests.ledger.logs import KEY, ORGANISATION, ORIGIN, STRANGER, make_row
from tests.ledger.stored import Shelf

SIZE = 11
LEAVES = [
    leaf_hash(leaf_bytes(ORGANISATION, row.entry_id, row.commitment))
    for row in map(make_row, range(SIZE))
]
FRONTIER, NODES = Frontier().extend(LEAVES)
SHELF = Shelf(NODES)
NOTE = sign_checkpoint(Checkpoint(ORIGIN, SIZE, FRONTIER.root()), KEY)
TRUSTED = [KEY.verifier()]


def make_receipt(index: int) -> Receipt:
    """
    Make the receipt for one entry.
    """
    return Receipt(index, inclusion_proof(index, SIZE, SHELF.at), NOTE)


@pytest.mark.parametrize("index", range(SIZE))
def test_each_entry_has_a_receipt_that_proves_it(index: int) -> None:
    receipt = read_receipt(make_receipt(index).to_text())

    assert open_checkpoint(NOTE, TRUSTED) == receipt.verify(LEAVES[index], TRUSTED)


def test_a_receipt_is_a_file_that_other_tools_read() -> None:
    lines = make_receipt(3).to_text().split("\n")

    assert ["c2sp.org/tlog-proof@v1", "index 3"] == lines[:2]
    assert "" == lines[6]
    assert NOTE == "\n".join(lines[7:])


def test_a_receipt_carries_what_the_application_adds() -> None:
    receipt = Receipt(0, make_receipt(0).proof, NOTE, b"receipt 17")

    assert receipt == read_receipt(receipt.to_text())
    assert "extra cmVjZWlwdCAxNw==" == receipt.to_text().split("\n")[1]


def test_the_receipt_of_a_log_with_one_entry_needs_no_hashes() -> None:
    note = sign_checkpoint(Checkpoint(ORIGIN, 1, LEAVES[0]), KEY)
    receipt = Receipt(0, (), note)

    assert receipt == read_receipt(receipt.to_text())
    assert 1 == receipt.verify(LEAVES[0], TRUSTED).size


def test_a_receipt_proves_nothing_about_another_entry() -> None:
    with pytest.raises(ProofRefused):
        make_receipt(3).verify(LEAVES[4], TRUSTED)


def test_a_receipt_signed_by_a_stranger_proves_nothing() -> None:
    note = sign_checkpoint(Checkpoint(ORIGIN, SIZE, FRONTIER.root()), STRANGER)

    with pytest.raises(CheckpointRefused):
        Receipt(3, make_receipt(3).proof, note).verify(LEAVES[3], TRUSTED)


@given(st.integers(0, 10_000), st.characters(exclude_categories=["Cs"]))
def test_a_receipt_with_one_other_character_proves_nothing(place: int, letter: str) -> None:
    text = make_receipt(6).to_text()
    place %= len(text)
    spoiled = text[:place] + letter + text[place + 1 :]

    if spoiled != text:
        with pytest.raises(LedgerBroken):
            read_receipt(spoiled).verify(LEAVES[6], TRUSTED)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: "",
        lambda text: text.replace("@v1", "@v2"),
        lambda text: text.replace("index 6\n", ""),
        lambda text: text.replace("index 6", "index 06"),
        lambda text: text.replace("index 6", "index ٦"),
        lambda text: text.replace("index 6", "index -6"),
        lambda text: text.replace("index 6", "index 6 "),
        lambda text: text.replace("index 6", "index"),
        lambda text: text.replace("\n\n", "\n"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("index 6", "index 6\nindex 6"),
        lambda text: text.replace("index 6", "index 6\nextra AAAA"),
        lambda text: text.replace("index 6", "extra AAAA\nextra AAAA\nindex 6"),
        lambda _: "c2sp.org/tlog-proof@v1\n\n" + NOTE,
        lambda _: "c2sp.org/tlog-proof@v1\nextra AAAA\n\n" + NOTE,
    ],
)
def test_a_file_of_another_form_is_refused(spoil: Callable[[str], str]) -> None:
    with pytest.raises(LedgerBroken):
        read_receipt(spoil(make_receipt(6).to_text())).verify(LEAVES[6], TRUSTED)


def test_a_file_without_a_head_is_no_receipt() -> None:
    with pytest.raises(ProofRefused):
        read_receipt(make_receipt(6).to_text().partition("\n\n")[0])
