"""
Put borders around, fill a 9:16 story, and lay four photos together.
"""

from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from benchmarks.recall.geometry import contain, cover
from benchmarks.recall.interface import write
from benchmarks.recall.variant import Make, Material

Colour = tuple[int, int, int]
Fill = Callable[[Material, tuple[int, int]], Image.Image]

WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)
STORY_PX = (720, 1280)
_CELL_PX = 480


def border(share: float, colour: Colour) -> Make:
    """
    Put a frame of one colour around, as wide as a share of the shorter side.
    """

    def make(material: Material) -> Image.Image:
        width = max(2, round(share * min(material.photo.size)))
        return _framed(material.photo, (width, width, width, width), colour)

    return make


def bars(share: float, *, upright: bool) -> Make:
    """
    Put black bars on two sides, as video players do.
    """

    def make(material: Material) -> Image.Image:
        width, height = material.photo.size
        if upright:
            wide = round(width * share)
            return _framed(material.photo, (wide, 0, wide, 0), BLACK)
        high = round(height * share)
        return _framed(material.photo, (0, high, 0, high), BLACK)

    return make


def instant_print(material: Material) -> Image.Image:
    """
    Frame it as an instant print: wide at the bottom, something written there.
    """
    side = round(0.06 * min(material.photo.size))
    framed = _framed(material.photo, (side, side, side, side * 4), (246, 243, 235))
    write(framed, (side, framed.height - side * 3), "Summer camp, day 3", side * 1.6, (60, 60, 90))
    return framed


def patterned(material: Material) -> Image.Image:
    """
    Frame it with coloured stripes.
    """
    width = round(0.08 * min(material.photo.size))
    framed = _framed(material.photo, (width,) * 4, (240, 190, 60))
    pen = ImageDraw.Draw(framed)
    for offset in range(-framed.height, framed.width, width):
        pen.line((offset, framed.height, offset + framed.height, 0), (200, 70, 90), width // 3)
    framed.paste(material.photo, (width, width))
    return framed


def _framed(picture: Image.Image, widths: tuple[int, int, int, int], colour: Colour) -> Image.Image:
    """
    Enlarge the canvas on the left, top, right and bottom.
    """
    left, top, right, bottom = widths
    size = (picture.width + left + right, picture.height + top + bottom)
    canvas = Image.new("RGB", size, colour)
    canvas.paste(picture, (left, top))
    return canvas


def story(fill: Fill, *, share: float = 1.0, words: str = "") -> Make:
    """
    Put the whole photo on an upright screen over a filling, perhaps with words.

    Args:
        share: How much of the possible size it has.
    """

    def make(material: Material) -> Image.Image:
        width, height = STORY_PX
        canvas = fill(material, STORY_PX)
        inner = contain(material.photo, round(width * share), round(height * share))
        free = height - inner.height
        top = round(free * float(material.chance.uniform(0.35, 0.65)))
        canvas.paste(inner, ((width - inner.width) // 2, top))
        if words:
            write(canvas, (width * 0.1, height * 0.06), words, 46, WHITE)
        return canvas

    return make


def blurred(material: Material, size: tuple[int, int]) -> Image.Image:
    """
    Fill with the photo itself, enlarged and blurred.
    """
    small = cover(material.photo, size[0] // 8, size[1] // 8)
    return small.filter(ImageFilter.GaussianBlur(5)).resize(size, Image.Resampling.BICUBIC)


def plain(material: Material, size: tuple[int, int]) -> Image.Image:
    """
    Fill with one colour, as picked from the photo.
    """
    mean = np.asarray(material.photo.resize((1, 1), Image.Resampling.BOX)).reshape(3)
    return Image.new("RGB", size, tuple(int(level) for level in mean))


def gradient(material: Material, size: tuple[int, int]) -> Image.Image:
    """
    Fill from one colour above to another below.
    """
    ends = material.chance.integers(20, 235, (2, 1, 3)).astype(np.uint8)
    return Image.fromarray(ends).resize(size, Image.Resampling.BILINEAR)


def collage(gap: int, colour: Colour, *, across: int = 2, down: int = 2) -> Make:
    """
    Lay the photo and others out in square cells, in any order.
    """

    def make(material: Material) -> Image.Image:
        pictures = [material.photo, *material.others[: across * down - 1]]
        step = _CELL_PX + gap
        canvas = Image.new("RGB", (across * step + gap, down * step + gap), colour)
        for place, number in enumerate(material.chance.permutation(len(pictures))):
            cell = cover(pictures[number], _CELL_PX, _CELL_PX)
            canvas.paste(cell, (gap + place % across * step, gap + place // across * step))
        return canvas

    return make


def whole_collage(material: Material) -> Image.Image:
    """
    Lay four photos out whole, as on a pin board.
    """
    pictures = [material.photo, *material.others[:3]]
    canvas = Image.new("RGB", (2 * _CELL_PX, 2 * _CELL_PX), (205, 178, 140))
    for place, number in enumerate(material.chance.permutation(4)):
        inner = contain(pictures[number], _CELL_PX - 30, _CELL_PX - 30)
        left = place % 2 * _CELL_PX + (_CELL_PX - inner.width) // 2
        top = place // 2 * _CELL_PX + (_CELL_PX - inner.height) // 2
        canvas.paste(inner, (left, top))
    return canvas
