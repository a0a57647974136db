"""
A small file that stands for something enormous is refused before it unfolds.
"""

import zlib
from collections.abc import Callable
from functools import cache

import pytest
from PIL import Image

from service.errors import BadImage
from service.fingerprint.picture import Limits
from tests.fingerprint.drawing import draw_scene, encode, read
from tests.fingerprint.png_parts import chunk, grey_png, one_bit_png

LIMITS = Limits()
DOT = Image.new("P", (4, 4))
MEGABYTE = 1024 * 1024


def _reason(data: bytes, limits: Limits = LIMITS) -> str:
    with pytest.raises(BadImage) as caught:
        read(data, limits)
    return caught.value.reason


def _resized_header(kind: str, width: int, height: int) -> bytes:
    """
    Give a small file whose header promises another size.
    """
    if kind == "gif":
        data = encode(DOT, "GIF")
        return data[:6] + width.to_bytes(2, "little") + height.to_bytes(2, "little") + data[10:]
    if kind == "bmp":
        data = encode(DOT, "BMP")
        return data[:18] + width.to_bytes(4, "little") + height.to_bytes(4, "little") + data[26:]
    data = encode(DOT.convert("RGB"), "JPEG")
    at = data.index(b"\xff\xc0") + 5
    return data[:at] + height.to_bytes(2, "big") + width.to_bytes(2, "big") + data[at + 4 :]


def test_sixty_thousand_by_sixty_thousand_dots_are_refused() -> None:
    page = one_bit_png(60_000, 60_000)

    assert 5 * MEGABYTE > len(page)
    assert "too_many_pixels" == _reason(page)


@pytest.mark.parametrize("kind", ["gif", "bmp", "jpeg"])
def test_a_header_that_promises_too_much_is_refused(kind: str) -> None:
    assert "too_many_pixels" == _reason(_resized_header(kind, 60_000, 60_000))
    assert "too_many_pixels" == _reason(_resized_header(kind, 10_001, 10_000))
    assert "side_too_long" == _reason(_resized_header(kind, 60_000, 1))


def test_a_webp_canvas_is_refused_before_it_exists() -> None:
    still = encode(draw_scene(13, (16, 16)), "WEBP")
    body = b"VP8X" + (10).to_bytes(4, "little") + bytes(4) + (16_382).to_bytes(3, "little") * 2
    body += still[12:]

    canvas = b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body

    assert "too_many_pixels" == _reason(canvas)


@pytest.mark.parametrize("kind", ["GIF", "PNG", "TIFF", "WEBP"])
def test_more_frames_than_a_file_may_have_are_refused(kind: str) -> None:
    frames = [Image.new("P", (4, 4), number % 7) for number in range(LIMITS.max_frames + 1)]
    for frame in frames:
        frame.putpalette([level for grey in range(7) for level in (grey, 30 * grey, 0)])
    film = encode(frames[0], kind, save_all=True, append_images=frames[1:], duration=20)

    assert "too_many_frames" == _reason(film)


@cache
def _bomb() -> bytes:
    """
    Press 200 megabytes of nothing together, where somebody needs it.
    """
    return zlib.compress(bytes(200 * MEGABYTE), 9)


@pytest.mark.parametrize(
    "hidden",
    [
        lambda: chunk(b"zTXt", b"Comment\0\0" + _bomb()),
        lambda: chunk(b"iTXt", b"Comment\0\1\0en\0Comment\0" + _bomb()),
        lambda: chunk(b"iCCP", b"profile\0\0" + _bomb()),
        lambda: chunk(b"tEXt", b"Comment\0" + b"x" * 17 * MEGABYTE),
        lambda: chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(6 * MEGABYTE), 9)) * 3,
    ],
    ids=["zTXt", "iTXt", "iCCP", "long text", "three that are small enough alone"],
)
def test_metadata_that_swells_is_refused(hidden: Callable[[], bytes]) -> None:
    assert "too_much_metadata" == _reason(grey_png(16, 16, before=hidden()))


def test_a_jpeg_that_is_mostly_metadata_is_refused() -> None:
    photo = encode(draw_scene(13, (64, 48)), "JPEG")
    segment = b"\xff\xed" + (65_535).to_bytes(2, "big") + bytes(65_533)

    assert "too_much_metadata" == _reason(photo[:2] + segment * 300 + photo[2:])


def test_a_jpeg_of_a_thousand_passes_is_refused() -> None:
    photo = encode(draw_scene(13, (64, 48)), "JPEG", progressive=True)
    last_scan = photo[photo.rindex(b"\xff\xda") : -2]

    endless = photo[:-2] + last_scan * 1000 + photo[-2:]

    assert "too_many_scans" == _reason(endless)


def test_scan_marks_in_the_video_behind_a_picture_do_not_count() -> None:
    photo = encode(draw_scene(13, (64, 48)), "JPEG", progressive=True)

    assert read(photo).digest_pixels == read(photo + b"\xff\xda" * 1000).digest_pixels


def test_pixels_meant_for_measurements_are_refused() -> None:
    heights = Image.new("F", (32, 32), 1.5)

    assert "unsupported_pixels" == _reason(encode(heights, "TIFF"))
