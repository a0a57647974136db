"""
Draw what people wear above the waist, badge and sash included.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from cli.demo.drawing.brush import (
    SCALE,
    Box,
    Canvas,
    Colour,
    Point,
    arc,
    darker,
    lighter,
    smooth,
)
from cli.demo.drawing.head import Head
from cli.demo.drawing.looks import Cloth, Look

if TYPE_CHECKING:
    from cli.demo.drawing.figure import Body

Painter = Callable[[Canvas, Box, Look, float], None]


def dress(body: "Body") -> None:
    """
    Draw the trunk in its top, with pattern and shaded side.
    """
    wide, top, hip = body.shoulder_x, body.shoulder_y, body.hip_y
    belly = wide * 0.9
    outline = smooth(
        [
            (-0.42, top - 0.18),
            (0.42, top - 0.18),
            (wide * 0.92, top + 0.06),
            (wide, top + 0.5),
            (belly, hip - 0.3),
            (belly * 0.94, hip + 0.22),
            (0, hip + 0.3),
            (-belly * 0.94, hip + 0.22),
            (-belly, hip - 0.3),
            (-wide, top + 0.5),
            (-wide * 0.92, top + 0.06),
        ],
        closed=True,
    )
    placed = [body.at(*point) for point in outline]
    clipped(body.canvas, placed, lambda cloth, area: _painted(cloth, area, body))
    body.canvas.curve(
        [body.at(-0.4, top - 0.14), body.at(0, top + 0.12), body.at(0.4, top - 0.14)],
        0.12 * body.radius,
        lighter(body.look.top, 0.35),
    )


def _painted(cloth: Canvas, area: Box, body: "Body") -> None:
    look = body.look
    PATTERNS[look.cloth](cloth, area, look, body.radius)
    x, y, width, height = area
    if body.figure.apron:
        cloth.box(
            (x + width * 0.18, y + height * 0.22, width * 0.64, height),
            body.figure.apron,
            0.25 * body.radius,
        )
        cloth.box(
            (x + width * 0.34, y + height * 0.6, width * 0.32, height * 0.2),
            darker(body.figure.apron, 0.14),
            0.1 * body.radius,
        )


def clipped(canvas: Canvas, outline: list[Point], paint: Callable[[Canvas, Box], None]) -> None:
    """
    Paint inside an outline only.
    """
    left, top = min(x for x, _ in outline), min(y for _, y in outline)
    right, bottom = max(x for x, _ in outline), max(y for _, y in outline)
    corner = (round(left * SCALE) / SCALE, round(top * SCALE) / SCALE)
    size = (round(right - corner[0]) + 1, round(bottom - corner[1]) + 1)
    cloth, mask = Canvas(size, "#ffffff"), Canvas(size)
    paint(cloth, (0.0, 0.0, right - corner[0], bottom - corner[1]))
    mask.polygon([(x - corner[0], y - corner[1]) for x, y in outline], "#000000")
    mask.image.paste(cloth.image, (0, 0), mask.image.getchannel("A"))
    canvas.paste(mask, corner)


def trimmings(body: "Body") -> None:
    """
    Draw badge and sash.
    """
    top, hip = body.shoulder_y, body.hip_y
    if body.look.sash:
        for colour, shift in (("#1d1d24", -0.3), ("#f3c935", 0.0), ("#d8372f", 0.3)):
            body.canvas.stroke(
                [body.at(-0.8 + shift, top + 0.2), body.at(0.75 + shift, hip - 0.1)],
                0.32 * body.radius,
                colour,
            )
    if body.look.badge:
        body.canvas.stroke(
            [body.at(-0.34, top), body.at(0.34, top + 1.2), body.at(0.42, top)],
            0.07 * body.radius,
            "#3f5fae",
        )
        card = (*body.at(0.06, top + 1.1), 0.62 * body.radius, 0.78 * body.radius)
        body.canvas.box(card, "#fdfdfb", 0.08 * body.radius)
        body.canvas.box(
            (
                card[0] + 0.1 * body.radius,
                card[1] + 0.12 * body.radius,
                0.42 * body.radius,
                0.22 * body.radius,
            ),
            "#8d6fb8",
        )
        for line in (0.44, 0.58):
            body.canvas.box(
                (
                    card[0] + 0.1 * body.radius,
                    card[1] + line * body.radius,
                    0.4 * body.radius,
                    0.06 * body.radius,
                ),
                "#9aa0ad",
            )


def muffle(head: Head, wool: Colour) -> None:
    """
    Put a knitted hat on a head and a scarf under it.
    """
    head.shape([*arc((0, -0.28), (1.08, 1.02), 180, 360)], wool, soft=False)
    for step in range(-3, 4):
        head.line(
            [(step * 0.27, -1.1 + 0.07 * step**2), (step * 0.3, -0.34)], 0.07, darker(wool, 0.16)
        )
    head.line([(-1.02, -0.3), (0, -0.42), (1.02, -0.3)], 0.34, lighter(wool, 0.5))
    head.oval((0, -1.36), (0.28, 0.27), lighter(wool, 0.7))
    head.line([(-0.72, 1.02), (0, 1.26), (0.72, 1.02)], 0.5, wool)
    head.line([(0.4, 1.2), (0.56, 2.3)], 0.42, darker(wool, 0.12))
    for fringe in (0.42, 0.56, 0.7):
        head.line([(fringe, 2.3), (fringe, 2.58)], 0.08, lighter(wool, 0.5))


def _plain(cloth: Canvas, area: Box, look: Look, radius: float) -> None:
    x, y, width, height = area
    cloth.box(area, look.top)
    cloth.polygon(
        [
            (x + width * 0.8, y),
            (x + width, y),
            (x + width, y + height),
            (x + width * 0.72, y + height),
        ],
        darker(look.top, 0.12),
    )
    cloth.curve(
        [
            (x + width * 0.3, y + height * 0.72),
            (x + width * 0.5, y + height * 0.78),
            (x + width * 0.7, y + height * 0.72),
        ],
        0.06 * radius,
        darker(look.top, 0.16),
    )


def _stripes(cloth: Canvas, area: Box, look: Look, radius: float) -> None:
    _plain(cloth, area, look, radius)
    y = area[1] + 0.35 * radius
    while y < area[1] + area[3]:
        cloth.box((area[0], y, area[2], 0.3 * radius), look.accent)
        y += 0.68 * radius


def _dots(cloth: Canvas, area: Box, look: Look, radius: float) -> None:
    _plain(cloth, area, look, radius)
    step = 0.56 * radius
    for row in range(int(area[3] / step) + 1):
        for column in range(int(area[2] / step) + 2):
            at = (area[0] + (column + row % 2 / 2) * step, area[1] + (row + 0.5) * step)
            cloth.ellipse(at, (0.13 * radius,) * 2, look.accent)


def _checks(cloth: Canvas, area: Box, look: Look, radius: float) -> None:
    _plain(cloth, area, look, radius)
    step = 0.6 * radius
    for column in range(int(area[2] / step) + 1):
        cloth.box(
            (area[0] + column * step, area[1], 0.24 * radius, area[3]), darker(look.top, 0.34)
        )
    for row in range(int(area[3] / step) + 1):
        cloth.box((area[0], area[1] + row * step, area[2], 0.2 * radius), look.accent + "88")


def _jacket(cloth: Canvas, area: Box, look: Look, radius: float) -> None:
    _plain(cloth, area, look, radius)
    x, y, width, height = area
    middle = x + width / 2
    cloth.polygon(
        [(middle - 0.5 * radius, y), (middle + 0.5 * radius, y), (middle, y + 1.7 * radius)],
        look.accent,
    )
    for side in (-1, 1):
        cloth.polygon(
            [
                (middle + side * 0.42 * radius, y),
                (middle + side * 0.85 * radius, y + 0.5 * radius),
                (middle, y + 1.75 * radius),
            ],
            lighter(look.top, 0.16),
        )
    cloth.stroke(
        [(middle, y + 1.7 * radius), (middle, y + height)], 0.06 * radius, darker(look.top, 0.3)
    )
    for button in (2.0, 2.5, 3.0):
        cloth.ellipse(
            (middle + 0.14 * radius, y + button * radius),
            (0.08 * radius,) * 2,
            darker(look.top, 0.45),
        )


def _dungarees(cloth: Canvas, area: Box, look: Look, radius: float) -> None:
    cloth.box(area, look.accent)
    x, y, width, height = area
    middle = x + width / 2
    cloth.box(
        (middle - 0.62 * radius, y + 0.75 * radius, 1.24 * radius, height), look.top, 0.12 * radius
    )
    cloth.box((x, y + 1.7 * radius, width, height), look.top)
    for side in (-1, 1):
        cloth.stroke(
            [(middle + side * 0.5 * radius, y), (middle + side * 0.5 * radius, y + 0.9 * radius)],
            0.22 * radius,
            look.top,
        )
        cloth.ellipse(
            (middle + side * 0.48 * radius, y + 0.95 * radius), (0.09 * radius,) * 2, "#fff3c9"
        )
    cloth.box(
        (middle - 0.3 * radius, y + 1.15 * radius, 0.6 * radius, 0.45 * radius),
        darker(look.top, 0.12),
        0.08 * radius,
    )


def _heart(cloth: Canvas, area: Box, look: Look, radius: float) -> None:
    _plain(cloth, area, look, radius)
    x, y = area[0] + area[2] / 2, area[1] + 1.25 * radius
    for side in (-1, 1):
        cloth.ellipse(
            (x + side * 0.19 * radius, y - 0.1 * radius), (0.22 * radius,) * 2, look.accent
        )
    cloth.polygon(
        [
            (x - 0.4 * radius, y - 0.03 * radius),
            (x + 0.4 * radius, y - 0.03 * radius),
            (x, y + 0.44 * radius),
        ],
        look.accent,
    )


PATTERNS: dict[Cloth, Painter] = {
    Cloth.PLAIN: _plain,
    Cloth.STRIPES: _stripes,
    Cloth.DOTS: _dots,
    Cloth.CHECKS: _checks,
    Cloth.JACKET: _jacket,
    Cloth.DUNGAREES: _dungarees,
    Cloth.HEART: _heart,
}
