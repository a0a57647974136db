"""
Draw a face and what is worn on it.
"""

from cli.demo.drawing.brush import Colour, arc, darker, mix
from cli.demo.drawing.head import Head
from cli.demo.drawing.looks import Build, Hair, Look


def draw_face(head: Head, look: Look) -> None:
    """
    Draw skin, ears, eyes, nose, mouth, and what is worn on the face.
    """
    skin, shift = look.skin, head.turn * 0.2
    wide = 0.97 if look.build is Build.CHILD else 0.91
    if look.style is not Hair.SCARF:
        for side in (-1, 1):
            head.oval((side * wide, 0.12), (0.19, 0.24), darker(skin, 0.1))
            head.oval((side * wide, 0.12), (0.1, 0.14), darker(skin, 0.22))
    head.oval((0, 0), (wide, 1.0), darker(skin, 0.13))
    head.oval((-0.05, -0.04), (wide * 0.95, 0.95), skin)
    blush = mix(skin, "#e0415a", 0.3)
    for side in (-1, 1):
        head.oval((side * 0.52 + shift, 0.36), (0.19, 0.13), blush)
    if look.freckles:
        for x, y in ((-0.5, 0.28), (-0.38, 0.36), (0.4, 0.36), (0.52, 0.28), (0.0, 0.2)):
            head.oval((x + shift, y), (0.035, 0.035), mix(skin, "#a8522a", 0.55))
    _eyes(head, look, shift)
    head.line(
        [(shift * 1.5 - 0.07, 0.26), (shift * 1.5 + 0.03, 0.31), (shift * 1.5 + 0.1, 0.25)],
        0.07,
        darker(skin, 0.3),
    )
    if look.beard:
        _beard(head, look, shift)
    _mouth(head, skin, shift)


def _eyes(head: Head, look: Look, shift: float) -> None:
    """
    Draw eyes, brows and glasses.
    """
    brow = darker(look.hair, 0.25) if look.style is not Hair.SCARF else "#3a2a26"
    for side in (-1, 1):
        x = side * 0.36 + shift
        head.oval((x, 0.02), (0.135, 0.165), "#fffdf8")
        head.oval((x + shift * 0.25, 0.03), (0.1, 0.135), "#2a2029")
        head.oval((x + shift * 0.25 + 0.035, -0.03), (0.036, 0.042), "#ffffff")
        head.line([(x - 0.17, -0.24), (x, -0.31), (x + 0.17, -0.24)], 0.075, brow)
    if look.glasses:
        for side in (-1, 1):
            x = side * 0.36 + shift
            head.canvas.ring(
                head.at(x, 0.03), (0.29 * head.radius,) * 2, 0.075 * head.radius, look.glasses
            )
        head.line([(shift - 0.08, 0.0), (shift + 0.08, 0.0)], 0.07, look.glasses)


def _mouth(head: Head, skin: Colour, shift: float) -> None:
    """
    Draw a smile or a laugh.
    """
    x = shift * 1.2
    if head.merry:
        lips = arc((0 + x, 0.46), (0.3, 0.28), 0, 180)
        head.shape(lips, "#7c2436", soft=False)
        head.shape(
            [(x - 0.25, 0.46), (x + 0.25, 0.46), (x + 0.2, 0.55), (x - 0.2, 0.55)],
            "#fffaf2",
            soft=False,
        )
        head.oval((x, 0.67), (0.13, 0.06), "#e0667a")
        return
    head.line(
        [(x - 0.26, 0.5), (x - 0.12, 0.6), (x + 0.12, 0.6), (x + 0.26, 0.5)],
        0.085,
        mix(darker(skin, 0.35), "#8a2438", 0.55),
    )


def _beard(head: Head, look: Look, shift: float) -> None:
    """
    Draw a short beard around the mouth.
    """
    jaw = arc((0, 0), (0.93, 1.03), 12, 168)
    inner = [(-0.74, 0.3), (-0.36, 0.36), (shift, 0.34), (0.36, 0.36), (0.74, 0.3)]
    head.shape([*jaw, *inner], look.hair, soft=False)
    head.oval((shift * 1.2, 0.56), (0.31, 0.15), mix(look.skin, "#d9667a", 0.12))
