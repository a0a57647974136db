"""
Draw what interfaces consist of: bars, buttons, avatars and lines of text.
"""

from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw, ImageFont

Colour = tuple[int, int, int]
Point = tuple[float, float]

_TEXT = (
    "the group went to the farm this morning and everybody came back happy tired muddy with "
    "photos for all families see you next week please bring boots thanks to our volunteers "
    "who drove cooked sang played and cleaned every room before we left again in the evening"
)
NAMES = ("Les Colibris", "Ferme du Petit Bois", "Marie L.", "Groupe photo", "Club Senior")


@lru_cache(maxsize=64)
def font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """
    Give the font that comes with Pillow.
    """
    return ImageFont.load_default(size)


def write(
    canvas: Image.Image, at: Point, words: str, size: float, colour: Colour, *, outline: int = 0
) -> None:
    """
    Write one line, perhaps with a dark outline.
    """
    ImageDraw.Draw(canvas).text(
        at, words, colour, font(max(8, round(size))), stroke_width=outline, stroke_fill=(0, 0, 0)
    )


def sentence(chance: np.random.Generator, words: int) -> str:
    """
    Make up a line of text.
    """
    words_known = _TEXT.split()
    start = int(chance.integers(len(words_known)))
    return " ".join((words_known * 3)[start : start + words]).capitalize()


def name(chance: np.random.Generator) -> str:
    """
    Make up who posts.
    """
    return NAMES[int(chance.integers(len(NAMES)))]


def lines(
    canvas: Image.Image,
    box: tuple[float, float, float, float],
    size: float,
    colour: Colour,
    chance: np.random.Generator,
) -> None:
    """
    Fill a box with lines of text.
    """
    left, top, right, bottom = box
    fitting = max(1, int((right - left) / (size * 3.1)))
    while top + size < bottom:
        write(canvas, (left, top), sentence(chance, fitting), size, colour)
        top += size * 1.5


def status_bar(canvas: Image.Image, colour: Colour, chance: np.random.Generator) -> None:
    """
    Draw the clock, the bars of the network and the battery of a phone.
    """
    pen = ImageDraw.Draw(canvas)
    width = canvas.width
    hour, minute = int(chance.integers(7, 22)), int(chance.integers(60))
    write(canvas, (width * 0.07, 14), f"{hour}:{minute:02}", 26, colour)
    for bar in range(4):
        left = width * 0.76 + bar * 9
        pen.rectangle((left, 34 - bar * 5, left + 5, 38), fill=colour)
    pen.rounded_rectangle((width * 0.87, 18, width * 0.94, 38), 5, outline=colour, width=2)
    charge = width * (0.875 + 0.06 * float(chance.uniform(0.1, 1)))
    pen.rectangle((width * 0.875, 22, charge, 34), fill=colour)


def home_line(canvas: Image.Image, colour: Colour) -> None:
    """
    Draw the line that one wipes up from the bottom.
    """
    width, height = canvas.size
    ImageDraw.Draw(canvas).rounded_rectangle(
        (width * 0.33, height - 18, width * 0.67, height - 10), 4, fill=colour
    )


def avatar(canvas: Image.Image, at: Point, size: float, chance: np.random.Generator) -> None:
    """
    Draw a round picture of somebody.
    """
    pen = ImageDraw.Draw(canvas)
    x, y = at
    ground, skin = (
        tuple(int(level) for level in chance.integers(60, 230, 3)),
        tuple(int(level) for level in chance.integers(90, 240, 3)),
    )
    pen.ellipse((x, y, x + size, y + size), fill=ground)
    pen.ellipse((x + size * 0.3, y + size * 0.18, x + size * 0.7, y + size * 0.58), fill=skin)
    pen.chord((x + size * 0.15, y + size * 0.55, x + size * 0.85, y + size * 1.3), 180, 360, skin)


def icons(
    canvas: Image.Image, at: Point, count: int, step: float, size: float, colour: Colour
) -> None:
    """
    Draw a row of outlined buttons: a heart, a bubble, an arrow, and so on.
    """
    pen = ImageDraw.Draw(canvas)
    x, y = at
    for number in range(count):
        box = (x + number * step, y, x + number * step + size, y + size)
        shape = number % 4
        if shape == 0:
            pen.arc((box[0], y, box[0] + size / 2, y + size / 2), 160, 360, colour, 3)
            pen.arc((box[0] + size / 2, y, box[2], y + size / 2), 180, 380, colour, 3)
            pen.line((box[0], y + size * 0.3, box[0] + size / 2, y + size), colour, 3)
            pen.line((box[2], y + size * 0.3, box[0] + size / 2, y + size), colour, 3)
        elif shape == 1:
            pen.ellipse(box, outline=colour, width=3)
        elif shape == 2:
            pen.polygon(
                ((box[0], y), (box[2], y + size / 2), (box[0], y + size)), outline=colour, width=3
            )
        else:
            pen.rectangle(box, outline=colour, width=3)


def tinted(colour: Colour, by: int) -> Colour:
    """
    Move a colour towards white or black.
    """
    red, green, blue = (max(0, min(255, level + by)) for level in colour)
    return red, green, blue
