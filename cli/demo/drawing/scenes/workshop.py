"""
Draw the wood workshop.
"""

from cli.demo.drawing.brush import Canvas, Point, dice
from cli.demo.drawing.figure import Pose
from cli.demo.drawing.scene import Scene
from cli.demo.drawing.scenes.people import by
from cli.demo.drawing.things import PARTY, lamp, planks, window
from service.decision.terms import Purpose


def _workshop(canvas: Canvas) -> None:
    planks(canvas, (0, 0, 1600, 820), "#d9b98c", 84, upright=True, seed="atelier")
    canvas.box((90, 120, 620, 380), "#4f6a5c", 12)
    canvas.box((104, 134, 592, 352), "#5f7d6d", 8)
    roll = dice("outils")
    for index in range(6):
        _tool(canvas, (170 + index * 92, 190 + 10 * roll.random()), index)
    for index in range(5):
        x = 150 + index * 112
        canvas.box((x, 372, 84, 12), "#3b2f2a")
        canvas.box((x + 6, 384, 72, 70), PARTY[index], 6)
        canvas.letters((x + 42, 420), "ABCDE"[index], 40, "#fff8e8")
    window(canvas, (1130, 130, 350, 300), "#f3e8d2")
    for row in range(2):
        y = 520 + row * 130
        canvas.box((1080, y, 460, 18), "#8a5f42")
        for index in range(7):
            tall = 36 + 50 * roll.random()
            canvas.box((1096 + index * 62, y - tall, 46, tall), PARTY[(index + row) % 6], 8)
            canvas.box((1102 + index * 62, y - tall * 0.65, 34, 16), "#fdf5e4")
    canvas.sweep((0, 810, 1600, 390), "#8d6a4d", "#6d503a")
    lamp(canvas, (800, 130), 110, "#d8594c")
    canvas.glow((800, 250), 420, "#fff0bf", 0.35)


def _tool(canvas: Canvas, at: Point, kind: int) -> None:
    x, y = at
    steel, wood = "#d5dae2", "#b5733f"
    if kind % 3 == 0:
        canvas.box((x - 7, y + 30, 14, 96), wood, 5)
        canvas.box((x - 34, y, 68, 34), "#5b6274", 6)
    elif kind % 3 == 1:
        canvas.polygon(
            [(x - 18, y + 40), (x + 18, y + 34), (x + 10, y + 140), (x - 4, y + 140)], steel
        )
        for tooth in range(9):
            canvas.polygon(
                [
                    (x - 18 + tooth * 1.6, y + 42 + tooth * 11),
                    (x - 27 + tooth * 1.6, y + 48 + tooth * 11),
                    (x - 17 + tooth * 1.6, y + 53 + tooth * 11),
                ],
                steel,
            )
        canvas.box((x - 24, y, 48, 42), wood, 14)
    else:
        canvas.box((x - 10, y, 20, 62), "#d8433f", 9)
        canvas.box((x - 4, y + 60, 8, 70), steel)


def _bench(canvas: Canvas) -> None:
    canvas.shadow((800, 1180), (820, 60), 0.4)
    planks(canvas, (60, 860, 1480, 66), "#c48b54", 33, upright=False, seed="etabli")
    planks(canvas, (60, 926, 1480, 60), "#9c693b", 60, upright=False, seed="chant")
    for x in (130, 1360):
        canvas.box((x, 986, 110, 214), "#87582f")
    canvas.box((270, 1060, 1060, 44), "#7a4f2a")
    for x, size in ((360, 1.0), (800, 1.05), (1230, 1.0)):
        _birdhouse(canvas, (x, 870), size)
    for x, colour in ((560, "#e6504c"), (610, "#4c9fd0"), (1010, "#f4b63f")):
        canvas.box((x, 818, 38, 50), "#e9e6e0", 5)
        canvas.ellipse((x + 19, 820), (19, 7), colour)
        canvas.stroke([(x + 24, 816), (x + 44, 762)], 6, "#b5733f")
    roll = dice("copeaux")
    for _ in range(40):
        left, y = 100 + roll.random() * 1400, 866 + roll.random() * 50
        canvas.curve([(left, y), (left + 9, y - 7), (left + 18, y)], 4, "#f0d3a2")


def _birdhouse(canvas: Canvas, at: Point, size: float) -> None:
    x, y = at
    canvas.box((x - 62 * size, y - 110 * size, 124 * size, 112 * size), "#e3c08a")
    canvas.polygon(
        [
            (x + 26 * size, y - 110 * size),
            (x + 62 * size, y - 110 * size),
            (x + 62 * size, y),
            (x + 26 * size, y),
        ],
        "#c79e66",
    )
    canvas.polygon(
        [(x - 62 * size, y - 108 * size), (x + 62 * size, y - 108 * size), (x, y - 176 * size)],
        "#e3c08a",
    )
    canvas.stroke(
        [(x - 84 * size, y - 96 * size), (x, y - 184 * size), (x + 84 * size, y - 96 * size)],
        18 * size,
        "#3f8f8b",
    )
    canvas.ellipse((x, y - 74 * size), (22 * size, 22 * size), "#4b3224")
    canvas.stroke([(x, y - 34 * size), (x, y - 20 * size)], 9 * size, "#8a5f42")


ATELIER = Scene(
    "atelier",
    "Les nichoirs de L’Atelier",
    "atelier",
    Purpose.ACTIVITY_REPORT,
    (
        _workshop,
        by("luc-hermans", (330, 1150), 670, Pose.WORK, turn=0.5, apron="#3f6a5c"),
        by("fatima-el-amrani", (800, 1150), 720, Pose.HOLD, merry=True, apron="#e9b44c"),
        by("camille-lambert", (1250, 1150), 660, Pose.WORK, turn=-0.5, merry=True, apron="#8c5f86"),
        _bench,
    ),
    taken_days_ago=26,
    alt="Trois adultes en tablier montrent les nichoirs qu’ils ont construits à l’atelier bois.",
)
