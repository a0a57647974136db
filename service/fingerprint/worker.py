"""
The worker process: questions come in, what was found goes out.

A new kind of question gets a function in `_ANSWERS`.  Started by `process.py`, which also
ends it.  It ends by itself when the service does: its input then ends.
"""

import json
import logging
import sys
from collections.abc import Callable, Mapping
from hashlib import sha256
from io import BytesIO
from typing import BinaryIO, Final

import av
from PIL import Image, ImageCms

from service.errors import BadImage
from service.fingerprint import comparing, developing, paper
from service.fingerprint.comparing import Asked, Registered
from service.fingerprint.darkroom import develop
from service.fingerprint.orders import Box, Covered, CoverKind, Order, Words
from service.fingerprint.picture import Limits, Picture
from service.fingerprint.reading import answer_with
from service.fingerprint.sandbox import allow_seconds, close_down
from service.fingerprint.sheet import read_sheets, warm_up_reading
from service.fingerprint.side_by_side import lay_side_by_side
from service.fingerprint.study import study_picture
from service.fingerprint.wire import (
    LENGTHS,
    Fields,
    Kind,
    Message,
    answer_with_refusal,
    pack,
    unpack_head,
)

_SAMPLE_PX: Final = 256
_LETTER: Final = (
    b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 5 0 R"
    b"/Resources<</Font<</F 4 0 R>>>>>>endobj\n"
    b"4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
    b"5 0 obj<</Length 22>>stream\nBT /F 9 Tf (words) Tj ET\nendstream endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)
"""The shortest document with words."""


def main() -> None:
    """
    Answer one question after the other until the input ends.
    """
    limits = Limits(**json.loads(sys.argv[-1]))
    logging.disable()
    _warm_up(limits)
    close_down(limits.max_memory_bytes)
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    _say(answers, pack({"ready": True}))
    while question := _next_question(questions):
        head, body = question
        allow_seconds(float(str(head["seconds"])))
        _say(answers, _answer(head, body, limits))


def _next_question(questions: BinaryIO) -> tuple[Fields, bytes] | None:
    lengths = questions.read(LENGTHS.size)
    if len(lengths) < LENGTHS.size:
        return None
    head_bytes, body_bytes = LENGTHS.unpack(lengths)
    head = questions.read(head_bytes)
    body = questions.read(body_bytes)
    if len(body) < body_bytes:
        return None
    return unpack_head(head), body


def _answer(head: Fields, body: bytes, limits: Limits) -> Message:
    try:
        return _ANSWERS[Kind(str(head["kind"]))](head, body, limits)
    except BadImage as error:
        return answer_with_refusal(error)


def _read(head: Fields, body: bytes, limits: Limits) -> Message:
    """
    Answer what is in a file.
    """
    picture = study_picture(
        body,
        digest_bytes=bytes.fromhex(str(head["digest_bytes"])),
        filename=str(head["filename"]),
        with_preview=bool(head["with_preview"]),
        limits=limits,
    )
    return answer_with(picture)


def _compare(head: Fields, body: bytes, _limits: Limits) -> Message:
    """
    Answer what a picture is to registered ones.
    """
    return comparing.answer_with(lay_side_by_side(comparing.asked_in(head, body)))


def _develop(head: Fields, body: bytes, limits: Limits) -> Message:
    """
    Answer with another picture of a file.
    """
    data, order = developing.asked_in(head, body)
    made = develop(data, order, filename=str(head["filename"]), limits=limits)
    return developing.answer_with(made)


def _read_paper(head: Fields, body: bytes, limits: Limits) -> Message:
    """
    Answer what is ticked.
    """
    order = paper.asked_in(head)
    return paper.answer_with(
        read_sheets(body, order, filename=str(head["filename"]), limits=limits)
    )


_ANSWERS: Final[Mapping[Kind, Callable[[Fields, bytes, Limits], Message]]] = {
    Kind.READ: _read,
    Kind.COMPARE: _compare,
    Kind.DEVELOP: _develop,
    Kind.PAPER: _read_paper,
}


def _say(answers: BinaryIO, message: Message) -> None:
    answers.writelines(message)
    answers.flush()


def _warm_up(limits: Limits) -> None:
    """
    Use everything once that loads more code when it is first used.
    """
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture = Image.radial_gradient("L").convert("RGB")
    for kind in ("JPEG", "PNG", "TIFF", "WEBP", "AVIF", "HEIF"):
        file = BytesIO()
        exif = Image.Exif()
        exif[0x0112] = 6
        # Small: encoders take longest, and only decoders are wanted.
        picture.reduce(4).save(file, kind, icc_profile=profile, exif=exif)
        _try(file.getvalue(), limits)
    document = BytesIO()
    picture.save(document, "PDF")
    _try(document.getvalue(), limits)
    _try(_LETTER, limits)
    _try(_film(), limits)
    _compare_once(limits)
    _develop_once(picture, profile, limits)
    warm_up_reading()


def _try(sample: bytes, limits: Limits, *, with_preview: bool = False) -> Picture:
    digest = sha256(sample).digest()
    return study_picture(sample, digest_bytes=digest, with_preview=with_preview, limits=limits)


def _compare_once(limits: Limits) -> None:
    """
    Find a picture in itself, and a part of it in the whole.
    """
    noise = Image.effect_noise((_SAMPLE_PX, _SAMPLE_PX), 96)
    shapes = noise.resize((_SAMPLE_PX // 8, _SAMPLE_PX // 8)).resize(noise.size)
    file, part = BytesIO(), BytesIO()
    shapes.save(file, "PNG")
    shapes.crop((0, 0, _SAMPLE_PX, _SAMPLE_PX // 2)).save(part, "PNG")
    whole, piece = (_try(each.getvalue(), limits, with_preview=True) for each in (file, part))
    kept = Registered(whole.preview_jpeg or b"", whole.features, near=True)
    for asked in (whole, piece):
        lay_side_by_side(Asked(asked.preview_jpeg or b"", asked.views, (kept,)))


def _develop_once(picture: Image.Image, profile: bytes, limits: Limits) -> None:
    """
    Cover a part of an opaque picture and of a transparent one.
    """
    covers = tuple(Covered(each, Box(0, 0, 500, 500)) for each in CoverKind)
    order = Order(covers, longest_px=_SAMPLE_PX // 4, words=Words(b"<x/>", b"", "a", "b"))
    for mode in ("RGB", "RGBA"):
        file = BytesIO()
        image = picture.convert(mode)
        image.putpixel((0, 0), (0,) * len(mode))
        image.save(file, "PNG", icc_profile=profile)
        develop(file.getvalue(), order, limits=limits)


def _film() -> bytes:
    """
    Make the shortest clip.
    """
    file = BytesIO()
    with av.open(file, "w", format="mp4") as film:
        track = film.add_stream("mpeg4", rate=1)
        track.width = track.height = 64
        track.pix_fmt = "yuv420p"
        film.mux(track.encode(av.VideoFrame(64, 64, "yuv420p")))
        film.mux(track.encode(None))
    return file.getvalue()


if __name__ == "__main__":
    main()
