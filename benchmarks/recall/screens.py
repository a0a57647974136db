"""
Take screenshots: the photo in a gallery, a chat, a web page and a feed.
"""

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from benchmarks.recall.geometry import contain, cover
from benchmarks.recall.interface import (
    Colour,
    avatar,
    font,
    home_line,
    icons,
    lines,
    name,
    sentence,
    status_bar,
    tinted,
    write,
)
from benchmarks.recall.variant import Make, Material

PHONE_PX = (720, 1560)
DESKTOP_PX = (1366, 768)
_ROUNDED_PX = 22


@dataclass(frozen=True, slots=True)
class Theme:
    """
    The colours of an interface.
    """

    ground: Colour
    ink: Colour
    raised: Colour
    """Bubbles, boxes and bars."""


LIGHT = Theme((255, 255, 255), (20, 20, 24), (236, 238, 242))
DARK = Theme((12, 14, 18), (232, 234, 238), (38, 42, 50))


def gallery(theme: Theme) -> Make:
    """
    Show it whole on a phone, between a title and a row of thumbnails.
    """

    def make(material: Material) -> Image.Image:
        chance = material.chance
        canvas = Image.new("RGB", PHONE_PX, theme.ground)
        width, height = PHONE_PX
        status_bar(canvas, theme.ink, chance)
        write(canvas, (width * 0.34, 70), "12 May  14:07", 28, theme.ink)
        write(canvas, (30, 66), "<", 36, theme.ink)
        inner = contain(material.photo, width, 1130)
        canvas.paste(inner, ((width - inner.width) // 2, 130 + (1130 - inner.height) // 2))
        for number in range(12):
            colour = _colour(chance)
            left = 6 + number * 60
            ImageDraw.Draw(canvas).rectangle((left, 1290, left + 54, 1364), fill=colour)
        icons(canvas, (70, 1420), 4, 180, 44, theme.ink)
        home_line(canvas, theme.ink)
        assert height > 1464
        return canvas

    return make


def messenger_chat(theme: Theme) -> Make:
    """
    Show it as a bubble of a conversation, with its time and other messages.
    """

    def make(material: Material) -> Image.Image:
        chance = material.chance
        ground = tinted(theme.ground, -22 if theme is LIGHT else 10)
        canvas = Image.new("RGB", PHONE_PX, ground)
        pen = ImageDraw.Draw(canvas)
        pen.rectangle((0, 0, PHONE_PX[0], 132), fill=theme.raised)
        status_bar(canvas, theme.ink, chance)
        avatar(canvas, (80, 56), 64, chance)
        write(canvas, (164, 58), name(chance), 30, theme.ink)
        write(canvas, (164, 96), "Anne, Piet, Sofie, you", 20, tinted(theme.ink, 90))
        top = _message(canvas, 160, theme, chance, mine=False)
        top = _bubble(canvas, material.photo, top, theme, chance)
        for number in range(6):
            if top < 1300:
                top = _message(canvas, top, theme, chance, mine=number % 2 == 1)
        pen.rounded_rectangle((20, 1450, 600, 1520), 35, fill=theme.raised)
        write(canvas, (50, 1468), "Message", 28, tinted(theme.ink, 100))
        icons(canvas, (630, 1466), 2, 50, 34, theme.ink)
        return canvas

    return make


def _bubble(
    canvas: Image.Image, photo: Image.Image, top: int, theme: Theme, chance: np.random.Generator
) -> int:
    """
    Put the photo in a bubble with round corners; give where it ends.
    """
    inner = contain(photo, 470, 700)
    left = int(chance.choice((24, PHONE_PX[0] - 24 - inner.width - 12)))
    size = (inner.width + 12, inner.height + 12)
    ImageDraw.Draw(canvas).rounded_rectangle(
        (left, top, left + size[0], top + size[1]), _ROUNDED_PX, fill=theme.raised
    )
    corners = Image.new("L", inner.size, 0)
    ImageDraw.Draw(corners).rounded_rectangle((0, 0, *inner.size), _ROUNDED_PX - 4, fill=255)
    canvas.paste(inner, (left + 6, top + 6), corners)
    at = (left + inner.width - 80, top + inner.height - 28)
    write(canvas, at, "14:07 vv", 20, (255, 255, 255))
    return top + size[1] + 18


def _message(
    canvas: Image.Image, top: int, theme: Theme, chance: np.random.Generator, *, mine: bool
) -> int:
    """
    Write a message; give where it ends.
    """
    words = [sentence(chance, 5) for _ in range(int(chance.integers(1, 4)))]
    width = max(int(font(26).getlength(each)) for each in words) + 40
    left = PHONE_PX[0] - 24 - width if mine else 24
    colour = (0, 92, 75) if mine and theme is DARK else (217, 253, 211) if mine else theme.raised
    box = (left, top, left + width, top + 34 * len(words) + 22)
    ImageDraw.Draw(canvas).rounded_rectangle(box, _ROUNDED_PX, fill=colour)
    for number, each in enumerate(words):
        write(canvas, (left + 20, top + 10 + 34 * number), each, 26, theme.ink)
    return top + 34 * len(words) + 40


def browser(theme: Theme) -> Make:
    """
    Show it on a web page in a desktop window, beside text and a menu.
    """

    def make(material: Material) -> Image.Image:
        chance = material.chance
        canvas = Image.new("RGB", DESKTOP_PX, theme.ground)
        pen = ImageDraw.Draw(canvas)
        width, height = DESKTOP_PX
        pen.rectangle((0, 0, width, 74), fill=theme.raised)
        pen.rounded_rectangle((120, 40, 900, 66), 12, fill=theme.ground)
        write(canvas, (140, 45), "www.house.example/news/summer-2026", 16, theme.ink)
        for tab in range(3):
            write(canvas, (40 + tab * 210, 10), sentence(chance, 3)[:22], 15, theme.ink)
        icons(canvas, (24, 44), 2, 40, 18, theme.ink)
        write(canvas, (60, 100), sentence(chance, 5), 34, theme.ink)
        inner = contain(material.photo, 560, height - 210)
        canvas.paste(inner, (60, 160))
        left = 60 + inner.width + 40
        lines(canvas, (left, 165, width - 330, height - 120), 17, theme.ink, chance)
        lines(canvas, (60, 172 + inner.height, 600, height - 50), 15, theme.ink, chance)
        pen.rectangle((width - 290, 100, width - 30, height - 80), fill=theme.raised)
        lines(canvas, (width - 270, 120, width - 50, height - 100), 16, theme.ink, chance)
        pen.rectangle((0, height - 40, width, height), fill=tinted(theme.raised, -20))
        icons(canvas, (20, height - 32), 6, 56, 24, theme.ink)
        return canvas

    return make


def feed(theme: Theme) -> Make:
    """
    Show it as a post of a social feed, at full width, below another post's end.
    """

    def make(material: Material) -> Image.Image:
        chance = material.chance
        width, height = PHONE_PX
        canvas = Image.new("RGB", PHONE_PX, theme.ground)
        status_bar(canvas, theme.ink, chance)
        top = int(chance.integers(90, 260))
        lines(canvas, (24, 80, width - 24, top - 14), 24, theme.ink, chance)
        avatar(canvas, (24, top), 70, chance)
        write(canvas, (110, top + 4), name(chance), 30, theme.ink)
        write(canvas, (110, top + 42), "2 h", 22, tinted(theme.ink, 90))
        write(canvas, (24, top + 84), sentence(chance, 9), 26, theme.ink)
        share = material.photo.height / material.photo.width
        # Feeds cut what is taller than 5:4.
        inner = cover(material.photo, width, round(width * min(1.25, share)))
        canvas.paste(inner, (0, top + 130))
        below = top + 130 + inner.height
        icons(canvas, (30, below + 24), 3, 90, 40, theme.ink)
        write(canvas, (30, below + 84), "128 likes", 26, theme.ink)
        lines(canvas, (30, below + 126, width - 30, height - 90), 26, theme.ink, chance)
        home_line(canvas, theme.ink)
        return canvas

    return make


def _colour(chance: np.random.Generator) -> Colour:
    """
    Draw any colour.
    """
    red, green, blue = (int(level) for level in chance.integers(30, 230, 3))
    return red, green, blue
