"""
Every shortcut gives what the long way gives.
"""

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from service.decision.naming import (
    MentionForm,
    declined,
    find_mentions,
    hashtags,
    normalise,
    way_back,
)
from service.decision.naming import search as search_module
from service.decision.naming.compounds import compound_readings
from service.decision.naming.hashtags import CUT, FIRST, NEXT, Stencil
from service.decision.naming.letters import CAPITALS
from service.decision.naming.overlap import Found, chosen
from service.decision.naming.reading import Manner, Reading
from service.decision.naming.way_back import UNCHANGED, Respaced, Spelled
from tests.decision.naming.register import BUTTERFLIES, INDEX, entry, said
from tests.decision.naming.writings import captions

_SPACE = ord(" ")
_WINDOW = 32

_wide_texts = st.lists(st.sampled_from(("a", "A", "lea", "leander", " ", "   ")), max_size=80).map(
    lambda parts: f" {' '.join(parts)} ".encode()
)
_findings = st.lists(
    st.tuples(
        st.integers(0, 12),
        st.integers(1, 4),
        st.sampled_from(MentionForm),
        st.frozensets(st.sampled_from("abc"), min_size=1),
    ).map(lambda found: (found[0], found[0] + found[1], *found[2:])),
    max_size=6,
)
_ODDITIES = (
    "  ", "   ", "      ", ", ", " ; ", "-", "\u2010\n", "#", "@", "#Team", "a.be/", "🎉", "🎉🐑 ",
    "\u0301", "\u0308", "\ufb01", "œ", "\u200b", "\n", "A ", "a ", "L. M. ", "dzieci ", "Anny Pa",
    "Léa Dupont", "Léa  Dupont", "LéaDupont",
)  # fmt: skip
_odd_captions = st.lists(captions | st.sampled_from(_ODDITIES), max_size=12).map("".join)
_WITH_CAPITALS = ("LeaDupont", "TeamLÉADupont", "merciLea", "McDonald", "LEA", "ABc", "aB", "A")
_words = st.text("abEF", min_size=4, max_size=2 * _WINDOW)


@given(_wide_texts)
def test_a_letter_looked_for_is_where_the_table_has_it(wide: bytes) -> None:
    kept = [at for at, each in enumerate(wide) if at == 0 or wide[at - 1 : at + 1] != b"  "]
    single = bytes(wide[at] for at in kept)
    letters = [place for place, each in enumerate(single) if each != _SPACE]
    by_hand = [(kept[place] - 1, kept[place]) for place in letters]

    one_way = Respaced(wide, single, Spelled(UNCHANGED))

    assert by_hand == [one_way.span(place, place + 1) for place in letters]
    assert by_hand == [
        Respaced(wide, single, Spelled(UNCHANGED)).span(place, place + 1) for place in letters
    ]
    assert [(kept[letters[0]] - 1, kept[place]) for place in letters] == [
        Respaced(wide, single, Spelled(UNCHANGED)).span(letters[0], place + 1) for place in letters
    ]


@given(st.text("?aé \u2019\u0301ﬁ李🎉\ud800#"))
def test_a_text_is_coded_as_its_characters_are(text: str) -> None:
    read = normalise(text)

    assert b"".join(normalise(each).coded for each in text) == read.coded
    assert {each for each in text if each in "\u0301ﬁ李🎉\ud800"} == read.rare


@given(_findings)
def test_findings_in_any_order_leave_the_same_mentions(findings: list[Found]) -> None:
    text = "abcdefghijklmnop"

    in_order = chosen(text, sorted(findings, key=lambda found: found[:2]))

    assert in_order == chosen(text, sorted(findings, key=lambda found: found[:2], reverse=True))


@given(_odd_captions)
@example("Léa   Dupont, #TeamLéa 🎉🐐 Léa  Dupont et Anny Peetersa, Léa Dupont")
def test_no_shortcut_changes_a_finding(caption: str) -> None:
    found = find_mentions(caption, INDEX, BUTTERFLIES)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_module, "stand_apart", lambda _: False)
        patch.setattr(way_back, "_WITHOUT_TABLE", 0)
        patch.setattr(declined, "_outside", lambda _, capitals: capitals)
        patch.setattr(
            hashtags, "_kept_stencil", lambda cut, letters: Stencil((*cut(letters),), b"")
        )
        assert found == find_mentions(caption, INDEX, BUTTERFLIES)


@given(captions)
@example("Maes Jean-Pierre Albert\u200bJean-Pierre Albert et Maes")
def test_short_names_within_whole_ones_would_not_be_chosen(caption: str) -> None:
    found = find_mentions(caption, INDEX, BUTTERFLIES)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_module, "stand_apart", lambda _: False)
        assert found == find_mentions(caption, INDEX, BUTTERFLIES)


def test_a_nickname_that_is_the_whole_name_of_another_means_both() -> None:
    index = INDEX.with_changes([entry("zed", "Zed", "Adam", "Léa Dupont")])

    found = find_mentions("Hugo et Léa Dupont, Tom", index, BUTTERFLIES)

    assert "Léa Dupont: lea|zed; Tom: tom" == said(found)


@given(_words, st.sampled_from(("#", "@", "see a.be/")))
def test_a_hashtag_is_cut_as_by_hand(word: str, mark: str) -> None:
    text = f"{mark}{word} z"
    readings = {reading.manner: reading for reading in _compounds(text)}

    assert _endings_by_hand(word.encode()) == readings[Manner.ENDINGS].spaced
    assert _halves_by_hand(word.encode()) == readings[Manner.HALVES].spaced
    for manner in (Manner.ENDINGS, Manner.HALVES):
        reading = readings[manner]
        for place, letter in enumerate(reading.spaced.decode()):
            if letter.isalpha():
                start, end = reading.span(place, place + 1)
                assert letter == text[start:end]


@given(st.lists(st.text("abABéÉ ", max_size=6) | st.sampled_from(_WITH_CAPITALS)).map(" ".join))
def test_words_are_parted_at_their_capitals_as_by_hand(text: str) -> None:
    words = normalise(text).spaced.decode().split()
    by_hand = "".join(" \n\n " + " ".join(humps) for humps in map(_humps_by_hand, words) if humps)

    humps = [each.spaced for each in _compounds(text) if each.manner is Manner.HUMPS]

    assert ([by_hand.encode() + NEXT] if by_hand else []) == humps


def _humps_by_hand(word: str) -> list[str]:
    humps, seen = [word[:1]], False
    for at in range(1, len(word)):
        before, letter, after = word[:at], word[at], word[at + 1 : at + 2]
        follows_small = before[-1].islower() and letter.isupper()
        begins_word = before[-1].isupper() and letter.isupper() and after.islower()
        seen = seen or follows_small or begins_word
        if begins_word or (follows_small and not before.endswith("Mc")):
            humps.append(letter)
        else:
            humps[-1] += letter
    return humps if seen else []


def _compounds(text: str) -> Iterator[Reading]:
    plain = normalise(text)
    return compound_readings(plain, plain.spaced.translate(CAPITALS))


def _endings_by_hand(word: bytes) -> bytes:
    begins = range(2, len(word) - 1)
    return FIRST + _seen(word) + b"".join(NEXT + _seen(word[begin:]) for begin in begins) + NEXT


def _halves_by_hand(word: bytes) -> bytes:
    halves = b""
    for begin in (0, *range(2, len(word) - 3)):
        seen = _seen(word[begin:])
        for cut in range(2 if begin else 1, len(seen) - 1):
            halves += (NEXT if begin else FIRST) + seen[:cut] + b" " + seen[cut:]
    return halves + NEXT


def _seen(word: bytes) -> bytes:
    return word[:_WINDOW] + CUT if len(word) > _WINDOW else word
