"""
Say what a file is by its first bytes, and catch what pretends.

Nothing is decoded here.  One file must be one thing: its name, its beginning and its
end have to agree (domain threat 14).
"""

import re
from typing import Final

from service.fingerprint.picture import Format
from service.fingerprint.refusals import Reason, refusal

_EXTENSIONS: Final = {
    "jpg": Format.JPEG,
    "jpeg": Format.JPEG,
    "jpe": Format.JPEG,
    "jfif": Format.JPEG,
    "png": Format.PNG,
    "apng": Format.PNG,
    "webp": Format.WEBP,
    "heic": Format.HEIF,
    "heif": Format.HEIF,
    "hif": Format.HEIF,
    "avif": Format.AVIF,
    "tif": Format.TIFF,
    "tiff": Format.TIFF,
    "gif": Format.GIF,
    "bmp": Format.BMP,
    "dib": Format.BMP,
}
# Other endings ("photo.jpg.1", "image.orig") claim nothing and are let through.
_NOT_PICTURE_EXTENSIONS: Final = re.compile(
    r"html?|xhtml|svgz?|xml|m?js|css|php|pdf|e?ps|zip|7z|rar|gz|tar|docx|xlsx|pptx|odt"
    r"|txt|csv|json|exe|dll|bat|cmd|sh|ps1|jar|apk|msi|mp4|mov|avi|webm|mkv|mp3|wav"
    r"|psd|dng|cr[23]|nef|arw|orf|rw2|raf|ico|jxl|jp2"
)

_HEIF_BRANDS: Final = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"}
_AVIF_BRANDS: Final = {b"avif", b"avis"}
_BMP_HEADER_SIZES: Final = {12, 40, 52, 56, 64, 108, 124}
_TIFF_STARTS: Final = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")


def _text(pattern: bytes) -> re.Pattern[bytes]:
    return re.compile(pattern, re.IGNORECASE)


_WEB_PAGE: Final = rb"\s*<(!doctype\s+html|html|head|body|script|\?php)"

# What else arrives where a picture is wanted.  The first match names it.
_FOREIGN: Final = (
    (re.compile(rb"%PDF-"), Reason.NOT_A_PICTURE, "a PDF document"),
    (re.compile(rb"%!PS"), Reason.NOT_A_PICTURE, "a PostScript document"),
    (re.compile(rb"PK\x03\x04"), Reason.NOT_A_PICTURE, "an archive or an office document"),
    (re.compile(rb"Rar!|7z\xbc\xaf|\x1f\x8b"), Reason.NOT_A_PICTURE, "an archive"),
    (re.compile(rb"MZ|\x7fELF|#!"), Reason.NOT_A_PICTURE, "a program"),
    (re.compile(rb"\x1aE\xdf\xa3|RIFF....AVI ", re.DOTALL), Reason.NOT_A_PICTURE, "a video"),
    (re.compile(rb"ID3|OggS|fLaC|RIFF....WAVE", re.DOTALL), Reason.NOT_A_PICTURE, "a sound"),
    (re.compile(rb"8BPS"), Reason.UNSUPPORTED_FORMAT, "a Photoshop document"),
    (re.compile(rb"\x00{3}\x0cJXL |\xff\x0a"), Reason.UNSUPPORTED_FORMAT, "a JPEG XL picture"),
    (re.compile(rb"\x00{3}\x0cjP  "), Reason.UNSUPPORTED_FORMAT, "a JPEG 2000 picture"),
    (re.compile(rb"\x00\x00[\x01\x02]\x00"), Reason.UNSUPPORTED_FORMAT, "an icon"),
    (re.compile(rb".{4}ftyp", re.DOTALL), Reason.NOT_A_PICTURE, "a video"),
    (_text(_WEB_PAGE), Reason.NOT_A_PICTURE, "a web page"),
    (_text(rb"[\s\S]{0,1000}<svg[\s>]"), Reason.UNSUPPORTED_FORMAT, "a drawing (SVG)"),
    (_text(rb"\s*<\?xml"), Reason.NOT_A_PICTURE, "an XML document"),
    (_text(rb"[\t\n\r\x20-\x7e\x80-\xff]{8,}\Z"), Reason.NOT_A_PICTURE, "a text"),
)  # fmt: skip

# Browsers sniff the first 1,445 bytes, PDF readers look for their mark in 1,024,
# archivers search backwards from the end for at most 65,557.
_HEAD_BYTES: Final = 4096
_PDF_HEAD_BYTES: Final = 1024
_TAIL_BYTES: Final = 66 * 1024
_ACTIVE_CONTENT: Final = re.compile(rb"<(?:script|html|!doctype html|\?php|svg\s)", re.IGNORECASE)
_ZIP_END: Final = b"PK\x05\x06"
_ZIP_END_BYTES: Final = 22
_ZIP_ENTRY: Final = b"PK\x01\x02"


def recognise(data: bytes, filename: str | None = None) -> Format:
    """
    Give the format of *data*, or refuse it by saying what it is.

    Raises:
        BadImage: It is empty, no picture, two things at once, or not what its name
            says.
    """
    if not data:
        raise refusal(Reason.EMPTY)
    found = _format_of(data)
    if found is None:
        reason, kind = _foreign_kind(data)
        raise refusal(reason, kind=kind)
    _refuse_wrong_extension(filename, found)
    _refuse_polyglot(data)
    return found


def _format_of(data: bytes) -> Format | None:
    if data.startswith(b"\xff\xd8\xff"):
        return Format.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return Format.PNG
    if data.startswith((b"GIF87a", b"GIF89a")):
        return Format.GIF
    if data.startswith(_TIFF_STARTS):
        return Format.TIFF
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Format.WEBP
    if data[:2] == b"BM" and int.from_bytes(data[14:18], "little") in _BMP_HEADER_SIZES:
        return Format.BMP
    return _format_of_boxes(data)


def _format_of_boxes(data: bytes) -> Format | None:
    if data[4:8] != b"ftyp":
        return None
    end = min(int.from_bytes(data[:4], "big"), 512)
    brands = {data[8:12]} | {data[at : at + 4] for at in range(16, end, 4)}
    if brands & _AVIF_BRANDS:
        return Format.AVIF
    if brands & _HEIF_BRANDS:
        return Format.HEIF
    return None


def _foreign_kind(data: bytes) -> tuple[Reason, str]:
    if b"PNG" in data[:8]:
        # A transfer in text mode has changed bytes of the signature.
        return Reason.DAMAGED, ""
    head = data[:_HEAD_BYTES].removeprefix(b"\xef\xbb\xbf")
    for pattern, reason, kind in _FOREIGN:
        if pattern.match(head):
            return reason, kind
    return Reason.NOT_A_PICTURE, "of an unknown kind"


def _refuse_wrong_extension(filename: str | None, found: Format) -> None:
    if not filename or "." not in filename:
        return
    extension = filename.rpartition(".")[2].lower()
    claimed = _EXTENSIONS.get(extension)
    if _NOT_PICTURE_EXTENSIONS.fullmatch(extension) or claimed not in {None, found}:
        raise refusal(Reason.WRONG_EXTENSION, extension=extension, kind=found.upper())


def _refuse_polyglot(data: bytes) -> None:
    if b"%PDF-" in data[:_PDF_HEAD_BYTES]:
        raise refusal(Reason.POLYGLOT, kind="a PDF document")
    if _ACTIVE_CONTENT.search(data[:_HEAD_BYTES]) or _ACTIVE_CONTENT.search(data[-_TAIL_BYTES:]):
        raise refusal(Reason.POLYGLOT, kind="a web page or a script")
    if _ends_as_zip(data[-_TAIL_BYTES:], len(data)):
        raise refusal(Reason.POLYGLOT, kind="an archive")


def _ends_as_zip(tail: bytes, file_bytes: int) -> bool:
    """
    Find the end of an archive as archivers do, and see that it fits.
    """
    at = tail.rfind(_ZIP_END)
    if at < 0 or at + _ZIP_END_BYTES > len(tail):
        return False
    directory_bytes = int.from_bytes(tail[at + 12 : at + 16], "little")
    start = at - directory_bytes
    if start >= 0:
        return directory_bytes > 0 and tail[start : start + 4] == _ZIP_ENTRY
    return directory_bytes <= file_bytes - len(tail) + at
