"""
Every reason to refuse a file, and what the person can do about it.

The slug is stable: API, pages and tests know it.  The sentence holds no part of the
file or of its name, so it may be logged.
"""

from enum import StrEnum
from typing import Final

from service.errors import BadImage
from service.fingerprint.picture import Limits

_BYTES_PER_MEGABYTE: Final = 1024 * 1024
_PIXELS_PER_MEGAPIXEL: Final = 1_000_000


class Reason(StrEnum):
    """
    Name each way in which a file fails to be a picture.
    """

    EMPTY = "empty"
    TOO_MANY_BYTES = "too_many_bytes"
    NOT_A_PICTURE = "not_a_picture"
    UNSUPPORTED_FORMAT = "unsupported_format"
    WRONG_EXTENSION = "wrong_extension"
    POLYGLOT = "polyglot"
    TRUNCATED = "truncated"
    DAMAGED = "damaged"
    TOO_MANY_PIXELS = "too_many_pixels"
    SIDE_TOO_LONG = "side_too_long"
    TOO_MANY_FRAMES = "too_many_frames"
    TOO_MANY_SCANS = "too_many_scans"
    TOO_MUCH_METADATA = "too_much_metadata"
    UNSUPPORTED_PIXELS = "unsupported_pixels"
    TOO_MUCH_MEMORY = "too_much_memory"
    TOOK_TOO_LONG = "took_too_long"
    DECODER_FAILED = "decoder_failed"
    NO_PICTURES = "no_pictures"
    SEVERAL_FILMS = "several_films"
    ELSEWHERE = "elsewhere"
    TOO_LONG = "too_long"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_MANY_PHOTOS = "too_many_photos"
    TOO_MANY_LETTERS = "too_many_letters"
    LOCKED = "locked"
    NOT_COMPARABLE = "not_comparable"
    NOT_ONE_PICTURE = "not_one_picture"


_SENTENCES = {
    Reason.EMPTY: (
        "The file is empty.  Choose the picture again; if it is stored online, wait until it has"
        " been downloaded."
    ),
    Reason.TOO_MANY_BYTES: (
        "The file is larger than {limit} megabytes.  Send a smaller copy of the picture."
    ),
    Reason.NOT_A_PICTURE: (
        "The file is {kind}, not a picture.  Send the picture itself, for example as JPEG or PNG."
    ),
    Reason.UNSUPPORTED_FORMAT: (
        "The file is {kind}, which is not read here.  Export it as JPEG or PNG and send that."
    ),
    Reason.WRONG_EXTENSION: (
        "The file name ends in .{extension}, but what is in the file is {kind}.  Correct the"
        " ending, or export it again."
    ),
    Reason.POLYGLOT: (
        "There is {kind} hidden in the picture file.  Open the picture, save it as a new file, and"
        " send that."
    ),
    Reason.TRUNCATED: (
        "The picture file ends too early.  Download or copy it again, completely, and send that."
    ),
    Reason.DAMAGED: (
        "The picture file is damaged and cannot be read to its end.  Send the original, or open"
        " it, save it as a new file, and send that."
    ),
    Reason.TOO_MANY_PIXELS: (
        "The picture has more than {limit} megapixels.  Send a smaller copy of it."
    ),
    Reason.SIDE_TOO_LONG: (
        "The picture is longer or wider than {limit} pixels.  Send a smaller copy of it, or a part."
    ),
    Reason.TOO_MANY_FRAMES: (
        "The file holds more than {limit} frames or pages.  Send the picture you mean as a file of"
        " its own."
    ),
    Reason.TOO_MANY_SCANS: (
        "The JPEG file is built from more than {limit} passes, as no camera does.  Open the"
        " picture, save it as a new file, and send that."
    ),
    Reason.TOO_MUCH_METADATA: (
        "The file carries more than {limit} megabytes besides the picture.  Save the picture"
        " without metadata, and send that."
    ),
    Reason.UNSUPPORTED_PIXELS: (
        "The picture stores its pixels in a way meant for measurements.  Export it with 8 or 16"
        " bits a colour, as JPEG, PNG or TIFF."
    ),
    Reason.TOO_MUCH_MEMORY: (
        "Reading the picture takes too much memory.  Send a smaller copy of it, or save it as JPEG."
    ),
    Reason.TOOK_TOO_LONG: (
        "Reading the picture takes too long.  Send a smaller copy of it, or save it as JPEG."
    ),
    Reason.DECODER_FAILED: (
        "The picture could not be read.  Try once more; if it fails again, open it, save it as a"
        " new JPEG, and send that."
    ),
    Reason.NO_PICTURES: (
        "There is no picture in the file.  Send the video or document that shows what is to be"
        " published."
    ),
    Reason.SEVERAL_FILMS: (
        "The file holds several films, and players show one or another.  Export the one you mean,"
        " and send that."
    ),
    Reason.ELSEWHERE: (
        "The video takes its pictures from another file or address.  Export it as one whole file,"
        " and send that."
    ),
    Reason.TOO_LONG: (
        "The video is longer than {limit} minutes.  Send the part that is to be published."
    ),
    Reason.TOO_MANY_PAGES: (
        "The document has more than {limit} pages.  Send the pages that are to be published."
    ),
    Reason.TOO_MANY_PHOTOS: (
        "The document has more than {limit} pages and photos on them.  Send the pages that are to"
        " be published."
    ),
    Reason.TOO_MANY_LETTERS: (
        "The document has more than {limit} letters.  Send the pages that are to be published."
    ),
    Reason.LOCKED: ("The document is locked with a password.  Save it without one, and send that."),
    Reason.NOT_ONE_PICTURE: (
        "The file moves or has pages, and this is made of single pictures only.  Send one picture"
        " of it."
    ),
    Reason.NOT_COMPARABLE: (
        "The picture may be a registered photo and cannot be compared with it: what is kept of that"
        " photo is damaged.  Send that photo to be registered once more."
    ),
}


def refusal(
    reason: Reason, *, kind: str = "", extension: str = "", limit: float | None = None
) -> BadImage:
    """
    Build the error for *reason*, with the words it names.

    Args:
        kind: What the file is instead: "a PDF document".

        extension: The ending that contradicts the content.

        limit: The number that was exceeded, in the unit of the sentence.
    """
    number = "" if limit is None else f"{limit:g}"
    sentence = _SENTENCES[reason].format(kind=kind, extension=extension, limit=number)
    return BadImage(reason.value, sentence)


def too_many_bytes(limits: Limits) -> BadImage:
    """
    Build the error for a file that is too large.
    """
    return refusal(Reason.TOO_MANY_BYTES, limit=limits.max_bytes / _BYTES_PER_MEGABYTE)


def too_much_metadata(limits: Limits) -> BadImage:
    """
    Build the error for a file that is mostly something else.
    """
    return refusal(Reason.TOO_MUCH_METADATA, limit=limits.max_metadata_bytes / _BYTES_PER_MEGABYTE)


def too_many_pixels(limits: Limits) -> BadImage:
    """
    Build the error for a picture that is too large.
    """
    return refusal(Reason.TOO_MANY_PIXELS, limit=limits.max_pixels / _PIXELS_PER_MEGAPIXEL)


def too_many_frames(limits: Limits) -> BadImage:
    """
    Build the error for a film.
    """
    return refusal(Reason.TOO_MANY_FRAMES, limit=limits.max_frames)


def refusal_for(reason: str, message: str) -> BadImage:
    """
    Build the error that a worker process has already put into words.
    """
    return BadImage(Reason(reason).value, message)
