"""
Draw from the answers what was promised: recall, false matches, verified copies.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from benchmarks.recall.asking import Answer
from benchmarks.recall.bursts import Frame, is_changed
from benchmarks.recall.families import ALTERED, FAMILIES, HONEST, Family
from benchmarks.recall.house import Found
from benchmarks.recall.tally import Share, mean, share
from service.decision.terms import MatchClass

MACRO_WANTED: Final = 0.97
HONEST_WANTED: Final = 0.98
CLASSES: Final = {
    MatchClass.SAME_BYTES: "verified",
    MatchClass.SAME_PIXELS: "verified",
    MatchClass.VERIFIED_COPY: "verified",
    MatchClass.ALTERED_COPY: "altered",
    MatchClass.SIMILAR: "similar",
}
FALSE_RATE_WANTED: Final = {"verified": 1e-6, "altered": 1e-6, "similar": 1e-5}


@dataclass(frozen=True, slots=True)
class FamilyRecall:
    """
    How a family fared, with us and with the rivals.
    """

    family: Family
    ours: Share
    pdq: Share
    phash: Share
    variants: dict[str, Share]

    @property
    def is_kept(self) -> bool | None:
        """
        Tell whether as much was found as is wanted; None where nothing is.
        """
        return None if self.family.wanted is None else self.ours.value >= self.family.wanted


@dataclass(frozen=True, slots=True)
class Macro:
    """
    The mean over the families, with us and with the rivals.
    """

    ours: float
    pdq: float
    phash: float


def recalls(answers: Sequence[Answer]) -> list[FamilyRecall]:
    """
    Give every family that was asked.
    """
    return [
        FamilyRecall(
            family,
            share(each.found for each in asked),
            share(each.rivals.pdq for each in asked),
            share(each.rivals.phash for each in asked),
            {
                variant.name: share(each.found for each in asked if each.task.variant is variant)
                for variant in family.variants
            },
        )
        for family in FAMILIES
        if (asked := [each for each in answers if each.task.family is family])
    ]


def macro(families: Sequence[FamilyRecall]) -> Macro:
    """
    Give the mean over the families that count.
    """
    counting = [each for each in families if each.family.in_macro]
    return Macro(
        mean(each.ours.value for each in counting),
        mean(each.pdq.value for each in counting),
        mean(each.phash.value for each in counting),
    )


@dataclass(frozen=True, slots=True)
class FalseMatches:
    """
    Wrong photos among the matches, by class, and the pairs there were.
    """

    pairs: int
    by_class: dict[str, int]
    worst: list[tuple[str, str, str, int]]
    """Photo, what it was taken for, class, and how often; most often first."""


def false_matches(answers: Sequence[Answer], registered: dict[str, int]) -> FalseMatches:
    """
    Count every match with a photo that is nowhere in the picture.

    Args:
        registered: How many photos each half's house has.
    """
    pairs = 0
    wrong: Counter[tuple[str, str, str]] = Counter()
    for each in answers:
        photo = str(each.task.photograph.path)
        borrowed = {str(other.path) for other in each.task.others}
        own = each.task.photograph.half
        pairs += registered[own] - 1
        wrong.update(_wrong(photo, each.here, borrowed))
        if each.elsewhere is not None:
            other_half = sum(count for half, count in registered.items() if half != own)
            pairs += other_half - len(borrowed)
            wrong.update(_wrong(photo, each.elsewhere, borrowed))
    by_class = {
        name: sum(count for (_, _, found), count in wrong.items() if found == name)
        for name in FALSE_RATE_WANTED
    }
    worst = [(*key, count) for key, count in wrong.most_common(30)]
    return FalseMatches(pairs, by_class, worst)


def _wrong(photo: str, found: Found | None, borrowed: set[str]) -> list[tuple[str, str, str]]:
    """
    List the matches with what a picture does not show.
    """
    return [
        (photo, name, CLASSES[match])
        for name, match in (found or {}).items()
        if name != photo and name not in borrowed
    ]


@dataclass(frozen=True, slots=True)
class Verified:
    """
    Who was called a verified copy, rightly or wrongly.
    """

    altered: Share
    honest: Share
    altered_variants: dict[str, Share]
    honest_variants: dict[str, Share]
    frames: Share
    """Frames a moment later, that showed something else, called verified."""
    frames_alike: Share
    """Frames a moment later in which nothing visible had changed, called verified."""


def verified(answers: Sequence[Answer], frames: Sequence[tuple[bool, bool]]) -> Verified:
    """
    Count verified copies among the altered, the honest and the frames of bursts.

    Args:
        frames: For each, whether something had changed, and whether it was called
            verified.
    """
    return Verified(
        share(_is_verified(each) for each in answers if each.task.family is ALTERED),
        share(_is_verified(each) for each in answers if each.task.family is HONEST),
        _by_variant(ALTERED, answers),
        _by_variant(HONEST, answers),
        share(called for changed, called in frames if changed),
        share(called for changed, called in frames if not changed),
    )


def _by_variant(family: Family, answers: Sequence[Answer]) -> dict[str, Share]:
    return {
        variant.name: share(
            _is_verified(each)
            for each in answers
            if each.task.family is family and each.task.variant is variant
        )
        for variant in family.variants
    }


def _is_verified(answer: Answer) -> bool:
    return CLASSES.get(answer.match) == "verified"


def judged(
    frames: Sequence[tuple[Frame, Found]], known: dict[str, Frame]
) -> list[tuple[bool, bool]]:
    """
    Say of each frame whether it shows a change, and whether it was called verified.

    One that was verified is compared with the very frame it was taken for, another
    one with all of its clip.
    """
    found: list[tuple[bool, bool]] = []
    for frame, matches in frames:
        names = [name for name, match in matches.items() if CLASSES[match] == "verified"]
        rivals = [known[name] for name in names] or [
            each for each in known.values() if each.clip == frame.clip
        ]
        changes = [is_changed(frame.picture, each.picture) for each in rivals]
        found.append((any(changes) if names else all(changes), bool(names)))
    return found
