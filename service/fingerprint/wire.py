"""
The messages between the service and a picture worker.

A message is two lengths, a JSON head and a body of raw bytes.  Nothing that runs code
when it is read (no pickle): the worker has decoded bytes from strangers, so the
service checks every field of an answer before it believes its shape.
"""

import json
import struct
from typing import Final

from service.errors import BadImage
from service.fingerprint.picture import (
    ALGORITHM,
    FINGERPRINT_BYTES,
    VERSION,
    Fingerprint,
    Format,
    Limits,
    Note,
    Picture,
)
from service.fingerprint.refusals import refusal_for

LENGTHS: Final = struct.Struct(">II")
MOST_ANSWER_BYTES: Final = 1024 * 1024
_ORIENTATIONS: Final = 8
_DIGEST_BYTES: Final = 32
_LONGEST_TEXT: Final = 1_000
_JPEG_START: Final = b"\xff\xd8\xff"


class UnexpectedMessageError(Exception):
    """
    The other side says something that no sound worker says.
    """


def pack(head: dict[str, object], body: bytes = b"") -> tuple[bytes, bytes]:
    """
    Give the two parts of a message; the body is not copied.
    """
    text = json.dumps(head, separators=(",", ":")).encode()
    return LENGTHS.pack(len(text), len(body)) + text, body


def unpack_head(text: bytes) -> dict[str, object]:
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


def answer_with_picture(picture: Picture) -> tuple[bytes, bytes]:
    """
    Say what was found in a picture.
    """
    head: dict[str, object] = {
        "format": picture.format,
        "width_px": picture.width_px,
        "height_px": picture.height_px,
        "frames": picture.frames,
        "digest_pixels": picture.digest_pixels.hex(),
        "probes": [probe.bits.hex() for probe in picture.probes],
        "textureless": picture.textureless,
        "notes": list(picture.notes),
        "preview": picture.preview_jpeg is not None,
    }
    return pack(head, picture.preview_jpeg or b"")


def answer_with_refusal(error: BadImage) -> tuple[bytes, bytes]:
    """
    Say why there is no picture.
    """
    return pack({"refused": error.reason, "message": error.message})


def read_answer(text: bytes, body: bytes, *, digest_bytes: bytes, limits: Limits) -> Picture:
    """
    Read what a worker found in the file whose digest is *digest_bytes*.

    Raises:
        BadImage: The worker refused the picture.

        UnexpectedMessageError: The answer is not one that a sound worker gives.
    """
    head = unpack_head(text)
    try:
        if "refused" in head:
            raise refusal_for(_text(head["refused"]), _text(head["message"]))
        return _picture(head, body, digest_bytes, limits)
    except (KeyError, TypeError, ValueError) as error:
        raise UnexpectedMessageError from error


def _picture(head: dict[str, object], body: bytes, digest_bytes: bytes, limits: Limits) -> Picture:
    probes = _probes(head)
    frames = _number(head["frames"], limits.max_frames)
    return Picture(
        format=Format(_text(head["format"])).value,
        width_px=_number(head["width_px"], limits.max_side_px),
        height_px=_number(head["height_px"], limits.max_side_px),
        frames=frames,
        first_frame_only=frames > 1,
        digest_bytes=digest_bytes,
        digest_pixels=_octets(head["digest_pixels"], _DIGEST_BYTES),
        fingerprint=probes[0],
        probes=probes,
        preview_jpeg=_preview(body) if _flag(head["preview"]) else None,
        textureless=_flag(head["textureless"]),
        notes=tuple(Note(_text(note)).value for note in _listed(head["notes"], len(Note))),
    )


def _probes(head: dict[str, object]) -> tuple[Fingerprint, ...]:
    listed = _listed(head["probes"], _ORIENTATIONS)
    if len(listed) != _ORIENTATIONS:
        raise ValueError
    return tuple(
        Fingerprint(ALGORITHM, VERSION, _octets(bits, FINGERPRINT_BYTES)) for bits in listed
    )


def _preview(body: bytes) -> bytes:
    if not body.startswith(_JPEG_START):
        raise ValueError
    return body


def _text(field: object) -> str:
    # One line of print: what a worker says is shown, and may be logged.
    if not isinstance(field, str) or len(field) > _LONGEST_TEXT or not field.isprintable():
        raise TypeError
    return field


def _flag(field: object) -> bool:
    if not isinstance(field, bool):
        raise TypeError
    return field


def _number(field: object, most: int) -> int:
    if type(field) is not int or not 1 <= field <= most:
        raise TypeError
    return field


def _octets(field: object, length: int) -> bytes:
    octets = bytes.fromhex(_text(field))
    if len(octets) != length:
        raise ValueError
    return octets


def _listed(field: object, most: int) -> list[object]:
    if not isinstance(field, list) or len(field) > most:
        raise TypeError
    return field
