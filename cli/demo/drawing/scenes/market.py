"""
Draw the winter market by night.
"""

from cli.demo.drawing.brush import Canvas, arc, dice, lighter
from cli.demo.drawing.figure import Pose
from cli.demo.drawing.nature import fir
from cli.demo.drawing.scene import Scene
from cli.demo.drawing.scenes.people import by, stranger
from cli.demo.drawing.things import PARTY, sign
from service.decision.terms import Purpose


def _night(canvas: Canvas) -> None:
    canvas.sweep((0, 0, 1600, 1200), "#141a3c", "#3a2f5a")
    roll = dice("etoiles")
    for _ in range(140):
        canvas.ellipse(
            (roll.random() * 1600, roll.random() * 620), (1 + 2 * roll.random(),) * 2, "#f7f0d4"
        )
    fir(canvas, (800, 960), 880, "#24594c", snow=True)
    for _ in range(70):
        depth = roll.random()
        x = 800 + (roll.random() - 0.5) * 460 * depth
        spot = (x, 250 + 600 * depth)
        colour = roll.choice(("#ffd35a", "#ff7a6a", "#8fd0ff", "#ffb0d0"))
        canvas.glow(spot, 26, colour, 0.8)
        canvas.ellipse(spot, (6, 6), lighter(colour, 0.5))
    canvas.polygon([(800 + 46 * c, 108 + 46 * s) for c, s in _star()], "#ffe27a")
    canvas.glow((800, 108), 170, "#ffe9a0", 0.8)


def _star() -> list[tuple[float, float]]:
    outer = arc((0, 0), (1, 1), -90, 270)[::12][:5]
    inner = arc((0, 0), (0.42, 0.42), -54, 306)[::12][:5]
    return [point for pair in zip(outer, inner, strict=True) for point in pair]


def _huts(canvas: Canvas) -> None:
    for x, roof, word in ((40, "#8a3b3b", "VIN CHAUD"), (1120, "#3b6a5a", "BOUGIES")):
        canvas.box((x, 520, 440, 440), "#6b4733")
        for board in range(9):
            canvas.box((x, 520 + board * 50, 440, 4), "#4c3024")
        canvas.sweep((x + 40, 610, 360, 200), "#ffdf93", "#f0a24c")
        canvas.glow((x + 220, 700), 330, "#ffc96a", 0.6)
        canvas.polygon([(x - 40, 530), (x + 480, 530), (x + 400, 380), (x + 40, 380)], roof)
        canvas.polygon(
            [
                (x - 40, 530),
                (x + 480, 530),
                (x + 470, 505),
                (x + 330, 492),
                (x + 210, 512),
                (x + 90, 490),
                (x - 30, 506),
            ],
            "#f3f6fd",
        )
        sign(canvas, (x + 70, 545, 300, 58), word, "#2f2544", "#ffdf93")
        canvas.box((x - 10, 806, 460, 30), "#8a5f42", 6)
        for item in range(7):
            canvas.box(
                (x + 50 + item * 50, 776 - 14 * (item % 3), 24, 30 + 14 * (item % 3)),
                PARTY[item % 6],
                6,
            )
    canvas.sweep((0, 950, 1600, 250), "#b9c3e0", "#7f86b4")
    roll = dice("pas")
    for _ in range(90):
        canvas.ellipse(
            (roll.random() * 1600, 970 + roll.random() * 220),
            (14 + 20 * roll.random(), 5),
            "#a5aed2",
        )


MARCHE = Scene(
    "marche",
    "Marché d'hiver, en soirée",
    "",
    Purpose.INFORMATION,
    (
        _night,
        _huts,
        stranger("passante", (1310, 1000), 400, Pose.HOLD, turn=-0.5, wool="#8a63a8"),
        by("helene-dumoulin", (560, 1130), 560, Pose.HOLD, turn=0.6, merry=True, wool="#c8476a"),
        by("bart-wouters", (1010, 1140), 580, Pose.OFFER_LEFT, turn=-0.6, wool="#3f6a9c"),
    ),
    taken_days_ago=120,
    complete=False,
    public_place=True,
    photographer="Maud Leroy",
    credit="© Maud Leroy",
    licence="Cession à Les Glycines, impression et web",
    alt="Deux personnes en bonnet devant un sapin illuminé et des chalets de bois, la nuit.",
)
