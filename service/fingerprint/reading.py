"""
Ask what is in a file, and read the answer; nothing here decodes.

A file is one picture, or a set of them: the stills of a clip, the pages of a document.
The answer tells the file first and its stills after it, all in the same words; in the
body follow, for each, its preview, what it is searched with, and what is written on it.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from service.fingerprint.claims import claims_in, claims_told
from service.fingerprint.features.values import MAX_VIEWS_BYTES
from service.fingerprint.fields import flag, listed, named, number, octets, text
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
from service.fingerprint.points import checked_views
from service.fingerprint.sniff import is_one_picture, is_set
from service.fingerprint.wire import (
    MOST_ANSWER_BYTES,
    Fields,
    Kind,
    Message,
    Question,
    pack,
    parts_of,
)

_ORIENTATIONS: Final = 8
_DIGEST_BYTES: Final = 32
_JPEG_START: Final = b"\xff\xd8\xff"
_MOST_SIGNS: Final = 2
"""For a letter: the hyphen at the end of a line stands with its line end."""
_LONGEST_ENDING: Final = 64
"""Of a file name: the ending is looked at, and the rest is nobody's business."""
_AT_SECONDS: Final = "at_seconds"
_PAGE: Final = "page"
_LAST_SECOND: Final = 2**31


def question_about(
    data: bytes,
    *,
    digest_bytes: Callable[[], bytes],
    filename: str | None,
    with_preview: bool,
    limits: Limits,
) -> Question[Picture]:
    """
    Ask what is in *data*; many pictures may take longer than one.

    Args:
        digest_bytes: Gives the digest of *data*.  That of a file which may hold more than
            is looked at is told the worker, and any other only asked for with the answer.
    """
    seconds = limits.max_set_seconds if is_set(data) else limits.max_seconds
    head: Fields = {
        "kind": Kind.READ.value,
        "seconds": seconds,
        "digest_bytes": "" if is_one_picture(data) else digest_bytes().hex(),
        "filename": (filename or "")[-_LONGEST_ENDING:],
        "with_preview": with_preview,
    }
    return Question(
        pack(head, data),
        seconds,
        lambda answer, body: picture_in(answer, body, digest_bytes=digest_bytes(), limits=limits),
    )


def answer_with(picture: Picture) -> Message:
    """
    Say what was found in a file.
    """
    pictures = (picture, *picture.stills)
    body = b"".join(part for each in pictures for part in _parts(each))
    return pack({"pictures": [_told(each) for each in pictures]}, body)


def picture_in(head: Fields, body: bytes, *, digest_bytes: bytes, limits: Limits) -> Picture:
    """
    Read what a worker found in the file whose digest is *digest_bytes*.

    Raises:
        KeyError: Something is not said.

        TypeError: Something is not what it must be.

        ValueError: The same.
    """
    told = [named(each) for each in listed(head["pictures"], 1 + limits.max_stills)]
    if not told:
        raise ValueError
    parts = iter(parts_of(body, [length for each in told for length in _lengths(each)]))
    whole, *stills = [
        _picture(each, preview, views, written, digest_bytes, limits)
        for each, preview, views, written in zip(told, parts, parts, parts, strict=True)
    ]
    if whole.is_still or not all(each.is_still for each in stills):
        raise ValueError
    if sum(len(each.words) for each in stills) > _MOST_SIGNS * limits.max_letters:
        raise ValueError
    return replace(whole, stills=tuple(stills))


def _parts(picture: Picture) -> tuple[bytes, bytes, bytes]:
    return picture.preview_jpeg or b"", picture.views, picture.words.encode()


def _told(picture: Picture) -> Fields:
    return {
        "format": picture.format,
        "width_px": picture.width_px,
        "height_px": picture.height_px,
        "frames": picture.frames,
        "digest_pixels": picture.digest_pixels.hex(),
        "probes": [probe.bits.hex() for probe in picture.probes],
        "textureless": picture.textureless,
        "notes": list(picture.notes),
        "preview_bytes": len(picture.preview_jpeg or b""),
        "views_bytes": len(picture.views),
        "words_bytes": len(picture.words.encode()),
        "place": _place_told(picture),
        "claims": claims_told(picture.claims),
    }


def _place_told(picture: Picture) -> list[object]:
    if picture.at_seconds is not None:
        return [_AT_SECONDS, picture.at_seconds]
    return [] if picture.page is None else [_PAGE, picture.page]


def _lengths(told: Fields) -> tuple[int, int, int]:
    return (
        number(told["preview_bytes"], MOST_ANSWER_BYTES, least=0),
        number(told["views_bytes"], MAX_VIEWS_BYTES, least=0),
        number(told["words_bytes"], MOST_ANSWER_BYTES, least=0),
    )


def _picture(
    told: Fields,
    preview: bytes,
    views: bytes,
    written: bytes,
    digest_bytes: bytes,
    limits: Limits,
) -> Picture:
    probes = _probes(told)
    frames = number(told["frames"], limits.max_frames)
    at_seconds, page = _place(told)
    textureless = flag(told["textureless"])
    return Picture(
        format=Format(text(told["format"])).value,
        width_px=number(told["width_px"], limits.max_side_px),
        height_px=number(told["height_px"], limits.max_side_px),
        frames=frames,
        digest_bytes=digest_bytes,
        digest_pixels=octets(told["digest_pixels"], _DIGEST_BYTES),
        fingerprint=probes[0],
        probes=probes,
        preview_jpeg=_preview(preview) if preview else None,
        textureless=textureless,
        notes=tuple(Note(text(note)).value for note in listed(told["notes"], len(Note))),
        views=checked_views(views, may_have_some=bool(preview) and not textureless),
        at_seconds=at_seconds,
        page=page,
        words=written.decode(),
        claims=claims_in(told["claims"]),
    )


def _place(told: Fields) -> tuple[int | None, int | None]:
    """
    Read where in its set a still is: second or page, or neither for a whole file.
    """
    match listed(told["place"], 2):
        case []:
            return None, None
        case [kind, where] if kind == _AT_SECONDS:
            return number(where, _LAST_SECOND, least=0), None
        case [kind, where] if kind == _PAGE:
            return None, number(where, _LAST_SECOND)
        case _:
            raise ValueError


def _probes(told: Fields) -> tuple[Fingerprint, ...]:
    found = listed(told["probes"], 2 * _ORIENTATIONS)
    if len(found) not in {_ORIENTATIONS, 2 * _ORIENTATIONS}:
        raise ValueError
    return tuple(Fingerprint(ALGORITHM, VERSION, octets(bits, FINGERPRINT_BYTES)) for bits in found)


def _preview(body: bytes) -> bytes:
    if not body.startswith(_JPEG_START):
        raise ValueError
    return body
