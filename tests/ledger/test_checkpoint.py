"""
A head is what the log itself signed, in one spelling.
"""

import pytest

from service.ledger.checkpoint import (
    MAX_SIZE,
    Checkpoint,
    open_checkpoint,
    read_body,
    sign_checkpoint,
)
from service.ledger.failures import CheckpointRefused
from service.ledger.keys import decode_base64
from service.ledger.note import sign_note
from service.ledger.tree import EMPTY_ROOT
from tests.ledger.logs import KEY, NEXT_KEY, ORIGIN, WITNESS
from tests.ledger.stored import vectors

PUBLISHED = vectors("signed_note")["checkpoint"]
ROOT = bytes(range(32))
HEAD = Checkpoint(ORIGIN, 42, ROOT)
BODY = f"{ORIGIN}\n42\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n"


def test_the_published_checkpoint_reads_back() -> None:
    root = decode_base64(PUBLISHED["root"])
    head = Checkpoint(PUBLISHED["origin"], PUBLISHED["size"], root)

    assert head == read_body(PUBLISHED["body"])
    assert PUBLISHED["body"] == head.body()


def test_a_head_is_three_lines() -> None:
    assert BODY == HEAD.body()


def test_a_signed_head_opens() -> None:
    assert HEAD == open_checkpoint(sign_checkpoint(HEAD, KEY), [KEY.verifier()])


def test_the_signature_of_a_witness_beside_ours_changes_nothing() -> None:
    note = sign_checkpoint(HEAD, KEY) + PUBLISHED["lines"][1]

    assert HEAD == open_checkpoint(note, [KEY.verifier()])


def test_while_keys_rotate_the_old_and_the_new_open_the_head() -> None:
    note = sign_checkpoint(HEAD, KEY, NEXT_KEY)

    for known in ([KEY], [NEXT_KEY], [KEY, NEXT_KEY]):
        assert HEAD == open_checkpoint(note, [key.verifier() for key in known])


def test_a_witness_alone_cannot_speak_for_the_log() -> None:
    note = sign_note(HEAD.body(), [WITNESS])

    with pytest.raises(CheckpointRefused):
        open_checkpoint(note, [KEY.verifier(), WITNESS.verifier()])


def test_a_log_does_not_sign_with_the_key_of_another() -> None:
    with pytest.raises(CheckpointRefused):
        sign_checkpoint(HEAD, KEY, WITNESS)
    with pytest.raises(CheckpointRefused):
        sign_checkpoint(HEAD)


def test_a_good_signature_under_something_else_is_no_head() -> None:
    with pytest.raises(CheckpointRefused):
        open_checkpoint(sign_note("Dear all,\n", [KEY]), [KEY.verifier()])


def test_extension_lines_of_other_logs_are_kept() -> None:
    head = Checkpoint(ORIGIN, 42, ROOT, ("one more line", "and another"))

    assert f"{BODY}one more line\nand another\n" == head.body()
    assert head == open_checkpoint(sign_checkpoint(head, KEY), [KEY.verifier()])


def test_an_empty_log_has_a_head_too() -> None:
    head = Checkpoint(ORIGIN, 0, EMPTY_ROOT)

    assert head == read_body(head.body())


@pytest.mark.parametrize(
    "body",
    [
        "",
        "\n",
        BODY[:-1],
        f"{ORIGIN}\n",
        f"{ORIGIN}\n42\n",
        f"\n{BODY}",
        f"{BODY}\n",
        f"{BODY}one\n\ntwo\n",
        BODY.replace("\n42\n", "\n042\n"),
        BODY.replace("\n42\n", "\n+42\n"),
        BODY.replace("\n42\n", "\n-42\n"),
        BODY.replace("\n42\n", "\n 42\n"),
        BODY.replace("\n42\n", "\n4_2\n"),
        BODY.replace("\n42\n", "\n٤٢\n"),
        BODY.replace("\n42\n", "\n\n"),
        BODY.replace("\n42\n", "\n42.0\n"),
        BODY.replace("\n42\n", f"\n{MAX_SIZE + 1}\n"),
        BODY.replace("\n42\n", f"\n{'9' * 5000}\n"),
        BODY.replace("\n42\n", "\n0\n"),
        BODY.replace("8=\n", "9=\n"),
        BODY.replace("=\n", "\n"),
        BODY.replace("AAEC", ""),
        BODY.replace(ORIGIN, ""),
        BODY.replace(ORIGIN, "two words"),
        BODY.replace(ORIGIN, "a+b"),
        BODY.replace("\n", "\r\n"),
    ],
)
def test_a_head_in_any_other_spelling_is_refused_though_signed(body: str) -> None:
    with pytest.raises(CheckpointRefused):
        read_body(body)


@pytest.mark.parametrize(
    ("origin", "size", "root", "extensions"),
    [
        ("", 42, ROOT, ()),
        (f"{ORIGIN}\n999", 42, ROOT, ()),
        (ORIGIN, -1, ROOT, ()),
        (ORIGIN, MAX_SIZE + 1, ROOT, ()),
        (ORIGIN, 0, ROOT, ()),
        (ORIGIN, 42, ROOT[:31], ()),
        (ORIGIN, 42, b"", ()),
        (ORIGIN, 42, ROOT, ("",)),
        (ORIGIN, 42, ROOT, ("two\nlines",)),
    ],
)
def test_a_head_that_would_not_read_back_cannot_be_made(
    origin: str, size: int, root: bytes, extensions: tuple[str, ...]
) -> None:
    with pytest.raises(CheckpointRefused):
        Checkpoint(origin, size, root, extensions)


def test_the_largest_log_can_be_counted() -> None:
    head = Checkpoint(ORIGIN, 9_223_372_036_854_775_807, ROOT)

    assert head == read_body(head.body())
