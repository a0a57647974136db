"""
Choose the bits of a descriptor by which points are looked up.

`python -m benchmarks.choose_bits` prints the numbers that stand in
`service/fingerprint/index/sketch.py`.  They are taken from pictures drawn here, things
before things in all sizes, and hold for photographs too: points of 300 real photos
spread over the words nearly as evenly as with bits chosen from those photos.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from service.fingerprint.features.extract import describe
from service.fingerprint.index.sketch import CODE_BITS

PICTURES = 300
SIDE_PX = 480
UNEVEN = 4.0
"""How much a bit that is mostly set counts against one that repeats another."""

Levels = NDArray[np.floating]


def main() -> None:
    """
    Print the numbers of the bits, best first.
    """
    found = [describe(_picture(np.random.default_rng(seed))) for seed in range(PICTURES)]
    print(choose(np.concatenate([each.descriptors for each in found]), CODE_BITS))


def choose(descriptors: NDArray[np.uint8], count: int) -> list[int]:
    """
    Give bits that are set as often as not, and tell least about one another.
    """
    bits = np.unpackbits(descriptors, axis=1).astype(np.float32)
    repeats = np.asarray(np.corrcoef(bits.T)) ** 2
    uneven = np.asarray(UNEVEN * (bits.mean(axis=0) - 0.5) ** 2)
    chosen = [int(uneven.argmin())]
    while len(chosen) < count:
        against = np.asarray(repeats[chosen].sum(axis=0) + uneven)
        against[chosen] = np.inf
        chosen.append(int(against.argmin()))
    return chosen


def _picture(chance: np.random.Generator) -> NDArray[np.uint8]:
    """
    Lay things over one another: few are large and many small, as before any camera.
    """
    canvas = 128 + 20 * _cloud(chance, 1.5)
    textures = [_cloud(chance, slope) for slope in (1.0, 1.3, 1.7)]
    for _ in range(int(chance.integers(60, 500))):
        tone = chance.uniform(20, 235) + chance.uniform(0, 25) * textures[chance.integers(3)]
        ramp = np.linspace(-1, 1, SIDE_PX, dtype=np.float32)
        tone = tone + chance.normal(0, 20) * ramp + chance.normal(0, 20) * ramp[:, None]
        if chance.random() < 0.15:
            stripes = np.sign(np.sin(np.arange(SIDE_PX) * chance.uniform(0.1, 1.2)))
            tone = tone + chance.uniform(10, 60) * stripes.reshape(chance.permutation((1, SIDE_PX)))
        seen = _outline(chance) / np.float32(255)
        canvas = canvas * (1 - seen) + tone * seen
    soft = cv2.GaussianBlur(canvas.astype(np.float32), (0, 0), float(chance.uniform(0.6, 1.4)))
    grain = chance.normal(0, chance.uniform(0, 4), soft.shape)
    return np.asarray(np.clip(soft + grain, 0, 255), np.uint8)


def _outline(chance: np.random.Generator) -> NDArray[np.uint8]:
    outline = np.zeros((SIDE_PX, SIDE_PX), np.uint8)
    size = 6 / (chance.uniform() + 0.03)
    middle = chance.uniform(0, SIDE_PX, 2)
    turn = float(chance.choice((0, 90)) + chance.normal(0, 4) if chance.random() < 0.5 else 0)
    turn = turn or float(chance.uniform(0, 180))
    if chance.random() < 0.3:
        axes = (int(size) + 1, int(size * chance.uniform(0.2, 1)) + 1)
        centre = (int(middle[0]), int(middle[1]))
        cv2.ellipse(outline, centre, axes, turn, 0, 360, 255, -1, cv2.LINE_AA)
        return outline
    corners = int(chance.integers(3, 8))
    directions = np.sort(chance.uniform(0, 2 * np.pi, corners)) + np.radians(turn)
    reach = size * chance.uniform(0.4, 1.2, corners)
    around = np.stack((np.cos(directions), np.sin(directions)), axis=1) * reach[:, None]
    around = np.asarray(around * (1.0, chance.uniform(0.1, 1)))
    if chance.random() < 0.4:
        box = ((0.0, 0.0), (2 * size, 2 * size * chance.uniform(0.1, 1)), turn)
        around = np.asarray(cv2.boxPoints(box), np.float64)
    cv2.fillPoly(outline, [(around + middle).astype(np.int32)], 255, cv2.LINE_AA)
    return outline


def _cloud(chance: np.random.Generator, slope: float) -> Levels:
    """
    Give noise that is as rough from near as from afar.
    """
    waves = np.fft.rfft2(chance.normal(size=(SIDE_PX, SIDE_PX)))
    down, across = np.fft.fftfreq(SIDE_PX)[:, None], np.fft.rfftfreq(SIDE_PX)
    length = np.hypot(down, across)
    length[0, 0] = 1
    levels = np.fft.irfft2(waves * length**-slope, s=(SIDE_PX, SIDE_PX))
    return np.asarray((levels - levels.mean()) / levels.std(), np.float32)


if __name__ == "__main__":
    main()
