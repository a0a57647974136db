"""
Draw the sports day at its finishing line.
"""

from cli.demo.drawing.brush import Canvas, dice
from cli.demo.drawing.figure import Pose
from cli.demo.drawing.nature import hill, leaves
from cli.demo.drawing.scene import Scene
from cli.demo.drawing.scenes.people import by, stranger
from cli.demo.drawing.things import bunting
from service.decision.terms import Purpose, Visibility


def _track(canvas: Canvas) -> None:
    canvas.sweep((0, 0, 1600, 420), "#b7dcf2", "#f4f1da")
    for index in range(9):
        x = index * 190 - 30
        canvas.ellipse(
            (x + 90, 400), (150, 110 + 36 * (index % 3)), "#6f9f62" if index % 2 else "#5b8d58"
        )
    leaves(canvas, (0, 260, 1600, 220), "#62955a", "haie", 300)
    canvas.box((0, 430, 1600, 130), "#6f7f9a")
    for row in range(2):
        for seat in range(20):
            x, y = 40 + seat * 80 + 30 * row, 455 + 56 * row
            roll = dice(f"tribune{row}{seat}")
            canvas.ellipse(
                (x, y + 34),
                (30, 34),
                roll.choice(("#d9594c", "#e9b44c", "#5a9a68", "#f2e9d8", "#8a63a8")),
            )
            canvas.ellipse(
                (x, y - 4), (17, 19), roll.choice(("#f2c5a0", "#dda877", "#8d5a3a", "#f9dcc4"))
            )
            canvas.ellipse(
                (x, y - 15), (17, 11), roll.choice(("#4b3024", "#241f2b", "#e3b85c", "#9a98a3"))
            )
    canvas.box((0, 545, 1600, 60), "#f5efe1")
    canvas.box((0, 552, 1600, 8), "#d9594c")
    hill(canvas, [(0, 608), (800, 596), (1600, 608)], "#7cb662", "pelouse")
    for lane, colour in enumerate(("#c65a3c", "#cf6847", "#c65a3c", "#cf6847")):
        top, bottom = 690 + lane * 128, 690 + (lane + 1) * 128
        canvas.polygon([(0, top), (1600, top), (1600, bottom), (0, bottom)], colour)
        canvas.box((0, top - 4, 1600, 8), "#fbeee0")
    for column in range(2):
        for row in range(13):
            canvas.box(
                (1240 + column * 40, 690 + row * 40, 40, 40),
                "#fdfaf2" if (row + column) % 2 else "#2b2833",
            )
    for x in (1180, 1360):
        canvas.box((x, 210, 22, 500), "#43507a", 8)
    canvas.box((1150, 200, 262, 96), "#43507a", 14)
    canvas.letters((1281, 248), "BRAVO !", 46, "#fff6dd")
    bunting(canvas, (0, 90), (1150, 230), 130, 22)


SPORT = Scene(
    "sport",
    "La journée sportive",
    "",
    Purpose.ACTIVITY_REPORT,
    (
        _track,
        stranger("arbitre", (1500, 760), 470, Pose.REACH_UP, visibility=Visibility.AMBIENCE),
        by("alix-renard", (1090, 840), 400, Pose.CHEER, turn=0.6, merry=True),
        by("elliot-simon", (690, 960), 450, Pose.WORK, turn=0.8, merry=True),
        by("adem-yilmaz", (300, 1140), 590, Pose.CHEER, turn=0.7, merry=True),
    ),
    taken_days_ago=33,
    informed=True,
    alt="Trois enfants franchissent la ligne d’arrivée devant une tribune pleine.",
)
