"""
Lay text, emoji, logos and blurred patches over a photo.
"""

from itertools import pairwise

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from benchmarks.recall.interface import Colour, sentence, write
from benchmarks.recall.variant import Make, Material

_YELLOW: Colour = (255, 214, 60)
_INK: Colour = (70, 45, 20)


def caption_bar(material: Material) -> Image.Image:
    """
    Write one line on a half-transparent bar, high, low or in the middle.
    """
    photo = material.photo.copy()
    width, height = photo.size
    thick = round(height * 0.11)
    top = round(float(material.chance.choice((0.05, 0.45, 0.84))) * height)
    strip = photo.crop((0, top, width, top + thick))
    photo.paste(Image.blend(strip, Image.new("RGB", strip.size), 0.6), (0, top))
    words = sentence(material.chance, 5)
    write(photo, (width * 0.05, top + thick * 0.3), words, thick * 0.4, (255, 255, 255))
    return photo


def meme(material: Material) -> Image.Image:
    """
    Write capitals with an outline above and below.
    """
    photo = material.photo.copy()
    width, height = photo.size
    size = width / 12
    for top in (height * 0.03, height * 0.86):
        words = sentence(material.chance, 3).upper()
        write(
            photo, (width * 0.06, top), words, size, (255, 255, 255), outline=max(2, width // 250)
        )
    return photo


def date_stamp(material: Material) -> Image.Image:
    """
    Put the date into a corner, as cameras did.
    """
    photo = material.photo.copy()
    width, height = photo.size
    write(photo, (width * 0.66, height * 0.92), "12 05 '26", width / 18, (255, 140, 20))
    return photo


def watermark(material: Material) -> Image.Image:
    """
    Write the same words slanted all over, half transparent.
    """
    width, height = material.photo.size
    long = int(1.5 * max(width, height))
    sheet = Image.new("L", (long, long), 0)
    size = max(10, width // 16)
    for number, top in enumerate(range(0, long, size * 4)):
        left = number % 2 * size * 4 - size * 6
        write_grey = ImageDraw.Draw(sheet)
        for start in range(left, long, size * 11):
            write_grey.text((start, top), "LES GLYCINES", 110, font_size=size)
    slanted = sheet.rotate(30, Image.Resampling.BILINEAR)
    left, top = (long - width) // 2, (long - height) // 2
    mask = slanted.crop((left, top, left + width, top + height))
    white = Image.new("RGB", (width, height), (255, 255, 255))
    return Image.composite(white, material.photo, mask)


def emoji(count: int, share: float) -> Make:
    """
    Put so many round faces, each as large as a share of the shorter side.
    """

    def make(material: Material) -> Image.Image:
        photo = material.photo.copy()
        for _ in range(count):
            size = share * min(photo.size) * float(material.chance.uniform(0.8, 1.2))
            x = float(material.chance.uniform(0, photo.width - size))
            y = float(material.chance.uniform(0, photo.height - size))
            _face(ImageDraw.Draw(photo), x, y, size)
        return photo

    return make


def _face(pen: ImageDraw.ImageDraw, x: float, y: float, size: float) -> None:
    """
    Draw a laughing face.
    """
    pen.ellipse((x, y, x + size, y + size), fill=_YELLOW, outline=(220, 160, 30))
    for across in (0.28, 0.6):
        left = x + size * across
        pen.ellipse((left, y + size * 0.25, left + size * 0.12, y + size * 0.45), fill=_INK)
    pen.chord((x + size * 0.22, y + size * 0.35, x + size * 0.78, y + size * 0.85), 0, 180, _INK)


def logo(material: Material) -> Image.Image:
    """
    Put a house's sign with its name in a corner.
    """
    photo = material.photo.copy()
    width, height = photo.size
    across, down = width * 0.34, height * 0.12
    left = float(material.chance.choice((0.03, 0.63))) * width
    top = float(material.chance.choice((0.03, 0.85))) * height
    pen = ImageDraw.Draw(photo)
    pen.rounded_rectangle((left, top, left + across, top + down), down / 5, fill=(24, 70, 140))
    pen.regular_polygon((left + down / 2, top + down / 2, down * 0.36), 5, fill=(250, 200, 60))
    write(photo, (left + down, top + down * 0.32), "Glycines", across / 6.5, (255, 255, 255))
    return photo


def patches(count: int, share: float, *, how: str) -> Make:
    """
    Make so many places unrecognisable, as one does with faces.

    Args:
        how: "blur", "pixels" or "black".
    """

    def make(material: Material) -> Image.Image:
        photo = material.photo.copy()
        for _ in range(count):
            side = round(share * min(photo.size) * float(material.chance.uniform(0.8, 1.2)))
            x = int(material.chance.integers(0, photo.width - side + 1))
            y = int(material.chance.integers(0, photo.height - side + 1))
            box = (x, y, x + side, y + side)
            photo.paste(_hidden(photo.crop(box), how), box)
        return photo

    return make


def _hidden(patch: Image.Image, how: str) -> Image.Image:
    """
    Make a patch unrecognisable.
    """
    if how == "black":
        return Image.new("RGB", patch.size)
    if how == "pixels":
        return patch.resize((5, 5), Image.Resampling.BOX).resize(
            patch.size, Image.Resampling.NEAREST
        )
    return patch.filter(ImageFilter.GaussianBlur(max(patch.size) / 6))


def scribble(material: Material) -> Image.Image:
    """
    Draw a thick line by finger, and an arrow.
    """
    photo = material.photo.copy()
    width, height = photo.size
    walk = material.chance.normal(0, 0.09, (24, 2)).cumsum(axis=0) + 0.5
    points = [(x * width, y * height) for x, y in np.clip(walk, 0.05, 0.95)]
    pen = ImageDraw.Draw(photo)
    for before, after in pairwise(points):
        pen.line((*before, *after), (230, 30, 60), max(3, width // 60), joint="curve")
    tip = points[-1]
    pen.regular_polygon((*tip, width / 24), 3, fill=(230, 30, 60))
    return photo
