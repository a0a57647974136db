"""
Draw the scan of a signed form, as evidence of an answer given on paper.
"""

from PIL import Image

from cli.demo.drawing.brush import Canvas, dice
from cli.demo.drawing.light import finish

INK, PRINT = "#2a3f8f", "#3a3d46"
A5 = (840, 1180)
PLAIN = str.maketrans("àâäçéèêëîïôöùûüœÉÈÀÎ’", "aaaceeeeiioouuuoEEAI'")
"""The built-in letters have no accents."""


def signed_form(title: str, person: str, signatory: str, day: str, *, is_yes: bool) -> Image.Image:
    """
    Draw a form that *signatory* filled in about *person*.
    """
    sheet = Canvas(A5, "#fbfaf5")
    sheet.box((40, 40, 760, 90), "#e9e3f3", 12)
    sheet.letters((420, 86), title.translate(PLAIN), 32, PRINT)
    for row in range(9):
        y = 330 + row * 62
        sheet.box((70, y, 420 + 30 * (row % 4), 12), "#b9bcc6", 6)
        for column in range(2):
            sheet.box((610 + column * 90, y - 12, 36, 36), "#8a8f9c", 6)
            sheet.box((613 + column * 90, y - 9, 30, 30), "#fbfaf5", 4)
        left = 615 if is_yes else 705
        sheet.stroke([(left, y + 8), (left + 10, y + 18), (left + 28, y - 14)], 6, INK)
    sheet.letters((640, 284), "oui", 28, PRINT)
    sheet.letters((728, 284), "non", 28, PRINT)
    for y, word in ((180, person), (226, signatory), (1090, day)):
        sheet.letters((300, y), word.translate(PLAIN), 34, INK)
        sheet.box((70, y + 26, 460, 2), "#b9bcc6")
    _scribble(sheet, signatory)
    return finish(sheet, signatory, vignette=0.15)


def _scribble(sheet: Canvas, name: str) -> None:
    roll = dice(name)
    path = [(540 + 22 * step, 1040 + 60 * (roll.random() - 0.5)) for step in range(11)]
    sheet.curve(path, 5, INK)
    sheet.stroke([(540, 1085), (770, 1072)], 4, INK)
