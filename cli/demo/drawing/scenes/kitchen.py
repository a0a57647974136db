"""
Draw the kitchen on soup day.
"""

from cli.demo.drawing.brush import Canvas, darker
from cli.demo.drawing.figure import Pose
from cli.demo.drawing.scene import Scene
from cli.demo.drawing.scenes.people import by
from service.decision.terms import Purpose


def _kitchen(canvas: Canvas) -> None:
    canvas.box((0, 0, 1600, 900), "#f3ead9")
    for row in range(6):
        for column in range(19):
            tint = ("#7fb6b0", "#f7f3e8", "#5f9ea0", "#f7f3e8")[(row + column) % 4]
            canvas.box((column * 86, 330 + row * 86, 81, 81), tint, 6)
            canvas.box((column * 86 + 8, 338 + row * 86, 30, 8), "#ffffff66", 4)
    for x in (30, 300, 1060, 1330):
        canvas.box((x, 40, 240, 250), "#d98a4a", 14)
        canvas.box((x + 18, 58, 204, 214), "#e79d5c", 10)
        canvas.ellipse((x + 206, 250), (9, 9), "#fdf3df")
    canvas.polygon([(640, 60), (960, 60), (1010, 300), (590, 300)], "#c9ced6")
    canvas.polygon([(840, 60), (960, 60), (1010, 300), (860, 300)], "#a9b0bc")
    canvas.box((580, 300, 440, 34), "#8f97a6", 8)
    canvas.stroke([(40, 400), (560, 400)], 9, "#5b6274")
    for index in range(6):
        x = 90 + index * 84
        canvas.stroke([(x, 400), (x, 470)], 7, "#5b6274")
        if index % 2:
            canvas.ellipse((x, 500), (26, 34), "#b9c0cc")
        else:
            canvas.box((x - 22, 466, 44, 64), "#c98a4a", 8)
    canvas.box((0, 800, 1600, 120), "#b9793f")


def _counter(canvas: Canvas) -> None:
    canvas.box((0, 880, 1600, 60), "#f4efe4")
    canvas.box((0, 934, 1600, 10), "#c9bfae")
    canvas.box((0, 944, 1600, 260), "#3f6f73")
    for x in (40, 440, 840, 1240):
        canvas.box((x, 980, 340, 220), "#4b8084", 12)
        canvas.box((x + 130, 1010, 80, 14), "#e9dcc4", 7)
    canvas.box((640, 740, 320, 150), "#c23f3a", 30)
    canvas.box((640, 740, 70, 150), "#da5c52", 30)
    canvas.box((610, 778, 380, 24), "#8a2a2a", 10)
    canvas.ellipse((800, 742), (160, 26), "#f0a23c")
    for x, y in ((730, 738), (790, 748), (850, 736), (880, 746)):
        canvas.ellipse((x, y), (20, 9), "#6fa04a")
    for index in range(5):
        canvas.curve(
            [
                (700 + index * 50, 700),
                (680 + index * 50, 640),
                (712 + index * 50, 590),
                (694 + index * 50, 530),
            ],
            12,
            "#ffffff66",
        )
    for x, colour in (
        (120, "#e0473f"),
        (186, "#e0473f"),
        (150, "#f4b63f"),
        (1390, "#7fae3c"),
        (1450, "#e88a3c"),
    ):
        canvas.ellipse((x, 856), (38, 34), darker(colour, 0.15))
        canvas.ellipse((x - 6, 850), (30, 26), colour)
        canvas.stroke([(x, 826), (x + 6, 812)], 6, "#4d7f3f")
    canvas.box((1060, 856, 260, 26), "#c98a4a", 8)
    for index in range(6):
        canvas.ellipse((1090 + index * 38, 850), (20, 14), "#ee8434")


CUISINE = Scene(
    "cuisine",
    "La soupe du jeudi",
    "atelier",
    Purpose.ACTIVITY_REPORT,
    (
        _kitchen,
        by("bernadette-colin", (400, 1170), 650, Pose.WORK, turn=0.5, apron="#f4efe4"),
        by("kwame-asante", (1180, 1180), 690, Pose.WORK, turn=-0.5, merry=True, apron="#3a4a6a"),
        _counter,
    ),
    taken_days_ago=15,
    photographer="Kwame Asante",
    credit="© Les Glycines / Kwame Asante",
    alt="Deux personnes cuisinent une grande casserole de soupe devant un mur carrelé.",
)
