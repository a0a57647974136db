"""
The messages between the service and a picture worker.

A message is two lengths, a JSON head and a body of raw bytes.  The head of a question
names its `kind` and the `seconds` it may take; each kind has a file of its own that
writes the question and reads the answer (`reading.py`, `comparing.py`, `developing.py`,
`paper.py`), and a function in the worker.
Nothing that runs code when it is read (no pickle): the worker has decoded bytes from
strangers, so the service checks every field of an answer before it believes its shape.
"""

import json
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, pairwise
from typing import Final, Generic, TypeVar

from service.errors import BadImage
from service.fingerprint.fields import text as text_of
from service.fingerprint.refusals import refusal_for

T_co = TypeVar("T_co", covariant=True)

Fields = dict[str, object]
"""The head of a message."""

Message = tuple[bytes, bytes]
"""The lengths and the head; the body."""

LENGTHS: Final = struct.Struct(">II")
MOST_ANSWER_BYTES: Final = 64 * 1024 * 1024
"""A few hundred previews; a worker that promises more is ended."""


class Kind(StrEnum):
    """
    Name each kind of question that a worker answers.
    """

    READ = "read"
    """What is in this file?"""
    COMPARE = "compare"
    """What is this picture to these registered ones?"""
    DEVELOP = "develop"
    """What does this picture look like covered, smaller, with other words?"""
    PAPER = "paper"
    """What is ticked on this page of answers?"""


class UnexpectedMessageError(Exception):
    """
    The other side says something that no sound worker says.
    """


@dataclass(frozen=True, slots=True)
class Question(Generic[T_co]):
    """
    A question to a worker, and how its answer is read.
    """

    message: Message
    seconds: float
    read: Callable[[Fields, bytes], T_co]
    """From head and body; may raise `KeyError`, `TypeError` or `ValueError`."""

    def understand(self, text: bytes, body: bytes) -> T_co:
        """
        Read the answer of a worker.

        Raises:
            BadImage: The worker refused the file.

            UnexpectedMessageError: The answer is not one that a sound worker gives.
        """
        head = unpack_head(text)
        try:
            if "refused" in head:
                raise refusal_for(text_of(head["refused"]), text_of(head["message"]))
            return self.read(head, body)
        except (KeyError, TypeError, ValueError) as error:
            raise UnexpectedMessageError from error


def pack(head: Fields, body: bytes = b"") -> Message:
    """
    Give the two parts of a message; the body is not copied.
    """
    text = json.dumps(head, separators=(",", ":")).encode()
    return LENGTHS.pack(len(text), len(body)) + text, body


def parts_of(body: bytes, lengths: Sequence[int]) -> list[bytes]:
    """
    Cut a body into parts of these *lengths*, and see that nothing is left.

    Raises:
        ValueError: It is longer or shorter.
    """
    if sum(lengths) != len(body):
        raise ValueError
    return [body[start:end] for start, end in pairwise(accumulate(lengths, initial=0))]


def unpack_head(text: bytes) -> Fields:
    """
    Read the JSON head of a message.
    """
    try:
        head = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnexpectedMessageError from error
    if not isinstance(head, dict):
        raise UnexpectedMessageError
    return head


def answer_with_refusal(error: BadImage) -> Message:
    """
    Say why there is no answer.
    """
    return pack({"refused": error.reason, "message": error.message})
