"""
Scale, stretch, turn, rotate and cut.
"""

from math import cos, radians, sin, sqrt

import numpy as np
from PIL import Image

from benchmarks.recall.variant import Make, Material, either

_KERNELS = (
    Image.Resampling.LANCZOS,
    Image.Resampling.BICUBIC,
    Image.Resampling.BILINEAR,
    Image.Resampling.BOX,
)
_GRID_PARTS = 10


def scaled(picture: Image.Image, width: float, height: float) -> Image.Image:
    """
    Scale to a size, at least one pixel.
    """
    size = (max(1, round(width)), max(1, round(height)))
    return picture.resize(size, Image.Resampling.LANCZOS)


def shrunk(picture: Image.Image, longest: int) -> Image.Image:
    """
    Shrink to a longest side; never enlarge.
    """
    share = min(1.0, longest / max(picture.size))
    return picture if share == 1.0 else scaled(picture, *(side * share for side in picture.size))


def resize_by(share: float) -> Make:
    """
    Scale by a factor, with whatever filter the program had.
    """

    def make(material: Material) -> Image.Image:
        kernel = _KERNELS[int(material.chance.integers(len(_KERNELS)))]
        width, height = material.photo.size
        return material.photo.resize((round(width * share), round(height * share)), kernel)

    return make


def resize_to(longest: int) -> Make:
    """
    Scale to a longest side, as thumbnails are made.
    """

    def make(material: Material) -> Image.Image:
        share = longest / max(material.photo.size)
        return scaled(material.photo, *(side * share for side in material.photo.size))

    return make


def stretch(across: float, down: float) -> Make:
    """
    Scale each side by its own factor.
    """

    def make(material: Material) -> Image.Image:
        width, height = material.photo.size
        return scaled(material.photo, width * across, height * down)

    return make


def turn(how: Image.Transpose) -> Make:
    """
    Turn by a right angle or mirror.
    """
    return lambda material: material.photo.transpose(how)


def rotate(low: float, high: float, *, corners: str) -> Make:
    """
    Rotate by an angle between *low* and *high* degrees, either way.

    Args:
        corners: What becomes of them: "black", "white", "expand" (nothing is cut
            away), or "cut" (the largest upright rectangle without corners).
    """

    def make(material: Material) -> Image.Image:
        angle = either(material.chance, low, high)
        fill = (255, 255, 255) if corners == "white" else (0, 0, 0)
        turned = material.photo.rotate(
            angle, Image.Resampling.BICUBIC, expand=corners == "expand", fillcolor=fill
        )
        return _without_corners(turned, angle) if corners == "cut" else turned

    return make


def _without_corners(turned: Image.Image, angle: float) -> Image.Image:
    """
    Cut the largest rectangle of the same shape that shows no corner.
    """
    width, height = turned.size
    slope, lean = abs(sin(radians(angle))), cos(radians(angle))
    share = min(width / (width * lean + height * slope), height / (width * slope + height * lean))
    return _cut_middle(turned, width * share, height * share)


def _cut_middle(picture: Image.Image, width: float, height: float) -> Image.Image:
    """
    Cut around the middle.
    """
    left, top = (picture.width - width) / 2, (picture.height - height) / 2
    return picture.crop((round(left), round(top), round(left + width), round(top + height)))


def crop_on_grid(keep: float) -> Make:
    """
    Keep a share of the area and the shape; the corner lies on tenths of the picture.
    """

    def make(material: Material) -> Image.Image:
        side = sqrt(keep)
        free = 1 - side
        left, top = (
            min(free, int(material.chance.integers(0, _GRID_PARTS)) / _GRID_PARTS) for _ in range(2)
        )
        return _cut(material.photo, left, top, side, side)

    return make


def crop_off_grid(keep: float) -> Make:
    """
    Keep a share of the area anywhere, in a shape up to a quarter wider or taller.
    """

    def make(material: Material) -> Image.Image:
        leaning = float(np.exp(material.chance.uniform(-1, 1) * np.log(1.25)))
        across = min(1.0, sqrt(keep) * leaning)
        down = min(1.0, keep / across)
        across = keep / down
        left = float(material.chance.uniform(0, 1 - across))
        top = float(material.chance.uniform(0, 1 - down))
        return _cut(material.photo, left, top, across, down)

    return make


def _cut(picture: Image.Image, left: float, top: float, across: float, down: float) -> Image.Image:
    """
    Cut by shares of the sides.
    """
    width, height = picture.size
    x, y = round(left * width), round(top * height)
    return picture.crop((x, y, x + round(across * width), y + round(down * height)))


def cover(picture: Image.Image, width: int, height: int) -> Image.Image:
    """
    Fill a rectangle; what does not fit is cut at both ends.
    """
    share = max(width / picture.width, height / picture.height)
    return _cut_middle(
        scaled(picture, max(width, picture.width * share), max(height, picture.height * share)),
        width,
        height,
    ).resize((width, height))


def contain(picture: Image.Image, width: int, height: int) -> Image.Image:
    """
    Fit inside of a rectangle, whole.
    """
    share = min(width / picture.width, height / picture.height)
    return scaled(picture, picture.width * share, picture.height * share)
