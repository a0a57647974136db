"""
Tick boxes on rendered paper, and photograph it as people do.
"""

from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO

import cv2
import numpy as np
import pypdfium2
from PIL import Image, ImageDraw

from service.usecases.paper import layout

PX_PER_POINT = 3.0
_TABLE_GREY = 90


class Hand(StrEnum):
    """
    What somebody does to a box.
    """

    CROSS = "cross"
    HOOK = "hook"
    FILLED = "filled"
    FAINT = "faint"
    STRUCK_OUT = "struck_out"
    DOT = "dot"


CLEAR = frozenset({Hand.CROSS, Hand.HOOK})
_STROKES = {
    Hand.CROSS: (((0.15, 0.2), (0.85, 0.8)), ((0.85, 0.15), (0.2, 0.85))),
    Hand.HOOK: (((0.15, 0.5), (0.4, 0.85), (1.1, -0.15)),),
    Hand.FAINT: (((0.15, 0.2), (0.85, 0.8)),),
    Hand.STRUCK_OUT: (
        ((0.15, 0.2), (0.85, 0.8)),
        ((0.85, 0.15), (0.2, 0.85)),
        ((-0.6, 0.5), (1.6, 0.5)),
    ),
}


def rendered(pdf: bytes) -> list[Image.Image]:
    """
    Give the pages of a document, as a printer would put them on paper.
    """
    document = pypdfium2.PdfDocument(pdf)
    pages = [
        document[number].render(scale=PX_PER_POINT).to_pil().convert("L")
        for number in range(len(document))
    ]
    document.close()
    return pages


def write(page: Image.Image, box: int, hand: Hand) -> None:
    """
    Do something to a box, in blue ink that a camera sees as dark grey.
    """
    spot, side, scale = layout.order().boxes[box], layout.BOX_SIZE, page.width / layout.WIDTH

    def at(u: float, v: float) -> tuple[float, float]:
        return (spot.x + side * u) * scale, (spot.y + side * v) * scale

    pen = ImageDraw.Draw(page)
    if hand is Hand.FILLED:
        pen.rectangle((*at(0, 0), *at(1, 1)), fill=30)
    elif hand is Hand.DOT:
        pen.ellipse((*at(0.4, 0.4), *at(0.55, 0.55)), fill=30)
    else:
        grey = 215 if hand is Hand.FAINT else 50
        for stroke in _STROKES[hand]:
            pen.line([at(*each) for each in stroke], fill=grey, width=round(6 * scale))


@dataclass(frozen=True)
class Shot:
    """
    How a photograph was taken.
    """

    degrees: float = 0.0
    skew: float = 0.0
    seed: int = 0
    longest_px: int = 2000
    shaded: bool = False
    grain: float = 0.0
    quality: int = 60


def photographed(page: Image.Image, shot: Shot) -> bytes:
    """
    Give a JPEG of paper on a table.
    """
    edge = page.width // 7
    seen = cv2.copyMakeBorder(
        np.asarray(page), edge, edge, edge, edge, cv2.BORDER_CONSTANT, value=(_TABLE_GREY,)
    )
    dice = np.random.default_rng(shot.seed)
    taken = _tilted(seen, shot, dice).astype(np.float32)
    if shot.shaded:
        rows, columns = np.mgrid[: taken.shape[0], : taken.shape[1]]
        taken *= 0.55 + 0.45 * columns / taken.shape[1]
        taken *= np.where(rows + columns > taken.shape[1], 1.0, 0.8)
    taken += dice.normal(0.0, 1.0, taken.shape) * shot.grain
    file = BytesIO()
    Image.fromarray(np.clip(taken, 0, 255).astype(np.uint8)).save(
        file, "JPEG", quality=shot.quality
    )
    return file.getvalue()


def _tilted(seen: np.ndarray, shot: Shot, dice: np.random.Generator) -> np.ndarray:
    height, width = seen.shape
    turn = np.deg2rad(shot.degrees)
    spin = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    before = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    after = (before - before.mean(0)) @ spin.T
    after += dice.uniform(-shot.skew, shot.skew, (4, 2)) * width
    after -= after.min(0)
    after *= shot.longest_px / after.max()
    matrix = cv2.getPerspectiveTransform(before, after.astype(np.float32))
    wide, high = (int(each) + 1 for each in after.max(0))
    return cv2.warpPerspective(
        seen, matrix, (wide, high), flags=cv2.INTER_AREA, borderValue=(_TABLE_GREY,)
    )
