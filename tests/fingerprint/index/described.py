"""
Make features as if pictures had been described.
"""

import numpy as np

from service.fingerprint.features.values import FRAME_SIDE_PX, Features, Views

HEIGHT_PX = 384
POINTS = 300


def features_of(seed: int, points: int = POINTS) -> Features:
    """
    Give features that no other seed gives.
    """
    chance = np.random.default_rng(seed)
    at = chance.uniform(0, 1, (points, 2)) * (FRAME_SIDE_PX - 1, HEIGHT_PX - 1)
    return Features(
        width_px=FRAME_SIDE_PX,
        height_px=HEIGHT_PX,
        points=at.astype(np.float32),
        sizes=chance.uniform(4, 60, points).astype(np.float32),
        angles=chance.uniform(0, 2 * np.pi, points).astype(np.float32),
        descriptors=chance.integers(0, 256, (points, 32), dtype=np.uint8),
    )


def part_of(features: Features, start: int, end: int) -> Features:
    """
    Give some of the points, as if the rest had been cut away.
    """
    part = slice(start, end)
    return Features(
        features.width_px,
        features.height_px,
        features.points[part],
        features.sizes[part],
        features.angles[part],
        features.descriptors[part],
    )


def views_of(features: Features, seed: int = 1_000_000) -> Views:
    """
    Give views of which one shows *features*.
    """
    others = [features_of(seed + each, len(features)) for each in range(2)]
    return Views(features, *others)
