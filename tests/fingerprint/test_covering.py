"""
What is covered cannot be brought back, and what is made says nothing of its file.
"""

from io import BytesIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from PIL import Image, ImageChops

from service.errors import BadImage
from service.fingerprint.covering import (
    BLOCKS_ON_THE_SHORT_SIDE,
    SMALLEST_BLOCK_PX,
    cover,
    pixels_of,
)
from service.fingerprint.darkroom import develop
from service.fingerprint.orders import WHOLE, Box, Covered, CoverKind, Order, Words
from service.fingerprint.picture import Limits
from service.fingerprint.pool import PicturePool
from tests.fingerprint.drawing import draw_scene, encode, encode_turned

SPOT = Box(100, 200, 300, 400)
WORDS = Words(xmp=b"<x:xmpmeta/>", iim=b"\x1c\x02\x50\x00\x04Zo\xc3\xab", creator="Zoë")

boxes = some.tuples(
    some.integers(0, WHOLE - 1),
    some.integers(0, WHOLE - 1),
    some.integers(1, WHOLE),
    some.integers(1, WHOLE),
).map(lambda at: Box(at[0], at[1], min(at[2], WHOLE - at[0]), min(at[3], WHOLE - at[1])))


def _opened(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image


def _changed(before: Image.Image, after: Image.Image) -> tuple[int, int, int, int] | None:
    return ImageChops.difference(before, after).getbbox()


@given(box=boxes, kind=some.sampled_from([CoverKind.PIXELATE, CoverKind.FILL]))
@settings(deadline=None, max_examples=60)
def test_every_pixel_of_a_region_is_covered_and_no_other(box: Box, kind: CoverKind) -> None:
    before = Image.new("RGB", (97, 61), "white")
    spot = pixels_of(box, before.size)
    before.paste(Image.effect_noise((spot[2] - spot[0], spot[3] - spot[1]), 90), spot)

    after = cover(before.copy(), [Covered(kind, box)])

    changed = _changed(before, after)
    assert changed is None or changed[0] >= spot.left
    assert changed is None or changed[3] <= spot.bottom
    colours = after.crop(spot).getcolors(maxcolors=97 * 61)
    assert colours is not None
    few = (BLOCKS_ON_THE_SHORT_SIDE + 1) * (max(spot[2:]) // SMALLEST_BLOCK_PX + 1)
    assert len(colours) <= (1 if kind is CoverKind.FILL else few)


@pytest.mark.parametrize("size", [(40, 40), (400, 300), (3000, 900), (9, 2000)])
def test_a_square_is_never_small_enough_to_be_undone(size: tuple[int, int]) -> None:
    noise = Image.effect_noise(size, 96).convert("RGB")

    after = np.asarray(cover(noise, [Covered(CoverKind.PIXELATE, Box(0, 0, WHOLE, WHOLE))]))

    for axis, side in ((1, size[0]), (0, size[1])):
        changes = np.flatnonzero(
            np.abs(np.diff(after.astype(int), axis=axis)).sum(axis=2).max(1 - axis)
        )
        edges = [0, *(changes + 1), side]
        assert min(np.diff(edges)) >= min(side, SMALLEST_BLOCK_PX, min(size) // 6)
        assert len(edges) - 1 <= max(1, 6 * side // min(size))


def test_squares_say_nothing_but_their_mean() -> None:
    noise = Image.effect_noise((120, 120), 96).convert("RGB")
    shuffled = np.array(noise)
    for block in (np.s_[:20, :20], np.s_[100:, 100:]):
        part = shuffled[block].reshape(-1, 3)
        np.random.default_rng(1).shuffle(part)
        shuffled[block] = part.reshape(20, 20, 3)
    whole = [Covered(CoverKind.PIXELATE, Box(0, 0, WHOLE, WHOLE))]

    one, other = (cover(each, whole) for each in (noise, Image.fromarray(shuffled)))

    # Averaged across, rounded, then down: a level may be rounded the other way.
    assert 1 >= np.abs(np.asarray(one, dtype=int) - np.asarray(other, dtype=int)).max()


def test_what_is_cut_away_is_gone_and_regions_are_of_the_whole_picture() -> None:
    image = Image.new("RGB", (200, 100), "white")
    covers = [
        Covered(CoverKind.CROP, Box(500, 0, 500, WHOLE)),
        Covered(CoverKind.FILL, Box(400, 0, 200, WHOLE)),
    ]

    after = cover(image, covers)

    assert (100, 100) == after.size
    assert (20, 100) == tuple(_changed(Image.new("RGB", (100, 100), "white"), after) or ())[2:]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_regions_are_of_the_picture_as_it_is_seen(orientation: int) -> None:
    scene = draw_scene(5, (320, 240))
    upright = develop(encode(scene, "PNG"), Order(quality=100))
    order = Order((Covered(CoverKind.FILL, SPOT),), quality=100)

    made = _opened(develop(encode_turned(scene, orientation, "PNG"), order).content)

    assert 2 >= np.ptp(np.asarray(made.crop((40, 56, 120, 136))), axis=(0, 1)).max()
    before = _opened(upright.content)
    beside = (0, 0, 320, 40)
    assert (ImageChops.difference(before.crop(beside), made.crop(beside)).getextrema()) == (
        ((0, 0),) * 3
    )


def test_transparency_stays_but_hides_nothing() -> None:
    hidden = Image.new("RGBA", (60, 40), (200, 10, 10, 0))
    hidden.paste((0, 0, 255, 255), (0, 0, 20, 40))

    made = develop(encode(hidden, "PNG"), Order())

    assert "image/png" == made.media_type
    assert (0, 0, 0, 0) == _opened(made.content).getpixel((50, 20))


def test_a_transparent_region_is_covered_opaquely() -> None:
    layer = draw_scene(4, (64, 64)).convert("RGBA")
    layer.putalpha(Image.radial_gradient("L").resize((64, 64)))
    whole = Box(0, 0, WHOLE, WHOLE)

    for kind in (CoverKind.FILL, CoverKind.PIXELATE):
        made = develop(encode(layer, "PNG"), Order((Covered(kind, whole),)))
        assert "image/jpeg" == made.media_type


def test_nothing_is_enlarged_and_much_is_made_small() -> None:
    photo = encode(draw_scene(2, (640, 480)), "JPEG")

    sizes = [
        (made.width_px, made.height_px)
        for made in (develop(photo, Order(longest_px=side)) for side in (320, 640, 4000))
    ]

    assert [(320, 240), (640, 480), (640, 480)] == sizes


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_only_the_words_that_were_given_are_written(mode: str) -> None:
    scene = draw_scene(3, (64, 64)).convert(mode)
    if mode == "RGBA":
        scene.putpixel((0, 0), (0, 0, 0, 0))

    made = _opened(develop(encode(scene, "PNG"), Order(words=WORDS)).content)

    assert WORDS.xmp == made.info["xmp"]
    assert "Zoë".encode() in made.info["exif"]
    assert 1 == len(made.getexif())
    assert mode == "RGBA" or {1028: WORDS.iim} == made.info["photoshop"]


def test_a_worker_makes_what_the_room_makes(shared_pool: PicturePool) -> None:
    photo = encode(draw_scene(6), "JPEG")
    covers = (Covered(CoverKind.PIXELATE, SPOT), Covered(CoverKind.CROP, SPOT))
    for order in (Order(), Order(covers, longest_px=100, quality=70, words=WORDS)):
        assert develop(photo, order) == shared_pool.develop(photo, order, filename="a.jpg")


def test_a_worker_that_refuses_lives_on(shared_pool: PicturePool) -> None:
    photo = encode(draw_scene(7), "JPEG")
    pids = set(shared_pool.worker_pids)

    with pytest.raises(BadImage) as caught:
        shared_pool.develop(photo[:-400], Order())

    assert "truncated" == caught.value.reason
    assert pids == set(shared_pool.worker_pids)


@pytest.mark.parametrize(
    ("content", "reason"), [(b"", "empty"), (bytes(300_000), "too_many_bytes")]
)
def test_no_worker_is_asked_for_what_is_no_size(content: bytes, reason: str) -> None:
    with PicturePool(1, Limits(max_bytes=200_000)) as pool, pytest.raises(BadImage) as caught:
        pool.develop(content, Order())

    assert reason == caught.value.reason


def test_what_moves_is_not_taken_for_one_picture() -> None:
    frames = [draw_scene(seed, (64, 64)) for seed in (1, 2)]
    film = encode(frames[0], "GIF", save_all=True, append_images=frames[1:])

    assert 64 == develop(film, Order()).width_px
    with pytest.raises(BadImage) as caught:
        develop(film, Order(still_only=True))

    assert "not_one_picture" == caught.value.reason
