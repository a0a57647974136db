"""
Say what a file is by its first bytes, and catch what pretends.

Nothing is decoded here.  One file must be one thing: its name, its beginning and its
end have to agree (threat T14).
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
    "mp4": Format.MP4,
    "m4v": Format.MP4,
    "3gp": Format.MP4,
    "mov": Format.MOV,
    "qt": Format.MOV,
    "webm": Format.WEBM,
    "pdf": Format.PDF,
}
# Other endings ("photo.jpg.1", "image.orig") claim nothing and are let through.
_NOT_PICTURE_EXTENSIONS: Final = re.compile(
    r"html?|xhtml|svgz?|xml|m?js|css|php|e?ps|zip|7z|rar|gz|tar|docx|xlsx|pptx|odt|m3u8?"
    r"|txt|csv|json|exe|dll|bat|cmd|sh|ps1|jar|apk|msi|avi|mkv|mp3|m4a|wav|mpd|wmv"
    r"|psd|dng|cr[23]|nef|arw|orf|rw2|raf|ico|jxl|jp2"
)

_HEIF_BRANDS: Final = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"}
_AVIF_BRANDS: Final = {b"avif", b"avis"}
_OTHER_STILL_BRANDS: Final = {b"mif1", b"msf1", b"miaf", b"crx ", b"jp2 ", b"jxl "}
_MOV_BRAND: Final = b"qt  "
_MOV_BEGINNINGS: Final = {b"moov", b"mdat", b"wide", b"free", b"skip"}
"""The first box of a MOV from before such files said what they are."""
_SAME_CONTAINER: Final = frozenset({Format.MP4, Format.MOV})
"""Phones name the one like the other, and both are read alike."""
_EBML_HEAD_BYTES: Final = 64
_EBML_START: Final = b"\x1aE\xdf\xa3"
_WEBM_MARK: Final = b"\x42\x82\x84webm"
_PDF_START: Final = b"%PDF-"
_BMP_HEADER_SIZES: Final = {12, 40, 52, 56, 64, 108, 124}
_STARTS: Final = (
    (b"\xff\xd8\xff", Format.JPEG),
    (b"\x89PNG\r\n\x1a\n", Format.PNG),
    ((b"GIF87a", b"GIF89a"), Format.GIF),
    ((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"), Format.TIFF),
    (_PDF_START, Format.PDF),
)


def _text(pattern: bytes) -> re.Pattern[bytes]:
    return re.compile(pattern, re.IGNORECASE)


_WEB_PAGE: Final = rb"\s*<(!doctype\s+html|html|head|body|script|\?php)"

# What else arrives where a picture is wanted.  The first match names it.
_FOREIGN: Final = (
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
    (
        re.compile(rb".{4}ftyp", re.DOTALL),
        Reason.UNSUPPORTED_FORMAT,
        "a picture in an unusual coding",
    ),
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


def is_set(data: bytes) -> bool:
    """
    Tell whether *data* may be many pictures, which take longer to read.
    """
    found = _format_of(data)
    return found is not None and found.is_set


def is_one_picture(data: bytes) -> bool:
    """
    Tell whether all of *data* that anybody sees is one still picture.

    So is what cameras make: what else is in their JPEGs is shown by no viewer.
    """
    return _format_of(data) is Format.JPEG


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
    _refuse_polyglot(data, found)
    return found


def _format_of(data: bytes) -> Format | None:
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Format.WEBP
    if data.startswith(_EBML_START) and _WEBM_MARK in data[:_EBML_HEAD_BYTES]:
        return Format.WEBM
    if data[:2] == b"BM" and int.from_bytes(data[14:18], "little") in _BMP_HEADER_SIZES:
        return Format.BMP
    return _format_of_boxes(data)


def _format_of_boxes(data: bytes) -> Format | None:
    if data[4:8] in _MOV_BEGINNINGS:
        return Format.MOV
    if data[4:8] != b"ftyp":
        return None
    end = min(int.from_bytes(data[:4], "big"), 512)
    brands = {data[8:12]} | {data[at : at + 4] for at in range(16, end, 4)}
    if brands & _AVIF_BRANDS:
        return Format.AVIF
    if brands & _HEIF_BRANDS:
        return Format.HEIF
    if data[8:12] == _MOV_BRAND:
        return Format.MOV
    return None if brands & _OTHER_STILL_BRANDS else Format.MP4


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
    alike = _SAME_CONTAINER if found in _SAME_CONTAINER else {found}
    if _NOT_PICTURE_EXTENSIONS.fullmatch(extension) or claimed not in {None, *alike}:
        raise refusal(Reason.WRONG_EXTENSION, extension=extension, kind=found.upper())


def _refuse_polyglot(data: bytes, found: Format) -> None:
    if found is not Format.PDF and _PDF_START in data[:_PDF_HEAD_BYTES]:
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
