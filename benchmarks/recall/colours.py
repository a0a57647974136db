"""
Change tones and colours, and put filters on.
"""

import numpy as np
from PIL import Image, ImageEnhance, ImageOps

from benchmarks.recall.variant import Make, Material, from_levels, levels_of

_SEPIA = np.array([[0.393, 0.769, 0.189], [0.349, 0.686, 0.168], [0.272, 0.534, 0.131]], np.float32)


def brightness(share: float) -> Make:
    """
    Multiply every level.
    """
    return lambda material: ImageEnhance.Brightness(material.photo).enhance(share)


def contrast(share: float) -> Make:
    """
    Spread or narrow the levels around their mean.
    """
    return lambda material: ImageEnhance.Contrast(material.photo).enhance(share)


def gamma(power: float) -> Make:
    """
    Lift or lower the middle tones.
    """
    table = [round(255 * (level / 255) ** power) for level in range(256)] * 3
    return lambda material: material.photo.point(table)


def auto_contrast(material: Material) -> Image.Image:
    """
    Spread the levels, as `enhance` buttons do.
    """
    return ImageOps.autocontrast(material.photo, cutoff=2)


def equalise(material: Material) -> Image.Image:
    """
    Use all levels equally.
    """
    return ImageOps.equalize(material.photo)


def saturation(share: float) -> Make:
    """
    Strengthen or fade the colours.
    """
    return lambda material: ImageEnhance.Color(material.photo).enhance(share)


def hue(degrees: float) -> Make:
    """
    Turn all colours around the wheel.
    """

    def make(material: Material) -> Image.Image:
        levels = np.asarray(material.photo.convert("HSV")).copy()
        levels[..., 0] += np.uint8(round(degrees / 360 * 256) % 256)
        return Image.frombytes("HSV", material.photo.size, levels.tobytes()).convert("RGB")

    return make


def sepia(material: Material) -> Image.Image:
    """
    Make it brown.
    """
    return from_levels(levels_of(material.photo) @ _SEPIA.T)


def grey(material: Material) -> Image.Image:
    """
    Take the colours away.
    """
    return material.photo.convert("L").convert("RGB")


def temperature(warmth: float) -> Make:
    """
    Shift between blue and orange.
    """
    gains = np.array([1 + warmth, 1, 1 - warmth], np.float32)
    return lambda material: from_levels(levels_of(material.photo) * gains)


def vignette(depth: float) -> Make:
    """
    Darken towards the corners.
    """

    def make(material: Material) -> Image.Image:
        width, height = material.photo.size
        down, across = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
        shade = (1 - depth * np.minimum(1, (across**2 + down**2) / 2)).astype(np.float32)
        return from_levels(levels_of(material.photo) * shade[..., None])

    return make


def invert(material: Material) -> Image.Image:
    """
    Give the negative.
    """
    return ImageOps.invert(material.photo)


def posterise(material: Material) -> Image.Image:
    """
    Keep eight levels of each colour.
    """
    return ImageOps.posterize(material.photo, 3)


def solarise(material: Material) -> Image.Image:
    """
    Turn the brightest levels around.
    """
    return ImageOps.solarize(material.photo, 200)


def _filtered(
    picture: Image.Image, tint: tuple[int, int, int], share: float, punch: float
) -> Image.Image:
    """
    Mix a colour in, then raise the contrast.
    """
    mixed = Image.blend(picture, Image.new("RGB", picture.size, tint), share)
    return ImageEnhance.Contrast(mixed).enhance(punch)


def vivid(material: Material) -> Image.Image:
    """
    Cool it, with more contrast and more colour.
    """
    cooled = _filtered(material.photo, (127, 187, 227), 0.2, 1.4)
    return ImageEnhance.Color(cooled).enhance(1.35)


def faded(material: Material) -> Image.Image:
    """
    Pale it as an old print: grey blacks, weak colours.
    """
    pale = ImageEnhance.Color(material.photo).enhance(0.6)
    return from_levels(levels_of(pale) * 0.72 + np.array([58, 48, 44], np.float32))


def rosy(material: Material) -> Image.Image:
    """
    Cast it warm and pink, with a vignette.
    """
    warm = _filtered(material.photo, (247, 176, 153), 0.25, 1.2)
    return vignette(0.4)(Material(warm, (), material.chance))


def duotone(material: Material) -> Image.Image:
    """
    Put two colours in place of black and white.
    """
    return ImageOps.colorize(material.photo.convert("L"), (32, 16, 92), (255, 226, 140))


def noir(material: Material) -> Image.Image:
    """
    Make it black and white with hard contrast.
    """
    return ImageEnhance.Contrast(grey(material)).enhance(1.7)
