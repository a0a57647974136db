"""
Draw the concert on a stage.
"""

from cli.demo.drawing.brush import Canvas, Point, dice, lighter, mix
from cli.demo.drawing.figure import Pose
from cli.demo.drawing.scene import Scene
from cli.demo.drawing.scenes.people import by, official
from service.decision.terms import Purpose


def _stage(canvas: Canvas) -> None:
    canvas.sweep((0, 0, 1600, 1200), "#190f33", "#4a1d55")
    for x, colour in ((190, "#ff6fa8"), (560, "#6fc8ff"), (1010, "#ffd36f"), (1410, "#9f7bff")):
        lean = (800 - x) * 0.45
        canvas.polygon(
            [(x - 14, 90), (x + 14, 90), (x + lean + 190, 940), (x + lean - 190, 940)],
            colour + "3c",
        )
        canvas.polygon(
            [(x - 10, 90), (x + 10, 90), (x + lean + 100, 940), (x + lean - 100, 940)],
            colour + "38",
        )
        canvas.ellipse((x + lean, 940), (230, 60), colour + "55")
        canvas.box((x - 30, 40, 60, 56), "#0e0a1c", 12)
        canvas.ellipse((x, 94), (22, 12), lighter(colour, 0.6))
    canvas.box((0, 28, 1600, 18), "#0e0a1c")
    for side in (0, 1):
        for fold in range(5):
            x = fold * 34 if not side else 1566 - fold * 34
            canvas.box((x, 0, 34, 960), mix("#8f1f3c", "#3a0c20", fold / 5 + 0.2 * (fold % 2)))
    canvas.sweep((0, 940, 1600, 90), "#6b4733", "#4a2f24")
    for x in (330, 1270):
        canvas.box((x - 80, 620, 160, 330), "#15101f", 8)
        for y, radius in ((700, 50), (850, 66)):
            canvas.ellipse((x, y), (radius, radius), "#3a3348")
            canvas.ellipse((x, y), (radius * 0.6, radius * 0.6), "#1f1a2a")
    _drums(canvas, (1010, 950))


def _drums(canvas: Canvas, at: Point) -> None:
    x, y = at
    canvas.ellipse((x, y - 110), (120, 116), "#e9e4da")
    canvas.ellipse((x, y - 110), (104, 100), "#d8433f")
    canvas.ellipse((x, y - 110), (60, 58), "#f4b63f")
    for side in (-1, 1):
        canvas.box((x + side * 150 - 60, y - 240, 120, 76), "#c8394a", 12)
        canvas.ellipse((x + side * 150, y - 240), (62, 18), "#f4efe4")
        canvas.stroke([(x + side * 230, y), (x + side * 230, y - 330)], 6, "#c9ced8")
        canvas.ellipse((x + side * 230, y - 332), (92, 16), "#e8c04f")


def _front_row(canvas: Canvas) -> None:
    for x in (560, 830):
        canvas.stroke([(x, 1020), (x, 740)], 8, "#c9ced8")
        canvas.stroke([(x, 740), (x + 24, 706)], 8, "#c9ced8")
        canvas.ellipse((x + 26, 700), (20, 24), "#2b2735")
    roll = dice("public")
    for index in range(17):
        x, y = 20 + index * 98, 1120 + 30 * roll.random()
        canvas.ellipse((x, y), (58, 64), "#0c0818")
        canvas.box((x - 80, y + 46, 160, 160), "#0c0818", 50)
        if index % 3 == 0:
            canvas.stroke([(x + 50, y + 60), (x + 66, y - 110)], 26, "#0c0818")


CONCERT = Scene(
    "concert",
    "Concert avec Lou Verlaine",
    "passerelle",
    Purpose.INFORMATION,
    (
        _stage,
        by("amina-haddad", (1010, 960), 520, Pose.WORK, turn=-0.3),
        by("sanne-de-vries", (330, 1010), 560, Pose.CHEER, turn=0.6, merry=True),
        official(by("lou-verlaine", (700, 1020), 660, Pose.WAVE, turn=0.4, merry=True)),
        _front_row,
    ),
    taken_days_ago=80,
    public_place=True,
    vignette=0.5,
    alt="Une chanteuse et deux jeunes sur scène sous les projecteurs, le public en ombres devant.",
)
