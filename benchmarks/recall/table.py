"""
Lay out what was found as a table for people.
"""

from collections.abc import Sequence

from benchmarks.recall.photographs import CHOOSING, HALVES, REPORTING
from benchmarks.recall.report import Run, goals
from benchmarks.recall.tally import Share
from benchmarks.recall.verdicts import FamilyRecall, Macro, false_matches, macro, recalls, verified

_WEAKEST = 12


def table(run: Run) -> str:
    """
    Give families, false matches, verified copies and goals, as text.
    """
    parts = [
        _families(run),
        _weakest(recalls(run.answers)),
        _wrong(run),
        _copies(run),
        _kept(run),
    ]
    return "\n\n".join(parts)


def _families(run: Run) -> str:
    """
    Give recall by family: each half, both, and the rivals.
    """
    halves = {
        half: {each.family.name: each for each in recalls(run.of_half(half))} for half in HALVES
    }
    everything = recalls(run.answers)
    rows: list[tuple[str, ...]] = [
        ("family", CHOOSING, REPORTING, "both", "95 %", "asked", "PDQ", "pHash")
    ]
    for each in everything:
        name = each.family.name
        rows.append(
            (
                name if each.family.in_macro else f"({name})",
                *(
                    _percent(halves[half][name].ours) if name in halves[half] else "-"
                    for half in HALVES
                ),
                _percent(each.ours),
                f"{each.ours.low * 100:.1f}-{each.ours.high * 100:.1f}",
                f"{each.ours.asked:,}",
                _percent(each.pdq),
                _percent(each.phash),
            )
        )
    means: list[Macro] = [macro(list(halves[half].values())) for half in HALVES]
    whole = macro(everything)
    rows.append(
        (
            "macro",
            *(f"{each.ours * 100:.1f}" for each in means),
            f"{whole.ours * 100:.1f}",
            "",
            "",
            f"{whole.pdq * 100:.1f}",
            f"{whole.phash * 100:.1f}",
        )
    )
    return "Recall, %\n" + aligned(rows)


def _weakest(families: Sequence[FamilyRecall]) -> str:
    """
    Name the imitations that were found least.
    """
    found = [
        (f"{each.family.name}: {name}", each_share)
        for each in families
        for name, each_share in each.variants.items()
        if each_share.asked and each_share.value < 1
    ]
    weakest = sorted(found, key=lambda pair: pair[1].value)[:_WEAKEST]
    rows = [("found least", "%", "of")]
    rows += [(name, _percent(each), f"{each.asked:,}") for name, each in weakest]
    return aligned(rows)


def _wrong(run: Run) -> str:
    """
    Give the false matches by class, and what was confused most often.
    """
    wrong = false_matches(run.answers, run.registered)
    rows = [("class", "wrong", "pairs", "rate", "at most (95 %)")]
    for name, count in wrong.by_class.items():
        rate = Share(count, wrong.pairs)
        rows.append((name, str(count), f"{wrong.pairs:,}", f"{rate.value:.1e}", f"{rate.high:.1e}"))
    confused = [
        (photo.rsplit("/", 1)[-1], other.rsplit("/", 1)[-1], name, str(times))
        for photo, other, name, times in wrong.worst[:_WEAKEST]
    ]
    lines = ["Wrong photos among the matches", aligned(rows)]
    if confused:
        lines += ["", aligned([("photo", "taken for", "as", "times"), *confused])]
    return "\n".join(lines)


def _copies(run: Run) -> str:
    """
    Give what was called a verified copy.
    """
    found = verified(run.answers, run.frames)
    rows = [("called verified", "times", "of", "%", "95 %")]
    groups = {
        "altered pictures": found.altered,
        "frames a moment later": found.frames,
        "frames where nothing moved": found.frames_alike,
        "honest copies": found.honest,
        **{f"  altered: {k}": v for k, v in found.altered_variants.items() if v.found},
        **{f"  honest: {k}": v for k, v in found.honest_variants.items() if v.value < 1},
    }
    for name, each in groups.items():
        if each.asked:
            ends = f"{each.low * 100:.2f}-{each.high * 100:.2f}"
            rows.append((name, str(each.found), str(each.asked), _percent(each), ends))
    return aligned(rows)


def _kept(run: Run) -> str:
    """
    Give every goal and whether it is kept.
    """
    rows = [("goal", "measured", "wanted", "")]
    for name, measured, wanted, kept in goals(run):
        rows.append((name, f"{measured:.4g}", f"{wanted:g}", "kept" if kept else "BROKEN"))
    asked = f"{len(run.answers):,} pictures in {run.seconds / 60:.1f} minutes"
    return f"Goals, held against the half that chose no threshold\n{aligned(rows)}\n{asked}"


def _percent(each: Share) -> str:
    return f"{each.value * 100:.1f}"


def aligned(rows: Sequence[tuple[str, ...]]) -> str:
    """
    Align columns.
    """
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    return "\n".join(lines)
