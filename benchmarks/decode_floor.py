"""
Measure reading one 12-megapixel JPEG through the pool of workers.

The rival is what everybody writes first: `imagehash.phash(Image.open(file))`, which
decodes and hashes and does nothing else: no limits, no digest of the pixels, no
orientations, no preview, and in the process that holds the secrets.

`python -m benchmarks.decode_floor [FOLDER]` takes its picture from photographs in a
folder; without one it draws.
"""

import sys
import time
from collections.abc import Callable
from io import BytesIO
from itertools import cycle
from pathlib import Path

import imagehash
import numpy as np
from PIL import Image

from benchmarks.folder import photographs_below
from benchmarks.ratio import Ratio, table
from service.fingerprint.picture import Limits
from service.fingerprint.pool import PicturePool

SIZE = (4000, 3000)
TILE = 1000
ROUNDS = 15


def measure(folder: Path | None = None) -> list[Ratio]:
    """
    Read one picture in each way, by turns.
    """
    jpeg = twelve_megapixels(folder)
    with PicturePool(1, Limits()) as pool:
        ways: dict[str, Callable[[], object]] = {
            "pool": lambda: pool.read(jpeg, with_preview=True),
            "decode + phash": lambda: imagehash.phash(Image.open(BytesIO(jpeg))),
            "decode + phash256": lambda: imagehash.phash(Image.open(BytesIO(jpeg)), hash_size=16),
            "decode alone": lambda: Image.open(BytesIO(jpeg)).load(),
        }
        best = dict.fromkeys(ways, float("inf"))
        for _ in range(ROUNDS):
            # By turns, so that a busy minute of the machine is in every way's share.
            for name, way in ways.items():
                started = time.perf_counter()
                way()
                best[name] = min(best[name], time.perf_counter() - started)
    ours = best.pop("pool")
    return [
        Ratio(
            f"12-megapixel photo: pool / {name}",
            f"{ours * 1000:.1f} ms",
            f"{seconds * 1000:.1f} ms",
            ours / seconds,
            at_most=1.3 if name == "decode + phash" else None,
        )
        for name, seconds in best.items()
    ]


def twelve_megapixels(folder: Path | None, first: int = 0) -> bytes:
    """
    Give a JPEG as large and as busy as from a telephone.

    Args:
        first: From which photo or drawing on, so that two have nothing in common.
    """
    canvas = Image.new("RGB", SIZE)
    tiles = cycle(_photographs(folder, first) if folder else _drawings(first))
    for left in range(0, SIZE[0], TILE):
        for top in range(0, SIZE[1], TILE):
            canvas.paste(next(tiles).resize((TILE, TILE), Image.Resampling.BICUBIC), (left, top))
    grain = np.random.default_rng(1).normal(0, 3, (SIZE[1], SIZE[0], 1))
    levels = np.clip(np.asarray(canvas) + grain, 0, 255).astype(np.uint8)
    file = BytesIO()
    Image.fromarray(levels).save(file, "JPEG", quality=88)
    return file.getvalue()


def _photographs(folder: Path, first: int) -> list[Image.Image]:
    paths = photographs_below(folder)
    return [Image.open(path).convert("RGB") for path in paths[first : first + 12] or paths[:12]]


def _drawings(first: int) -> list[Image.Image]:
    chance = np.random.default_rng(2 + first)
    noise = chance.integers(60, 220, (12, 60, 60, 3), dtype=np.uint8)
    return [Image.fromarray(levels) for levels in noise]


if __name__ == "__main__":
    sys.stdout.write(table(measure(*map(Path, sys.argv[1:2]))) + "\n")
