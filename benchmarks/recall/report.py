"""
Write what was found: a table for people, JSON for programs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.recall.asking import Answer
from benchmarks.recall.photographs import HALVES
from benchmarks.recall.rivals import PDQ_RADIUS, PHASH_RADIUS
from benchmarks.recall.tally import Share
from benchmarks.recall.verdicts import (
    FALSE_RATE_WANTED,
    HONEST_WANTED,
    MACRO_WANTED,
    FalseMatches,
    Verified,
    false_matches,
    macro,
    recalls,
    verified,
)


@dataclass(frozen=True, slots=True)
class Run:
    """
    Everything one run has found.
    """

    answers: Sequence[Answer]
    frames: Sequence[tuple[bool, bool]]
    registered: dict[str, int]
    """Photos of each half's house."""
    seed: int
    seconds: float

    def of_half(self, half: str) -> list[Answer]:
        """
        Give the answers about photos of one half.
        """
        return [each for each in self.answers if each.task.photograph.half == half]


def plain(run: Run) -> dict[str, Any]:
    """
    Give everything as plain values.
    """
    halves = {half: answers for half in HALVES if (answers := run.of_half(half))}
    checks = sum(1 + (each.elsewhere is not None) for each in run.answers) + len(run.frames)
    return {
        "seed": run.seed,
        "registered": run.registered,
        "checks": checks,
        "refused": sum(each.here is None for each in run.answers),
        "seconds": round(run.seconds, 1),
        **_found(run.answers, run.registered, run.frames),
        "halves": {half: _found(each, run.registered, ()) for half, each in halves.items()},
        "goals": [
            {"name": name, "measured": measured, "wanted": wanted, "kept": kept}
            for name, measured, wanted, kept in goals(run)
        ],
    }


def _found(
    answers: Sequence[Answer], registered: dict[str, int], frames: Sequence[tuple[bool, bool]]
) -> dict[str, Any]:
    """
    Give recall, false matches, verified copies and the rivals of some answers.
    """
    families = recalls(answers)
    means = macro(families)
    return {
        "macro_recall": means.ours,
        "families": {
            each.family.name: {**_plain(each.ours), "wanted": each.family.wanted}
            for each in families
        },
        "variants": {
            each.family.name: {name: _plain(found) for name, found in each.variants.items()}
            for each in families
        },
        "false_match_rate": _rates(false_matches(answers, registered)),
        "verified": _verified(verified(answers, frames)),
        "pdq": {
            "radius_bits": PDQ_RADIUS,
            "macro_recall": means.pdq,
            "families": {each.family.name: _plain(each.pdq) for each in families},
        },
        "phash64": {
            "radius_bits": PHASH_RADIUS,
            "macro_recall": means.phash,
            "families": {each.family.name: _plain(each.phash) for each in families},
        },
    }


def _plain(each: Share) -> dict[str, float]:
    return {
        "recall": each.value,
        "low": each.low,
        "high": each.high,
        "found": each.found,
        "asked": each.asked,
    }


def _rates(wrong: FalseMatches) -> dict[str, Any]:
    return {
        **{
            name: {
                "rate": (counted := Share(count, wrong.pairs)).value,
                "high": counted.high,
                "false": count,
                "pairs": wrong.pairs,
                "wanted": FALSE_RATE_WANTED[name],
            }
            for name, count in wrong.by_class.items()
        },
        "most_often": [
            {"photo": photo, "taken_for": other, "as": name, "times": times}
            for photo, other, name, times in wrong.worst
        ],
    }


def _verified(found: Verified) -> dict[str, Any]:
    return {
        "false_verified": found.altered.found + found.frames.found,
        "altered_asked": found.altered.asked + found.frames.asked,
        "true_verified": found.honest.found,
        "honest_asked": found.honest.asked,
        "honest_rate": found.honest.value,
        "frames": {
            "changed": {"asked": found.frames.asked, "verified": found.frames.found},
            "alike": {"asked": found.frames_alike.asked, "verified": found.frames_alike.found},
        },
        "altered_variants": {
            name: {"asked": each.asked, "verified": each.found}
            for name, each in found.altered_variants.items()
        },
        "honest_variants": {
            name: {"asked": each.asked, "verified": each.found}
            for name, each in found.honest_variants.items()
        },
    }


def goals(run: Run) -> list[tuple[str, float, float, bool]]:
    """
    Hold the goals against the half that chose no threshold, if it was asked.

    False matches and false verified copies count wherever they happen.
    """
    judged_on = run.of_half(HALVES[1]) or run.answers
    families = recalls(judged_on)
    everywhere = verified(run.answers, run.frames)
    honest = verified(judged_on, ()).honest.value
    false_verified = everywhere.altered.found + everywhere.frames.found
    wrong = false_matches(run.answers, run.registered)
    mean = macro(families).ours
    return [
        *(
            (each.family.name, each.ours.value, each.family.wanted, bool(each.is_kept))
            for each in families
            if each.family.wanted is not None
        ),
        ("macro", mean, MACRO_WANTED, mean >= MACRO_WANTED),
        *(
            (
                f"wrong {name} a pair",
                (rate := Share(count, wrong.pairs).value),
                FALSE_RATE_WANTED[name],
                rate <= FALSE_RATE_WANTED[name],
            )
            for name, count in wrong.by_class.items()
        ),
        ("altered called verified", false_verified, 0, false_verified == 0),
        ("honest called verified", honest, HONEST_WANTED, honest >= HONEST_WANTED),
    ]
