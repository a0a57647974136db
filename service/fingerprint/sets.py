"""
Make one picture of many: a clip or a document, known by its stills.

The whole is only ever the same as another by its bytes: between the moments of a clip
that were looked at there are others, and a page can hold more than is seen of it.  So
the digest of its pixels is bound to the file.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Final

from service.fingerprint.clip import stills_of_clip
from service.fingerprint.document import stills_of_document
from service.fingerprint.picture import Fingerprint, Format, Limits, Note, Picture
from service.fingerprint.refusals import Reason, refusal
from service.fingerprint.stills import Still

_DIGEST_NAME: Final = b"obstat set 1\0"
_SAME_VIEW_BITS: Final = 3
"""A moment no further from the one before it shows nothing that would be found anew."""


def stills_of(data: bytes, kind: Format, limits: Limits) -> Iterator[Still]:
    """
    Decode the stills of a clip or a document, one after the other.

    Raises:
        BadImage: It exceeds a limit, ends early, or shows nothing.
    """
    if kind is Format.PDF:
        return stills_of_document(data, limits)
    return stills_of_clip(data, kind, limits)


def worth_keeping(kind: Format, stills: Iterable[Picture]) -> Iterator[Picture]:
    """
    Leave out the moments of a clip that look like the one before.
    """
    return _differing(stills) if kind.is_clip else iter(stills)


def gather(kind: Format, digest_bytes: bytes, stills: Iterable[Picture]) -> Picture:
    """
    Give the whole with its stills.

    It looks like the first that shows something.

    Raises:
        BadImage: There is no still.
    """
    kept = tuple(stills)
    if not kept:
        raise refusal(Reason.NO_PICTURES)
    first = next((each for each in kept if not each.textureless), kept[0])
    notes = dict.fromkeys(note for each in kept for note in each.notes)
    if kind.is_clip:
        notes[Note.MOMENTS_ONLY.value] = None
    return replace(
        first,
        digest_pixels=sha256(_DIGEST_NAME + digest_bytes).digest(),
        notes=tuple(notes),
        stills=kept,
        at_seconds=None,
        page=None,
        words="",
    )


def _differing(stills: Iterable[Picture]) -> Iterator[Picture]:
    """
    Leave out what looks like the still before it.
    """
    last: Fingerprint | None = None
    for still in stills:
        if last is None or _bits_between(last, still.fingerprint) > _SAME_VIEW_BITS:
            yield still
            last = still.fingerprint


def _bits_between(one: Fingerprint, other: Fingerprint) -> int:
    return (int.from_bytes(one.bits) ^ int.from_bytes(other.bits)).bit_count()
