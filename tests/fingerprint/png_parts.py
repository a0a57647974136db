"""
Build PNG files chunk by chunk, right or wrong on purpose.
"""

import struct
import zlib
from typing import Final

import numpy as np
from PIL import Image

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
END: Final = struct.pack(">I", 0) + b"IEND" + struct.pack(">I", zlib.crc32(b"IEND"))


def chunk(name: bytes, body: bytes = b"") -> bytes:
    """
    Give one chunk with its length and its checksum.
    """
    checksum = zlib.crc32(name + body)
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", checksum)


def header(width: int, height: int, depth: int = 8, colour_type: int = 0) -> bytes:
    """
    Give the first chunk.
    """
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour_type, 0, 0, 0))


def pixels(rows: bytes, level: int = 6) -> bytes:
    """
    Give the chunk of the pixels, from rows that begin with their filter byte.
    """
    return chunk(b"IDAT", zlib.compress(rows, level))


def grey_png(width: int, height: int, *, before: bytes = b"", colour_type: int = 0) -> bytes:
    """
    Give a whole small file, with *before* between its header and its pixels.
    """
    row = b"\0" + bytes(range(width))
    return SIGNATURE + header(width, height, 8, colour_type) + before + pixels(row * height) + END


def one_bit_png(width: int, height: int) -> bytes:
    """
    Give a black page of any size; a few megabytes stand for gigabytes of pixels.
    """
    row = bytes(1 + (width + 7) // 8)
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    return SIGNATURE + header(width, height, 1) + chunk(b"IDAT", packed) + END


def deep_png(image: Image.Image, channels: str) -> bytes:
    """
    Save *image* with 16 bits a channel, which Pillow reads and does not write.
    """
    colour_type = {"L": 0, "RGB": 2, "LA": 4, "RGBA": 6}[channels]
    levels = np.asarray(image.convert(channels)).astype(">u2") * 257
    rows = b"".join(b"\0" + row.tobytes() for row in levels)
    return SIGNATURE + header(*image.size, 16, colour_type) + pixels(rows) + END
