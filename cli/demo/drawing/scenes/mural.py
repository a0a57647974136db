"""
Draw the great mural in the courtyard.
"""

from cli.demo.drawing.brush import Canvas, Point, arc, dice
from cli.demo.drawing.figure import Pose
from cli.demo.drawing.nature import flower
from cli.demo.drawing.scene import Scene
from cli.demo.drawing.scenes.people import by
from cli.demo.drawing.things import PARTY, bricks
from service.decision.terms import Purpose


def _mural(canvas: Canvas) -> None:
    bricks(canvas, (0, 0, 1600, 1000), "#cfc4bb", "mur", 34)
    bands = ("#d94f5c", "#f08a3c", "#f6c945", "#6fb35b", "#3f9fc0", "#7a5fb0")
    for index, colour in enumerate(bands):
        radius = 760 - index * 88
        shape = [
            *arc((800, 960), (radius, radius * 0.98), 180, 360),
            *arc((800, 960), (radius - 90, (radius - 90) * 0.98), 360, 180),
        ]
        canvas.polygon(shape, colour + "e0")
    for spot, size, colour in (((130, 200), 90, "#f6c945"), ((1470, 230), 80, "#ee7fa8")):
        for ray in arc(spot, (size * 1.7, size * 1.7), 0, 330)[::5]:
            canvas.stroke([spot, ray], 12, colour)
        canvas.ellipse(spot, (size, size), colour)
    _whale(canvas, (880, 810))
    for index in range(8):
        flower(
            canvas,
            ((50, 1430)[index // 4] + index % 4 * 36, 990),
            52,
            PARTY[index % 6],
        )
    canvas.sweep((0, 985, 1600, 215), "#8f959f", "#6d737f")
    roll = dice("taches")
    for _ in range(50):
        canvas.ellipse(
            (roll.random() * 1600, 1010 + roll.random() * 170),
            (8 + 12 * roll.random(), 5),
            roll.choice(bands),
        )


def _whale(canvas: Canvas, at: Point) -> None:
    x, y = at
    canvas.blob(
        [
            (x - 190, y + 20),
            (x - 130, y - 110),
            (x + 40, y - 130),
            (x + 150, y - 40),
            (x + 210, y - 130),
            (x + 240, y - 30),
            (x + 150, y + 90),
            (x - 90, y + 110),
        ],
        "#2f5f9f",
    )
    canvas.blob(
        [
            (x - 180, y + 30),
            (x - 60, y + 40),
            (x + 90, y + 60),
            (x + 20, y + 104),
            (x - 100, y + 104),
        ],
        "#cfe3f0",
    )
    canvas.ellipse((x - 110, y - 20), (16, 18), "#ffffff")
    canvas.ellipse((x - 112, y - 18), (9, 11), "#1b1440")
    canvas.curve([(x - 60, y - 130), (x - 90, y - 200), (x - 140, y - 190)], 14, "#9fd0ea")
    canvas.curve([(x - 60, y - 130), (x - 40, y - 210), (x + 20, y - 200)], 14, "#9fd0ea")


def _paint(canvas: Canvas) -> None:
    canvas.stroke([(1180, 1160), (1290, 500)], 16, "#b9844a")
    canvas.stroke([(1450, 1160), (1330, 500)], 16, "#a5733c")
    for rung in range(6):
        y = 580 + rung * 100
        canvas.stroke([(1277 - rung * 17, y), (1344 + rung * 19, y)], 13, "#c9975a")
    for x, colour in ((150, "#d94f5c"), (240, "#3f9fc0"), (960, "#f6c945"), (1050, "#6fb35b")):
        canvas.shadow((x, 1160), (56, 16))
        canvas.box((x - 42, 1080, 84, 82), "#d9dce2", 8)
        canvas.box((x + 14, 1080, 28, 82), "#b5bac6", 8)
        canvas.ellipse((x, 1082), (42, 13), colour)
        canvas.box((x - 42, 1090, 30, 34), colour, 8)


FRESQUE = Scene(
    "fresque",
    "La grande fresque",
    "colibris",
    Purpose.ACTIVITY_REPORT,
    (
        _mural,
        by("mila-van-damme", (230, 1130), 520, Pose.REACH_UP, turn=-0.5, merry=True),
        by("zoe-lambert", (545, 1150), 520, Pose.WAVE, turn=0.5, merry=True),
        _paint,
    ),
    taken_days_ago=40,
    alt="Deux enfants peignent une fresque : un arc-en-ciel et une baleine sur un mur de briques.",
)
