"""
Turn records into JSON documents and back.

Deterministic, so that equal records are equal bytes.  A field that a document lacks
takes its default, one that it has too many is ignored: versions written years ago
stay readable, and a rollback of the program does not stop the service.
"""

from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec

R = TypeVar("R")

_encoder = msgspec.json.Encoder(order="deterministic")
_plain = msgspec.json.Decoder(dict[str, Any])


def document_of(record: object) -> str:
    """
    Give *record* as a JSON document.
    """
    return _encoder.encode(record).decode()


def reader(kind: type[R]) -> msgspec.json.Decoder[R]:
    """
    Give what reads documents of one kind, prepared once.
    """
    return msgspec.json.Decoder(kind)


def plain(document: str) -> dict[str, Any]:
    """
    Read a document as plain values.
    """
    return _plain.decode(document)


def written(document: dict[str, Any]) -> str:
    """
    Write plain values again, in the order they came in.
    """
    return msgspec.json.encode(document).decode()


def listed(ids: Iterable[str]) -> str:
    """
    Write identifiers so that SQL can find one of them: `|a|b|`.
    """
    return "".join(f"|{each}" for each in sorted(ids)) + "|"


def unlisted(text: str) -> list[str]:
    """
    Read what `listed` wrote.
    """
    return [each for each in text.split("|") if each]
