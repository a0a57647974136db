"""
Search a page with code that is compiled for this very processor.

numba keeps what it compiled beside this file, or in the user's cache folder, and looks
at this file alone to know whether that is still right: everything compiled stands here.
"""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import numba
import numpy as np
from llvmlite import ir
from numba.core import cgutils, types
from numba.core.errors import NumbaError
from numba.extending import intrinsic
from numpy.typing import NDArray

from service.fingerprint.index.kernels import Found, words_of
from service.fingerprint.index.page import BLOCK_ROWS, HEAD_BYTES, Page, Rows, keys_of

_ROWS: Final = 64
_BYTES: Final = 19
if (_ROWS, _BYTES) != (BLOCK_ROWS, HEAD_BYTES):
    raise RuntimeError("pages are laid out otherwise than they are searched here")
_BLOCKS_AT_ONCE: Final = 16
"""They stay in the nearest cache until every probe was compared."""
_WAITING: Final = 4096
_FIRST_HITS: Final = 4096
_MOST: Final = 255
"""Heads never differ in more; a larger radius would not fit into a byte."""

_Written: TypeAlias = Any
"""What numba and LLVM call by no name that a type checker knows."""
_Words: TypeAlias = NDArray[np.uint64]
_Numbers: TypeAlias = NDArray[np.int64]
_OPTIONS: Final[dict[str, Any]] = {"nogil": True, "boundscheck": False, "error_model": "numpy"}


def _write_near(
    _: _Written, heads: _Written, block: _Written, probes: _Written, probe: _Written,
    radius: _Written,
) -> _Written:  # fmt: skip
    """
    Compare the heads of a block's 64 rows at once.

    Written for LLVM by hand: one register of 64 bytes for each byte of the rows, which
    it splits where registers are shorter.  What it makes of a loop depends on its
    version, and is up to ten times slower.
    """
    byte, number, long = ir.IntType(8), ir.IntType(32), ir.IntType(64)
    register = ir.VectorType(byte, _ROWS)
    undefined = ir.Constant(register, ir.Undefined)
    everywhere = ir.Constant(ir.VectorType(number, _ROWS), [0] * _ROWS)
    declare: _Written = cgutils.get_or_insert_function

    def fill(builder: _Written, value: _Written) -> _Written:
        one = builder.insert_element(undefined, value, ir.Constant(number, 0))
        return builder.shuffle_vector(one, undefined, everywhere)

    def write(
        context: _Written, builder: _Written, signature: _Written, given: _Written
    ) -> _Written:
        def start(array: int, row: _Written, size: int) -> _Written:
            content = context.make_array(signature.args[array])
            first = content(context, builder, given[array]).data
            return builder.gep(first, [builder.mul(row, ir.Constant(long, size))])

        kind = ir.FunctionType(register, [register])
        count_ones = declare(builder.module, kind, f"llvm.ctpop.v{_ROWS}i8")
        column = start(0, given[1], _BYTES * _ROWS)
        wanted = start(2, given[3], 32)
        total = ir.Constant(register, [0] * _ROWS)
        for place in range(_BYTES):
            at = builder.gep(column, [ir.Constant(long, place * _ROWS)])
            stored = builder.load(builder.bitcast(at, register.as_pointer()), align=1)
            same = fill(builder, builder.load(builder.gep(wanted, [ir.Constant(long, place)])))
            differing = builder.call(count_ones, [builder.xor(stored, same)])
            total = builder.add(total, differing)
        limit = fill(builder, builder.trunc(given[4], byte))
        near = builder.icmp_unsigned("<=", total, limit)
        return builder.bitcast(near, ir.IntType(_ROWS))

    return types.uint64(heads, block, probes, probe, radius), write


def _write_differing(_: _Written, left: _Written, right: _Written) -> _Written:
    def write(_: _Written, builder: _Written, __: _Written, given: _Written) -> _Written:
        return builder.ctpop(builder.xor(*given))

    return types.uint64(left, right), write


def _write_lowest(_: _Written, word: _Written) -> _Written:
    def write(_: _Written, builder: _Written, __: _Written, given: _Written) -> _Written:
        return builder.cttz(given[0], ir.Constant(ir.IntType(1), 1))

    return types.int64(word), write


_emitted: Callable[[_Written], _Written] = intrinsic
_rows_near: Callable[[Rows, int, Rows, int, int], np.uint64] = _emitted(_write_near)
_differing: Callable[[np.uint64, np.uint64], np.uint64] = _emitted(_write_differing)
_lowest: Callable[[np.uint64], int] = _emitted(_write_lowest)


def _next_near(  # noqa: PLR0913, PLR0917 -- numba passes arrays one by one
    heads: Rows, keys: _Words, shared: _Words, block: int, end: int, probes: Rows, probe: int,
    key: np.uint64, radius: int,
) -> tuple[int, np.uint64]:  # fmt: skip
    """
    Find the next block with a row that may be near, and which rows.
    """
    near = np.uint64(0)
    while block < end:
        # What all rows of a block have in common is compared once for all.
        left = radius - int(_differing(keys[block] & shared[block], key & shared[block]))
        if left >= 0:
            near = _rows_near(heads, block, probes, probe, min(left, _MOST))
            if near:
                break
        block += 1
    return block, near


def _verify(  # noqa: PLR0913, PLR0917 -- numba passes arrays one by one
    words: _Words, wanted: _Words, radius: int, waiting: _Numbers, asking: _Numbers, count: int,
    rows: _Numbers, distances: NDArray[np.uint16], found: int,
) -> int:  # fmt: skip
    """
    Compare all bits; -1 when there is no room for another hit.
    """
    for each in range(count):
        row, probe = waiting[each], asking[each]
        distance = np.uint64(0)
        for word in range(4):
            distance += _differing(words[row, word], wanted[probe, word])
        if int(distance) <= radius:
            if found == len(rows):
                return -1
            rows[found], distances[found] = row, distance
            found += 1
    return found


_next: Callable[..., tuple[int, np.uint64]] = numba.njit(**_OPTIONS)(_next_near)
_verified: Callable[..., int] = numba.njit(**_OPTIONS)(_verify)


def _near(  # noqa: C901, PLR0913, PLR0917 -- one loop over everything
    heads: Rows, keys: _Words, shared: _Words, words: _Words, count: int, probes: Rows,
    wanted: _Words, probe_keys: _Words, radius: int, rows: _Numbers, distances: NDArray[np.uint16],
) -> int:  # fmt: skip
    """
    Write every near row and its distance; -1 when there is no room for another.
    """
    # Verifying waits until there is much of it: memory is then asked for many at a time.
    waiting, asking = np.empty(_WAITING, np.int64), np.empty(_WAITING, np.int64)
    held = found = 0
    blocks = (count + _ROWS - 1) // _ROWS
    in_last = np.uint64(0xFFFFFFFFFFFFFFFF) >> np.uint64(blocks * _ROWS - count)
    at_once = _BLOCKS_AT_ONCE if len(probes) > 1 else max(blocks, 1)
    for start in range(0, blocks, at_once):
        end = min(start + at_once, blocks)
        for probe in range(len(probes)):
            block = start
            while True:
                block, near = _next(
                    heads, keys, shared, block, end, probes, probe, probe_keys[probe], radius
                )
                if block >= end:
                    break
                if block == blocks - 1:
                    near &= in_last
                if held > _WAITING - _ROWS:
                    found = _verified(
                        words, wanted, radius, waiting, asking, held, rows, distances, found
                    )
                    if found < 0:
                        return found
                    held = 0
                while near:
                    waiting[held], asking[held] = block * _ROWS + _lowest(near), probe
                    held += 1
                    near &= near - np.uint64(1)
                block += 1
    return _verified(words, wanted, radius, waiting, asking, held, rows, distances, found)


def _array(kind: _Written, dimensions: int) -> _Written:
    return types.Array(kind, dimensions, "C")


_SIGNATURE: Final = types.int64(
    _array(types.uint8, 3), _array(types.uint64, 1), _array(types.uint64, 1),
    _array(types.uint64, 2), types.int64, _array(types.uint8, 2), _array(types.uint64, 2),
    _array(types.uint64, 1), types.int64, _array(types.int64, 1), _array(types.uint16, 1),
)  # fmt: skip


def _compiled() -> Callable[..., int]:
    """
    Compile, or take what an earlier run compiled.
    """
    try:
        search: Callable[..., int] = numba.njit(_SIGNATURE, cache=True, **_OPTIONS)(_near)
    except (RuntimeError, OSError):
        # No folder that can be written: this process compiles for itself.
        search = numba.njit(_SIGNATURE, **_OPTIONS)(_near)
    return search


class CompiledKernel:
    """
    Search with what numba compiled.
    """

    name = "numba"

    def __init__(self) -> None:
        """
        Compile: three seconds the first time, one from then on.

        Raises:
            RuntimeError: It cannot be compiled here.
        """
        try:
            self._search = _compiled()
        except NumbaError as error:
            raise RuntimeError("numba cannot compile the search here") from error

    def near(self, page: Page, probes: Rows, radius_bits: int) -> Found:
        """
        Give every row at most *radius_bits* from a probe.
        """
        probes = probes.copy()  # numba takes no array that cannot be written
        wanted, keys = words_of(probes), keys_of(probes)
        room = _FIRST_HITS
        while True:
            rows, distances = np.empty(room, np.int64), np.empty(room, np.uint16)
            found = self._search(
                page.heads, page.keys, page.shared, page.words, page.count,
                probes, wanted, keys, radius_bits, rows, distances,
            )  # fmt: skip
            if found >= 0:
                return rows[:found], distances[:found]
            room *= 16
