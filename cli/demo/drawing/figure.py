"""
Draw whole people: how they stand, what their arms do, what they wear.

A figure is painted on a layer of its own, shaded from one side, and then set down
in a scene with its shadow.  Lengths inside a figure are in head radii.
"""

from dataclasses import dataclass
from enum import Enum

from cli.demo.drawing.brush import Canvas, Colour, Point, darker, lighter, toward
from cli.demo.drawing.face import draw_face
from cli.demo.drawing.hair import draw_back_hair, draw_hair
from cli.demo.drawing.head import Head
from cli.demo.drawing.light import modelled
from cli.demo.drawing.looks import Build, Cloth, Look
from cli.demo.drawing.outfit import dress, muffle, trimmings

HEADS = {Build.CHILD: 6.9, Build.TEEN: 7.9, Build.ADULT: 8.7}
"""How many head radii a standing figure is tall."""
SHOULDERS = {Build.CHILD: 1.0, Build.TEEN: 1.2, Build.ADULT: 1.42}
SEAT_DROP = 0.11
"""By what share of the height somebody in a wheelchair sits lower."""


class Pose(Enum):
    """
    What both arms do, the left of the picture first.

    Each in degrees outward of the upper and of the lower arm; 0 hangs straight down.
    """

    STAND = ((16.0, 6.0), (16.0, 6.0))
    WAVE = ((16.0, 6.0), (128.0, 168.0))
    CHEER = ((140.0, 168.0), (142.0, 172.0))
    HOLD = ((20.0, -72.0), (20.0, -72.0))
    OFFER = ((18.0, 6.0), (52.0, 96.0))
    OFFER_LEFT = ((52.0, 96.0), (18.0, 6.0))
    HIP = ((46.0, -58.0), (18.0, 6.0))
    WORK = ((26.0, -34.0), (30.0, -42.0))
    POINT = ((16.0, 6.0), (96.0, 112.0))
    OPEN = ((62.0, 82.0), (62.0, 80.0))
    REACH_UP = ((18.0, 6.0), (150.0, 158.0))


@dataclass(frozen=True, slots=True)
class Figure:
    """
    Somebody somewhere in a scene.
    """

    look: Look
    feet: Point
    height: float
    """From the ground to the top of the head, when standing, in picture points."""
    pose: Pose = Pose.STAND
    turn: float = 0.0
    merry: bool = False
    apron: Colour | None = None
    wool: Colour | None = None
    """A knitted hat and scarf, for winter."""

    @property
    def radius(self) -> float:
        """
        Tell half the height of the head.
        """
        return self.height / HEADS[self.look.build]

    @property
    def head_top(self) -> float:
        """
        Tell where the head begins, in picture points from the top.
        """
        drop = SEAT_DROP * self.height if self.look.wheelchair else 0.0
        return self.feet[1] - self.height + drop


class Body:
    """
    The working drawing of one figure on its own layer.
    """

    def __init__(self, figure: Figure) -> None:
        self.figure, self.look = figure, figure.look
        self.radius = figure.radius
        self.middle = 5.4 * self.radius
        """Where the spine is on the layer; the arms need as much on each side."""
        self.above = 2.2 * self.radius
        tall = figure.feet[1] - figure.head_top
        self.canvas = Canvas((round(2 * self.middle), round(self.above + tall + 0.6 * self.radius)))
        self.shoulder_y, self.shoulder_x = 2.5, SHOULDERS[self.look.build]
        standing = HEADS[self.look.build]
        self.hip_y = self.shoulder_y + (standing - 2.3) * 0.44
        self.ground_y = tall / self.radius

    def at(self, x: float, y: float) -> Point:
        """
        Go from head radii (from the top of the head) to points of the layer.
        """
        return (self.middle + x * self.radius, self.above + y * self.radius)

    def limb(self, points: list[Point], width: float, colour: Colour) -> None:
        """
        Draw an arm or a leg with its shaded side.
        """
        placed = [self.at(*point) for point in points]
        self.canvas.curve(placed, width * self.radius, darker(colour, 0.16))
        lit = [(x - 0.09 * width * self.radius, y) for x, y in placed]
        self.canvas.curve(lit, width * 0.78 * self.radius, colour)

    def draw(self) -> Canvas:
        """
        Paint everything, from back to front.
        """
        head = Head(
            self.canvas,
            self.at(0, 1.12),
            self.radius,
            turn=self.figure.turn,
            merry=self.figure.merry,
        )
        draw_back_hair(head, self.look)
        if self.look.wheelchair:
            self.wheelchair()
        else:
            self.legs()
        arms_behind = self.figure.pose not in (Pose.HOLD, Pose.WORK, Pose.HIP)
        if arms_behind:
            self.arms()
        self.limb([(0, 1.9), (0, 2.6)], 0.66, darker(self.look.skin, 0.14))
        dress(self)
        if not arms_behind:
            self.arms()
        trimmings(self)
        draw_face(head, self.look)
        draw_hair(head, self.look)
        if self.figure.wool:
            muffle(head, self.figure.wool)
        return self.canvas

    def arms(self) -> None:
        """
        Draw both arms and hands.
        """
        length = (self.hip_y - self.shoulder_y) * 0.62
        sleeve = self.look.top
        long_sleeve = self.look.cloth is Cloth.JACKET or self.look.build is Build.ADULT
        if self.look.cloth is Cloth.DUNGAREES:
            sleeve = self.look.accent
        width = 0.52 if self.look.build is Build.CHILD else 0.56
        for side, (upper, lower) in zip((-1, 1), self.figure.pose.value, strict=True):
            shoulder = (side * self.shoulder_x * 0.86, self.shoulder_y + 0.32)
            elbow = toward(shoulder, side * upper, length)
            hand = toward(elbow, side * lower, length * 0.95)
            self.limb([elbow, hand], width * 0.84, sleeve if long_sleeve else self.look.skin)
            self.limb([shoulder, elbow], width, sleeve)
            if long_sleeve:
                cuff = toward(elbow, side * lower, length * 0.74)
                self.limb([cuff, hand], width * 0.66, self.look.skin)
            self.canvas.ellipse(self.at(*hand), (0.33 * self.radius,) * 2, self.look.skin)

    def legs(self) -> None:
        """
        Draw legs or a skirt, and shoes.
        """
        stance = self.shoulder_x * 0.42
        width = 0.72 if self.look.build is Build.CHILD else 0.82
        ankle = self.ground_y - 0.22
        for side in (-1, 1):
            colour = self.look.skin if self.look.skirt else self.look.bottom
            self.limb(
                [(side * stance * 0.9, self.hip_y - 0.1), (side * stance, ankle)],
                width if not self.look.skirt else 0.44,
                colour,
            )
            self.shoe(side * stance, side)
        if self.look.skirt:
            share = 0.84 if self.look.build is Build.ADULT else 0.52
            hem = self.hip_y + (self.ground_y - self.hip_y) * share
            self.canvas.polygon(
                [
                    self.at(*point)
                    for point in (
                        (-0.7, self.hip_y - 0.5),
                        (0.7, self.hip_y - 0.5),
                        (1.25, hem),
                        (-1.25, hem),
                    )
                ],
                self.look.bottom,
            )

    def shoe(self, x: float, side: int) -> None:
        """
        Draw one shoe, pointing a little outward.
        """
        y = self.ground_y - 0.14
        self.canvas.ellipse(
            self.at(x + side * 0.1, y), (0.52 * self.radius, 0.24 * self.radius), self.look.shoes
        )
        self.canvas.stroke(
            [self.at(x - 0.3, y + 0.16), self.at(x + 0.3 + side * 0.1, y + 0.16)],
            0.09 * self.radius,
            lighter(self.look.shoes, 0.6),
        )

    def wheelchair(self) -> None:
        """
        Draw the chair, and the legs of whoever sits in it.
        """
        hip, ground = self.hip_y, self.ground_y
        wheel = (ground - hip) * 0.98
        frame, tyre = "#5b6b86", "#2c2836"
        self.canvas.box(
            (
                *self.at(-1.2, self.shoulder_y + 0.7),
                2.4 * self.radius,
                (hip - self.shoulder_y) * self.radius,
            ),
            "#35406a",
            0.3 * self.radius,
        )
        for side in (-1, 1):
            hub = self.at(side * (self.shoulder_x + 0.42), ground - wheel)
            radii = (wheel * 0.36 * self.radius, wheel * self.radius)
            self.canvas.ellipse(hub, (radii[0] * 1.12, radii[1] * 1.04), "#cfd6e4")
            self.canvas.ring(hub, radii, 0.24 * self.radius, tyre)
            self.canvas.ring(hub, (radii[0] * 0.72, radii[1] * 0.78), 0.07 * self.radius, frame)
            self.canvas.stroke(
                [(hub[0], hub[1] - radii[1] * 0.8), (hub[0], hub[1] + radii[1] * 0.8)],
                0.06 * self.radius,
                frame,
            )
            self.canvas.ellipse(hub, (0.2 * self.radius,) * 2, "#e2574c")
            knee, foot = (side * 0.5, hip + 0.75), (side * 0.5, ground - 0.5)
            self.limb([(side * 0.5, hip), knee, foot], 0.8, self.look.bottom)
            self.canvas.box(
                (*self.at(side * 0.5 - 0.5, ground - 0.34), self.radius, 0.16 * self.radius),
                frame,
                0.06 * self.radius,
            )
            self.canvas.ellipse(
                self.at(side * 0.52, ground - 0.5),
                (0.46 * self.radius, 0.26 * self.radius),
                self.look.shoes,
            )


def place(scene: Canvas, figure: Figure, shadow: float = 0.34) -> None:
    """
    Set *figure* down in a scene, with the shadow it throws.
    """
    body = Body(figure)
    x, y = figure.feet
    if shadow:
        scene.shadow(
            (x + figure.height * 0.05, y - figure.radius * 0.1),
            (figure.radius * 2.3, figure.radius * 0.55),
            shadow,
        )
    layer = body.draw()
    left, top = layer.trimmed()
    modelled(layer)
    scene.paste(layer, (x - body.middle + left, figure.head_top - body.above + top), halo=0.16)
