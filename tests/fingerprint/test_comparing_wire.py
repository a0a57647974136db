"""
The service believes no comparison but one that a sound worker can come to.
"""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from service.errors import BadImage
from service.fingerprint.comparing import (
    MOST_COMPARED,
    Asked,
    Registered,
    answer_with,
    asked_in,
    question_about,
)
from service.fingerprint.features.comparison import NOTHING, Box, Comparison
from service.fingerprint.features.values import Match
from service.fingerprint.picture import Limits
from service.fingerprint.wire import LENGTHS, UnexpectedMessageError, unpack_head
from tests.fingerprint.any_json import JSON

ALTERED = Comparison(
    Match.ALTERED_COPY,
    (Box(0, 10, 500, 1000), Box(1, 2, 3, 4)),
    ((0, 0), (1000, 0), (990, 1000)),
    cut=True,
    agreement=0.75,
    points=17,
    excess=3.5,
)
VERIFIED = Comparison(Match.VERIFIED_COPY, seen=((0, 0), (9, 9)), agreement=1.0, excess=0.25)
STORED = (Registered(b"first", b""), Registered(b"second", b"its features", near=True))
QUESTION = question_about(b"preview", b"views", STORED, Limits())
ANSWER, OTHER = json.loads(answer_with([ALTERED, NOTHING])[0][LENGTHS.size :])["comparisons"]


def _understood(*told: object) -> tuple[Comparison, ...]:
    return QUESTION.understand(json.dumps({"comparisons": told}).encode(), b"")


def _outcome(text: bytes, body: bytes = b"") -> object:
    try:
        return QUESTION.understand(text, body)
    except (BadImage, UnexpectedMessageError) as refused:
        return refused


def test_a_question_arrives_as_it_was_asked() -> None:
    head, body = QUESTION.message

    assert Asked(b"preview", b"views", STORED) == asked_in(unpack_head(head[LENGTHS.size :]), body)


def test_comparisons_arrive_as_they_were_sent() -> None:
    message, body = answer_with([ALTERED, VERIFIED])

    assert (ALTERED, VERIFIED) == QUESTION.understand(message[LENGTHS.size :], body)


@pytest.mark.parametrize("count", [0, 1, 3, MOST_COMPARED])
def test_answers_about_more_or_fewer_pictures_than_asked_are_not_believed(count: int) -> None:
    with pytest.raises(UnexpectedMessageError):
        _understood(*[OTHER] * count)


@pytest.mark.parametrize("field", sorted(ANSWER))
@pytest.mark.parametrize(
    "wrong",
    [-1, 10**12, "", "zz", {}, ["ab"], [[0]], 1.5e9, float("nan"), float("inf"), "similar\n"],
    ids=str,
)
def test_an_answer_with_one_wrong_field_is_not_believed(field: str, wrong: object) -> None:
    with pytest.raises(UnexpectedMessageError):
        _understood(ANSWER | {field: wrong}, OTHER)


@pytest.mark.parametrize("field", sorted(ANSWER))
def test_an_answer_that_lacks_a_field_is_not_believed(field: str) -> None:
    with pytest.raises(UnexpectedMessageError):
        _understood({name: ANSWER[name] for name in ANSWER if name != field}, OTHER)


@pytest.mark.parametrize(
    "box", [[5, 0, 5, 9], [0, 9, 5, 8], [0, 0, 5, 1001], [-1, 0, 5, 5], [0, 0, 5], [0, 0, 5.0, 5]]
)
def test_a_place_that_is_none_is_not_believed(box: object) -> None:
    with pytest.raises(UnexpectedMessageError):
        _understood(ANSWER | {"differing": [box]}, OTHER)


@pytest.mark.parametrize("corner", [[0], [0, 0, 0], [0, 1001], [0, True], "ab"])
def test_a_corner_that_is_none_is_not_believed(corner: object) -> None:
    with pytest.raises(UnexpectedMessageError):
        _understood(ANSWER | {"seen": [corner]}, OTHER)


@pytest.mark.parametrize("doubt", [{"cut": True}, {"differing": [[0, 0, 9, 9]]}], ids=str)
def test_a_verified_copy_with_a_difference_is_not_believed(doubt: dict[str, object]) -> None:
    sound = json.loads(answer_with([VERIFIED])[0][LENGTHS.size :])["comparisons"][0]

    assert VERIFIED == _understood(sound, OTHER)[0]
    with pytest.raises(UnexpectedMessageError):
        _understood(sound | doubt, OTHER)


def test_an_answer_with_something_after_it_is_not_believed() -> None:
    message, _body = answer_with([ALTERED, NOTHING])

    with pytest.raises(UnexpectedMessageError):
        QUESTION.understand(message[LENGTHS.size :], b"more")


def test_nothing_that_is_printed_shows_a_picture() -> None:
    printed = f"{STORED!r} {Asked(b'preview', b'views', STORED)!r}"

    for secret in ("first", "second", "its features", "preview'", "views'"):
        assert secret not in printed


@settings(max_examples=200)
@given(some.binary(max_size=200), some.binary(max_size=20))
def test_any_bytes_are_an_answer_or_not_believed(text: bytes, body: bytes) -> None:
    assert isinstance(_outcome(text, body), tuple | BadImage | UnexpectedMessageError)


@settings(max_examples=200)
# Few at a time: what is wrong first hides whatever comes behind it.
@given(
    some.dictionaries(some.sampled_from([*sorted(ANSWER), "refused", "message"]), JSON, max_size=3)
)
def test_any_fields_are_an_answer_or_not_believed(fields: dict[str, object]) -> None:
    text = json.dumps({"comparisons": [ANSWER | fields, OTHER], **fields}).encode()

    assert isinstance(_outcome(text), tuple | BadImage | UnexpectedMessageError)
