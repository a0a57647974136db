"""
Whoever sends something that is no picture is told what it is and what to do.
"""

import re
import zipfile
from io import BytesIO

import pytest

from service.errors import BadImage
from service.fingerprint.picture import Limits
from service.fingerprint.refusals import Reason, refusal
from tests.fingerprint.drawing import draw_scene, encode, read

PHOTO = encode(draw_scene(12, (64, 48)), "JPEG")
SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'


def _archive() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("index.html", "hello " * 20)
    return file.getvalue()


def _refused(data: bytes, filename: str | None = None, limits: Limits | None = None) -> BadImage:
    with pytest.raises(BadImage) as caught:
        read(data, limits, filename)
    return caught.value


OTHER_FILES = {
    "a PostScript document": (b"%!PS-Adobe-3.0", "not_a_picture"),
    "a web page": (b"\n<!DOCTYPE html><html><body>hello</body></html>", "not_a_picture"),
    "a drawing (SVG)": (SVG, "unsupported_format"),
    "an XML document": (b'<?xml version="1.0"?><note>hello</note>', "not_a_picture"),
    "a text": (b"Dear parents, tomorrow we go to the zoo.", "not_a_picture"),
    "an archive or an office document": (_archive(), "not_a_picture"),
    "a program": (b"MZ\x90\0\x03\0\0\0", "not_a_picture"),
    "a video": (b"RIFF\x24\0\0\0AVI LIST", "not_a_picture"),
    "a picture in an unusual coding": (b"\0\0\0\x18ftypmif1\0\0\0\0mif1j2ki", "unsupported_format"),
    "a sound": (b"ID3\x04\0\0\0\0\0\0", "not_a_picture"),
    "a Photoshop document": (b"8BPS\0\x01\0\0\0\0\0\0", "unsupported_format"),
    "a JPEG XL picture": (b"\xff\x0a\xfa\x7f\x01\x90\x08\x06", "unsupported_format"),
    "of an unknown kind": (bytes(range(256)), "not_a_picture"),
}


@pytest.mark.parametrize("kind", OTHER_FILES)
def test_another_kind_of_file_is_refused_by_its_name(kind: str) -> None:
    data, reason = OTHER_FILES[kind]

    refused = _refused(data, "photo.jpg")

    assert reason == refused.reason
    assert kind in refused.message


def test_an_empty_file_is_refused_as_empty() -> None:
    assert "empty" == _refused(b"").reason


def test_a_file_that_is_too_large_is_refused_before_it_is_looked_at() -> None:
    refused = _refused(bytes(1_048_577), limits=Limits(max_bytes=1_048_576))

    assert ("too_many_bytes", True) == (refused.reason, "1 megabytes" in refused.message)


@pytest.mark.parametrize("name", ["photo.png", "photo.HEIC", "photo.html", "photo.pdf", "a.b.svg"])
def test_a_name_that_contradicts_the_content_is_refused(name: str) -> None:
    refused = _refused(PHOTO, name)

    assert "wrong_extension" == refused.reason
    assert f".{name.rpartition('.')[2].lower()}" in refused.message
    assert "JPEG" in refused.message


@pytest.mark.parametrize(
    "name", ["photo.jpg", "PHOTO.JPEG", "photo.jfif", "photo", "photo.jpg.1", "blob", "", None]
)
def test_a_name_that_contradicts_nothing_is_accepted(name: str | None) -> None:
    assert "jpeg" == read(PHOTO, filename=name).format


def _with_comment(comment: bytes) -> bytes:
    return PHOTO[:2] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment + PHOTO[2:]


POLYGLOTS = {
    "an archive": PHOTO + _archive(),
    "a web page or a script": PHOTO + b"\n<HTML><body onload=alert(1)>",
    "a PDF document": _with_comment(b"%PDF-1.4\n"),
}


@pytest.mark.parametrize("kind", POLYGLOTS)
def test_a_picture_that_is_also_something_else_is_refused(kind: str) -> None:
    refused = _refused(POLYGLOTS[kind])

    assert "polyglot" == refused.reason
    assert kind in refused.message


def test_a_script_in_the_comment_of_a_picture_is_refused() -> None:
    assert "polyglot" == _refused(_with_comment(b"*/=1; <script>alert(1)</script>")).reason


def test_an_archive_with_a_long_comment_is_still_seen() -> None:
    file = BytesIO(PHOTO + _archive())
    with zipfile.ZipFile(file, "a") as archive:
        archive.comment = b"x" * 60_000

    assert "polyglot" == _refused(file.getvalue()).reason


def test_the_video_that_a_phone_puts_behind_its_picture_is_no_reason_to_refuse() -> None:
    moving = PHOTO + b"\0\0\0\x18ftypmp42" + bytes(range(256)) * 400 + b"PK\x05\x06" + bytes(40)

    assert read(PHOTO).digest_pixels == read(moving).digest_pixels


@pytest.mark.parametrize("reason", Reason)
def test_every_refusal_is_a_sentence_that_says_what_to_do(reason: Reason) -> None:
    refused = refusal(reason, kind="a PDF document", extension="pdf", limit=40)

    assert re.search(
        r"\b(Send|send|Choose|Try|Correct|Open|Save|Download|Export)\b", refused.message
    )
    assert refused.message.endswith(".")
    assert not re.search(r"[{}]", refused.message)
