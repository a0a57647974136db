"""
Draw the birthday table of somebody who comes of age.
"""

from cli.demo.drawing.brush import Canvas, darker
from cli.demo.drawing.figure import Pose
from cli.demo.drawing.scene import Scene
from cli.demo.drawing.scenes.people import by
from cli.demo.drawing.things import PARTY, balloon, bunting, sign, table
from service.decision.terms import Purpose


def _party(canvas: Canvas) -> None:
    canvas.sweep((0, 0, 1600, 900), "#f7b7c4", "#fbdcc4")
    for column in range(10):
        for row in range(6):
            x, y = 60 + column * 170 + (row % 2) * 85, 60 + row * 150
            canvas.ellipse((x, y), (16, 16), "#ffffff66")
            canvas.ellipse((x + 40, y + 46), (8, 8), "#e88aa055")
    bunting(canvas, (0, 60), (800, 90), 130, 11)
    bunting(canvas, (800, 90), (1600, 50), 140, 11)
    for index, (x, y) in enumerate(
        ((90, 330), (180, 260), (130, 450), (1500, 300), (1420, 400), (1530, 470))
    ):
        balloon(canvas, (x, y), 74, PARTY[(index * 5 + 2) % 6], (x + (30, -30)[index // 3], 860))
    sign(canvas, (590, 205, 420, 90), "18 ANS, BRAVO !", "#8c4f9a", "#fff3d6")
    canvas.sweep((0, 860, 1600, 340), "#b98a6a", "#8f6a54")


def _cake(canvas: Canvas) -> None:
    table(canvas, (120, 880, 1360, 130), "#fdf6ea")
    canvas.polygon([(120, 1010), (1480, 1010), (1440, 1200), (160, 1200)], "#fdf6ea")
    for index in range(17):
        canvas.polygon(
            [
                (130 + index * 80, 1010),
                (170 + index * 80, 1010),
                (174 + index * 78, 1200),
                (140 + index * 78, 1200),
            ],
            "#f3d3d9",
        )
    canvas.shadow((800, 985), (280, 46), 0.4)
    for width, top, colour in ((460, 870, "#e88aa0"), (330, 785, "#fdf1dc"), (210, 705, "#b98ac9")):
        canvas.box((800 - width / 2, top, width, 130), darker(colour, 0.14), 26)
        canvas.box((800 - width / 2, top, width * 0.82, 130), colour, 26)
        for drip in range(int(width / 42)):
            canvas.ellipse(
                (800 - width / 2 + 22 + drip * 42, top + 18), (21, 18 + 12 * (drip % 3)), "#fffaf2"
            )
        canvas.box((800 - width / 2, top - 6, width, 24), "#fffaf2", 12)
    for index in range(6):
        x = 722 + index * 31
        canvas.box((x, 640, 11, 64), PARTY[index], 4)
        canvas.glow((x + 5, 622), 40, "#ffe28a", 0.9)
        canvas.ellipse((x + 5, 622), (8, 15), "#ffb53c")
        canvas.ellipse((x + 5, 626), (4, 8), "#fff6cf")
    for x in (260, 480, 1120, 1340):
        canvas.ellipse((x, 960), (74, 22), "#c9d8e2")
        canvas.ellipse((x, 954), (70, 19), "#f4fafc")
        canvas.box((x + 62, 880, 44, 72), PARTY[x // 110 % 6] + "cc", 8)
    _presents(canvas)


def _presents(canvas: Canvas) -> None:
    for x, side, colour, ribbon in (
        (150, 150, "#4c9fd0", "#fff3d6"),
        (1330, 130, "#6fb35b", "#e6504c"),
    ):
        canvas.box((x, 1180 - side, side, side), colour, 6)
        canvas.box((x + side * 0.7, 1180 - side, side * 0.3, side), darker(colour, 0.15), 6)
        canvas.box((x + side * 0.42, 1180 - side, side * 0.16, side), ribbon)
        for wing in (-1, 1):
            canvas.ellipse((x + side / 2 + wing * 26, 1172 - side), (28, 16), ribbon)


ANNIVERSAIRE = Scene(
    "anniversaire",
    "Les dix-huit ans de Léa",
    "passerelle",
    Purpose.ACTIVITY_REPORT,
    (
        _party,
        by("hugo-laurent", (330, 1140), 640, Pose.CHEER, turn=0.6, merry=True),
        by("lea-dubois", (800, 990), 640, Pose.OPEN, merry=True),
        by("jade-okafor", (1270, 1110), 620, Pose.CHEER, turn=-0.6, merry=True),
        _cake,
    ),
    taken_days_ago=6,
    alt=(
        "Une jeune femme derrière un gâteau à bougies, deux amis lèvent les bras ; ballons "
        "et fanions."
    ),
)
