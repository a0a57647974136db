"""
Draw an old photograph of the founders.
"""

from PIL import Image, ImageOps

from cli.demo.drawing.brush import Canvas, mix
from cli.demo.drawing.figure import Pose
from cli.demo.drawing.scene import Scene
from cli.demo.drawing.scenes.people import by
from cli.demo.drawing.things import planks
from service.decision.terms import Purpose, RightsSource


def _parlour(canvas: Canvas) -> None:
    canvas.sweep((0, 0, 1200, 1600), "#8a8f7a", "#a59f86")
    for column in range(13):
        for row in range(11):
            x, y = 46 + column * 96 + (row % 2) * 48, 60 + row * 104
            canvas.blob([(x, y - 34), (x + 20, y), (x, y + 34), (x - 20, y)], "#9da088")
            canvas.ellipse((x, y), (6, 6), "#7b7f6a")
    canvas.box((0, 1120, 1200, 26), "#5a4636")
    canvas.box((0, 1146, 1200, 110), "#6b5442")
    planks(canvas, (0, 1256, 1200, 344), "#5f4a3a", 70, upright=True, seed="parquet ancien")
    canvas.ellipse((600, 1460), (560, 120), "#7a3b3b")
    canvas.ellipse((600, 1456), (500, 100), "#94504a")
    canvas.box((430, 130, 340, 270), "#4a3626", 8)
    canvas.sweep((456, 156, 288, 218), "#bfc9b5", "#6f8560")
    canvas.polygon([(456, 374), (560, 230), (640, 330), (690, 270), (744, 374)], "#56684c")
    for side in (0, 1):
        for fold in range(4):
            x = fold * 40 if not side else 1160 - fold * 40
            canvas.box((x, 0, 42, 1180), mix("#5c3440", "#2f1a22", 0.25 * (fold % 2) + fold * 0.1))
    canvas.blob([(200, 1440), (180, 820), (380, 720), (600, 800), (600, 1440)], "#4f3f4a")
    canvas.blob([(220, 1330), (215, 870), (390, 770), (570, 850), (570, 1330)], "#6a5562")
    canvas.box((180, 1120, 70, 330), "#4f3f4a", 30)


def _aged(picture: Image.Image) -> Image.Image:
    toned = ImageOps.colorize(
        ImageOps.autocontrast(picture.convert("L"), cutoff=1), "#3a2718", "#f6e8c9", mid="#bb976c"
    )
    return ImageOps.expand(toned.crop((45, 45, 1155, 1555)), 45, "#f3ead6")


ARCHIVE = Scene(
    "archive",
    "Les fondateurs, vers 1985",
    "",
    Purpose.ARCHIVE,
    (
        _parlour,
        by("soeur-agnes", (800, 1440), 880, Pose.HOLD, turn=-0.4),
        by("marcel-thiry", (400, 1480), 900, Pose.STAND, turn=0.4),
    ),
    taken_days_ago=15000,
    size=(1200, 1600),
    photographer="Inconnu",
    credit="Archives Les Glycines",
    licence="Domaine de l’ASBL, don de la famille Thiry",
    source=RightsSource.OWN,
    vignette=0.6,
    tone=_aged,
    alt="Photographie ancienne, sépia : un homme et une religieuse debout dans un salon.",
)
