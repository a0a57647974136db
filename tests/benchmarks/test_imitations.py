"""
The imitations of what happens to photos: the same in every run, and what they say.
"""

from math import isclose, log

import numpy as np
import pytest
from PIL import Image

from benchmarks.recall.altered import VISIBLE_LEVELS, difference
from benchmarks.recall.families import ALTERED, FAMILIES, HONEST, Family
from benchmarks.recall.variant import Material, Variant, levels_of, opened, png
from tests.fingerprint.drawing import draw_scene

EVERYTHING = (*FAMILIES, ALTERED, HONEST)
PHOTO = draw_scene(1, (320, 240))
OTHERS = tuple(draw_scene(seed, (320, 240)) for seed in (2, 3, 4))


def family(name: str) -> Family:
    return next(each for each in EVERYTHING if each.name == name)


def material(seed: int = 1, photo: Image.Image = PHOTO) -> Material:
    return Material(photo, OTHERS, np.random.default_rng(seed))


def made(variant: Variant, seed: int = 1) -> Image.Image:
    return variant.make(material(seed))


def each_of(*families: Family) -> list[object]:
    return [
        pytest.param(variant, id=f"{one.name}-{variant.name}")
        for one in families
        for variant in one.variants
    ]


@pytest.mark.parametrize("variant", each_of(*EVERYTHING))
def test_an_imitation_is_the_same_in_every_run_and_not_the_photo_itself(variant: Variant) -> None:
    first, second = (variant.save(made(variant)) for _ in range(2))
    back = opened(first)

    assert first == second
    assert (PHOTO.size, PHOTO.tobytes()) != (back.size, back.tobytes())


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("variant", each_of(family("crop")))
def test_a_crop_keeps_the_area_it_names(variant: Variant, seed: int) -> None:
    keep = float(variant.name.split("_")[1])
    width, height = made(variant, seed).size

    assert isclose(keep, width * height / (320 * 240), rel_tol=0.02)


@pytest.mark.parametrize(("name", "keep"), [("crop_quarter", 0.25), ("crop_tenth", 0.1)])
def test_a_hard_crop_keeps_the_area_it_names(name: str, keep: float) -> None:
    for variant in family(name).variants:
        width, height = made(variant).size
        assert isclose(keep, width * height / (320 * 240), rel_tol=0.03)


def test_a_crop_is_a_piece_of_the_photo() -> None:
    for variant in family("crop").variants:
        piece = levels_of(made(variant))
        whole = levels_of(PHOTO)
        height, width = piece.shape[:2]
        places = (
            whole[top : top + height, left : left + width]
            for top in range(240 - height + 1)
            for left in range(320 - width + 1)
            if (whole[top, left] == piece[0, 0]).all()
        )
        assert any(np.array_equal(place, piece) for place in places), variant.name


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("by_0.5", (160, 120)),
        ("by_1.5", (480, 360)),
        ("to_100", (100, 75)),
        ("to_256", (256, 192)),
        ("to_200_png", (200, 150)),
    ],
)
def test_a_resized_photo_has_the_size_it_names(name: str, size: tuple[int, int]) -> None:
    variant = next(each for each in family("resize").variants if each.name == name)

    assert size == made(variant).size


def test_a_stretched_photo_changes_its_shape_by_a_tenth_at_most() -> None:
    shapes = [made(variant).size for variant in family("aspect").variants]
    stretched = [abs(log(width / height * 240 / 320)) for width, height in shapes]

    assert min(stretched) > 0.04
    assert max(stretched) < 0.11


def test_orientations_are_the_seven_turns_and_four_marks() -> None:
    turned = {opened(png(made(each))).tobytes() for each in family("orientation").variants[:7]}
    marked = [each for each in family("orientation").variants if each.name.startswith("exif")]
    sizes = [opened(each.save(made(each))).size for each in marked]

    assert 7 == len(turned)
    assert [(320, 240), (240, 320), (240, 320), (240, 320)] == sizes


def test_a_border_leaves_the_photo_whole() -> None:
    for variant in family("border").variants:
        width, height = made(variant).size
        assert width * height > 320 * 240
        assert _holds(made(variant), PHOTO), variant.name


def _holds(canvas: Image.Image, photo: Image.Image) -> bool:
    """
    Tell whether a picture is somewhere in another, to the pixel.
    """
    whole, part = np.asarray(canvas), np.asarray(photo)
    height, width = part.shape[:2]
    corners = np.argwhere((whole == part[0, 0]).all(axis=2))
    return any(
        np.array_equal(whole[top : top + height, left : left + width], part)
        for top, left in corners
        if top + height <= whole.shape[0] and left + width <= whole.shape[1]
    )


def test_a_story_is_an_upright_screen() -> None:
    assert {(720, 1280)} == {made(variant).size for variant in family("story").variants}


def test_an_overlay_leaves_most_of_the_photo() -> None:
    for variant in family("overlay").variants:
        apart = np.abs(levels_of(made(variant)) - levels_of(PHOTO)).max(axis=2)
        assert 0.001 < float((apart > 4).mean()) < 0.5, variant.name


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("variant", each_of(ALTERED))
def test_an_alteration_can_be_seen(variant: Variant, seed: int) -> None:
    picture = made(variant, seed)
    before = PHOTO.resize(picture.size, Image.Resampling.LANCZOS)
    apart = np.abs(levels_of(picture) - levels_of(before)).mean(axis=2)
    changed = apart > 10

    assert changed.sum() >= 15
    assert changed.mean() < 0.5


def test_a_patch_is_as_wide_as_it_says() -> None:
    for variant in ALTERED.variants[:8]:
        percent = int(variant.name.rsplit("_", 1)[1])
        seeds = (seed for seed in range(40) if made(variant, seed).size == PHOTO.size)
        picture = made(variant, next(seeds))
        apart = np.abs(levels_of(picture) - levels_of(PHOTO)).max(axis=2)
        columns = np.flatnonzero((apart > 2).any(axis=0))
        width = columns.max() - columns.min() + 1
        assert width <= 240 * percent / 100 + 2, variant.name


def test_honest_copies_have_nothing_replaced() -> None:
    for variant in HONEST.variants:
        back = opened(variant.save(made(variant)))
        seen = levels_of(back.resize((20, 15), Image.Resampling.BOX))
        before = levels_of(PHOTO.resize((20, 15), Image.Resampling.BOX))
        assert float(np.abs(seen - before).max()) < 36, variant.name


def test_the_difference_is_measured_inside_of_the_mask() -> None:
    black, grey = Image.new("RGB", (8, 8)), Image.new("RGB", (8, 8), (30, 30, 30))
    left = Image.new("L", (8, 8))
    left.paste(255, (0, 0, 4, 8))
    half = black.copy()
    half.paste(grey.crop((0, 0, 4, 8)), (0, 0))

    assert 30.0 == difference(black, half, left)
    assert VISIBLE_LEVELS < 30.0


def test_every_family_has_names_of_its_own() -> None:
    for each in EVERYTHING:
        names = [variant.name for variant in each.variants]
        assert len(set(names)) == len(names)
    assert len({each.name for each in EVERYTHING}) == len(EVERYTHING)
