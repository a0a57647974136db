"""
Draw the farm that nobody registered.
"""

from cli.demo.drawing.brush import Canvas, darker, lighter
from cli.demo.drawing.figure import Pose
from cli.demo.drawing.nature import cloud, hill, sun, tree
from cli.demo.drawing.scene import Scene
from cli.demo.drawing.scenes.people import by, stranger
from service.decision.terms import Purpose, Visibility


def _farm(canvas: Canvas) -> None:
    canvas.sweep((0, 0, 1600, 700), "#f2d98a", "#fdf3d8")
    sun(canvas, (420, 250), 80, "#ffe27a")
    cloud(canvas, (760, 160), 70, "#fff8ea")
    hill(canvas, [(0, 640), (400, 560), (900, 640), (1600, 520)], "#c9c463")
    for row in range(7):
        canvas.curve(
            [(0, 700 + row * 16), (400, 630 + row * 18), (800, 690 + row * 16)], 7, "#b0a94e"
        )
    canvas.polygon([(960, 760), (960, 380), (1210, 210), (1460, 380), (1460, 760)], "#a93b36")
    canvas.stroke([(930, 400), (1210, 206), (1490, 400)], 30, "#5b4038")
    for board in range(12):
        canvas.box((960 + board * 42, 400, 4, 360), "#8a2d2b")
    canvas.box((1110, 520, 200, 240), "#f4ead6")
    canvas.box((1126, 536, 168, 224), "#7b2a28")
    canvas.stroke([(1130, 540), (1290, 756)], 14, "#f4ead6")
    canvas.stroke([(1290, 540), (1130, 756)], 14, "#f4ead6")
    hill(canvas, [(0, 800), (600, 740), (1200, 780), (1600, 740)], "#8fae4a", "ferme")
    tree(canvas, (160, 830), 360, "#7d9a3c")


def _goats(canvas: Canvas) -> None:
    for x, y, size, coat in ((560, 1080, 1.0, "#f4efe6"), (1260, 1110, 1.15, "#8a6a50")):
        canvas.shadow((x, y + 4), (150 * size, 26))
        for leg in (-70, -40, 50, 80):
            canvas.stroke(
                [(x + leg * size, y - 90 * size), (x + leg * size, y)],
                22 * size,
                darker(coat, 0.12),
            )
        canvas.ellipse((x, y - 130 * size), (130 * size, 72 * size), coat)
        canvas.ellipse((x - 10, y - 150 * size), (100 * size, 46 * size), lighter(coat, 0.3))
        head = (x - 140 * size, y - 220 * size)
        canvas.stroke([(x - 90 * size, y - 150 * size), head], 60 * size, coat)
        canvas.ellipse(head, (62 * size, 48 * size), coat)
        canvas.ellipse(
            (head[0] - 46 * size, head[1] + 12), (28 * size, 24 * size), lighter(coat, 0.4)
        )
        canvas.ellipse((head[0] - 10, head[1] - 10), (8, 10), "#1b1440")
        for horn in (0, 26):
            canvas.curve(
                [
                    (head[0] + horn * size, head[1] - 40 * size),
                    (head[0] + (horn + 22) * size, head[1] - 90 * size),
                    (head[0] + (horn + 52) * size, head[1] - 96 * size),
                ],
                13 * size,
                "#cbb592",
            )
        canvas.ellipse(
            (head[0] + 58 * size, head[1] - 8), (34 * size, 15 * size), darker(coat, 0.15)
        )
    for x in range(-40, 1700, 210):
        canvas.box((x, 930, 30, 260), "#a5784c", 6)
    for y in (980, 1080):
        canvas.box((0, y, 1600, 26), "#b98a5a", 6)


FERME = Scene(
    "ferme",
    "À la ferme (jamais enregistrée)",
    "colibris",
    Purpose.ACTIVITY_REPORT,
    (
        _farm,
        by("elliot-simon", (330, 1010), 470, Pose.OFFER, turn=0.6, merry=True),
        stranger("fermiere", (900, 1020), 600, Pose.HIP, turn=0.4, visibility=Visibility.TARGETED),
        by("ines-benali", (1010, 1060), 470, Pose.POINT, turn=0.5, merry=True),
        _goats,
    ),
    taken_days_ago=2,
    complete=False,
    alt="Deux enfants et une femme derrière la clôture d’une ferme, avec deux chèvres.",
)
