"""
Draw a training of the team, as one shows it to colleagues.
"""

from cli.demo.drawing.brush import Canvas, Colour, Point, lighter
from cli.demo.drawing.figure import Pose
from cli.demo.drawing.scene import Scene
from cli.demo.drawing.scenes.people import by
from cli.demo.drawing.things import PARTY, planks, pot, table, window
from service.decision.terms import Purpose


def _classroom(canvas: Canvas) -> None:
    canvas.sweep((0, 0, 1600, 1200), "#dfe3e8", "#c6ccd6")
    canvas.box((560, 90, 760, 470), "#2d3550", 10)
    canvas.box((576, 106, 728, 438), "#f7f9fc")
    canvas.box((576, 106, 728, 70), "#5a4a94")
    canvas.letters((940, 142), "Communiquer autrement", 40, "#ffffff")
    for index, tall in enumerate((90, 150, 120, 220, 260)):
        canvas.box((640 + index * 66, 500 - tall, 46, tall), PARTY[index], 4)
    _chart(canvas, (1140, 370))
    for x in (60, 270):
        window(canvas, (x, 120, 170, 420), "#ffffff")
    canvas.box((1400, 130, 150, 200), "#fff3c4")
    canvas.box((1380, 300, 150, 200), "#c4e6ef")
    for x, y in ((1410, 170), (1396, 340)):
        for line in range(3):
            canvas.box((x, y + line * 30, 110, 7), "#8a92a2")
    planks(canvas, (0, 900, 1600, 300), "#b49a82", 60, upright=False, seed="parquet")
    pot(canvas, (1500, 1010), 110, "#e9e4da")


def _chart(canvas: Canvas, at: Point) -> None:
    slices: tuple[tuple[float, float, Colour], ...] = (
        (0, 130, "#e6504c"),
        (130, 250, "#f4b63f"),
        (250, 360, "#4c9fd0"),
    )
    for start, end, colour in slices:
        canvas.pen.pieslice(
            [(at[0] - 105) * 2, (at[1] - 105) * 2, (at[0] + 105) * 2, (at[1] + 105) * 2],
            start,
            end,
            fill=colour,
        )
    canvas.ellipse(at, (48, 48), "#f7f9fc")


def _desk(canvas: Canvas) -> None:
    table(canvas, (60, 930, 1000, 90), "#e9e4da")
    for x in (190, 520, 840):
        canvas.polygon([(x - 80, 960), (x + 80, 960), (x + 100, 1000), (x - 100, 1000)], "#aeb5c2")
        canvas.polygon([(x - 76, 850), (x + 76, 850), (x + 84, 964), (x - 84, 964)], "#3a4258")
        canvas.ellipse((x, 906), (13, 13), lighter("#3a4258", 0.5))
    for x, colour in ((340, "#e6504c"), (680, "#6fb35b")):
        canvas.box((x, 924, 36, 44), colour, 8)
        canvas.ellipse((x + 18, 926), (18, 6), "#5a3a2a")


FORMATION = Scene(
    "formation",
    "Formation de l’équipe : communiquer autrement",
    "",
    Purpose.COMPETENCE,
    (
        _classroom,
        by("pieter-claes", (190, 1190), 620, Pose.STAND, turn=0.7),
        by("isabelle-fontaine", (520, 1190), 600, Pose.HOLD, turn=0.5),
        by("kwame-asante", (850, 1190), 620, Pose.REACH_UP, turn=0.6, merry=True),
        _desk,
        by("nora-lemaire", (1280, 1150), 680, Pose.OFFER_LEFT, turn=-0.6, merry=True),
    ),
    taken_days_ago=18,
    photographer="Sarah Nguyen",
    credit="© Les Glycines / Sarah Nguyen",
    alt=(
        "Trois collègues derrière leurs ordinateurs, une formatrice devant un écran avec des "
        "graphiques."
    ),
)
