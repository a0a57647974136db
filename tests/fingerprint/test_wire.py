"""
The service believes nothing that a worker says but what has the shape of an answer.
"""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from service.errors import BadImage
from service.fingerprint.picture import Limits, Picture
from service.fingerprint.refusals import Reason, refusal
from service.fingerprint.wire import (
    LENGTHS,
    UnexpectedMessageError,
    answer_with_picture,
    answer_with_refusal,
    read_answer,
)
from tests.fingerprint.drawing import draw_scene, encode, read

LIMITS = Limits()
PICTURE = read(encode(draw_scene(40, (64, 48)), "PNG"))
MESSAGE, PREVIEW = answer_with_picture(PICTURE)
ANSWER = json.loads(MESSAGE[LENGTHS.size :])


def _understood(head: object, body: bytes = PREVIEW) -> Picture:
    text = json.dumps(head).encode()
    return read_answer(text, body, digest_bytes=PICTURE.digest_bytes, limits=LIMITS)


def _outcome(text: bytes, body: bytes) -> object:
    try:
        return read_answer(text, body, digest_bytes=PICTURE.digest_bytes, limits=LIMITS)
    except (BadImage, UnexpectedMessageError) as refused:
        return refused


def test_a_picture_arrives_as_it_was_sent() -> None:
    assert PICTURE == _understood(ANSWER)


def test_a_refusal_arrives_as_it_was_sent() -> None:
    sent = refusal(Reason.POLYGLOT, kind="an archive")
    message, body = answer_with_refusal(sent)

    with pytest.raises(BadImage) as caught:
        read_answer(message[LENGTHS.size :], body, digest_bytes=b"", limits=LIMITS)

    assert (sent.reason, sent.message) == (caught.value.reason, caught.value.message)


@pytest.mark.parametrize("field", sorted(ANSWER))
@pytest.mark.parametrize("wrong", [None, -1, 0, 10**12, "", "zz", {}, ["ab"], 1.5], ids=str)
def test_an_answer_with_one_wrong_field_is_not_believed(field: str, wrong: object) -> None:
    with pytest.raises(UnexpectedMessageError):
        _understood(ANSWER | {field: wrong})


@pytest.mark.parametrize("message", ["two\nlines", "\x1b[31mred", "x" * 1001])
def test_a_refusal_that_is_no_plain_sentence_is_not_believed(message: str) -> None:
    with pytest.raises(UnexpectedMessageError):
        _understood({"refused": "damaged", "message": message})


@pytest.mark.parametrize("field", sorted(ANSWER))
def test_an_answer_that_lacks_a_field_is_not_believed(field: str) -> None:
    with pytest.raises(UnexpectedMessageError):
        _understood({name: ANSWER[name] for name in ANSWER if name != field})


def test_a_refusal_for_no_known_reason_is_not_believed() -> None:
    with pytest.raises(UnexpectedMessageError):
        _understood({"refused": "because", "message": "no"})


def test_a_preview_that_is_no_jpeg_is_not_believed() -> None:
    with pytest.raises(UnexpectedMessageError):
        _understood(ANSWER, b"<html>")


JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=9),
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.text(max_size=9), inner),
    max_leaves=8,
)


@settings(max_examples=200)
@given(some.binary(max_size=200), some.binary(max_size=20))
def test_any_bytes_are_an_answer_or_not_believed(text: bytes, body: bytes) -> None:
    assert isinstance(_outcome(text, body), Picture | BadImage | UnexpectedMessageError)


@settings(max_examples=200)
@given(some.dictionaries(some.sampled_from([*sorted(ANSWER), "refused", "message"]), JSON))
def test_any_fields_are_an_answer_or_not_believed(fields: dict[str, object]) -> None:
    text = json.dumps(ANSWER | fields).encode()

    assert isinstance(_outcome(text, PREVIEW), Picture | BadImage | UnexpectedMessageError)


def test_an_answer_nested_without_end_is_not_believed() -> None:
    assert isinstance(_outcome(b"[" * 100_000, b""), UnexpectedMessageError)
