"""
Draw the first snow, with a snowman.
"""

from cli.demo.drawing.brush import Canvas, dice
from cli.demo.drawing.figure import Pose
from cli.demo.drawing.nature import fir, hill, tufts
from cli.demo.drawing.scene import Scene
from cli.demo.drawing.scenes.people import by, in_background
from service.decision.terms import Purpose


def _snow(canvas: Canvas) -> None:
    canvas.sweep((0, 0, 1600, 700), "#5f7fae", "#f3d9d4")
    hill(
        canvas,
        [(0, 560), (260, 380), (480, 520), (760, 330), (1050, 540), (1330, 400), (1600, 560)],
        "#aebfdc",
    )
    for index in range(13):
        fir(
            canvas,
            (40 + index * 128, 690 + 22 * (index % 3)),
            210 + 46 * (index % 4),
            "#3d6a6f",
            snow=True,
        )
    hill(canvas, [(0, 700), (420, 640), (900, 720), (1300, 650), (1600, 700)], "#e9f0fa")
    hill(canvas, [(0, 830), (500, 760), (1000, 850), (1600, 790)], "#f7fafe")
    canvas.curve([(0, 1010), (500, 930), (900, 990), (1600, 900)], 14, "#cfdcf0")
    canvas.curve([(0, 1060), (500, 975), (900, 1035), (1600, 940)], 14, "#cfdcf0")
    tufts(canvas, (0, 900, 1600, 280), "#dbe6f5", "neige", 70)


def _snowman(canvas: Canvas) -> None:
    canvas.shadow((830, 1090), (260, 60), 0.45)
    for y, radius in ((950, 170), (715, 125), (545, 92)):
        canvas.ellipse((830, y), (radius, radius * 0.95), "#b9c9e4")
        canvas.ellipse(
            (830 - radius * 0.09, y - radius * 0.07), (radius * 0.88, radius * 0.84), "#fdfeff"
        )
    for x in (800, 852):
        canvas.ellipse((x, 520), (11, 13), "#272330")
    canvas.polygon([(828, 545), (920, 562), (828, 572)], "#ee8434")
    for index in range(5):
        canvas.ellipse((790 + index * 19, 590 + (0, 9, 12, 9, 0)[index]), (6, 6), "#272330")
    for y in (680, 740, 800):
        canvas.ellipse((830, y), (11, 11), "#39415f")
    canvas.box((735, 622, 190, 34), "#d8433f", 16)
    canvas.box((880, 630, 40, 130), "#d8433f", 10)
    for y in (650, 680, 710, 740):
        canvas.box((880, y, 40, 8), "#fbe9d3")
    canvas.box((745, 455, 170, 22), "#34304a", 10)
    canvas.box((778, 350, 104, 112), "#34304a", 8)
    canvas.box((778, 430, 104, 22), "#d8433f")
    canvas.curve([(715, 700), (620, 640), (560, 590)], 11, "#6a4a35")
    canvas.curve([(945, 700), (1040, 630), (1100, 560)], 11, "#6a4a35")


def _flakes(canvas: Canvas) -> None:
    roll = dice("flocons")
    for _ in range(260):
        size = 2 + 6 * roll.random() ** 2
        canvas.ellipse((roll.random() * 1600, roll.random() * 1200), (size, size), "#ffffffdd")


NEIGE = Scene(
    "neige",
    "Première neige dans la cour",
    "colibris",
    Purpose.INFORMATION,
    (
        _snow,
        in_background(by("theo-garnier", (170, 900), 330, Pose.WAVE, turn=0.7, wool="#6fb35b")),
        _snowman,
        by("yanis-diallo", (420, 1120), 540, Pose.OFFER, turn=0.6, merry=True, wool="#d8433f"),
        by(
            "lucas-moreau",
            (1260, 1140),
            550,
            Pose.OFFER_LEFT,
            turn=-0.6,
            merry=True,
            wool="#3f8fc8",
        ),
        _flakes,
    ),
    taken_days_ago=200,
    informed=True,
    alt="Des enfants bien couverts autour d’un bonhomme de neige, devant des sapins.",
)
