"""
Take frames of clips: one is registered, those a moment later are asked.

In half a second somebody can have walked in, so none may be called a verified copy.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Final

import av
import cv2
import numpy as np
from PIL import Image, ImageSequence

from benchmarks.folder import give_up
from benchmarks.recall.variant import jpeg, levels_of

AFTER_SECONDS: Final = (0.5, 1.0, 2.0)
SEEN_LEVELS: Final = 10.0
"""
A block differs visibly when its mean does by this much: more than grain, which a
mean of 256 pixels takes away, and less than anybody moving in front of anything.
"""
_ANCHORS: Final = 60
_LEAST_APART_SECONDS: Final = 1.3
"""Of frames that are registered; no multiple of what is asked after them."""
_BLOCK_PX: Final = 16
_CLIPS: Final = frozenset({".mp4", ".webm", ".mov"})
_SAVE: Final = jpeg(92)


@dataclass(frozen=True, slots=True)
class Frame:
    """
    One frame of a clip.
    """

    clip: str
    at_seconds: float
    picture: Image.Image = field(repr=False)

    @property
    def name(self) -> str:
        """
        Give the name it is registered under.
        """
        return f"{self.clip} {self.at_seconds:.2f}"

    @property
    def saved(self) -> bytes:
        """
        Give it as a camera would have.
        """
        return _SAVE(self.picture)


@dataclass(frozen=True, slots=True)
class Burst:
    """
    Frames to register, and frames to ask.
    """

    registered: tuple[Frame, ...]
    asked: tuple[Frame, ...]


def find_bursts(folder: Path) -> list[Burst]:
    """
    Read every clip of a folder.

    Raises:
        SystemExit: There is none.
    """
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    clips = [path for path in paths if path.suffix.lower() in {".gif", *_CLIPS}]
    if not clips:
        give_up(f"No .gif, .mp4, .webm or .mov in {folder}.")
    return [burst for path in clips if (burst := _burst(path)).asked]


def _burst(path: Path) -> Burst:
    """
    Choose frames of one clip, spread over all of it.
    """
    length = _seconds(path)
    step = max(_LEAST_APART_SECONDS, (length - min(AFTER_SECONDS)) / _ANCHORS)
    anchors = [number * step for number in range(_ANCHORS)]
    wanted = sorted(
        {(at, True) for at in anchors}
        | {(at + after, False) for at in anchors for after in AFTER_SECONDS}
    )
    registered: list[Frame] = []
    asked: list[Frame] = []
    taken = iter(wanted)
    at, keep = next(taken)
    for seconds, picture in _frames(path):
        while seconds >= at:
            (registered if keep else asked).append(Frame(path.stem, seconds, picture))
            if (following := next(taken, None)) is None:
                return _apart(registered, asked)
            at, keep = following
    return _apart(registered, asked)


def _apart(registered: list[Frame], asked: list[Frame]) -> Burst:
    """
    Ask no frame twice, and none that is registered.
    """
    known = {frame.name for frame in registered}
    others = {frame.name: frame for frame in asked if frame.name not in known}
    return Burst(tuple(registered), tuple(others.values()))


def _seconds(path: Path) -> float:
    """
    Give how long a clip plays.
    """
    return max((seconds for seconds, _ in _frames(path, peek=True)), default=0.0)


def _frames(path: Path, *, peek: bool = False) -> Iterator[tuple[float, Image.Image]]:
    """
    Give the frames with their times.

    Args:
        peek: Only the times matter.
    """
    if path.suffix.lower() == ".gif":
        yield from _gif_frames(path)
        return
    with av.open(BytesIO(path.read_bytes()), mode="r") as clip:
        for frame in clip.decode(video=0):
            empty = Image.new("RGB", (1, 1))
            yield (
                float(frame.time or 0),
                empty if peek else Image.fromarray(frame.to_ndarray(format="rgb24")),
            )


def _gif_frames(path: Path) -> Iterator[tuple[float, Image.Image]]:
    """
    Give the frames of an animation.
    """
    seconds = 0.0
    with Image.open(path) as clip:
        for frame in ImageSequence.Iterator(clip):
            yield seconds, frame.convert("RGB")
            seconds += frame.info.get("duration", 100) / 1000


def is_changed(one: Image.Image, other: Image.Image) -> bool:
    """
    Tell whether anybody would see a difference somewhere.

    A filmed empty room is one picture for as long as nothing moves.
    """
    apart = levels_of(one) - levels_of(other)
    size = (max(1, one.width // _BLOCK_PX), max(1, one.height // _BLOCK_PX))
    blocks = cv2.resize(apart, size, interpolation=cv2.INTER_AREA)
    return bool(np.abs(blocks).max() >= SEEN_LEVELS)
