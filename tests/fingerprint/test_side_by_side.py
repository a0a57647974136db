"""
Whatever is kept of pictures, comparing them gives an answer or a refusal.

In this process: what would end a worker ends the tests.
"""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as some

from service.errors import BadImage
from service.fingerprint.comparing import Asked, Registered, answer_with, comparisons_in
from service.fingerprint.features.values import Features, Views
from service.fingerprint.side_by_side import lay_side_by_side
from service.fingerprint.wire import LENGTHS, unpack_head
from tests.fingerprint.comparable import SCENE, preview_of, saved_again

WHOLE = saved_again(SCENE)
PART = saved_again(SCENE.crop((0, 0, 480, 360)))
MUTATIONS = some.lists(some.tuples(some.floats(0, 0.9999), some.integers(0, 255)), max_size=40)
NO_COPY = {"altered_copy", "similar", "none", "not_comparable"}
"""All that can be said of a part, however much of what is kept was changed."""
ROUGHLY = settings(max_examples=60, deadline=None)

Mutations = list[tuple[float, int]]


def _mutated(kept: bytes, mutations: Mutations) -> bytes:
    """
    Change bytes here and there, wherever they are.
    """
    changed = bytearray(kept)
    for where, value in mutations:
        changed[int(where * len(changed))] = value
    return bytes(changed)


def _outcome(preview: bytes, views: bytes, registered: Registered) -> str:
    """
    Compare, and give the match as the service reads it, or the reason against it.
    """
    try:
        found = lay_side_by_side(Asked(preview, views, (registered,)))
    except BadImage as refused:
        return refused.reason
    message, body = answer_with(found)
    (understood,) = comparisons_in(unpack_head(message[LENGTHS.size :]), body, 1)
    assert found == (understood,)
    return understood.match.value


@ROUGHLY
@given(MUTATIONS)
def test_any_features_are_compared_or_refused(mutations: Mutations) -> None:
    registered = Registered(preview_of(WHOLE), _mutated(WHOLE.features, mutations))

    assert _outcome(preview_of(PART), PART.views, registered) in NO_COPY


@ROUGHLY
@given(MUTATIONS)
def test_any_views_are_compared_or_refused(mutations: Mutations) -> None:
    registered = Registered(preview_of(WHOLE), WHOLE.features)
    views = _mutated(PART.views, mutations)

    assert _outcome(preview_of(PART), views, registered) in NO_COPY


@ROUGHLY
@given(MUTATIONS)
def test_any_preview_is_compared_or_refused(mutations: Mutations) -> None:
    registered = Registered(_mutated(preview_of(WHOLE), mutations), WHOLE.features)

    assert _outcome(preview_of(PART), PART.views, registered) in NO_COPY


def _moved(found: Features, seed: int, stretch: tuple[float, float], one_size: int) -> Features:
    """
    Move points of *found* to anywhere in the frame, also onto one line or one spot.
    """
    chance = np.random.default_rng(seed)
    limits = (found.width_px - 1, found.height_px - 1)
    noise = chance.normal(0, 40 * (seed % 3), found.points.shape)
    points = np.clip(found.points * stretch + noise, 0, limits).astype(np.float32)
    sizes = found.sizes if one_size == 0 else np.full_like(found.sizes, one_size / 64)
    return replace(found, points=points, sizes=sizes)


STRETCHES = some.tuples(
    some.sampled_from([0.0, 0.01, 0.5, 1.0, 3.0]), some.sampled_from([0.0, 1.0])
)
SIZES = some.sampled_from([0, 1, 1000, 65_535])


@ROUGHLY
@given(some.integers(0, 99), STRETCHES, SIZES)
def test_points_are_compared_wherever_they_are_said_to_be(
    seed: int, stretch: tuple[float, float], one_size: int
) -> None:
    moved = _moved(Features.from_bytes(WHOLE.features), seed, stretch, one_size)
    views = Views.from_bytes(PART.views)
    turned = Views(
        *(
            _moved(each, seed, stretch, one_size)
            for each in (views.straight, views.mirrored, views.inverted)
        )
    )

    for asked, kept in ((PART.views, moved.to_bytes()), (turned.to_bytes(), WHOLE.features)):
        registered = Registered(preview_of(WHOLE), kept)

        assert _outcome(preview_of(PART), asked, registered) in NO_COPY - {"not_comparable"}
