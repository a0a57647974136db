"""
Alter what must never be called a verified copy; and what must be, leave alone.

Whatever is altered can be seen: a place where nothing would show is not taken.
"""

from collections.abc import Callable

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from benchmarks.recall.geometry import scaled, shrunk
from benchmarks.recall.interface import sentence, write
from benchmarks.recall.variant import Make, Material, from_levels, levels_of

VISIBLE_LEVELS = 12.0
"""Mean difference inside of an altered place, of 255."""
_TRIES = 24
_LONGEST_PX = 800
_SENT_AT = (1.0, 1.0, 0.7, 0.5)

Filling = Callable[[Material, Image.Image, tuple[int, int]], Image.Image]


def patch(share: float, filling: Filling, *, feathered: bool) -> Make:
    """
    Replace a face-sized oval, as wide as a share of the shorter side.
    """

    def make(material: Material) -> Image.Image:
        photo = shrunk(material.photo, _LONGEST_PX)
        side = max(4, round(share * min(photo.size)))
        mask = Image.new("L", (side, round(side * 1.25)), 0)
        ImageDraw.Draw(mask).ellipse((0, 0, mask.width - 1, mask.height - 1), fill=255)
        if feathered:
            mask = mask.filter(ImageFilter.GaussianBlur(side * 0.06))
        return _sent(_most_visible(photo, mask, filling, material), material)

    return make


def person_added(material: Material) -> Image.Image:
    """
    Put a figure of somebody into the scene.
    """
    photo = shrunk(material.photo, _LONGEST_PX)
    mask = _figure(photo, material.chance)
    return _sent(_most_visible(photo, mask, clothes, material), material)


def person_removed(material: Material) -> Image.Image:
    """
    Take a figure away and fill in what may have been behind.
    """
    photo = shrunk(material.photo, _LONGEST_PX)
    mask = _figure(photo, material.chance)
    return _sent(_most_visible(photo, mask, None, material), material)


def text_added(share: float) -> Make:
    """
    Write a few words, as high as a share of the picture.
    """

    def make(material: Material) -> Image.Image:
        photo = shrunk(material.photo, _LONGEST_PX).copy()
        width, height = photo.size
        size = max(9.0, share * height)
        at = (
            float(material.chance.uniform(0.02, 0.3)) * width,
            float(material.chance.uniform(0.05, 0.9)) * height,
        )
        write(photo, at, sentence(material.chance, 3), size, (255, 255, 255), outline=1)
        return _sent(photo, material)

    return make


def texture(material: Material, _: Image.Image, size: tuple[int, int]) -> Image.Image:
    """
    Fill with drawn texture: soft blotches of two colours.
    """
    chance = material.chance
    coarse = chance.uniform(0, 1, (6, 5)).astype(np.float32)
    soft = cv2.resize(coarse, size, interpolation=cv2.INTER_CUBIC)[..., None]
    ends = chance.uniform(20, 235, (2, 3)).astype(np.float32)
    return from_levels(ends[0] * soft + ends[1] * (1 - soft))


def face(material: Material, there: Image.Image, size: tuple[int, int]) -> Image.Image:
    """
    Fill with a piece of another photo, in the light of this one.
    """
    piece = levels_of(clothes(material, there, size))
    if material.chance.random() < 0.5:
        piece = piece + 0.7 * (levels_of(there).mean((0, 1)) - piece.mean((0, 1)))
    return from_levels(piece)


def clothes(material: Material, _: Image.Image, size: tuple[int, int]) -> Image.Image:
    """
    Fill with a piece of another photo.
    """
    other = shrunk(material.others[0], _LONGEST_PX)
    grown = max(1.0, size[0] / other.width, size[1] / other.height)
    other = other if grown == 1.0 else scaled(other, *(side * grown + 1 for side in other.size))
    x = int(material.chance.integers(0, other.width - size[0] + 1))
    y = int(material.chance.integers(0, other.height - size[1] + 1))
    return other.crop((x, y, x + size[0], y + size[1]))


def _most_visible(
    photo: Image.Image, mask: Image.Image, filling: Filling | None, material: Material
) -> Image.Image:
    """
    Alter a place where it shows; after many tries, where it shows most.
    """
    best, shown_most = photo, -1.0
    for _ in range(_TRIES):
        x = int(material.chance.integers(0, max(1, photo.width - mask.width)))
        y = int(material.chance.integers(0, max(1, photo.height - mask.height)))
        box = (x, y, x + mask.width, y + mask.height)
        there = photo.crop(box)
        new = (
            filling(material, there, mask.size)
            if filling is not None
            else _inpainted(photo, mask, box)
        )
        shows = difference(there, new, mask)
        if shows > shown_most:
            best, shown_most = photo.copy(), shows
            best.paste(new, box, mask)
        if shows >= VISIBLE_LEVELS:
            break
    return best


def difference(old: Image.Image, new: Image.Image, mask: Image.Image) -> float:
    """
    Give how many levels differ inside of a mask, on average.
    """
    inside = np.asarray(mask) > 127
    apart = np.abs(levels_of(old) - levels_of(new)).mean(axis=2)
    return float(apart[inside].mean()) if inside.any() else 0.0


def _inpainted(
    photo: Image.Image, mask: Image.Image, box: tuple[int, int, int, int]
) -> Image.Image:
    """
    Guess what is behind a figure from what is around it.
    """
    margin = 12
    around = (box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin)
    window = photo.crop(around)
    hole = np.zeros((window.height, window.width), np.uint8)
    hole[margin:-margin, margin:-margin] = (np.asarray(mask) > 0) * np.uint8(255)
    # Outside of the photo there is nothing to learn from.
    outside = np.asarray(Image.new("L", photo.size, 255).crop(around)) == 0
    hole[outside] = 255
    filled = cv2.inpaint(np.asarray(window), hole, 3, cv2.INPAINT_TELEA)
    return Image.fromarray(np.asarray(filled, dtype=np.uint8)).crop(
        (margin, margin, window.width - margin, window.height - margin)
    )


def _figure(photo: Image.Image, chance: np.random.Generator) -> Image.Image:
    """
    Give the outline of somebody standing: head, shoulders, body.
    """
    high = round(photo.height * float(chance.uniform(0.2, 0.4)))
    high = max(24, min(high, photo.height - 2))
    wide = min(max(10, round(high * 0.38)), photo.width - 2)
    mask = Image.new("L", (wide, high), 0)
    pen = ImageDraw.Draw(mask)
    pen.ellipse((wide * 0.28, 0, wide * 0.72, high * 0.2), fill=255)
    pen.rounded_rectangle((0, high * 0.21, wide - 1, high * 0.66), wide * 0.25, fill=255)
    pen.rectangle((wide * 0.15, high * 0.6, wide * 0.85, high - 1), fill=255)
    return mask


def _sent(picture: Image.Image, material: Material) -> Image.Image:
    """
    Send it on: often whole, sometimes smaller.
    """
    share = float(material.chance.choice(_SENT_AT))
    return picture if share == 1.0 else scaled(picture, *(side * share for side in picture.size))
