"""
Draw hair: what hangs behind the shoulders, and what frames the face.
"""

from collections.abc import Callable, Sequence

from cli.demo.drawing.brush import Colour, Point, arc, darker, lighter
from cli.demo.drawing.head import Head
from cli.demo.drawing.looks import Hair, Look

BACKS: dict[Hair, list[Point]] = {
    Hair.LONG: [(-0.2, -0.9), (-1.1, -0.3), (-1.22, 1.0), (-1.0, 2.15), (-0.2, 1.9)],
    Hair.BOB: [(-0.2, -1.0), (-1.08, -0.3), (-1.2, 0.6), (-0.95, 1.12), (-0.2, 0.9)],
    Hair.SCARF: [(-0.2, -1.1), (-1.15, 0), (-1.3, 1.3), (-0.9, 1.75), (-0.2, 1.9)],
}
"""The left half of what hangs behind the head."""
TAIL = ((0.5, -0.8), (1.45, -0.75), (1.75, 0.2), (1.5, 1.15), (1.25, 0.3), (0.9, -0.2))


def _cap(head: Head, fringe: Sequence[Point], fill: Colour, drop: float = 12) -> None:
    """
    Cover the skull down to the *fringe* line (right to left).
    """
    skull = arc((0, -0.04), (1.05, 1.09), 180 - drop, 360 + drop)
    head.shape([*skull, *fringe], fill, soft=False)
    shine = arc((0, -0.06), (0.82, 0.86), 205, 255)
    head.line(shine[::3], 0.11, lighter(fill, 0.22))


def draw_back_hair(head: Head, look: Look) -> None:
    """
    Draw the hair that hangs behind the shoulders.
    """
    colour = darker(look.hair, 0.22)
    if look.style in BACKS:
        left = BACKS[look.style]
        right = [(-x, y) for x, y in reversed(left)]
        head.shape([*left, *right], colour)
    elif look.style is Hair.AFRO:
        for x, y in arc((0, -0.22), (0.86, 0.84), 150, 390)[::3]:
            head.oval((x, y), (0.62, 0.6), colour)
    elif look.style is Hair.TAIL:
        side = -1 if head.turn > 0 else 1
        head.shape([(side * x, y) for x, y in TAIL], colour)


def draw_hair(head: Head, look: Look) -> None:
    """
    Draw the hair above and before the face, and the hat.
    """
    _FRONTS[look.style](head, look.hair)
    if look.hearing_aid:
        head.line([(0.98, -0.08), (1.1, 0.08), (1.02, 0.28)], 0.13, look.hearing_aid)
    if look.hat:
        crown = arc((0, -0.42), (0.99, 0.86), 180, 360)
        head.shape(crown, look.hat, soft=False)
        head.oval((0.12, -0.44), (1.22, 0.17), darker(look.hat, 0.2))
        head.line([(-0.9, -0.56), (0, -0.66), (0.9, -0.56)], 0.12, lighter(look.hat, 0.3))


def _short(head: Head, colour: Colour) -> None:
    _cap(
        head,
        [(0.93, -0.1), (0.78, -0.46), (0.3, -0.6), (-0.3, -0.6), (-0.78, -0.46), (-0.93, -0.1)],
        colour,
    )


def _side(head: Head, colour: Colour) -> None:
    _cap(
        head,
        [(0.95, -0.08), (0.74, -0.3), (0.1, -0.42), (-0.42, -0.78), (-0.8, -0.46), (-0.95, -0.08)],
        colour,
    )


def _spiky(head: Head, colour: Colour) -> None:
    for x, y in arc((0, -0.1), (0.9, 0.98), 205, 335)[::3]:
        tip = (x * 1.42, (y + 0.1) * 1.42 - 0.1)
        head.shape([(x - 0.26, y + 0.16), tip, (x + 0.26, y + 0.16)], colour, soft=False)
    _cap(
        head,
        [
            (0.94, -0.05),
            (0.62, -0.42),
            (0.34, -0.66),
            (0.1, -0.42),
            (-0.2, -0.66),
            (-0.5, -0.42),
            (-0.94, -0.05),
        ],
        colour,
    )


def _curly(head: Head, colour: Colour) -> None:
    _short(head, colour)
    for x, y in arc((0, -0.16), (0.95, 0.92), 172, 368)[::2]:
        head.oval((x, y), (0.3, 0.29), colour)
    for x in (-0.55, -0.18, 0.2, 0.56):
        head.oval((x, -0.62), (0.27, 0.22), colour)
        head.oval((x - 0.05, -0.82), (0.11, 0.09), lighter(colour, 0.16))


def _afro(head: Head, colour: Colour) -> None:
    _cap(head, [(0.9, -0.2), (0.55, -0.5), (0, -0.6), (-0.55, -0.5), (-0.9, -0.2)], colour)
    for x, y in arc((0, -0.5), (0.8, 0.66), 185, 355)[::3]:
        head.oval((x, y), (0.34, 0.33), colour)


def _bob(head: Head, colour: Colour) -> None:
    _cap(
        head,
        [(1.0, 0.35), (0.86, -0.05), (0.72, -0.34), (-0.72, -0.34), (-0.86, -0.05), (-1.0, 0.35)],
        colour,
        drop=26,
    )


def _long(head: Head, colour: Colour) -> None:
    _cap(
        head,
        [
            (1.0, 0.5),
            (0.85, -0.1),
            (0.45, -0.52),
            (0.05, -0.78),
            (-0.4, -0.46),
            (-0.85, -0.02),
            (-1.0, 0.5),
        ],
        colour,
        drop=30,
    )


def _braids(head: Head, colour: Colour) -> None:
    _cap(head, [(0.96, 0.1), (0.7, -0.34), (0.04, -0.72), (-0.7, -0.34), (-0.96, 0.1)], colour, 16)
    for side in (-1, 1):
        for step in range(5):
            head.oval(
                (side * (1.0 + 0.07 * step), 0.34 + 0.3 * step),
                (0.2, 0.2),
                colour if step % 2 else darker(colour, 0.12),
            )
        head.oval((side * 1.3, 1.72), (0.15, 0.12), "#e8475f")
        head.oval((side * 1.33, 1.94), (0.16, 0.2), colour)


def _bun(head: Head, colour: Colour) -> None:
    head.oval((0.05, -1.2), (0.46, 0.42), darker(colour, 0.14))
    head.oval((0.0, -1.25), (0.36, 0.32), colour)
    _cap(head, [(0.95, -0.04), (0.66, -0.44), (0.1, -0.66), (-0.66, -0.44), (-0.95, -0.04)], colour)


def _bald(head: Head, colour: Colour) -> None:
    for side in (-1, 1):
        head.shape(
            [(side * 0.98, -0.4), (side * 1.04, 0.0), (side * 0.92, 0.2), (side * 0.8, -0.3)],
            colour,
        )
    head.oval((-0.3, -0.66), (0.22, 0.09), "#fff6ec")


def _scarf(head: Head, colour: Colour) -> None:
    outer = arc((0, 0.02), (1.14, 1.2), 0, 360)
    inner = arc((0, 0.1), (0.78, 0.88), 360, 0)
    head.shape([*outer, *inner], colour, soft=False)
    head.shape(
        [(-0.95, 0.75), (0, 0.98), (0.95, 0.75), (0.8, 1.45), (0, 1.62), (-0.8, 1.4)], colour
    )
    head.line([(-0.7, 1.05), (0, 1.22), (0.7, 1.02)], 0.08, darker(colour, 0.2))
    head.line(arc((0, 0.05), (0.98, 1.05), 200, 250)[::3], 0.1, lighter(colour, 0.2))


_FRONTS: dict[Hair, Callable[[Head, Colour], None]] = {
    Hair.SHORT: _short,
    Hair.SIDE: _side,
    Hair.SPIKY: _spiky,
    Hair.CURLY: _curly,
    Hair.AFRO: _afro,
    Hair.BOB: _bob,
    Hair.LONG: _long,
    Hair.BRAIDS: _braids,
    Hair.BUN: _bun,
    Hair.TAIL: _side,
    Hair.BALD: _bald,
    Hair.SCARF: _scarf,
}
