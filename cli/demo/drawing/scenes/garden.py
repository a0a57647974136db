"""
Draw the kitchen garden, and what grows in it.
"""

from cli.demo.drawing.brush import Canvas, darker, dice, lighter
from cli.demo.drawing.figure import Pose
from cli.demo.drawing.nature import cloud, flower, hill, leaves, sun, tree
from cli.demo.drawing.scene import Scene
from cli.demo.drawing.scenes.people import by
from cli.demo.drawing.things import planks
from service.decision.terms import Purpose


def _garden(canvas: Canvas) -> None:
    canvas.sweep((0, 0, 1600, 640), "#8cc8ee", "#e8f6f0")
    sun(canvas, (1310, 170), 62)
    cloud(canvas, (300, 190), 105)
    cloud(canvas, (860, 120), 70)
    hill(canvas, [(0, 520), (400, 430), (820, 520), (1250, 420), (1600, 500)], "#a8cf96")
    hill(canvas, [(0, 590), (500, 540), (1000, 600), (1600, 540)], "#8abf74")
    _greenhouse(canvas)
    tree(canvas, (1370, 800), 560, "#5fa04c", "#e0473f")
    hill(canvas, [(0, 730), (600, 690), (1100, 740), (1600, 700)], "#79b35f", "jardin")
    for index in range(9):
        x = 20 + index * 86
        canvas.box((x, 640, 26, 120), "#f5efe1", 8)
        canvas.polygon([(x, 644), (x + 26, 644), (x + 13, 622)], "#f5efe1")
    canvas.box((0, 668, 760, 16), "#e7dfcd")
    canvas.box((0, 716, 760, 16), "#e7dfcd")


def _greenhouse(canvas: Canvas) -> None:
    canvas.polygon([(90, 720), (90, 470), (300, 350), (510, 470), (510, 720)], "#d9eef0")
    for x in (90, 195, 300, 405, 502):
        canvas.box((x, 470 if x in (90, 502) else 400, 8, 320), "#f8fbfa")
    for y in (470, 560, 650):
        canvas.box((90, y, 420, 7), "#f8fbfa")
    canvas.stroke([(90, 470), (300, 350), (510, 470)], 11, "#f8fbfa")
    canvas.polygon([(120, 700), (250, 420), (330, 420), (200, 700)], "#ffffff66")
    leaves(canvas, (110, 560, 380, 180), "#5a9a54", "serre", 120)


def _beds(canvas: Canvas) -> None:
    for left, plants in ((60, "chou"), (860, "salade")):
        canvas.shadow((left + 340, 1165), (380, 40))
        planks(canvas, (left, 1060, 680, 110), "#b37f4c", 38, upright=False, seed=plants)
        canvas.ellipse((left + 340, 1060), (336, 34), "#5c4030")
        roll = dice(plants)
        for index in range(9):
            x = left + 50 + index * 73
            if plants == "chou":
                for dx, dy, size in ((-18, -6, 30), (18, -6, 30), (0, -24, 32), (0, 2, 26)):
                    green = "#7fb84f" if index % 2 else "#9a5fa0"
                    canvas.ellipse(
                        (x + dx, 1046 + dy), (size, size * 0.8), darker(green, 0.08 * abs(dy) / 8)
                    )
                    canvas.ellipse(
                        (x + dx - 4, 1040 + dy), (size * 0.6, size * 0.45), lighter(green, 0.16)
                    )
            else:
                flower(
                    canvas,
                    (x, 1062),
                    28 + 8 * roll.random(),
                    ("#e8577a", "#f49b3d", "#a779c9", "#ffffff")[index % 4],
                )


JARDIN = Scene(
    "jardin",
    "Le potager des Colibris",
    "colibris",
    Purpose.ACTIVITY_REPORT,
    (
        _garden,
        by("pieter-claes", (1010, 1030), 640, Pose.OFFER_LEFT, turn=-0.6),
        by("lucas-moreau", (330, 1045), 500, Pose.WAVE, turn=0.5, merry=True),
        by("emma-peeters", (690, 1060), 510, Pose.HOLD, merry=True),
        _beds,
    ),
    taken_days_ago=12,
    alt=(
        "Deux enfants et un éducateur au potager, devant des choux et des fleurs ; une serre "
        "et un pommier derrière eux."
    ),
)
