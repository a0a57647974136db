"""
Explain how light and colour of one picture became those of another.

One curve for all colours, and one number for how colourful it is: what a slider does
to a whole picture.  Six numbers cannot explain away a face.
"""

from dataclasses import dataclass, field
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from service.fingerprint.features.frame import Pixels

Levels = NDArray[np.float32]

_ROUNDS: Final = 4
_CLIPPED: Final = (0.012, 0.988)
_CLIPPED_WEIGHT: Final = 0.02
_PRIOR: Final = np.array([0.0, 0.0, 1.0, 0.0, 0.0, 0.0])
"""A picture is taken to be unchanged where there is nothing in it that says otherwise."""
_PRIOR_WEIGHT: Final = 2e-5
_NOISE: Final = 0.004
_GREY: Final = np.array([0.299, 0.587, 0.114], dtype=np.float32)
_LEVELS: Final = 255


@dataclass(frozen=True, slots=True)
class Tone:
    """
    Say what was done to light and colour.
    """

    own: Levels = field(repr=False)
    """For each level of a colour: what it gives to the same colour."""
    shared: Levels = field(repr=False)
    """For each level of grey: what it gives to all colours."""

    def slight(self) -> bool:
        """
        Tell whether everything is still to be seen, and looks about as it did.
        """
        curve = self.own + self.shared
        low, middle, high = (float(curve[level]) for level in (64, 128, 192))
        colourful = float(self.own[160] - self.own[96]) / 64
        steep = 0.6 < (high - low) / 128 < 1.5  # noqa: PLR2004 # contrast as seen
        return steep and abs(middle - 128) < 48 and 0.55 < colourful < 1.6  # noqa: PLR2004 # brightness and colours as seen

    def applied(self, picture: Pixels) -> Levels:
        """
        Give *picture* with the same done to it.
        """
        grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
        own = cv2.LUT(picture, self.own)
        shared = cv2.cvtColor(cv2.LUT(grey, self.shared), cv2.COLOR_GRAY2RGB)
        toned = np.asarray(own, dtype=np.float32)
        toned += shared
        return np.clip(toned, 0, _LEVELS, out=toned)


def fit_tone(before: Pixels, after: Pixels) -> Tone:
    """
    Find what turns *before* into *after*, whatever else differs.

    Args:
        before: The registered picture, very small: every pixel is looked at.

        after: The other, in the same size.
    """
    terms = _terms(before.reshape(-1, 3) / _LEVELS)
    goal = after.reshape(-1) / _LEVELS
    free = (goal > _CLIPPED[0]) & (goal < _CLIPPED[1])
    trust = np.where(free, 1.0, _CLIPPED_WEIGHT)
    weight, factors = trust, _PRIOR
    hold = np.eye(len(_PRIOR)) * len(goal) * _PRIOR_WEIGHT
    for _ in range(_ROUNDS):
        weighed = terms.T * weight
        factors = np.linalg.solve(weighed @ terms + hold, weighed @ goal + hold @ _PRIOR)
        wrong = terms @ factors - goal
        usual = 2 * (1.5 * middle_of(np.abs(wrong)) + _NOISE)
        weight = trust / (1 + (wrong / usual) ** 2) ** 2
    level = np.arange(_LEVELS + 1) / _LEVELS
    curve = np.column_stack((np.ones_like(level), np.sqrt(level), level, level**2))
    own = curve @ factors[:4] * _LEVELS
    shared = (factors[4] * level + factors[5] * level**2) * _LEVELS
    return Tone(own.astype(np.float32), shared.astype(np.float32))


def middle_of(several: NDArray[np.float64]) -> float:
    """
    Give the median.

    To the last bit what `np.median` gives, in a quarter of its time.
    """
    half = len(several) // 2
    parted = np.partition(several, half)
    if len(several) % 2:
        return float(parted[half])
    return float((parted[:half].max() + parted[half]) / 2)


def _terms(colours: NDArray[np.float64]) -> NDArray[np.float64]:
    """
    Give what the level of each colour may depend on, a row for each.
    """
    own = np.clip(colours, 0, 1)
    light = np.repeat((own @ _GREY)[:, None], 3, axis=1)
    parts = (np.ones_like(own), np.sqrt(own), own, own**2, light, light**2)
    return np.stack(parts, axis=-1).reshape(-1, len(parts))
