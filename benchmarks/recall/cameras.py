"""
Print a photo or show it on a screen, and photograph that.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from benchmarks.recall.geometry import contain
from benchmarks.recall.variant import Make, Material, from_levels, levels_of

Levels = NDArray[np.float32]

_SHOT_PX = (900, 1200)
_PAPER_PX = (640, 880)
_SCREEN_PX = (450, 600)
_SUBPIXELS = 3


@dataclass(frozen=True, slots=True)
class Shot:
    """
    How badly it was photographed.
    """

    lean: float
    """How far each corner strays, as a share of the sides."""
    turn_degrees: float
    shade: float
    """How much darker the darkest side is."""
    blur: float
    grain: float


CAREFUL = Shot(0.02, 2, 0.15, 0.6, 3)
QUICK = Shot(0.05, 5, 0.3, 1.0, 5)
BAD = Shot(0.09, 9, 0.45, 1.5, 8)


def printed(shot: Shot) -> Make:
    """
    Print on paper with a white edge, lay it on a table, photograph it.
    """

    def make(material: Material) -> Image.Image:
        paper = _print(material.photo)
        scene = _table(material.photo, material.chance)
        laid = _laid(paper, scene, shot, material.chance, 0.9)
        return from_levels(_exposed(laid, shot, material.chance))

    return make


def _held(photo: Image.Image, size: tuple[int, int]) -> tuple[int, int]:
    """
    Hold the camera as the photo is: upright or across.
    """
    return size if photo.height >= photo.width else (size[1], size[0])


def _print(photo: Image.Image) -> Levels:
    """
    Give paper: less contrast, paler and warmer, no deep black.
    """
    inner = levels_of(contain(photo, *_held(photo, _PAPER_PX)))
    grey = inner.mean(axis=2, keepdims=True)
    pale = grey + 0.82 * (inner - grey)
    ink = 34 + pale * (206 / 255)
    edge = round(0.04 * max(inner.shape))
    paper = np.pad(ink, ((edge, edge), (edge, edge), (0, 0)), constant_values=240)
    return (paper * np.array([1.0, 0.975, 0.92], np.float32)).astype(np.float32)


def _table(photo: Image.Image, chance: np.random.Generator) -> Levels:
    """
    Give a wooden table: long streaks of brown.
    """
    width, height = _held(photo, _SHOT_PX)
    streaks = chance.normal(0, 1, (height // 4, width // 60)).astype(np.float32)
    grain = cv2.resize(streaks, (width, height), interpolation=cv2.INTER_CUBIC)[..., None]
    brown = np.array([150, 110, 75], np.float32) * float(chance.uniform(0.5, 1.3))
    return np.asarray(brown + 9 * grain, dtype=np.float32)


def displayed(shot: Shot) -> Make:
    """
    Show it on a screen of coloured stripes, photograph that from close by.
    """

    def make(material: Material) -> Image.Image:
        panel = _screen(material.photo)
        width, height = _held(material.photo, _SHOT_PX)
        scene = np.full((height, width, 3), 14, np.float32)
        # Sampled without smoothing, so that the two grids beat: moiré.
        laid = _laid(panel, scene, shot, material.chance, 1.02)
        return from_levels(_exposed(_glare(laid, material.chance), shot, material.chance))

    return make


def _screen(photo: Image.Image) -> Levels:
    """
    Give a panel: each pixel three stripes and a gap, shining bluish.
    """
    inner = levels_of(contain(photo, *_held(photo, _SCREEN_PX)))
    large = np.repeat(np.repeat(inner, _SUBPIXELS, axis=0), _SUBPIXELS, axis=1)
    stripes = np.full((_SUBPIXELS, _SUBPIXELS, 3), 0.62, np.float32)
    for column in range(_SUBPIXELS):
        stripes[:, column, column] = 1.45
    stripes[-1] *= 0.55
    across, down = inner.shape[1], inner.shape[0]
    panel = large * np.tile(stripes, (down, across, 1))
    return np.asarray(panel * np.array([1.0, 1.03, 1.12], np.float32), dtype=np.float32)


def _glare(levels: Levels, chance: np.random.Generator) -> Levels:
    """
    Let a lamp be mirrored softly somewhere.
    """
    height, width = levels.shape[:2]
    x, y = float(chance.uniform(0.1, 0.9)) * width, float(chance.uniform(0.1, 0.9)) * height
    down, across = np.ogrid[:height, :width]
    away = ((across - x) / (0.22 * width)) ** 2 + ((down - y) / (0.12 * height)) ** 2
    glow = (110 * np.exp(-away)).astype(np.float32)
    return np.asarray(levels + glow[..., None], dtype=np.float32)


def _laid(
    paper: Levels, scene: Levels, shot: Shot, chance: np.random.Generator, share: float
) -> Levels:
    """
    Put paper into the scene, seen slightly from the side, filling a share of it.
    """
    height, width = scene.shape[:2]
    high, wide = paper.shape[:2]
    scale = share * min(width / wide, height / high)
    half = np.array([wide * scale / 2, high * scale / 2])
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * half
    angle = np.radians(chance.uniform(-shot.turn_degrees, shot.turn_degrees))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    strayed = chance.uniform(-shot.lean, shot.lean, (4, 2)) * half * 2
    seen = (corners @ turn.T + strayed + [width / 2, height / 2]).astype(np.float32)
    flat = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    view = cv2.getPerspectiveTransform(flat, seen)
    shown = scene.copy()
    # Where the paper is not, the scene stays.
    cv2.warpPerspective(
        paper,
        view,
        (width, height),
        dst=shown,
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_TRANSPARENT,
    )
    return np.asarray(shown, dtype=np.float32)


def _exposed(levels: Levels, shot: Shot, chance: np.random.Generator) -> Levels:
    """
    Light it from one side, then blur and grain as a small lens does.
    """
    height, width = levels.shape[:2]
    angle = float(chance.uniform(0, 2 * np.pi))
    down, across = np.mgrid[-0.5 : 0.5 : height * 1j, -0.5 : 0.5 : width * 1j]
    slope = np.cos(angle) * across + np.sin(angle) * down
    light = (1 - shot.shade * (0.5 + slope / np.sqrt(2))).astype(np.float32)
    soft = cv2.GaussianBlur(levels * light[..., None], (0, 0), shot.blur)
    grain = chance.standard_normal(soft.shape, dtype=np.float32)
    return np.asarray(soft + shot.grain * grain, dtype=np.float32)
