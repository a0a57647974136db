"""
Give a flat drawing the unevenness of a photograph: light, grain, shade.

Recognition looks at how brightness changes over a picture; large flat areas would
leave it nothing to hold.  None of this is noise that changes from draw to draw.
"""

from PIL import Image, ImageChops

from cli.demo.drawing.brush import Canvas, Colour, dice

GREY = 128
OCTAVES = ((18, 24), (70, 14), (330, 15))
"""Columns of a coarse field of chance, and how far it may push the brightness."""


def field(seed: str, size: tuple[int, int]) -> Image.Image:
    """
    Make soft clouds of brightness around grey, always so for a *seed*.
    """
    total = Image.new("L", size, GREY)
    roll = dice(seed)
    for columns, push in OCTAVES:
        rows = max(2, columns * size[1] // size[0])
        coarse = Image.frombytes("L", (columns, rows), roll.randbytes(columns * rows))
        soft = coarse.resize(size, Image.Resampling.BICUBIC)
        weak = soft.point([GREY + (level - GREY) * push / GREY for level in range(256)])
        total = ImageChops.add(total, weak, offset=-GREY)
    return total


def grained(picture: Image.Image, seed: str) -> Image.Image:
    """
    Lay paper grain and drifting light over the whole picture.
    """
    grain = field(seed, picture.size)
    return ImageChops.overlay(picture, Image.merge("RGB", (grain, grain, grain)))


def vignetted(picture: Image.Image, strength: float = 0.3) -> Image.Image:
    """
    Darken the corners a little, as a lens does.
    """
    ramp = Image.radial_gradient("L").resize(picture.size)
    ramp = ramp.point([255 - max(0, level - 120) * strength for level in range(256)])
    return ImageChops.multiply(picture, Image.merge("RGB", (ramp, ramp, ramp)))


def modelled(layer: Canvas, light: Colour = "#fff4d6", shade: Colour = "#d2c3d4") -> None:
    """
    Shade a layer from the left (lit) to the right (in its own shadow).
    """
    width, height = layer.image.size
    ramp = Image.linear_gradient("L").rotate(90).resize((width, 1))
    cool, warm = (Image.new("RGB", ramp.size, tint) for tint in (shade, light))
    veil = Image.composite(cool, warm, ramp).resize((width, height), Image.Resampling.NEAREST)
    alpha = layer.image.getchannel("A")
    layer.image = ImageChops.multiply(layer.image.convert("RGB"), veil)
    layer.image.putalpha(alpha)


def finish(canvas: Canvas, seed: str, vignette: float = 0.3) -> Image.Image:
    """
    Reduce a canvas to its final size and let it look photographed.
    """
    return vignetted(grained(canvas.finished(), seed), vignette)
