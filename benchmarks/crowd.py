"""
Fill an organisation with photos that nobody took, through the real persistence.

Their fingerprints are those of drawn clouds whose detail falls off as in photographs,
so that their bits hang together as those of photographs do.  Their points are those of
drawn scenes, mixed and blurred, so that every picture has some in common with a few.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import islice
from typing import Final

import numpy as np
from PIL import Image

from service.decision.ids import PhotoId
from service.fingerprint.features.extract import describe
from service.fingerprint.features.values import FRAME_SIDE_PX, Features
from service.fingerprint.index.sketch import SKETCH_POINTS, sketch_of
from service.fingerprint.perceptual import fingerprints
from service.records.photos import FeaturesRecord, FingerprintRecord, PhotoRecord, Recipe
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from tests.fingerprint.drawing import draw_scene, encode

_AT_ONCE: Final = 5_000
_SIDE_PX: Final = 64
_CLOUDS_AT_ONCE: Final = 256
_SCENES: Final = 40
_SKETCHES: Final = 2_000
"""Of so many the photos take turns: making them anew would take minutes."""
_BLUR: Final = 0.1


def enter_photos(registry: Registry, caller: Caller, count: int) -> None:
    """
    Enter so many photos, some thousands in each transaction.
    """
    desk = registry.photos.register_photo.desk
    made = islice(_photos(registry.photos.register_photo.look.rules.recipes.features), count)
    while batch := list(islice(made, _AT_ONCE)):
        with desk.database.begin(caller.organisation_id) as work:
            now = desk.clock()
            for photo in batch:
                work.photos.add(photo, now, caller.actor.id)
            work.commit()


def _photos(recipe: Recipe) -> Iterator[PhotoRecord]:
    """
    Make photos up, without end.
    """
    scenes = [_scene(seed) for seed in range(_SCENES)]
    sketches = _sketches([features for features, _ in scenes])
    for number, fingerprint in enumerate(_fingerprints()):
        digest = sha256(b"photo %d" % number).digest()
        features, preview = scenes[number % _SCENES]
        # Of those that have as much in common with a picture the first are compared with
        # it; the others need nothing to lay it over, and much disk.
        is_compared = number < _SKETCHES
        yield PhotoRecord(
            # Ids grow with time; these are older than any that is made now.
            id=PhotoId(f"00000000-0000-7000-8000-{number:012x}"),
            digest_bytes=digest,
            digest_pixels=sha256(digest).digest(),
            format="jpeg",
            width_px=4000,
            height_px=3000,
            textureless=False,
            fingerprint=fingerprint,
            features=FeaturesRecord(
                recipe.algorithm,
                recipe.version,
                features.to_bytes() if is_compared else b"",
                sketches[number % _SKETCHES],
            ),
            preview=preview if is_compared else None,
        )


def _scene(seed: int) -> tuple[Features, bytes]:
    """
    Draw a scene; give its points, and its preview.
    """
    drawn = draw_scene(seed, (FRAME_SIDE_PX, FRAME_SIDE_PX * 3 // 4))
    return describe(np.asarray(drawn)), encode(drawn, "JPEG", quality=85)


def _sketches(drawn: Sequence[Features]) -> list[bytes]:
    """
    Mix the points of drawn scenes into sketches; each differs in one bit of ten.
    """
    chance = np.random.default_rng(4)
    pool = np.concatenate([each.descriptors for each in drawn])
    made = []
    for _ in range(_SKETCHES):
        chosen = pool[chance.integers(0, len(pool), SKETCH_POINTS)]
        blur = np.packbits(chance.random((*chosen.shape, 8)) < _BLUR, axis=2)[:, :, 0]
        made.append(sketch_of(replace(drawn[0], descriptors=chosen ^ blur)))
    return made


def _fingerprints() -> Iterator[FingerprintRecord]:
    """
    Give the fingerprints of clouds, each as it is and in its seven turns.
    """
    chance = np.random.default_rng(3)
    while True:
        for levels in _clouds(chance):
            for each in fingerprints(Image.fromarray(levels)):
                yield FingerprintRecord(each.algorithm, each.version, each.bits)


def _clouds(chance: np.random.Generator) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """
    Draw grey clouds: the amplitude falls with the frequency.
    """
    rates = np.hypot(np.fft.fftfreq(_SIDE_PX)[:, None], np.fft.rfftfreq(_SIDE_PX)[None, :])
    rates[0, 0] = 1
    grain = chance.standard_normal((_CLOUDS_AT_ONCE, _SIDE_PX, _SIDE_PX))
    drawn = np.fft.irfft2(np.fft.rfft2(grain) / rates, s=(_SIDE_PX, _SIDE_PX))
    drawn -= drawn.mean((1, 2), keepdims=True)
    drawn /= drawn.std((1, 2), keepdims=True)
    return np.clip(128 + 45 * drawn, 0, 255).astype(np.uint8)
