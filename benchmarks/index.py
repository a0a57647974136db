"""
Measure finding a fingerprint among many, against FAISS and numpy.

`python -m benchmarks.index [--json] [--most COUNT]` measures 100,000, a million and ten
million.  The fingerprints are made up, and hang together as those of photographs do: of a
million, some 6,000 have the worst sixteen bits in common (5,456 of real ones), and 24,000
are within the radius on the bits of the head (27,000 of a million pieces of 300
photographs).  Every answer is compared with the rivals': a quick one that misses something
is worth nothing.

What is counted is the time until the answer is there, the least of many rounds; every way
may use every core.  FAISS does for several asked at once, numpy never does.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Final

import faiss
import numpy as np
from numpy.typing import NDArray

from benchmarks.ratio import Ratio, table
from service.fingerprint.index.kernels import NumpyKernel, quickest
from service.fingerprint.index.neighbours import Neighbours
from service.fingerprint.thresholds import SIMILAR_RADIUS_BITS

SIZES: Final = (100_000, 1_000_000, 10_000_000)
PROMISED: Final = 1_000_000
RADII: Final = (SIMILAR_RADIUS_BITS, 31)
ASKED: Final = (1, 8)
ROUNDS: Final = 30
IN_A_ROW: Final = 5
_AT_ONCE: Final = 100_000
_ADDED: Final = 200

Rows = NDArray[np.uint8]
Hits = dict[int, int]
"""How far each fingerprint near a probe is, by its number."""


def measure(sizes: tuple[int, ...] = SIZES[:2]) -> list[Ratio]:
    """
    Give what searching takes at each size.
    """
    return [ratio for count in sizes for ratio in _measured(count)]


def _measured(count: int) -> Iterator[Ratio]:
    rows = np.concatenate(list(_made_up(count)))
    held, plain = Neighbours(quickest()), Neighbours(NumpyKernel())
    flat = faiss.IndexBinaryFlat(256)
    for start in range(0, count, PROMISED):
        part = rows[start : start + PROMISED]
        ids, bits = (
            [_id(start + each) for each in range(len(part))],
            [row.tobytes() for row in part],
        )
        held.add(ids, bits)
        flat.add(part)
        if count <= PROMISED:
            plain.add(ids, bits)
    for radius_bits in RADII:
        for asked in ASKED:
            ways = _ways(held, plain, flat, _probes(rows, asked), radius_bits)
            yield from _compared(count, asked, radius_bits, ways, rows)
    yield Ratio(
        f"{count:,} fingerprints: memory for each",
        f"{held.nbytes / count:.1f} B", "96 B", held.nbytes / count / 96, at_most=1.0,
    )  # fmt: skip
    yield _adding(held, rows)


def _ways(
    held: Neighbours, plain: Neighbours, flat: faiss.IndexBinaryFlat, probes: Rows, radius_bits: int
) -> dict[str, Callable[[], Hits]]:
    asked = [probe.tobytes() for probe in probes]

    def by_faiss() -> Hits:
        # FAISS counts a radius as the first distance that is too far.
        _, distances, numbers = flat.range_search(probes, radius_bits + 1)
        nearest: Hits = {}
        for number, distance in zip(numbers.tolist(), distances.tolist(), strict=True):
            nearest[number] = min(int(distance), nearest.get(number, 256))
        return nearest

    ways = {
        held.kernel.name: lambda: _hits(held, asked, radius_bits),
        "FAISS flat": by_faiss,
    }
    if len(plain):
        ways["numpy"] = lambda: _hits(plain, asked, radius_bits)
    return ways


def _compared(
    count: int, asked: int, radius_bits: int, ways: dict[str, Callable[[], Hits]], rows: Rows
) -> Iterator[Ratio]:
    floor = "np.sum of the same bytes"
    best = dict.fromkeys([*ways, floor], float("inf"))
    expected = ways["FAISS flat"]()
    for number in range(ROUNDS):
        # By turns, so that a busy minute of the machine is in every way's share; and
        # several times in a row, since what was just searched is in the cache.
        for name, way in ways.items():
            if name == "numpy" and number:
                continue
            for _ in range(1 if name == "numpy" else IN_A_ROW):
                seconds, found = _timed(way)
                assert expected == found, f"{name} missed or invented something"
                best[name] = min(best[name], seconds)
        for _ in range(IN_A_ROW):
            seconds, _sum = _timed(lambda: np.sum(rows.view(np.uint64)))
            best[floor] = min(best[floor], seconds)
    ours_name = next(iter(ways))
    ours = best.pop(ours_name)
    words = f"{count:,} fingerprints, {asked} asked, {radius_bits} bits, {len(expected)} hits"
    promised = count == PROMISED and radius_bits == SIMILAR_RADIUS_BITS
    for name, seconds in best.items():
        against = name.startswith("np.sum")
        ratio = ours / seconds if against else seconds / ours
        yield Ratio(
            f"{words}: {ours_name} / {name}" if against else f"{words}: {name} / {ours_name}",
            f"{ours * 1000:.2f} ms", f"{seconds * 1000:.2f} ms", ratio,
            at_least=4.0 if promised and name == "FAISS flat" else None,
            at_most=0.4 if promised and against and asked == 1 else None,
        )  # fmt: skip


def _adding(held: Neighbours, rows: Rows) -> Ratio:
    ones = [([_id(each)], [rows[each].tobytes()]) for each in range(_ADDED)]

    def add() -> None:
        for ids, bits in ones:
            held.add(ids, bits)

    best = min(_timed(add)[0] for _ in range(ROUNDS)) / _ADDED
    name = f"{len(rows):,} fingerprints: adding one"
    return Ratio(name, f"{best * 1e6:.1f} µs", "10 µs", best / 10e-6, at_most=1.0)


def _hits(held: Neighbours, probes: list[bytes], radius_bits: int) -> Hits:
    return {_number(hit.id): hit.distance_bits for hit in held.within(probes, radius_bits)}


def _timed(way: Callable[[], object]) -> tuple[float, object]:
    started = time.perf_counter()
    found = way()
    return time.perf_counter() - started, found


def _made_up(count: int) -> Iterator[Rows]:
    """
    Make fingerprints whose bits hang together, those of coarse detail most of all.
    """
    chance = np.random.default_rng(56)
    coarse = np.repeat([1.0, 0.08], [16, 240])
    shared = chance.normal(0, 1, (6, 256)).astype(np.float32) * coarse.astype(np.float32)
    for start in range(0, count, _AT_ONCE):
        size = min(_AT_ONCE, count - start)
        kinds = chance.standard_normal((size, len(shared)), np.float32)
        own = (chance.random((size, 256), np.float32) - np.float32(0.5)) * np.float32(3.5)
        yield np.packbits(kinds @ shared + own > 0, axis=1)


def _probes(rows: Rows, count: int) -> Rows:
    """
    Take fingerprints and change bits, so that some are found and some nearly.
    """
    chance = np.random.default_rng(8)
    probes = rows[chance.integers(0, len(rows), count)].copy()
    for number, probe in enumerate(probes):
        changed = np.zeros(256, np.uint8)
        changed[chance.permutation(256)[: 8 * number]] = 1
        np.bitwise_xor(probe, np.packbits(changed), out=probe)
    return probes


def _id(number: int) -> str:
    return f"00000000-0000-0000-0000-{number:012x}"


def _number(photo_id: str) -> int:
    return int(photo_id[-12:], 16)


def main() -> None:
    """
    Print what was asked for.
    """
    words = argparse.ArgumentParser(prog="python -m benchmarks.index")
    words.add_argument("--json", action="store_true")
    words.add_argument("--most", type=int, default=SIZES[-1])
    asked = words.parse_args()
    found = measure(tuple(size for size in SIZES if size <= asked.most))
    print(json.dumps([asdict(each) for each in found]) if asked.json else table(found))


if __name__ == "__main__":
    main()
