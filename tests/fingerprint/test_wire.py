"""
The service believes nothing that a worker says but what has the shape of an answer.
"""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from service.errors import BadImage
from service.fingerprint.claims import ClaimedRegion, Claims
from service.fingerprint.features.values import Features, Views
from service.fingerprint.picture import Limits, Picture
from service.fingerprint.reading import answer_with, question_about
from service.fingerprint.refusals import Reason, refusal
from service.fingerprint.wire import LENGTHS, UnexpectedMessageError, answer_with_refusal
from tests.fingerprint.any_json import JSON
from tests.fingerprint.drawing import draw_scene, encode, read

LIMITS = Limits()
FILE = encode(draw_scene(40, (64, 48)), "PNG")
SAID = Claims(creator="Zoë", people=("Léa",), regions=(ClaimedRegion("Léa", (0, 0, 1, 1)),))
PICTURE = replace(read(FILE), words="Léa\nDupont", claims=SAID)
SET = replace(
    PICTURE,
    stills=(
        replace(PICTURE, at_seconds=0),
        replace(PICTURE, at_seconds=7, preview_jpeg=None, views=b""),
        replace(PICTURE, page=1),
    ),
)
MESSAGE, BODY = answer_with(PICTURE)
(ANSWER,) = json.loads(MESSAGE[LENGTHS.size :])["pictures"]
QUESTION = question_about(
    FILE, digest_bytes=lambda: PICTURE.digest_bytes, filename=None, with_preview=True, limits=LIMITS
)


def _understood(head: object, body: bytes = BODY) -> Picture:
    return QUESTION.understand(json.dumps(head).encode(), body)


def _outcome(text: bytes, body: bytes) -> object:
    try:
        return QUESTION.understand(text, body)
    except (BadImage, UnexpectedMessageError) as refused:
        return refused


@pytest.mark.parametrize(("kind", "is_bound"), [("JPEG", False), ("PNG", True), ("GIF", True)])
def test_a_question_waits_for_the_digest_only_where_something_is_bound_to_it(
    kind: str, *, is_bound: bool
) -> None:
    wanted: list[str] = []

    def digest() -> bytes:
        wanted.append(kind)
        return PICTURE.digest_bytes

    file = encode(draw_scene(40, (64, 48)), kind)
    asked = question_about(
        file, digest_bytes=digest, filename=None, with_preview=True, limits=LIMITS
    )

    assert is_bound is bool(wanted)
    answer = json.dumps({"pictures": [ANSWER]}).encode()
    assert PICTURE.digest_bytes == asked.understand(answer, BODY).digest_bytes


def test_a_picture_arrives_as_it_was_sent() -> None:
    assert PICTURE == _understood({"pictures": [ANSWER]})


def test_a_set_of_pictures_arrives_as_it_was_sent() -> None:
    message, body = answer_with(SET)

    assert SET == QUESTION.understand(message[LENGTHS.size :], body)


@pytest.mark.parametrize(
    "pictures",
    [
        [],
        [ANSWER, ANSWER],
        [ANSWER | {"place": ["page", 1]}],
        [ANSWER, *([ANSWER | {"place": ["page", 1]}] * (LIMITS.max_stills + 1))],
    ],
    ids=["none", "a still without a place", "a still without a set", "more than are looked at"],
)
def test_what_is_no_set_of_pictures_is_not_believed(pictures: list[object]) -> None:
    with pytest.raises(UnexpectedMessageError):
        _understood({"pictures": pictures}, BODY * len(pictures))


def test_more_words_than_a_document_may_have_are_not_believed() -> None:
    page = replace(PICTURE, page=1, words="a" * (2 * LIMITS.max_letters + 1))
    message, body = answer_with(replace(PICTURE, stills=(page,)))

    with pytest.raises(UnexpectedMessageError):
        QUESTION.understand(message[LENGTHS.size :], body)


def test_words_that_are_no_text_are_not_believed() -> None:
    told = ANSWER | {"words_bytes": 1}

    with pytest.raises(UnexpectedMessageError):
        _understood({"pictures": [told]}, BODY[: -ANSWER["words_bytes"]] + b"\xff")


def test_a_refusal_arrives_as_it_was_sent() -> None:
    sent = refusal(Reason.POLYGLOT, kind="an archive")
    message, body = answer_with_refusal(sent)

    with pytest.raises(BadImage) as caught:
        QUESTION.understand(message[LENGTHS.size :], body)

    assert (sent.reason, sent.message) == (caught.value.reason, caught.value.message)


@pytest.mark.parametrize("field", sorted(ANSWER))
@pytest.mark.parametrize("wrong", [None, -1, 0, 10**12, "", "zz", {}, ["ab"], 1.5], ids=str)
def test_an_answer_with_one_wrong_field_is_not_believed(field: str, wrong: object) -> None:
    with pytest.raises(UnexpectedMessageError):
        _understood({"pictures": [ANSWER | {field: wrong}]})


@pytest.mark.parametrize("message", ["two\nlines", "\x1b[31mred", "x" * 1001])
def test_a_refusal_that_is_no_plain_sentence_is_not_believed(message: str) -> None:
    with pytest.raises(UnexpectedMessageError):
        _understood({"refused": "damaged", "message": message})


@pytest.mark.parametrize(
    "said",
    [
        {"lines": []},
        {"lines": ["x" * 201, "", "", "", ""]},
        {"lines": ["two\nlines", "", "", "", ""]},
        {"people": ["x"] * 31},
        {"people": ["x" * 101]},
        {"regions": [[]]},
        {"regions": [["x", 0, 0, 0, 0]]},
        {"regions": [["x", 0, 0, 1]]},
        {"source_type": "anything"},
    ],
    ids=str,
)
def test_what_no_file_can_say_is_not_believed(said: dict[str, object]) -> None:
    with pytest.raises(UnexpectedMessageError):
        _understood({"pictures": [ANSWER | {"claims": ANSWER["claims"] | said}]})


@pytest.mark.parametrize("field", sorted(ANSWER))
def test_an_answer_that_lacks_a_field_is_not_believed(field: str) -> None:
    with pytest.raises(UnexpectedMessageError):
        _understood({"pictures": [{name: ANSWER[name] for name in ANSWER if name != field}]})


def test_a_refusal_for_no_known_reason_is_not_believed() -> None:
    with pytest.raises(UnexpectedMessageError):
        _understood({"refused": "because", "message": "no"})


def test_a_preview_that_is_no_jpeg_is_not_believed() -> None:
    with pytest.raises(UnexpectedMessageError):
        _understood(
            {"pictures": [ANSWER | {"preview_bytes": 6, "views_bytes": 0, "words_bytes": 0}]},
            b"<html>",
        )


@pytest.mark.parametrize(
    "views",
    [PICTURE.views[:-1], PICTURE.features, b"OV", b"\0" * len(PICTURE.views)],
    ids=["too few", "features", "the beginning", "zeros"],
)
def test_views_that_are_none_are_not_believed(views: bytes) -> None:
    body = (PICTURE.preview_jpeg or b"") + views

    with pytest.raises(UnexpectedMessageError):
        _understood({"pictures": [ANSWER | {"views_bytes": len(views), "words_bytes": 0}]}, body)


@pytest.mark.parametrize("without", [{"preview_jpeg": None}, {"textureless": True}], ids=str)
def test_views_of_what_can_have_none_are_not_believed(without: dict[str, Any]) -> None:
    message, body = answer_with(replace(PICTURE, **without))

    with pytest.raises(UnexpectedMessageError):
        QUESTION.understand(message[LENGTHS.size :], body)


def test_views_of_nothing_are_not_believed() -> None:
    nothing = Features.nothing(512, 384)
    views = Views(nothing, nothing, nothing).to_bytes()

    with pytest.raises(UnexpectedMessageError):
        _understood(
            {"pictures": [ANSWER | {"views_bytes": len(views)}]},
            (PICTURE.preview_jpeg or b"") + views,
        )


def test_a_preview_of_another_length_than_told_is_not_believed() -> None:
    with pytest.raises(UnexpectedMessageError):
        _understood({"pictures": [ANSWER]}, BODY + b"more")


@settings(max_examples=200)
@given(some.binary(max_size=200), some.binary(max_size=20))
def test_any_bytes_are_an_answer_or_not_believed(text: bytes, body: bytes) -> None:
    assert isinstance(_outcome(text, body), Picture | BadImage | UnexpectedMessageError)


@settings(max_examples=200)
# Few at a time: what is wrong first hides whatever comes behind it.
@given(
    some.dictionaries(some.sampled_from([*sorted(ANSWER), "refused", "message"]), JSON, max_size=3)
)
def test_any_fields_are_an_answer_or_not_believed(fields: dict[str, object]) -> None:
    text = json.dumps({"pictures": [ANSWER | fields], **fields}).encode()

    assert isinstance(_outcome(text, BODY), Picture | BadImage | UnexpectedMessageError)


def test_an_answer_nested_without_end_is_not_believed() -> None:
    assert isinstance(_outcome(b"[" * 100_000, b""), UnexpectedMessageError)
