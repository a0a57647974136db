"""
One value has one form in bytes, and everything else is refused.
"""

import json
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from random import Random
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.ledger.canonical import Plain, canonical, instant, parse_canonical
from service.ledger.failures import NotCanonical
from tests.ledger.stored import vectors

EXAMPLES = {example["name"]: example for example in vectors("rfc8785")["examples"]}

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
integers = st.integers(-(2**53) + 1, 2**53 - 1)
plain_values = st.recursive(
    st.none() | st.booleans() | integers | texts,
    lambda parts: st.lists(parts, max_size=4) | st.dictionaries(texts, parts, max_size=4),
    max_leaves=12,
)
simple_values = st.recursive(
    st.none() | st.booleans() | integers | texts,
    lambda parts: (
        st.lists(parts, max_size=4)
        | st.dictionaries(st.text(st.characters(max_codepoint=127)), parts, max_size=4)
    ),
    max_leaves=12,
)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_published_examples_come_out_byte_for_byte(name: str) -> None:
    example = EXAMPLES[name]

    assert bytes.fromhex(example["utf8"]) == canonical(json.loads(example["json"]))


@given(plain_values)
def test_what_was_written_reads_back_as_the_same_value(value: Plain) -> None:
    assert value == parse_canonical(canonical(value))


@given(st.dictionaries(texts, integers, min_size=2), st.randoms())
def test_the_order_in_which_members_were_added_leaves_no_trace(
    members: dict[str, int], chance: Random
) -> None:
    shuffled = list(members.items())
    chance.shuffle(shuffled)

    assert canonical(members) == canonical(dict(shuffled))


@given(st.dictionaries(texts, integers))
def test_keys_stand_in_the_order_of_their_utf_16_code_units(members: dict[str, int]) -> None:
    written = json.loads(canonical(members), object_pairs_hook=lambda pairs: [k for k, _ in pairs])

    units = [memoryview(key.encode("utf-16-le")).cast("H").tolist() for key in written]
    assert sorted(units) == units


@given(simple_values)
def test_the_short_way_and_the_long_way_end_in_the_same_bytes(value: Plain) -> None:
    assert canonical({"é": value}) == b'{"\xc3\xa9":' + canonical(value) + b"}"


def test_a_tuple_is_written_as_a_list_and_a_word_of_an_enum_as_its_text() -> None:
    class Word(StrEnum):
        IMAGE = "image"

    assert b'{"image":["image",1]}' == canonical({Word.IMAGE: (Word.IMAGE, 1)})


def test_a_name_keeps_the_spelling_in_which_it_was_typed() -> None:
    composed, decomposed = "Zo\u00eb", "Zoe\u0308"

    assert composed == parse_canonical(canonical(composed))
    assert decomposed == parse_canonical(canonical(decomposed))


@pytest.mark.parametrize(
    "value",
    [
        1.0,
        float("nan"),
        2**53,
        -(2**53),
        b"bytes",
        {1: "a number as key"},
        {"\ud800": "half a character as key"},
        "half a character: \udc00",
        {"a set"},
        datetime(2026, 5, 12, tzinfo=UTC),
        object,
    ],
    ids=repr,
)
def test_what_two_readers_could_read_differently_is_refused(value: object) -> None:
    with pytest.raises(NotCanonical):
        canonical(cast("Plain", value))


def test_nesting_ends_before_the_stack_of_the_reader_does() -> None:
    nested: Plain = "the innermost"
    for _ in range(32):
        nested = [nested]

    assert nested == parse_canonical(canonical(nested))
    with pytest.raises(NotCanonical):
        canonical([nested])


def test_nesting_of_members_counts_like_nesting_of_lists() -> None:
    nested: Plain = {}
    for _ in range(32):
        nested = {"inner": nested}

    assert nested == parse_canonical(canonical(nested))
    with pytest.raises(NotCanonical):
        canonical({"inner": nested})


def test_a_value_that_contains_itself_is_refused() -> None:
    snake: list[Plain] = []
    snake.append(snake)

    with pytest.raises(NotCanonical):
        canonical(snake)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b" 1",
        b"1\n",
        b"1.0",
        b"1e2",
        b"-0",
        b"01",
        b"NaN",
        b"Infinity",
        b"9007199254740992",
        b"1" * 5000,
        b"[1, 2]",
        b'{"b":1,"a":2}',
        b'{"a":1,"a":1}',
        b'"\\u0041"',
        b'"\\/"',
        b'"\\u000A"',
        b'"\\ud800"',
        b"\xef\xbb\xbf1",
        b'"\xff"',
        b'"\xed\xa0\x80"',
        b"[" * 100_000,
    ],
    ids=lambda content: repr(content[:20]),
)
def test_bytes_in_any_other_form_are_refused(content: bytes) -> None:
    with pytest.raises(NotCanonical):
        parse_canonical(content)


@given(st.binary(max_size=40))
def test_bytes_from_anywhere_are_canonical_or_refused(content: bytes) -> None:
    try:
        value = parse_canonical(content)
    except NotCanonical:
        return
    assert content == canonical(value)


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2026, 5, 12, 7, 30, tzinfo=UTC), "2026-05-12T07:30:00.000000Z"),
        (datetime(2026, 5, 12, 7, 30, 0, 1, tzinfo=UTC), "2026-05-12T07:30:00.000001Z"),
        (
            datetime(2026, 5, 12, 0, 30, tzinfo=timezone(timedelta(hours=2))),
            "2026-05-11T22:30:00.000000Z",
        ),
        (datetime(1, 1, 1, tzinfo=UTC), "0001-01-01T00:00:00.000000Z"),
    ],
)
def test_an_instant_is_written_in_utc_with_microseconds(moment: datetime, text: str) -> None:
    assert text == instant(moment)


@given(st.datetimes(timezones=st.just(UTC)), st.datetimes(timezones=st.just(UTC)))
def test_written_instants_sort_like_instants(one: datetime, other: datetime) -> None:
    assert (one < other) == (instant(one) < instant(other))


def test_an_instant_without_zone_is_refused() -> None:
    with pytest.raises(NotCanonical):
        instant(datetime(2026, 5, 12))  # noqa: DTZ001 -- that is the mistake


def test_an_instant_before_the_first_year_is_refused() -> None:
    with pytest.raises(NotCanonical):
        instant(datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=1))))
