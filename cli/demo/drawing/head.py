"""
Hold the place of a head on a canvas, for face and hair to be drawn on.

All lengths are in head radii around the centre of the head.
"""

from collections.abc import Sequence

from cli.demo.drawing.brush import Canvas, Colour, Point


class Head:
    """
    One head on a canvas, turned a little to one side.

    Args:
        canvas: What to draw on.

        centre: Where the middle of the head is.

        radius: Half the height of the head, in picture points.

        turn: From -1 (looks to the left) to 1.

        merry: An open laugh instead of a smile.
    """

    def __init__(
        self,
        canvas: Canvas,
        centre: Point,
        radius: float,
        *,
        turn: float = 0.0,
        merry: bool = False,
    ) -> None:
        self.canvas, self.centre, self.radius = canvas, centre, radius
        self.turn, self.merry = turn, merry

    def at(self, x: float, y: float) -> Point:
        """
        Go from head radii to picture points.
        """
        return (self.centre[0] + x * self.radius, self.centre[1] + y * self.radius)

    def oval(self, at: Point, radii: Point, fill: Colour) -> None:
        """
        Fill an ellipse given in head radii.
        """
        self.canvas.ellipse(self.at(*at), (radii[0] * self.radius, radii[1] * self.radius), fill)

    def shape(self, points: Sequence[Point], fill: Colour, *, soft: bool = True) -> None:
        """
        Fill a shape given in head radii.
        """
        placed = [self.at(*point) for point in points]
        (self.canvas.blob if soft else self.canvas.polygon)(placed, fill)

    def line(self, points: Sequence[Point], width: float, colour: Colour) -> None:
        """
        Draw a soft line given in head radii.
        """
        self.canvas.curve([self.at(*point) for point in points], width * self.radius, colour)
