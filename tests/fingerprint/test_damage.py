"""
A file that does not decode to its end gives no fingerprint, and nothing else breaks.
"""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some
from PIL import Image

from service.errors import BadImage
from service.fingerprint.picture import Limits, Picture
from tests.fingerprint.drawing import read
from tests.fingerprint.png_parts import END, SIGNATURE, chunk, grey_png, header, pixels
from tests.fingerprint.small_files import SMALL_FILES

LIMITS = Limits(max_bytes=1_000_000, max_pixels=1_000_000, max_frames=10, max_side_px=5_000)
ROWS = b"\0" + bytes(range(32))


def outcome(data: bytes) -> Picture | str:
    """
    Read *data*, and keep the reason where it is refused.
    """
    try:
        return read(data, LIMITS)
    except BadImage as refused:
        return refused.reason


@pytest.mark.parametrize("kind", SMALL_FILES)
def test_a_whole_file_is_read(kind: str) -> None:
    assert isinstance(outcome(SMALL_FILES[kind]), Picture)


@pytest.mark.parametrize("kind", SMALL_FILES)
def test_every_beginning_of_a_file_is_refused(kind: str) -> None:
    whole = SMALL_FILES[kind]

    read_anyway = [end for end in range(len(whole)) if isinstance(outcome(whole[:end]), Picture)]

    assert [] == read_anyway


@pytest.mark.parametrize("end", [None, -20], ids=["read", "refused"])
def test_what_others_open_in_the_same_process_is_held_to_their_own_limit(end: int | None) -> None:
    before = Image.MAX_IMAGE_PIXELS

    outcome(SMALL_FILES["jpeg"][:end])

    assert before == Image.MAX_IMAGE_PIXELS


@given(kind=some.sampled_from(sorted(SMALL_FILES)), rest=some.data())
@settings(max_examples=400)
def test_a_file_with_flipped_bits_is_read_or_refused(kind: str, rest: some.DataObject) -> None:
    bent = bytearray(SMALL_FILES[kind])
    flips = some.tuples(some.integers(0, len(bent) - 1), some.integers(1, 255))
    for position, mask in rest.draw(some.lists(flips, min_size=1, max_size=8)):
        bent[position] ^= mask

    assert isinstance(outcome(bytes(bent)), Picture | str)


@given(kind=some.sampled_from(sorted(SMALL_FILES)), rest=some.data())
@settings(max_examples=200)
def test_a_file_with_bytes_lost_or_added_is_read_or_refused(
    kind: str, rest: some.DataObject
) -> None:
    whole = SMALL_FILES[kind]
    start = rest.draw(some.integers(0, len(whole)))
    end = rest.draw(some.integers(start, min(start + 64, len(whole))))
    added = rest.draw(some.binary(max_size=64))

    assert isinstance(outcome(whole[:start] + added + whole[end:]), Picture | str)


@given(some.binary(max_size=2_000))
@example(b"\xff\xd8\xff")
@example(b"BM" + bytes(40))
@example(b"\0\0\0\x18ftypheic")
@settings(max_examples=200)
def test_any_bytes_at_all_are_read_or_refused(data: bytes) -> None:
    assert isinstance(outcome(data), Picture | str)


@given(some.binary(max_size=500), some.sampled_from([data[:40] for data in SMALL_FILES.values()]))
@settings(max_examples=200)
def test_any_bytes_behind_a_good_beginning_are_read_or_refused(rest: bytes, start: bytes) -> None:
    assert isinstance(outcome(start + rest), Picture | str)


WHOLE_PNG = grey_png(32, 8)
# What each file of PngSuite whose name begins with x has wrong, made here.
BROKEN_PNGS = {
    "first byte of the signature without its high bit": b"\x09" + WHOLE_PNG[1:],
    "first letter of the signature wrong": b"\x89QNG" + WHOLE_PNG[4:],
    "carriage return of the signature lost": WHOLE_PNG[:4] + WHOLE_PNG[5:],
    "line feed of the signature doubled": WHOLE_PNG[:8] + b"\n" + WHOLE_PNG[8:],
    "carriage returns added as in text mode": WHOLE_PNG.replace(b"\n", b"\r\n"),
    "header checksum wrong": WHOLE_PNG[:29] + bytes([WHOLE_PNG[29] ^ 1]) + WHOLE_PNG[30:],
    "pixel checksum wrong": WHOLE_PNG[:-13] + bytes([WHOLE_PNG[-13] ^ 1]) + WHOLE_PNG[-12:],
    "colour type 1": SIGNATURE + header(32, 8, 8, 1) + pixels(ROWS * 8) + END,
    "colour type 9": SIGNATURE + header(32, 8, 8, 9) + pixels(ROWS * 8) + END,
    "bit depth 0": SIGNATURE + header(32, 8, 0, 2) + pixels(ROWS * 8) + END,
    "bit depth 3": SIGNATURE + header(32, 8, 3, 2) + pixels(ROWS * 8) + END,
    "bit depth 99": SIGNATURE + header(32, 8, 99, 2) + pixels(ROWS * 8) + END,
    "no pixels": SIGNATURE + header(32, 8) + END,
    "too few pixels": SIGNATURE + header(32, 8) + pixels(ROWS * 5) + END,
    "no header": SIGNATURE + pixels(ROWS * 8) + END,
    "no end": WHOLE_PNG.removesuffix(END),
    "no width": SIGNATURE + header(0, 8) + pixels(ROWS * 8) + END,
    "pixels that are not packed": SIGNATURE + header(32, 8) + chunk(b"IDAT", ROWS * 8) + END,
}


def _interlaced(rows: bytes) -> bytes:
    start = header(8, 8)[8:-5]
    return SIGNATURE + chunk(b"IHDR", start + b"\1") + pixels(rows) + END


def test_an_interlaced_png_is_refused_without_its_last_pass() -> None:
    # 8 x 8 grey: six passes of 1, 1, 1, 2, 2 and 4 rows, then four rows of eight.
    passes = b"\0\x50" * 2 + b"\0\x50\x50" + 2 * b"\0\x50\x50" + b"\0\x50\x50\x50\x50" * 2
    passes += b"\0\x50\x50\x50\x50" * 4
    last = (b"\0" + b"\x50" * 8) * 4

    assert isinstance(outcome(_interlaced(passes + last)), Picture)
    assert "truncated" == outcome(_interlaced(passes))


@pytest.mark.parametrize("levels", [b"\0", b"\x50"], ids=["black", "grey"])
def test_a_picture_that_ends_in_black_is_read(levels: bytes) -> None:
    row = b"\0" + levels * 32

    assert isinstance(outcome(SIGNATURE + header(32, 8) + pixels(row * 8) + END), Picture)


def test_the_png_that_the_broken_ones_are_made_from_is_whole() -> None:
    assert isinstance(outcome(WHOLE_PNG), Picture)


@pytest.mark.parametrize("fault", BROKEN_PNGS)
def test_a_broken_png_is_refused(fault: str) -> None:
    assert outcome(BROKEN_PNGS[fault]) in {"damaged", "truncated", "not_a_picture"}


def test_a_progressive_jpeg_without_its_last_scans_is_called_truncated() -> None:
    whole = SMALL_FILES["jpeg progressive"]

    assert "truncated" == outcome(whole[: whole.rindex(b"\xff\xda")])
