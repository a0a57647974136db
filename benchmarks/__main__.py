"""
Measure everything and print one table of ratios.

`python -m benchmarks [--json] [PART ...]`
"""

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict

from rich.console import Console

from benchmarks import (
    captions,
    check_page,
    decide,
    decode_floor,
    evidence,
    freshness,
    index,
    lookups,
    name_check,
    photo_check,
)
from benchmarks.ratio import Ratio, table

FEWER_TIMES = 2_000
"""Alone, `python -m benchmarks.freshness` does it 20,000 times."""

PARTS: dict[str, Callable[[], list[Ratio]]] = {
    "decide": decide.measure,
    "captions": captions.measure,
    "decode": decode_floor.measure,
    "evidence": evidence.measure,
    "names": name_check.measure,
    "photos": photo_check.measure,
    "pages": check_page.measure,
    "lookups": lookups.measure,
    "index": index.measure,
    "freshness": lambda: freshness.measure(FEWER_TIMES),
}


def main(told: Sequence[str] | None = None) -> None:
    """
    Measure the parts named, or all.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; none: all"
    )
    parser.add_argument("--json", action="store_true", help="print JSON and nothing else")
    words = parser.parse_args(told)
    if unknown := [each for each in words.parts if each not in PARTS]:
        parser.error(f"there is no part {unknown[0]!r}; there are {', '.join(PARTS)}")
    found: list[Ratio] = []
    progress = Console(stderr=True)
    for name in words.parts or PARTS:
        with progress.status(f"Measuring {name}"):
            found += PARTS[name]()
    print(json.dumps([asdict(each) for each in found]) if words.json else table(found))


if __name__ == "__main__":
    main()
