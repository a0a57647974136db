"""
Measure recall, false matches and verified copies on a folder of photographs.

`python -m benchmarks.recall --photos DIR [--bursts DIR] [--json] [--limit N] ...`
"""

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.recall.asking import ask, ask_frames, register
from benchmarks.recall.bursts import Burst, find_bursts
from benchmarks.recall.house import Street, street
from benchmarks.recall.photographs import HALVES, Photograph, find_photographs
from benchmarks.recall.plan import Size, Task, tasks
from benchmarks.recall.report import Run, plain
from benchmarks.recall.sheets import draw_sheets
from benchmarks.recall.table import table
from benchmarks.recall.verdicts import judged

MOST_PER_FAMILY = 150


def main(told: Sequence[str] | None = None) -> None:
    """
    Read the command line, measure, and print a table or JSON.
    """
    words = _parser().parse_args(told)
    photographs = find_photographs(words.photos, words.limit)
    if words.sheets is not None:
        draw_sheets(words.sheets, photographs, words.seed)
        return
    bursts = find_bursts(words.bursts) if words.bursts is not None else []
    with street() as houses:
        run = measure(houses, photographs, bursts, words)
    print(json.dumps(plain(run), indent=1) if words.json else table(run))


def measure(
    deployment: Street,
    photographs: list[Photograph],
    bursts: list[Burst],
    words: argparse.Namespace,
) -> Run:
    """
    Register each half in a house of its own, ask, and keep the answers.
    """
    started = time.perf_counter()
    halves = {half: [each for each in photographs if each.half == half] for half in HALVES}
    houses = {half: deployment.found(half) for half in HALVES}
    known = {
        digest: seen
        for half, house in houses.items()
        for digest, seen in register(house, halves[half]).items()
    }
    planned: list[Task] = []
    for half, other in zip(HALVES, reversed(HALVES), strict=True):
        if words.half in ("all", half):
            base = [each for each in halves[half] if each.digest in known]
            most = words.per_family or min(MOST_PER_FAMILY, len(base))
            planned += tasks(base, halves[other], _size(words, most, len(base)))
    answers = ask(planned, houses, known, words.seed)
    frames: list[tuple[bool, bool]] = []
    if bursts:
        shown = {frame.name: frame for burst in bursts for frame in burst.registered}
        frames = judged(ask_frames(deployment.found("bursts"), bursts), shown)
    return Run(
        answers,
        frames,
        {half: house.registered for half, house in houses.items()},
        words.seed,
        time.perf_counter() - started,
    )


def _size(words: argparse.Namespace, per_family: int, photographs: int) -> Size:
    """
    Say how much is asked of one half: of very many photos not every one is altered.
    """
    share = min(1.0, MOST_PER_FAMILY / max(1, photographs))
    return Size(
        per_family=per_family,
        altered=round(words.altered_each * photographs * share),
        honest=round(words.honest_each * photographs * share),
        elsewhere_every=words.elsewhere_every,
    )


def _parser() -> argparse.ArgumentParser:
    """
    Describe the command line.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks.recall", description=__doc__)
    parser.add_argument("--photos", type=Path, required=True, help="folder of photographs")
    parser.add_argument("--bursts", type=Path, help="folder of clips (GIF, MP4, WebM, MOV)")
    parser.add_argument("--json", action="store_true", help="print JSON and nothing else")
    parser.add_argument("--limit", type=int, help="use only so many photos")
    parser.add_argument("--seed", type=int, default=1, help="draws other imitations")
    parser.add_argument("--half", choices=("all", *HALVES), default="all", help="asked photos")
    parser.add_argument("--per-family", type=int, help="pictures a family, in each half")
    parser.add_argument("--altered-each", type=int, default=7, help="altered pictures a photo")
    parser.add_argument("--honest-each", type=int, default=3, help="honest copies a photo")
    parser.add_argument(
        "--elsewhere-every",
        type=int,
        default=3,
        help="ask each so manieth picture also where its photo is not registered",
    )
    parser.add_argument("--sheets", type=Path, help="only draw every imitation, into this folder")
    return parser


if __name__ == "__main__":
    main()
