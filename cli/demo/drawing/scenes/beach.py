"""
Draw the outing to the sea.
"""

from itertools import pairwise

from cli.demo.drawing.brush import Canvas, dice
from cli.demo.drawing.figure import Pose
from cli.demo.drawing.nature import cloud, hill
from cli.demo.drawing.scene import Scene
from cli.demo.drawing.scenes.people import by
from service.decision.terms import Purpose


def _beach(canvas: Canvas) -> None:
    canvas.sweep((0, 0, 1600, 430), "#4f9fd8", "#cfeaf4")
    cloud(canvas, (1180, 150), 120)
    cloud(canvas, (180, 110), 80)
    canvas.sweep((0, 430, 1600, 240), "#2f7fae", "#7cc7cf")
    roll = dice("vagues")
    for _ in range(70):
        x, depth = roll.random() * 1600, roll.random()
        y = 445 + 190 * depth
        length = 30 + 80 * depth
        canvas.curve(
            [(x, y), (x + length / 2, y - 5 - 6 * depth), (x + length, y)], 2 + 3 * depth, "#d9f2f2"
        )
    canvas.polygon([(1040, 470), (1220, 470), (1190, 512), (1070, 512)], "#b8443c")
    canvas.polygon([(1122, 250), (1122, 462), (1010, 462)], "#fdf6e6")
    canvas.polygon([(1136, 270), (1136, 462), (1230, 462)], "#f1d9a4")
    hill(canvas, [(0, 700), (350, 650), (800, 690), (1250, 640), (1600, 680)], "#f5f6ee")
    hill(canvas, [(0, 726), (350, 676), (800, 716), (1250, 668), (1600, 704)], "#ecd6a1")
    for _ in range(320):
        x, depth = roll.random() * 1600, roll.random()
        canvas.ellipse(
            (x, 740 + 450 * depth),
            (2 + 3 * depth, 1 + 2 * depth),
            roll.choice(("#c9a86c", "#fff3cf", "#b08d59")),
        )
    _parasol(canvas)


def _parasol(canvas: Canvas) -> None:
    canvas.shadow((300, 960), (260, 50), 0.4)
    canvas.stroke([(330, 950), (270, 480)], 16, "#e9e3d6")
    rim = [(10, 560), (110, 585), (215, 590), (325, 580), (425, 560), (520, 520)]
    for index, (one, other) in enumerate(pairwise(rim)):
        canvas.polygon(
            [(250, 330), one, ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2 + 14), other],
            "#e5523f" if index % 2 else "#fdf3df",
        )
    canvas.ellipse((250, 332), (14, 12), "#8a4a3a")
    for stripe in range(6):
        canvas.polygon(
            [
                (90 + stripe * 62, 960),
                (152 + stripe * 62, 960),
                (130 + stripe * 66, 1020),
                (60 + stripe * 66, 1020),
            ],
            "#4c9fb8" if stripe % 2 else "#fff6e4",
        )


def _castle(canvas: Canvas) -> None:
    sand, shade = "#dcb875", "#c19a58"
    canvas.shadow((1180, 1150), (330, 60))
    for x, width, top in ((960, 120, 980), (1100, 170, 900), (1290, 120, 990)):
        canvas.box((x, top, width, 1150 - top), sand)
        canvas.box((x + width * 0.66, top, width * 0.34, 1150 - top), shade)
        for tooth in range(4):
            canvas.box((x + tooth * width / 3.6, top - 26, width / 6, 30), sand)
    canvas.blob(
        [(900, 1160), (960, 1085), (1190, 1060), (1400, 1085), (1470, 1160), (1180, 1185)], sand
    )
    canvas.blob([(1150, 1140), (1152, 1040), (1185, 1012), (1218, 1040), (1220, 1140)], "#7f5f38")
    canvas.stroke([(1185, 875), (1185, 770)], 6, "#7b5638")
    canvas.polygon([(1188, 772), (1270, 800), (1188, 828)], "#e5523f")
    canvas.polygon([(1400, 1090), (1500, 1090), (1482, 1180), (1418, 1180)], "#3f8fc8")
    canvas.ellipse((1450, 1090), (50, 12), "#2a6a9c")
    for x, y, colour in ((860, 1120, "#f08a6c"), (560, 1160, "#fff3df"), (1540, 1020, "#f4b6a0")):
        for turn in range(5):
            canvas.stroke(
                [
                    (x, y),
                    (
                        x + 24 * (0, 0.95, 0.6, -0.6, -0.95)[turn],
                        y + 24 * (-1, -0.3, 0.8, 0.8, -0.3)[turn],
                    ),
                ],
                11,
                colour,
            )


PLAGE = Scene(
    "plage",
    "Excursion à la mer",
    "colibris",
    Purpose.ACTIVITY_REPORT,
    (
        _beach,
        by("emma-peeters", (560, 1010), 470, Pose.CHEER, turn=0.4, merry=True),
        by("noah-janssens", (840, 1060), 480, Pose.OFFER, turn=0.7, merry=True),
        by("ines-benali", (1430, 1010), 480, Pose.OFFER_LEFT, turn=-0.6),
        _castle,
    ),
    taken_days_ago=45,
    public_place=True,
    alt=(
        "Trois enfants à la plage autour d’un château de sable, un parasol rayé et un "
        "voilier au loin."
    ),
)
