"""
Draw the bus trip.
"""

from cli.demo.drawing.brush import Canvas, arc, darker, lighter
from cli.demo.drawing.figure import Pose
from cli.demo.drawing.nature import hill, tree
from cli.demo.drawing.scene import Scene
from cli.demo.drawing.scenes.people import by
from service.decision.terms import Purpose


def _road(canvas: Canvas) -> None:
    canvas.sweep((0, 0, 1600, 760), "#f6c98a", "#fbeed2")
    canvas.ellipse((250, 330), (120, 120), "#fff3cb")
    hill(canvas, [(0, 560), (300, 470), (700, 600), (1100, 430), (1600, 570)], "#c99aa0")
    hill(canvas, [(0, 690), (400, 620), (900, 700), (1600, 610)], "#9aa46b")
    for x, size in ((70, 330), (1490, 420)):
        tree(canvas, (x, 860), size, "#c98a3c")
    canvas.box((0, 850, 1600, 350), "#5d5a68")
    canvas.box((0, 850, 1600, 18), "#d8d0c4")
    for index in range(7):
        canvas.polygon(
            [
                (index * 260 - 40, 1110),
                (index * 260 + 110, 1110),
                (index * 260 + 90, 1134),
                (index * 260 - 60, 1134),
            ],
            "#f4ead2",
        )


def _bus(canvas: Canvas) -> None:
    body = "#3f8f9c"
    canvas.shadow((800, 1050), (720, 60), 0.5)
    canvas.box((130, 250, 1340, 760), darker(body, 0.2), 70)
    canvas.box((130, 250, 1340, 730), body, 70)
    canvas.box((170, 268, 1260, 30), lighter(body, 0.35), 15)
    canvas.box((130, 720, 1340, 54), "#f6efe0")
    canvas.box((130, 786, 1340, 16), "#f2b545")
    for x in (190, 480, 770):
        canvas.box((x, 340, 262, 330), "#26405a", 30)
        canvas.sweep((x + 10, 350, 242, 310), "#bcd9e2", "#e9efe6")
    canvas.box((1060, 340, 170, 640), "#26405a", 24)
    canvas.sweep((1072, 352, 146, 600), "#cfe3e6", "#8fb5b9")
    canvas.box((1140, 352, 8, 600), "#26405a")
    canvas.box((1256, 340, 196, 330), "#26405a", 36)
    canvas.sweep((1268, 352, 172, 300), "#bcd9e2", "#e9efe6")


def _windows(canvas: Canvas) -> None:
    body = "#3f8f9c"
    for x in (190, 480, 770):
        canvas.box((x - 30, 660, 322, 62), body)
        canvas.box((x, 640, 262, 24), "#26405a", 8)
        canvas.polygon([(x + 20, 640), (x + 110, 352), (x + 150, 352), (x + 60, 640)], "#ffffff44")
    canvas.box((130, 720, 930, 54), "#f6efe0")
    canvas.box((130, 786, 930, 16), "#f2b545")
    canvas.box((130, 774, 930, 12), body)
    canvas.box((130, 802, 930, 170), body)
    canvas.letters((755, 884), "Les Glycines en balade", 50, "#fdf6e4")
    for x in (360, 1330):
        canvas.ellipse((x, 990), (118, 118), "#2a2733")
        canvas.ellipse((x, 990), (66, 66), "#c9ced8")
        canvas.ellipse((x, 990), (26, 26), "#6d7586")
        for angle in arc((x, 990), (46, 46), 0, 300)[::10]:
            canvas.ellipse(angle, (8, 8), "#8a92a2")
    canvas.ellipse((1438, 860), (24, 34), "#fff3c4")
    canvas.box((136, 830, 26, 70), "#e0473f", 8)


BUS = Scene(
    "bus",
    "En route pour le musée",
    "atelier",
    Purpose.ACTIVITY_REPORT,
    (
        _road,
        _bus,
        by("thomas-maes", (320, 1040), 640, Pose.WAVE, turn=0.3, merry=True),
        by("theo-garnier", (610, 930), 500, Pose.WAVE, turn=-0.3),
        by("georges-petit", (900, 930), 560, Pose.STAND, turn=0.4),
        _windows,
        by("sarah-nguyen", (1145, 1080), 610, Pose.WAVE, turn=-0.4, merry=True),
    ),
    taken_days_ago=60,
    photographer="Sarah Nguyen",
    credit="© Les Glycines / Sarah Nguyen",
    alt=(
        "Trois passagers saluent par les fenêtres d’un bus bleu, une accompagnatrice devant "
        "la porte."
    ),
)
