"""
Paint smooth shapes on a canvas in plain picture coordinates.

Everything is drawn at twice its size and reduced at the end, because Pillow's
own shapes have jagged edges.
"""

import math
import random
from collections.abc import Iterable, Sequence

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter, ImageFont

Point = tuple[float, float]
Size = tuple[int, int]
Box = tuple[float, float, float, float]
"""Left, top, width, height."""
Colour = str
"""`#rrggbb`, or `#rrggbbaa` where paint may be thin (not on layers)."""

SCALE = 2
SMOOTHING = 8
"""Points put between two given ones; more is not visible."""
SHADOW_SHRINK = 8
"""A blur is made on a picture this many times smaller: it looks the same."""


def dice(seed: str) -> random.Random:
    """
    Give a source of chance that rolls the same for the same *seed*.
    """
    return random.Random(seed)  # noqa: S311 - it places leaves and guards nothing


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """
    Mix two colours; *share* is how much of the other.
    """
    first, second = ImageColor.getrgb(one), ImageColor.getrgb(other)
    channels = (round(a + (b - a) * share) for a, b in zip(first[:3], second[:3], strict=True))
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def darker(colour: Colour, share: float = 0.18) -> Colour:
    """
    Give the same colour in the shade.
    """
    return mix(colour, "#1b1440", share)


def lighter(colour: Colour, share: float = 0.25) -> Colour:
    """
    Give the same colour in the sun.
    """
    return mix(colour, "#fffbe8", share)


def smooth(points: Sequence[Point], *, closed: bool = False) -> list[Point]:
    """
    Round the corners of a path (a Catmull-Rom curve through its points).
    """
    ends = (points[-1], points[0], points[1]) if closed else (points[0], points[-1], points[-1])
    path = [ends[0], *points, ends[1], ends[2]]
    curve: list[Point] = []
    for index in range(len(points) if closed else len(points) - 1):
        before, start, end, after = path[index : index + 4]
        for step in range(SMOOTHING):
            t = step / SMOOTHING
            weights = (
                (-t + 2 * t**2 - t**3) / 2,
                (2 - 5 * t**2 + 3 * t**3) / 2,
                (t + 4 * t**2 - 3 * t**3) / 2,
                (-(t**2) + t**3) / 2,
            )
            four = tuple(zip((before, start, end, after), weights, strict=True))
            curve.append((sum(p[0] * w for p, w in four), sum(p[1] * w for p, w in four)))
    return curve if closed else [*curve, points[-1]]


def arc(centre: Point, radii: Point, from_deg: float, to_deg: float) -> list[Point]:
    """
    List points along an ellipse; 0 degrees is right, 90 is down.
    """
    count = max(3, int(abs(to_deg - from_deg) / 6))
    angles = (
        math.radians(from_deg + (to_deg - from_deg) * step / count) for step in range(count + 1)
    )
    return [
        (centre[0] + radii[0] * math.cos(a), centre[1] + radii[1] * math.sin(a)) for a in angles
    ]


def toward(start: Point, degrees: float, length: float) -> Point:
    """
    Go from a point; 0 degrees is straight down, 90 to the right.
    """
    angle = math.radians(degrees)
    return (start[0] + length * math.sin(angle), start[1] + length * math.cos(angle))


class Canvas:
    """
    A picture being painted, addressed in its final coordinates.

    With a *ground* colour it is opaque and thin paint mixes; without one it is a
    transparent layer, to be pasted on another canvas.
    """

    def __init__(self, size: Size, ground: Colour | None = None) -> None:
        self.size = size
        pixels = (size[0] * SCALE, size[1] * SCALE)
        if ground is None:
            self.image = Image.new("RGBA", pixels, (0, 0, 0, 0))
            self.pen = ImageDraw.Draw(self.image)
        else:
            self.image = Image.new("RGB", pixels, ground)
            self.pen = ImageDraw.Draw(self.image, "RGBA")

    def polygon(self, points: Iterable[Point], fill: Colour) -> None:
        """
        Fill the shape between *points*.
        """
        self.pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=fill)

    def blob(self, points: Sequence[Point], fill: Colour) -> None:
        """
        Fill the round shape through *points*.
        """
        self.polygon(smooth(points, closed=True), fill)

    def ellipse(self, centre: Point, radii: Point, fill: Colour) -> None:
        """
        Fill an upright ellipse.
        """
        (x, y), (rx, ry) = centre, radii
        corners = ((x - rx) * SCALE, (y - ry) * SCALE, (x + rx) * SCALE, (y + ry) * SCALE)
        self.pen.ellipse(corners, fill=fill)

    def ring(self, centre: Point, radii: Point, width: float, colour: Colour) -> None:
        """
        Draw the outline of an ellipse.
        """
        (x, y), (rx, ry) = centre, radii
        corners = ((x - rx) * SCALE, (y - ry) * SCALE, (x + rx) * SCALE, (y + ry) * SCALE)
        self.pen.ellipse(corners, outline=colour, width=max(1, round(width * SCALE)))

    def box(self, area: Box, fill: Colour, radius: float = 0.0) -> None:
        """
        Fill a rectangle, with round corners if *radius* says so.
        """
        x, y, width, height = area
        corners = (x * SCALE, y * SCALE, (x + width) * SCALE - 1, (y + height) * SCALE - 1)
        self.pen.rounded_rectangle(corners, radius * SCALE, fill=fill)

    def stroke(self, points: Sequence[Point], width: float, colour: Colour) -> None:
        """
        Draw a path with round ends and joints.
        """
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self.pen.line(scaled, fill=colour, width=max(1, round(width * SCALE)), joint="curve")
        if len(colour) == len("#rrggbb"):
            for point in (points[0], points[-1]):
                self.ellipse(point, (width / 2, width / 2), colour)

    def curve(self, points: Sequence[Point], width: float, colour: Colour) -> None:
        """
        Draw a soft path through *points*.
        """
        self.stroke(smooth(points), width, colour)

    def letters(self, at: Point, text: str, height: float, colour: Colour) -> None:
        """
        Write *text* centred on a point.
        """
        font = ImageFont.load_default(round(height * SCALE))
        self.pen.text((at[0] * SCALE, at[1] * SCALE), text, fill=colour, font=font, anchor="mm")

    def sweep(self, area: Box, top: Colour, bottom: Colour) -> None:
        """
        Fill a rectangle that changes colour from top to bottom.
        """
        x, y, width, height = (round(part * SCALE) for part in area)
        ramp = Image.linear_gradient("L").resize((1, height))
        one, other = (Image.new("RGB", ramp.size, colour) for colour in (bottom, top))
        column = Image.composite(one, other, ramp)
        self.image.paste(column.resize((width, height), Image.Resampling.NEAREST), (x, y))

    def glow(self, centre: Point, radius: float, colour: Colour, strength: float = 1.0) -> None:
        """
        Shed coloured light around a point.
        """
        side = round(2 * radius * SCALE)
        light = ImageChops.invert(Image.radial_gradient("L")).resize((side, side))
        light = light.point([max(0, level - 75) * strength * 1.4 for level in range(256)])
        corner = (round((centre[0] - radius) * SCALE), round((centre[1] - radius) * SCALE))
        self.image.paste(Image.new("RGB", (side, side), colour), corner, light)

    def shadow(self, centre: Point, radii: Point, strength: float = 0.3) -> None:
        """
        Lay a soft shadow on the ground.
        """
        size = (round(radii[0] * 2.6 * SCALE), round(radii[1] * 2.6 * SCALE))
        soft = ImageChops.invert(Image.radial_gradient("L")).resize(size)
        soft = soft.point([max(0, level - 75) * 1.4 * strength for level in range(256)])
        corner = (round(centre[0] * SCALE - size[0] / 2), round(centre[1] * SCALE - size[1] / 2))
        self.image.paste(Image.new("RGB", size, "#1b1440"), corner, soft)

    def paste(self, layer: "Canvas", at: Point, halo: float = 0.0) -> None:
        """
        Put a layer down, with the shadow it throws on what lies behind.

        Args:
            layer: A canvas without ground.

            at: Where its left upper corner goes.

            halo: How dark that shadow is.
        """
        corner = (round(at[0] * SCALE), round(at[1] * SCALE))
        if halo:
            alpha = layer.image.getchannel("A")
            soft = alpha.reduce(SHADOW_SHRINK).filter(ImageFilter.GaussianBlur(2))
            soft = soft.point([level * halo for level in range(256)]).resize(alpha.size)
            behind = Image.new("RGB", alpha.size, "#1b1440")
            self.image.paste(behind, (corner[0] + 5 * SCALE, corner[1] + 4 * SCALE), soft)
        self.image.paste(layer.image, corner, layer.image)

    def trimmed(self) -> Point:
        """
        Cut the empty margins off a layer and tell how much went left and above.
        """
        left, top, right, bottom = self.image.getbbox() or (0, 0, SCALE, SCALE)
        self.image = self.image.crop((left, top, right, bottom))
        self.size = ((right - left) // SCALE, (bottom - top) // SCALE)
        return (left / SCALE, top / SCALE)

    def finished(self) -> Image.Image:
        """
        Reduce to the final size.
        """
        return self.image.reduce(SCALE)
