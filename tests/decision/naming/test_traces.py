"""
Whoever is erased is recognised in whatever words somebody typed of them.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.decision.naming import NameEntry, NameIndex, Traces, find_mentions

NOWHERE = frozenset[str]()
LEA = NameEntry("lea", "Léa Marie", "Van den Berghe", ("Lulu",), NOWHERE)
ONCE = NameEntry("lea", "Léa", "Müller-Quetzal", (), NOWHERE)
"""What she was called before."""
TRACES = Traces([LEA, ONCE], ["lea.vdb@home.example"])


@pytest.mark.parametrize(
    "text",
    [
        "Léa",
        "with lea in the garden",
        "LÉA!",
        "the birthday of lulu",
        "Lulu's drawing",
        "lulus",
        "IMG_1234-lea.jpg",
        "https://pages.example/leavandenberghe/1",
        "https://pages.example/x?by=VanDenBergheLea",
        "#LéaVanDenBerghe",
        "Mme Van den Berghe asked for it",
        "L. Van den Berghe",
        "the mueller-quetzal girl",
        "formularmullerquetzal.pdf",
        "wrote LEA.VDB@home.example",
        "marie",
        "Леа told us",
    ],
)
def test_every_way_of_writing_a_name_is_a_trace(text: str) -> None:
    assert TRACES.are_in(text)


@pytest.mark.parametrize(
    "text", ["", "a walk by the sea", "leadership", "van den weg", "Tom Berger", "[erased]"]
)
def test_other_words_are_none(text: str) -> None:
    assert not TRACES.are_in(text)


def test_somebody_with_a_name_of_one_word_is_found_too() -> None:
    traces = Traces([NameEntry("zoe", "Zoë", "", (), NOWHERE)])

    assert (True, False) == (traces.are_in("zoe jumps"), traces.are_in("a zoo"))


def test_nobody_at_all_leaves_no_trace() -> None:
    assert not Traces([]).are_in("Léa Van den Berghe")


@given(st.text("Léa vndBrghu.,-#@/0", max_size=30))
def test_whatever_a_caption_finds_is_a_trace(text: str) -> None:
    everywhere = frozenset({"garden"})
    entry = NameEntry("lea", LEA.given, LEA.family, LEA.aliases, everywhere)
    found = find_mentions(text, NameIndex.build([entry]), everywhere)

    assert not found or TRACES.are_in(text)


@given(
    st.text(max_size=20), st.sampled_from(["Léa", "Lulu", "Van den Berghe"]), st.text(max_size=20)
)
def test_a_name_between_any_words_is_a_trace(before: str, name: str, after: str) -> None:
    assert TRACES.are_in(f"{before} {name} {after}")
