"""
Measure everything and print one table of ratios.

`python -m benchmarks [--json] [PART ...]`
"""

import json
import sys
from collections.abc import Callable
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


def main(words: list[str]) -> None:
    """
    Measure the parts named, or all.
    """
    chosen = [each for each in words if each in PARTS] or list(PARTS)
    found: list[Ratio] = []
    progress = Console(stderr=True)
    for name in chosen:
        with progress.status(f"Measuring {name}"):
            found += PARTS[name]()
    print(json.dumps([asdict(each) for each in found]) if "--json" in words else table(found))


main(sys.argv[1:])
