"""
Draw what grows, flows and shines outside.
"""

from cli.demo.drawing.brush import Box, Canvas, Colour, Point, darker, dice, lighter, mix, smooth

LEAF = "#5c9a4e"


def cloud(canvas: Canvas, at: Point, size: float, colour: Colour = "#ffffff") -> None:
    """
    Draw a heap of white, flat below.
    """
    x, y = at
    puffs = ((-0.9, 0.1, 0.42), (-0.4, -0.2, 0.55), (0.2, -0.35, 0.62), (0.75, -0.05, 0.45))
    for tint, drop in ((mix(colour, "#8fa6cf", 0.35), 0.09), (colour, 0.0)):
        for dx, dy, radius in puffs:
            canvas.ellipse(
                (x + dx * size, y + (dy + drop) * size), (radius * size, radius * size * 0.72), tint
            )
        canvas.box(
            (x - 1.25 * size, y + (drop - 0.05) * size, 2.4 * size, 0.4 * size), tint, 0.2 * size
        )


def hill(canvas: Canvas, ridge: list[Point], colour: Colour, seed: str = "") -> None:
    """
    Fill everything below a soft ridge; with a *seed*, grass grows on it.
    """
    bottom = float(canvas.size[1])
    canvas.polygon([*smooth(ridge), (ridge[-1][0], bottom), (ridge[0][0], bottom)], colour)
    canvas.curve([(x, y + 5) for x, y in ridge], 9, lighter(colour, 0.3))
    if seed:
        top = max(y for _, y in ridge)
        tufts(canvas, (ridge[0][0], top, ridge[-1][0] - ridge[0][0], bottom - top), colour, seed)


def tufts(canvas: Canvas, area: Box, colour: Colour, seed: str, count: int = 160) -> None:
    """
    Scatter blades of grass, larger towards the viewer.
    """
    roll = dice(seed)
    x, y, width, height = area
    for depth in sorted(roll.random() for _ in range(count)):
        at = (x + roll.random() * width, y + depth * height)
        blade = 6 + 16 * depth
        tint = roll.choice((darker(colour, 0.14), lighter(colour, 0.22)))
        for lean in (-0.4, 0.0, 0.45):
            canvas.stroke([at, (at[0] + lean * blade, at[1] - blade)], 1.5 + 1.5 * depth, tint)


def flower(
    canvas: Canvas, at: Point, size: float, petals: Colour, heart: Colour = "#ffd84a"
) -> None:
    """
    Draw a flower on a stalk with two leaves.
    """
    x, y = at
    stalk = "#3f7d3f"
    canvas.curve([(x, y), (x + size * 0.1, y - size), (x, y - 2 * size)], size * 0.16, stalk)
    for side in (-1, 1):
        canvas.ellipse((x + side * 0.35 * size, y - 0.7 * size), (0.36 * size, 0.14 * size), LEAF)
    for dx, dy in ((0.0, -0.45), (0.43, -0.14), (0.27, 0.37), (-0.27, 0.37), (-0.43, -0.14)):
        canvas.ellipse((x + dx * size, y + (dy - 2.1) * size), (0.33 * size,) * 2, petals)
    canvas.ellipse((x, y - 2.1 * size), (0.25 * size,) * 2, heart)


def tree(canvas: Canvas, at: Point, height: float, leaf: Colour = LEAF, fruit: Colour = "") -> None:
    """
    Draw a round tree from its foot upwards, with or without fruit.
    """
    x, y = at
    canvas.shadow((x + 0.1 * height, y), (0.4 * height, 0.07 * height))
    trunk = "#7b5638"
    canvas.polygon(
        [
            (x - 0.07 * height, y),
            (x + 0.07 * height, y),
            (x + 0.035 * height, y - 0.5 * height),
            (x - 0.035 * height, y - 0.5 * height),
        ],
        trunk,
    )
    canvas.stroke(
        [(x, y - 0.35 * height), (x + 0.14 * height, y - 0.55 * height)], 0.04 * height, trunk
    )
    canvas.polygon(
        [(x + 0.02 * height, y), (x + 0.07 * height, y), (x + 0.035 * height, y - 0.5 * height)],
        darker(trunk, 0.3),
    )
    crown = (
        (-0.22, -0.56, 0.2),
        (0.22, -0.55, 0.21),
        (-0.1, -0.76, 0.23),
        (0.14, -0.78, 0.2),
        (0.0, -0.6, 0.27),
    )
    for tint, shift in ((darker(leaf, 0.24), 0.03), (leaf, 0.0), (lighter(leaf, 0.2), -0.05)):
        for dx, dy, radius in crown:
            shrink = 1.0 - 5.5 * max(0.0, -shift)
            canvas.ellipse(
                (x + (dx + shift) * height, y + (dy + shift) * height),
                (radius * height * shrink,) * 2,
                tint,
            )
    leaves(
        canvas, (x - 0.36 * height, y - 0.95 * height, 0.72 * height, 0.5 * height), leaf, f"{at}"
    )
    if fruit:
        for dx, dy in (
            (-0.25, -0.5),
            (-0.05, -0.62),
            (0.2, -0.5),
            (0.1, -0.82),
            (-0.18, -0.78),
            (0.3, -0.68),
            (0.02, -0.44),
        ):
            apple = (x + dx * height, y + dy * height)
            canvas.ellipse(apple, (0.038 * height,) * 2, darker(fruit, 0.2))
            canvas.ellipse((apple[0] - 2, apple[1] - 2), (0.031 * height,) * 2, fruit)


def leaves(canvas: Canvas, area: Box, leaf: Colour, seed: str, count: int = 60) -> None:
    """
    Strew small leaves over a crown or hedge.
    """
    roll = dice(seed)
    x, y, width, height = area
    for _ in range(count):
        across, up = roll.gauss(0.5, 0.19), roll.gauss(0.5, 0.19)
        tint = roll.choice((lighter(leaf, 0.3), darker(leaf, 0.2)))
        canvas.ellipse(
            (x + across * width, y + up * height),
            (min(11.0, width * 0.018 + 2), min(7.0, width * 0.01 + 2)),
            tint,
        )


def fir(
    canvas: Canvas, at: Point, height: float, leaf: Colour = "#2f6b57", *, snow: bool = False
) -> None:
    """
    Draw a fir in tiers, with snow on it in winter.
    """
    x, y = at
    canvas.box((x - 0.04 * height, y - 0.14 * height, 0.08 * height, 0.14 * height), "#6a4a35")
    for top, wide in ((0.0, 0.3), (0.2, 0.24), (0.42, 0.18), (0.62, 0.12)):
        foot = y - (0.1 + top) * height
        tip = (x, foot - 0.36 * height)
        canvas.polygon([(x - wide * height, foot), (x + wide * height, foot), tip], leaf)
        canvas.polygon(
            [(x + 0.02 * height, foot), (x + wide * height, foot), tip], darker(leaf, 0.22)
        )
        if snow:
            canvas.polygon(
                [
                    tip,
                    (x - wide * 0.5 * height, foot - 0.17 * height),
                    (x - 0.05 * height, foot - 0.2 * height),
                    (x + 0.03 * height, foot - 0.13 * height),
                    (x + wide * 0.45 * height, foot - 0.19 * height),
                ],
                "#f7fbff",
            )


def sun(canvas: Canvas, at: Point, radius: float, colour: Colour = "#fff1a8") -> None:
    """
    Draw the sun with its glare.
    """
    canvas.glow(at, radius * 5.5, "#fff4c2", 0.9)
    canvas.ellipse(at, (radius, radius), colour)
    canvas.ellipse(at, (radius * 0.78,) * 2, lighter(colour, 0.5))
