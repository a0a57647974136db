"""
Look at the structure of a GIF before any of it is decoded.

Decoders stop at the first frame and never see that the file ends in the middle of a
later one, or counts its frames by the thousand.
"""

from typing import Final

from service.fingerprint.picture import Limits
from service.fingerprint.refusals import Reason, refusal, too_many_frames

_SCREEN_BYTES: Final = 13
_SCREEN_FLAGS: Final = 10
_DESCRIPTOR_BYTES: Final = 9
_PALETTE_FOLLOWS: Final = 0x80
_PALETTE_SIZE: Final = 0x07
_EXTENSION: Final = 0x21
_FRAME: Final = 0x2C
_END: Final = 0x3B
_PADDING: Final = 0x00


def inspect_gif(data: bytes, limits: Limits) -> None:
    """
    Refuse a GIF that ends early or holds too many frames.
    """
    try:
        frames = _count_frames(data, limits.max_frames + 1)
    except IndexError as error:
        raise refusal(Reason.TRUNCATED) from error
    if frames > limits.max_frames:
        raise too_many_frames(limits)


def _count_frames(data: bytes, enough: int) -> int:
    """
    Count to the end of the file, or to *enough*.
    """
    frames = 0
    at = _SCREEN_BYTES + _palette_bytes(data[_SCREEN_FLAGS])
    while (block := data[at]) != _END and frames < enough:
        if block == _EXTENSION:
            at = _after_pieces(data, at + 2)
        elif block == _FRAME:
            frames += 1
            flags = data[at + _DESCRIPTOR_BYTES]
            # Then a palette of its own, the code size, and the pixels.
            at = _after_pieces(data, at + _DESCRIPTOR_BYTES + 1 + _palette_bytes(flags) + 1)
        elif block == _PADDING:
            at += 1
        else:
            raise refusal(Reason.DAMAGED)
    return frames


def _palette_bytes(flags: int) -> int:
    return 3 * 2 ** ((flags & _PALETTE_SIZE) + 1) if flags & _PALETTE_FOLLOWS else 0


def _after_pieces(data: bytes, at: int) -> int:
    """
    Skip pieces, each with its length before it, up to an empty one.
    """
    while length := data[at]:
        at += length + 1
    return at + 1
