"""
Draw what people build and put around them.
"""

from cli.demo.drawing.brush import Box, Canvas, Colour, Point, darker, dice, lighter, mix, smooth

PARTY = ("#e6504c", "#f4b63f", "#4c9fd0", "#6fb35b", "#9a67b8", "#ee7fa8")


def bunting(canvas: Canvas, start: Point, end: Point, sag: float, flags: int = 12) -> None:
    """
    Hang a line of coloured flags between two points.
    """
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + sag)
    line = smooth([start, middle, end])
    canvas.stroke(line, 3, "#5a4a4a")
    for index in range(flags):
        place = line[int((index + 0.5) / flags * (len(line) - 1))]
        width = abs(end[0] - start[0]) / flags * 0.34
        colour = PARTY[index % len(PARTY)]
        canvas.polygon(
            [
                (place[0] - width, place[1]),
                (place[0] + width, place[1]),
                (place[0], place[1] + width * 2.3),
            ],
            colour,
        )
        canvas.polygon(
            [
                (place[0], place[1]),
                (place[0] + width, place[1]),
                (place[0], place[1] + width * 2.3),
            ],
            darker(colour, 0.15),
        )


def balloon(canvas: Canvas, at: Point, size: float, colour: Colour, tail: Point) -> None:
    """
    Let a balloon float on a string.
    """
    x, y = at
    canvas.curve([(x, y + size), ((x + tail[0]) / 2 + 12, (y + tail[1]) / 2), tail], 2, "#6d6470")
    canvas.polygon(
        [(x, y + size), (x - 0.16 * size, y + 1.32 * size), (x + 0.16 * size, y + 1.32 * size)],
        darker(colour, 0.2),
    )
    canvas.ellipse(at, (0.86 * size, 1.08 * size), darker(colour, 0.16))
    canvas.ellipse((x - 0.08 * size, y - 0.06 * size), (0.72 * size, 0.94 * size), colour)
    canvas.ellipse(
        (x - 0.34 * size, y - 0.42 * size), (0.16 * size, 0.26 * size), lighter(colour, 0.6)
    )


def planks(
    canvas: Canvas, area: Box, colour: Colour, board: float, *, upright: bool, seed: str
) -> None:
    """
    Cover a rectangle with wooden boards, each of its own shade and grain.
    """
    roll = dice(seed)
    x, y, width, height = area
    length = width if upright else height
    for index in range(int(length / board) + 1):
        start = index * board
        wide = min(board, length - start)
        if wide <= 1:
            return
        shade = mix(colour, roll.choice(("#2b1c18", "#fff2dc")), roll.random() * 0.14)
        part = (x + start, y, wide, height) if upright else (x, y + start, width, wide)
        canvas.box(part, shade)
        edge = (part[0], part[1], 2.5, height) if upright else (part[0], part[1], width, 2.5)
        canvas.box(edge, darker(colour, 0.32))
        for _ in range(3):
            _grain(
                canvas, part, darker(shade, 0.1), (roll.random(), roll.random()), upright=upright
            )


def _grain(canvas: Canvas, part: Box, colour: Colour, where: Point, *, upright: bool) -> None:
    x, y, width, height = part
    if upright:
        across, start = x + (0.2 + 0.6 * where[0]) * width, y + where[1] * height * 0.6
        canvas.stroke([(across, start), (across, start + height * 0.3)], 1.5, colour)
    else:
        down, start = y + (0.2 + 0.6 * where[0]) * height, x + where[1] * width * 0.6
        canvas.stroke([(start, down), (start + width * 0.3, down)], 1.5, colour)


def table(canvas: Canvas, area: Box, top: Colour, thick: float = 26) -> None:
    """
    Draw a table seen from the front: *area* is its top, legs below it.
    """
    x, y, width, height = area
    for leg in (0.04, 0.92):
        canvas.box((x + leg * width, y + height, 0.04 * width, 400), darker(top, 0.3))
    canvas.polygon(
        [(x + 0.03 * width, y), (x + 0.97 * width, y), (x + width, y + height), (x, y + height)],
        top,
    )
    canvas.polygon(
        [
            (x + 0.03 * width, y),
            (x + 0.5 * width, y),
            (x + 0.4 * width, y + height),
            (x, y + height),
        ],
        lighter(top, 0.1),
    )
    canvas.box((x, y + height, width, thick), darker(top, 0.2), 6)


def window(canvas: Canvas, area: Box, frame: Colour, *, lit: bool = False) -> None:
    """
    Draw a window with a cross and what the sky does in it.
    """
    x, y, width, height = area
    canvas.box((x - 8, y - 8, width + 16, height + 16), frame, 4)
    top, bottom = ("#ffe9a6", "#f7b955") if lit else ("#a9d3ee", "#e4f3f8")
    canvas.sweep(area, top, bottom)
    if not lit:
        canvas.polygon(
            [
                (x + 0.1 * width, y + height),
                (x + 0.45 * width, y),
                (x + 0.62 * width, y),
                (x + 0.27 * width, y + height),
            ],
            "#ffffff55",
        )
    canvas.box((x + width / 2 - 4, y, 8, height), frame)
    canvas.box((x, y + height * 0.45, width, 8), frame)
    canvas.box((x - 14, y + height + 6, width + 28, 12), lighter(frame, 0.3), 3)


def bricks(canvas: Canvas, area: Box, colour: Colour, seed: str, height: float = 26) -> None:
    """
    Lay a brick wall, row by row, joints set off.
    """
    roll = dice(seed)
    x, y, width, tall = area
    canvas.box(area, lighter(colour, 0.35))
    for row in range(int(tall / height) + 1):
        top = y + row * height
        deep = min(height - 3, y + tall - top)
        across = x - (row % 2) * height * 1.2
        while across < x + width and deep > 1:
            start = max(across, x)
            wide = min(across + height * 2.4 - 3, x + width) - start
            if wide > 1:
                canvas.box(
                    (start, top, wide, deep),
                    mix(colour, roll.choice(("#3a1d20", "#ffd9b0")), roll.random() * 0.22),
                )
            across += height * 2.4


def sign(canvas: Canvas, area: Box, text: str, board: Colour, ink: Colour) -> None:
    """
    Hang up a board with a few words on it.
    """
    x, y, width, height = area
    canvas.box((x + 5, y + 6, width, height), "#1b144044", 10)
    canvas.box(area, board, 10)
    canvas.box((x + 7, y + 7, width - 14, height - 14), lighter(board, 0.12), 7)
    canvas.letters((x + width / 2, y + height / 2), text, height * 0.5, ink)


def lamp(canvas: Canvas, at: Point, size: float, colour: Colour) -> None:
    """
    Hang a lamp from above.
    """
    x, y = at
    canvas.stroke([(x, 0), (x, y)], 4, "#3d3a46")
    canvas.polygon(
        [
            (x - 0.28 * size, y),
            (x + 0.28 * size, y),
            (x + size, y + 0.8 * size),
            (x - size, y + 0.8 * size),
        ],
        colour,
    )
    canvas.polygon(
        [
            (x + 0.05 * size, y),
            (x + 0.28 * size, y),
            (x + size, y + 0.8 * size),
            (x + 0.4 * size, y + 0.8 * size),
        ],
        darker(colour, 0.2),
    )
    canvas.ellipse((x, y + 0.84 * size), (0.46 * size, 0.2 * size), "#fff6cf")


def pot(canvas: Canvas, at: Point, size: float, colour: Colour, leaf: Colour = "#4d8f57") -> None:
    """
    Put down a plant in its pot.
    """
    x, y = at
    for lean in (-0.9, -0.45, 0.0, 0.45, 0.9):
        tip = (x + lean * size * 1.3, y - size * (2.5 - abs(lean)))
        canvas.blob(
            [
                (x - 0.1 * size, y - size),
                ((x + tip[0]) / 2 - 0.22 * size, (y - size + tip[1]) / 2),
                tip,
                ((x + tip[0]) / 2 + 0.22 * size, (y - size + tip[1]) / 2),
            ],
            darker(leaf, 0.1 + 0.15 * abs(lean)),
        )
    canvas.polygon(
        [
            (x - 0.6 * size, y - size),
            (x + 0.6 * size, y - size),
            (x + 0.45 * size, y),
            (x - 0.45 * size, y),
        ],
        colour,
    )
    canvas.polygon(
        [
            (x + 0.15 * size, y - size),
            (x + 0.6 * size, y - size),
            (x + 0.45 * size, y),
            (x + 0.1 * size, y),
        ],
        darker(colour, 0.18),
    )
    canvas.box(
        (x - 0.68 * size, y - 1.12 * size, 1.36 * size, 0.26 * size), darker(colour, 0.08), 4
    )
