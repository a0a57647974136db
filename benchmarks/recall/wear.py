"""
Compress, blur, add noise, and send through messengers.
"""

import cv2
import numpy as np
from PIL import Image, ImageFilter

from benchmarks.recall.geometry import shrunk
from benchmarks.recall.variant import Make, Material, from_levels, jpeg, levels_of, opened

_BLUR_SIDE_PX = 512
"""Blur is given for a picture of this longest side, and grows with it."""


def noise(deviation: float) -> Make:
    """
    Add the grain of a dark room, in every colour by itself.
    """

    def make(material: Material) -> Image.Image:
        levels = levels_of(material.photo)
        grain = material.chance.standard_normal(levels.shape, dtype=np.float32)
        return from_levels(levels + deviation * grain)

    return make


def specks(share: float) -> Make:
    """
    Make a share of the pixels black or white.
    """

    def make(material: Material) -> Image.Image:
        levels = levels_of(material.photo)
        drawn = material.chance.random(levels.shape[:2], dtype=np.float32)
        levels[drawn < share / 2] = 0
        levels[drawn > 1 - share / 2] = 255
        return from_levels(levels)

    return make


def blur(radius: float) -> Make:
    """
    Put it out of focus.
    """

    def make(material: Material) -> Image.Image:
        grown = radius * max(material.photo.size) / _BLUR_SIDE_PX
        return material.photo.filter(ImageFilter.GaussianBlur(grown))

    return make


def motion(length: int) -> Make:
    """
    Move the camera while it looks.
    """

    def make(material: Material) -> Image.Image:
        reach = max(3, round(length * max(material.photo.size) / _BLUR_SIDE_PX)) | 1
        angle = float(material.chance.uniform(0, 180))
        line = np.zeros((reach, reach), np.float32)
        line[reach // 2] = 1
        turn = cv2.getRotationMatrix2D((reach // 2, reach // 2), angle, 1)
        kernel = cv2.warpAffine(line, turn, (reach, reach))
        return from_levels(cv2.filter2D(levels_of(material.photo), -1, kernel / kernel.sum()))

    return make


def sharpen(percent: int) -> Make:
    """
    Sharpen as a phone's gallery does.
    """
    return lambda material: material.photo.filter(ImageFilter.UnsharpMask(2, percent, 2))


def median(material: Material) -> Image.Image:
    """
    Smooth as a beauty filter does.
    """
    return material.photo.filter(ImageFilter.MedianFilter(5))


def messenger(longest: int, quality: int, times: int) -> Make:
    """
    Send it so many times; the last saving is the variant's own.
    """

    def make(material: Material) -> Image.Image:
        picture = shrunk(material.photo, longest)
        for _ in range(times - 1):
            picture = opened(jpeg(quality)(picture))
        return picture

    return make
