"""
Read the folder: whose half a photo is in, and the copy of it that travels.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image, ImageOps

from benchmarks.folder import photographs_below

CHOOSING: Final = "choosing"
REPORTING: Final = "reporting"
HALVES: Final = (CHOOSING, REPORTING)
TRAVELS_AT_PX: Final = 1600
_KEPT_OPEN: Final = 96


@dataclass(frozen=True, slots=True)
class Photograph:
    """
    One file of the folder.
    """

    path: Path
    digest: bytes = field(repr=False)
    """SHA-256 of its bytes."""

    @property
    def half(self) -> str:
        """
        Give the half it is in: the first bit of its digest, wherever it lies.
        """
        return HALVES[self.digest[0] >> 7]

    def chance(self, seed: int, name: str) -> np.random.Generator:
        """
        Give the chance of one imitation of this photo, the same in every run.
        """
        drawn = sha256(b"%d %s %s" % (seed, name.encode(), self.digest)).digest()
        return np.random.default_rng(int.from_bytes(drawn[:8], "big"))


def find_photographs(folder: Path, limit: int | None) -> list[Photograph]:
    """
    List the photos of a folder and what is below it, each content once.

    In the order of their digests, so that a limit takes any of them, half and half.

    Raises:
        SystemExit: There is none.
    """
    files = photographs_below(folder)
    found = {digest: path for path in files if (digest := sha256(path.read_bytes()).digest())}
    photographs = [Photograph(path, digest) for digest, path in sorted(found.items())]
    if limit is None:
        return photographs
    halves = [[each for each in photographs if each.half == half] for half in HALVES]
    return [
        each
        for number, half in enumerate(halves)
        for each in half[: (limit + number) // len(HALVES)]
    ]


@lru_cache(maxsize=_KEPT_OPEN)
def travelling(path: Path) -> Image.Image:
    """
    Give the copy that is passed on: upright, in RGB, not larger than messengers send.
    """
    with Image.open(path) as opened:
        opened.draft("RGB", (TRAVELS_AT_PX, TRAVELS_AT_PX))
        upright = ImageOps.exif_transpose(opened).convert("RGB")
    upright.thumbnail((TRAVELS_AT_PX, TRAVELS_AT_PX), Image.Resampling.LANCZOS)
    return Image.frombytes("RGB", upright.size, upright.tobytes())
