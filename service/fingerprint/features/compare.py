"""
Say what a picture is to a registered one: copy, altered, similar.
"""

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

import numpy as np

from service.fingerprint.features import thresholds
from service.fingerprint.features.agreement import Agreement, Ground, agree
from service.fingerprint.features.align import Alignment, align
from service.fingerprint.features.comparison import NOTHING, Box, Comparison
from service.fingerprint.features.frame import Pixels, checked, coloured, frame_size
from service.fingerprint.features.outlines import boxes, seen_outline
from service.fingerprint.features.sameness import Difference, difference
from service.fingerprint.features.turning import Turn, best_turn
from service.fingerprint.features.values import Features, Match, Views

_WHOLE: Final = 0.985
"""A picture that shows less of the registered one than this had a part cut away."""


@dataclass(frozen=True, slots=True)
class Sought:
    """
    Hold a picture that somebody asks about.
    """

    picture: Pixels = field(repr=False)
    views: Views


@dataclass(frozen=True, slots=True)
class Registered:
    """
    Hold what is kept of a registered picture.
    """

    picture: Pixels = field(repr=False)
    features: Features


class _Held(NamedTuple):
    """
    Say which way round a picture is held, and how it then differs.
    """

    turn: Turn
    differing: Future[Difference]
    """Half of the work of comparing whole pictures: it begins first, on another core."""


def compare(
    asked: Sought, stored: Registered, *, near: bool = False, laid: Alignment | None = None
) -> Comparison:
    """
    Compare the picture *asked* about with the *stored* one.

    Args:
        near: The fingerprints of the two are near: then they are at least similar,
            unless there is nothing in them.

        laid: How the one lies in the other by their points, if that was found out.

    Raises:
        ValueError: A picture has no pixels, or they are neither grey nor RGB.
    """
    with ThreadPoolExecutor(max_workers=1) as aside:
        return _compared(asked, stored, laid, aside, near=near)


def _compared(
    asked: Sought,
    stored: Registered,
    laid: Alignment | None,
    aside: ThreadPoolExecutor,
    *,
    near: bool,
) -> Comparison:
    ours, theirs = coloured(checked(asked.picture)), coloured(checked(stored.picture))
    held = _held(ours, theirs, aside)
    ground = Ground.of(theirs)
    if min(ground.textured_blocks, Ground.of(ours).textured_blocks) < thresholds.TEXTURED_BLOCKS:
        return NOTHING
    whole = NOTHING if held is None else _whole(ours, ground, held)
    if whole.match is Match.VERIFIED_COPY:
        return whole
    found = laid or align(asked.views, stored.features, thresholds.ENOUGH_POINTS)
    if whole.match is Match.ALTERED_COPY and not _is_cut(ours, ground, found):
        return replace(whole, points=found.inliers if found else 0)
    part = _part(ours, ground, found)
    if whole.match is Match.ALTERED_COPY and part.match is not Match.ALTERED_COPY:
        return replace(whole, points=part.points)
    if part.match is Match.NONE and near:
        return replace(part, match=Match.SIMILAR)
    return part


def _held(ours: Pixels, theirs: Pixels, aside: ThreadPoolExecutor) -> _Held | None:
    """
    Choose which way round the one fills the frame of the other, if they correlate so.
    """
    turn = best_turn(ours, theirs)
    if turn is None or abs(turn.likeness) < thresholds.LIKENESS:
        return None
    return _Held(turn, aside.submit(difference, turn.applied(ours), theirs))


def _whole(ours: Pixels, theirs: Ground, held: _Held) -> Comparison:
    """
    Compare two pictures that fill the same frame; nothing if they do not agree.
    """
    turn = held.turn
    inverted = turn.likeness < 0
    blocks = agree(ours, theirs, turn.matrix, inverted=inverted)
    if blocks.share < thresholds.HIGH_AGREEMENT or blocks.judged < thresholds.LIKE_BLOCKS:
        return NOTHING
    seen = seen_outline(turn.matrix, frame_size(ours), theirs.frame)
    found = held.differing.result()
    same = _is_same(ours, found) and not inverted
    places = () if same else _places(found, blocks)
    match = Match.VERIFIED_COPY if same else Match.ALTERED_COPY
    return Comparison(match, places, seen, agreement=blocks.share, excess=found.worst)


def _is_same(ours: Pixels, found: Difference) -> bool:
    large_enough = max(ours.shape[:2]) >= thresholds.SHORTEST_PX
    return large_enough and found.slightly_toned and found.worst <= 1


def _places(found: Difference, blocks: Agreement) -> tuple[Box, ...]:
    """
    Name the places that differ, or none where the whole picture looks otherwise.
    """
    exact = found.places > 1
    return boxes(exact if exact.mean() < 0.5 else blocks.differs)  # noqa: PLR2004 # half of it


def _part(ours: Pixels, theirs: Ground, found: Alignment | None) -> Comparison:
    """
    Compare two pictures of which one shows a part of the other.
    """
    if found is None or found.inliers < thresholds.FEW_POINTS:
        return NOTHING
    blocks = agree(ours, theirs, found.matrix, inverted=found.inverted, points=found.places)
    part = Comparison(Match.NONE, agreement=blocks.share, points=found.inliers)
    if not _agrees(blocks, found.inliers):
        many = found.inliers >= thresholds.MANY_POINTS
        likely = many and blocks.exchanged >= thresholds.EXCHANGED_AGREEMENT
        return replace(part, match=Match.SIMILAR) if likely else part
    if blocks.judged < thresholds.JUDGED_BLOCKS:
        return replace(part, match=Match.SIMILAR)
    return _altered(ours, theirs, found, blocks)


def _agrees(blocks: Agreement, points: int) -> bool:
    """
    Tell whether enough blocks agree, of all or of those among many points.
    """
    few = points < thresholds.POINTS
    if blocks.share >= (thresholds.HIGH_AGREEMENT if few else thresholds.AGREEMENT):
        return True
    surrounded = (
        points >= thresholds.POINTS_SURROUNDED and blocks.share >= thresholds.LEAST_AGREEMENT
    )
    enough = surrounded and blocks.judged_among >= thresholds.BLOCKS_AMONG
    return enough and blocks.among >= thresholds.AGREEMENT_AMONG


def _altered(ours: Pixels, theirs: Ground, found: Alignment, blocks: Agreement) -> Comparison:
    seen = seen_outline(found.matrix, frame_size(ours), theirs.frame)
    return Comparison(
        Match.ALTERED_COPY,
        boxes(blocks.differs),
        seen,
        cut=_is_cut(ours, theirs, found),
        agreement=blocks.share,
        points=found.inliers,
    )


def _is_cut(ours: Pixels, theirs: Ground, found: Alignment | None) -> bool:
    """
    Tell whether part of the registered picture is not in the other.
    """
    if found is None or found.inliers < thresholds.FEW_POINTS:
        return False
    outline = seen_outline(found.matrix, frame_size(ours), theirs.frame)
    across, down = np.array(outline).reshape(-1, 2).T
    doubled = np.dot(across, np.roll(down, 1)) - np.dot(down, np.roll(across, 1))
    return float(abs(doubled)) / 2e6 < _WHOLE
