"""
Draw the opening of the new wing, ribbon and mayor.
"""

from cli.demo.drawing.brush import Canvas, mix
from cli.demo.drawing.figure import Pose
from cli.demo.drawing.nature import leaves
from cli.demo.drawing.scene import Scene
from cli.demo.drawing.scenes.people import by, in_crowd, official
from cli.demo.drawing.things import PARTY, bricks, pot, sign, window
from service.decision.terms import Purpose


def _facade(canvas: Canvas) -> None:
    canvas.sweep((0, 0, 1600, 300), "#a6cdea", "#e9f1ec")
    bricks(canvas, (0, 150, 1600, 850), "#b5624a", "facade", 30)
    canvas.box((0, 120, 1600, 46), "#efe6d6", 6)
    canvas.box((0, 166, 1600, 12), "#00000033")
    for x in (90, 330, 1130, 1370):
        window(canvas, (x, 300, 140, 230), "#f6efe2")
        canvas.box((x - 10, 536, 160, 40), "#6b4a36", 6)
        leaves(canvas, (x - 20, 500, 180, 60), "#5f9a4e", f"jardiniere{x}", 50)
        for step in range(6):
            canvas.ellipse(
                (x + 10 + step * 25, 528 - 8 * (step % 2)), (10, 10), PARTY[(step + x) % 6]
            )
    canvas.box((560, 380, 480, 620), "#efe6d6", 8)
    canvas.sweep((590, 410, 420, 590), "#3f5f66", "#6f9a98")
    canvas.box((794, 410, 12, 590), "#efe6d6")
    for x in (620, 826):
        canvas.polygon([(x + 20, 900), (x + 90, 440), (x + 130, 440), (x + 60, 900)], "#ffffff33")
    canvas.polygon([(520, 382), (1080, 382), (1040, 310), (560, 310)], "#6d54a0")
    for index in range(8):
        canvas.ellipse((555 + index * 70, 384), (35, 24), "#f6efe2" if index % 2 else "#6d54a0")
    sign(canvas, (540, 196, 520, 96), "LES GLYCINES", "#4f3b80", "#fdf5e0")
    canvas.sweep((0, 960, 1600, 240), "#c9c1b5", "#a9a096")
    for row in range(6):
        for column in range(15):
            canvas.box(
                (column * 116 - (row % 2) * 58, 968 + row * 42, 110, 37),
                mix("#b9b0a5", "#d8d0c4", ((row * 7 + column * 5) % 9) / 9),
                5,
            )


def _ribbon(canvas: Canvas) -> None:
    for x in (140, 1460):
        canvas.box((x - 14, 760, 28, 370), "#d9b04a", 10)
        canvas.ellipse((x, 752), (26, 26), "#f0cd6a")
        canvas.shadow((x, 1132), (70, 18))
    canvas.curve([(140, 806), (480, 862), (800, 842)], 34, "#c42f3f")
    canvas.curve([(800, 842), (1120, 862), (1460, 806)], 34, "#c42f3f")
    canvas.curve([(140, 800), (480, 854), (800, 834), (1120, 854), (1460, 800)], 7, "#ee7a80")
    for side in (-1, 1):
        canvas.blob(
            [(800, 836), (800 + side * 110, 770), (800 + side * 150, 836), (800 + side * 110, 890)],
            "#d8394a",
        )
        canvas.blob(
            [(800, 836), (800 + side * 86, 796), (800 + side * 96, 836), (800 + side * 80, 866)],
            "#a3243a",
        )
        canvas.polygon([(800, 840), (800 + side * 40, 1010), (800 + side * 84, 990)], "#b92c3e")
    canvas.ellipse((800, 838), (36, 34), "#ee5c68")
    for side in (-1, 1):
        canvas.stroke([(800, 716), (800 + side * 26, 826)], 15, "#dfe3ea")
        canvas.stroke([(800, 716), (800 + side * 26, 826)], 5, "#a9b1c0")
        canvas.ring((800 - side * 30, 676), (30, 26), 12, "#e0b348")
        canvas.stroke([(800, 716), (800 - side * 22, 694)], 12, "#e0b348")
    canvas.ellipse((800, 720), (9, 9), "#6d7586")
    for x in (60, 1540):
        pot(canvas, (x, 1150), 84, "#8c6fb5")


RUBAN = Scene(
    "ruban",
    "Inauguration de la nouvelle aile",
    "",
    Purpose.INFORMATION,
    (
        _facade,
        by("isabelle-fontaine", (420, 1090), 640, Pose.WORK, turn=0.4),
        official(by("helene-dumoulin", (800, 1085), 640, Pose.HOLD, merry=True)),
        by("karim-saidi", (1170, 1095), 665, Pose.WORK, turn=-0.4, merry=True),
        in_crowd(by("roger-baert", (1500, 1010), 500, Pose.HOLD, turn=-0.7)),
        _ribbon,
    ),
    taken_days_ago=9,
    public_place=True,
    photographer="Atelier Baert",
    credit="© Atelier Baert pour Les Glycines",
    licence="CC BY-ND 4.0",
    alt="Trois personnes coupent un ruban rouge devant la façade en briques des Glycines.",
)
