"""
Draw the spring fair and its crowd.
"""

from cli.demo.drawing.brush import Canvas, arc, darker, dice
from cli.demo.drawing.figure import Pose
from cli.demo.drawing.looks import Build
from cli.demo.drawing.nature import cloud
from cli.demo.drawing.scene import Cameo, Scene
from cli.demo.drawing.scenes.people import by, in_crowd, stranger
from cli.demo.drawing.things import PARTY, balloon, bunting, sign
from service.decision.terms import Purpose


def _wheel(canvas: Canvas) -> None:
    canvas.sweep((0, 0, 1600, 800), "#6d5aa8", "#f7b48a")
    cloud(canvas, (300, 180), 100, "#f3b7c0")
    cloud(canvas, (1400, 300), 80, "#f7c7ae")
    hub = (1090, 400)
    for x in (900, 1280):
        canvas.stroke([hub, (x, 830)], 20, "#4b4470")
    for radius, width in ((330, 14), (290, 7)):
        canvas.ring(hub, (radius, radius), width, "#f7efe0")
    for index, spot in enumerate(arc(hub, (310, 310), 0, 345)[::5]):
        canvas.stroke([hub, spot], 5, "#f1e4d0")
        colour = PARTY[index % 6]
        canvas.ellipse((spot[0], spot[1] + 34), (40, 34), darker(colour, 0.2))
        canvas.polygon(
            [(spot[0] - 46, spot[1] + 18), (spot[0] + 46, spot[1] + 18), (spot[0], spot[1] - 34)],
            colour,
        )
    canvas.ellipse(hub, (34, 34), "#f4b63f")
    for x, colour in ((40, "#d9594c"), (420, "#3f7fb5")):
        canvas.box((x, 470, 330, 390), "#f4e6cb")
        canvas.box((x + 24, 550, 282, 110), "#3a3350", 6)
        for index in range(6):
            canvas.polygon(
                [
                    (x - 20 + index * 62, 470),
                    (x + 42 + index * 62, 470),
                    (x + 36 + index * 54, 350),
                    (x + 28 + (index - 1) * 54 + 26, 350),
                ],
                colour if index % 2 else "#fff6e6",
            )
            canvas.ellipse((x + 11 + index * 62, 472), (31, 24), colour if index % 2 else "#fff6e6")
    sign(canvas, (75, 270, 260, 70), "GAUFRES", "#8a3b4a", "#ffe3a0")
    sign(canvas, (455, 270, 260, 70), "TOMBOLA", "#2f5a86", "#ffe3a0")
    canvas.sweep((0, 820, 1600, 380), "#d9b98a", "#b08d62")
    bunting(canvas, (0, 110), (800, 160), 90, 14)


def _balloons(canvas: Canvas) -> None:
    for index, (x, y) in enumerate(((1310, 560), (1375, 510), (1440, 575), (1385, 625))):
        balloon(canvas, (x, y), 54, PARTY[(index * 2 + 1) % 6], (1345, 830))


def _crowd() -> tuple[Cameo, ...]:
    roll = dice("foule")
    return tuple(
        stranger(
            f"foire{index}",
            (30 + index * 128 + roll.random() * 30, 880 + 26 * (index % 3)),
            330 + 20 * (index % 4),
            roll.choice((Pose.STAND, Pose.HOLD, Pose.HIP)),
            turn=roll.choice((-0.8, 0.0, 0.8)),
            build=roll.choice((Build.ADULT, Build.ADULT, Build.TEEN)),
        )
        for index in range(13)
    )


FOIRE = Scene(
    "foire",
    "La fête de printemps",
    "",
    Purpose.INFORMATION,
    (
        _wheel,
        *_crowd(),
        in_crowd(by("roger-baert", (220, 1010), 440, Pose.HOLD, turn=0.6)),
        _balloons,
        by("maud-leroy", (1330, 1150), 560, Pose.WAVE, turn=-0.4, merry=True, apron="#f4e6cb"),
        by("camille-lambert", (700, 1160), 560, Pose.OFFER, turn=0.4, merry=True, apron="#6d54a0"),
    ),
    taken_days_ago=70,
    public_place=True,
    informed=True,
    alt=(
        "Une foule devant une grande roue au coucher du soleil ; deux bénévoles en tablier "
        "au premier plan."
    ),
)
