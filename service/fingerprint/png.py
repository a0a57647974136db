"""
Look at the structure of a PNG before any of it is decoded.

Pillow believes the checksums of pixel data, a missing end and text that unpacks to
gigabytes more than we do: damaged files are refused, not half read (threat T13).
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from service.fingerprint.picture import Limits
from service.fingerprint.refusals import Reason, refusal, too_many_frames, too_much_metadata

_SIGNATURE_BYTES: Final = 8
_AROUND_BYTES: Final = 12
"""Length, name and checksum of a chunk."""
_HEADER_BYTES: Final = 13
_MOST_CHUNKS: Final = 100_000
_DEPTHS: Final = {0: {1, 2, 4, 8, 16}, 2: {8, 16}, 3: {1, 2, 4, 8}, 4: {8, 16}, 6: {8, 16}}
"""The bit depths that each colour type allows (PNG specification, section 11.2.1)."""
_CHANNELS: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_INTERLACED: Final = (
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
)
"""First column, first row, steps across and down of each pass (PNG specification, section 8.2)."""
_PIECE_BYTES: Final = 1024 * 1024
_PACKED: Final = {b"zTXt", b"iCCP", b"iTXt"}
_PIXELS_AND_PALETTE: Final = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"fdAT", b"fcTL"}


@dataclass(frozen=True, slots=True)
class _Chunk:
    name: bytes
    body: memoryview


def inspect_png(data: bytes, limits: Limits) -> None:
    """
    Refuse a PNG that is broken, or carries too much besides pixels.
    """
    names: set[bytes] = set()
    metadata_bytes = 0
    for chunk in _chunks(data):
        if not names:
            _inspect_header(chunk)
        names.add(chunk.name)
        if chunk.name == b"acTL":
            _inspect_animation(chunk, limits)
        if chunk.name not in _PIXELS_AND_PALETTE:
            room = limits.max_metadata_bytes - metadata_bytes
            metadata_bytes += len(chunk.body) + _unpacked_bytes(chunk, room)
        if metadata_bytes > limits.max_metadata_bytes:
            raise too_much_metadata(limits)
    if b"IDAT" not in names:
        raise refusal(Reason.DAMAGED)


def lacks_pixels(data: bytes) -> bool:
    """
    Tell whether a PNG packs fewer pixels than its header promises.

    Decoders leave the missing rows black and say nothing.  This unpacks everything a
    second time, so it is asked only about pictures that end in black.
    """
    unpacker = zlib.decompressobj()
    found = 0
    promised = 0
    for chunk in _chunks(data):
        if chunk.name == b"IHDR":
            promised = _promised_bytes(chunk)
        if chunk.name == b"IDAT":
            found += _count_unpacked(unpacker, chunk.body)
    return found < promised


def _promised_bytes(header: _Chunk) -> int:
    """
    Count the bytes of all rows and their filter bytes, before packing.
    """
    width = int.from_bytes(header.body[:4], "big")
    height = int.from_bytes(header.body[4:8], "big")
    bits = header.body[8] * _CHANNELS[header.body[9]]
    passes = _INTERLACED if header.body[12] else ((0, 0, 1, 1),)
    total = 0
    for left, top, across, down in passes:
        columns = max(0, -((left - width) // across))
        rows = max(0, -((top - height) // down))
        total += rows * (1 + (columns * bits + 7) // 8) if columns else 0
    return total


def _count_unpacked(unpacker: "zlib._Decompress", packed: memoryview) -> int:
    count = len(unpacker.decompress(packed, _PIECE_BYTES))
    while unpacker.unconsumed_tail:
        count += len(unpacker.decompress(unpacker.unconsumed_tail, _PIECE_BYTES))
    return count


def _chunks(data: bytes) -> Iterator[_Chunk]:
    """
    Walk to IEND; refuse a wrong checksum, and an end before the end.
    """
    view = memoryview(data)
    at = _SIGNATURE_BYTES
    for _ in range(_MOST_CHUNKS):
        length = int.from_bytes(view[at : at + 4], "big")
        end = at + _AROUND_BYTES + length
        if end > len(data):
            raise refusal(Reason.TRUNCATED)
        checked = view[at + 4 : end - 4]
        if zlib.crc32(checked) != int.from_bytes(view[end - 4 : end], "big"):
            raise refusal(Reason.DAMAGED)
        chunk = _Chunk(bytes(checked[:4]), checked[4:])
        yield chunk
        if chunk.name == b"IEND":
            return
        at = end
    raise refusal(Reason.DAMAGED)


def _inspect_header(chunk: _Chunk) -> None:
    if chunk.name != b"IHDR" or len(chunk.body) != _HEADER_BYTES:
        raise refusal(Reason.DAMAGED)
    depth, colour_type = chunk.body[8], chunk.body[9]
    if depth not in _DEPTHS.get(colour_type, set()):
        raise refusal(Reason.DAMAGED)


def _inspect_animation(chunk: _Chunk, limits: Limits) -> None:
    if int.from_bytes(chunk.body[:4], "big") > limits.max_frames:
        raise too_many_frames(limits)


def _unpacked_bytes(chunk: _Chunk, room: int) -> int:
    """
    Count what a text or profile unpacks to, never much above *room*.
    """
    packed = _packed_part(chunk)
    if not packed:
        return 0
    try:
        return len(zlib.decompressobj().decompress(packed, max(room, 0) + 1))
    except zlib.error:
        # Not a bomb.  Whether the chunk is needed is for the decoder to say.
        return 0


def _packed_part(chunk: _Chunk) -> bytes:
    if chunk.name not in _PACKED:
        return b""
    rest = bytes(chunk.body).partition(b"\0")[2]
    if chunk.name != b"iTXt":
        return rest[1:]
    # Compressed or not, method, language, translated keyword, text.
    return rest[2:].split(b"\0", 2)[-1] if rest[:1] == b"\1" else b""
