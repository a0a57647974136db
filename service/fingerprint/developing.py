"""
Ask for a picture made of a file, and read the answer.

Nothing here decodes.  Whatever is made is written anew from the pixels, and beside them
only the *words* that the question brings.
"""

from typing import Final

from service.fingerprint.fields import flag, listed, named, number, several, text
from service.fingerprint.orders import (
    WHOLE,
    Box,
    Covered,
    CoverKind,
    CoverLike,
    Developed,
    Order,
    OrderLike,
    Words,
)
from service.fingerprint.picture import Limits
from service.fingerprint.sniff import is_set
from service.fingerprint.wire import Fields, Kind, Message, Question, pack, parts_of

MOST_COVERS: Final = 100
_LONGEST_ENDING: Final = 64
_MOST_QUALITY: Final = 100
_STARTS: Final = {"image/jpeg": b"\xff\xd8\xff", "image/png": b"\x89PNG\r\n\x1a\n"}


def question_about(
    data: bytes, order: OrderLike, *, filename: str | None, limits: Limits
) -> Question[Developed]:
    """
    Ask for what *order* says to be made of the picture in *data*.

    Raises:
        ValueError: It covers too much at once.
    """
    if len(order.covers) > MOST_COVERS:
        raise ValueError("too many regions to cover")
    seconds = limits.max_set_seconds if is_set(data) else limits.max_seconds
    words = order.words or Words()
    parts = [data, words.xmp, words.iim, words.creator.encode(), words.copyright.encode()]
    head: Fields = {
        "kind": Kind.DEVELOP.value,
        "seconds": seconds,
        "filename": (filename or "")[-_LONGEST_ENDING:],
        "lengths": [len(part) for part in parts],
        "covers": [_told(each) for each in order.covers],
        "longest_px": order.longest_px,
        "quality": order.quality,
        "still_only": order.still_only,
        "with_words": order.words is not None,
    }
    return Question(
        pack(head, b"".join(parts)),
        seconds,
        lambda answer, body: developed_in(answer, body, limits=limits),
    )


def asked_in(head: Fields, body: bytes) -> tuple[bytes, Order]:
    """
    Read the question, as `question_about` wrote it.

    Raises:
        TypeError: It did not.

        ValueError: It did not.
    """
    lengths = [number(each, len(body), least=0) for each in several(head["lengths"], 5)]
    data, xmp, iim, creator, copyright_ = parts_of(body, lengths)
    longest = head["longest_px"]
    order = Order(
        covers=tuple(_cover(named(each)) for each in listed(head["covers"], MOST_COVERS)),
        longest_px=None if longest is None else number(longest, 2**31),
        quality=number(head["quality"], _MOST_QUALITY),
        still_only=flag(head["still_only"]),
        words=Words(xmp, iim, creator.decode(), copyright_.decode())
        if flag(head["with_words"])
        else None,
    )
    return data, order


def answer_with(made: Developed) -> Message:
    """
    Say what was made.
    """
    head: Fields = {
        "media_type": made.media_type,
        "width_px": made.width_px,
        "height_px": made.height_px,
    }
    return pack(head, made.content)


def developed_in(head: Fields, body: bytes, *, limits: Limits) -> Developed:
    """
    Read what a worker made.

    Raises:
        KeyError: Something is not said.

        TypeError: Something is not what it must be.

        ValueError: The same, or the file is not what it is called.
    """
    media_type = text(head["media_type"])
    if not body.startswith(_STARTS[media_type]):
        raise ValueError
    width_px = number(head["width_px"], limits.max_side_px)
    height_px = number(head["height_px"], limits.max_side_px)
    return Developed(body, media_type, width_px, height_px)


def _told(each: CoverLike) -> Fields:
    at = each.region
    return {"kind": str(each.kind), "region": [at.left, at.top, at.width, at.height]}


def _cover(told: dict[str, object]) -> Covered:
    left, top = (number(each, WHOLE - 1, least=0) for each in several(told["region"], 4)[:2])
    width, height = (number(each, WHOLE) for each in several(told["region"], 4)[2:])
    return Covered(CoverKind(text(told["kind"])), Box(left, top, width, height))
