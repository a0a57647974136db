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

from service.fingerprint.index.arrays import BLOCK_ROWS, HEAD_BYTES, KEY_BYTES, Rows, keys_of
from service.fingerprint.index.kernels import Found, words_of
from service.fingerprint.index.page import Page

_ROWS: Final = 64
_FIRST: Final = 8
_BYTES: Final = 17
if (_ROWS, _FIRST, _BYTES) != (BLOCK_ROWS, KEY_BYTES, HEAD_BYTES):
    raise RuntimeError("pages are laid out otherwise than they are searched here")
_BLOCKS_AT_ONCE: Final = 16
"""They stay in the nearest cache until every probe was compared."""
_BLOCKS_OF_ONE: Final = 512
"""For one probe alone: enough that starting on them costs nothing."""
_WAITING: Final = 4096
_FIRST_HITS: Final = 4096
_MOST: Final = 255
"""Heads never differ in more; a larger radius would not fit into a byte."""

_Written: TypeAlias = Any
"""What numba and LLVM call by no name that a type checker knows."""
_llvm: _Written = cgutils
_Words: TypeAlias = NDArray[np.uint64]
_Numbers: TypeAlias = NDArray[np.int64]
_OPTIONS: Final[dict[str, Any]] = {"nogil": True, "boundscheck": False, "error_model": "numpy"}


_BYTE: Final = ir.IntType(8)
_NUMBER: Final = ir.IntType(32)
_LONG: Final = ir.IntType(64)
_REGISTER: Final = ir.VectorType(_BYTE, _ROWS)


def _long(value: int) -> _Written:
    return ir.Constant(_LONG, value)


def _filled(builder: _Written, value: _Written) -> _Written:
    """
    Give a register with one byte everywhere.
    """
    undefined = ir.Constant(_REGISTER, ir.Undefined)
    everywhere = ir.Constant(ir.VectorType(_NUMBER, _ROWS), [0] * _ROWS)
    one = builder.insert_element(undefined, value, ir.Constant(_NUMBER, 0))
    return builder.shuffle_vector(one, undefined, everywhere)


def _limit(builder: _Written, left: _Written) -> _Written:
    """
    Give everywhere the first number of bits that is more than there are *left*.
    """
    too_many = builder.add(left, _long(1))
    for sign, bound in (("<", 0), (">", _MOST)):
        beyond = builder.icmp_signed(sign, too_many, _long(bound))
        too_many = builder.select(beyond, _long(bound), too_many)
    return _filled(builder, builder.trunc(too_many, _BYTE))


def _differences(builder: _Written, column: _Written, wanted: list[_Written]) -> _Written:
    """
    Count for each row of a block in how many bits its head differs.
    """
    kind = ir.FunctionType(_REGISTER, [_REGISTER])
    count_ones = _llvm.get_or_insert_function(builder.module, kind, f"llvm.ctpop.v{_ROWS}i8")
    total = ir.Constant(_REGISTER, [0] * _ROWS)
    for each, byte in enumerate(wanted):
        at = builder.gep(column, [_long(each * _ROWS)])
        stored = builder.load(builder.bitcast(at, _REGISTER.as_pointer()), align=1)
        total = builder.add(total, builder.call(count_ones, [builder.xor(stored, byte)]))
    return total


def _write_scan(  # noqa: PLR0913, PLR0917 -- numba passes arrays one by one
    _: _Written, heads: _Written, keys: _Written, shared: _Written, start: _Written,
    end: _Written, probes: _Written, probe: _Written, key: _Written, radius: _Written,
    blocks: _Written, near: _Written,
) -> _Written:  # fmt: skip
    """
    Note the blocks from *start* to *end* with rows that may be near, and which rows.

    Written for LLVM by hand: one register of 64 bytes for each byte of the rows, which
    it splits where registers are shorter.  What it makes of a loop depends on its
    version, and is up to ten times slower.
    """

    def write(
        context: _Written, builder: _Written, signature: _Written, given: _Written
    ) -> _Written:
        def place(array: int, row: _Written) -> _Written:
            content = context.make_array(signature.args[array])
            return builder.gep(content(context, builder, given[array]).data, [row])

        probe = place(5, builder.mul(given[6], _long(32)))
        wanted = [
            _filled(builder, builder.load(builder.gep(probe, [_long(each)])))
            for each in range(_FIRST, _FIRST + _BYTES)
        ]
        noted = _llvm.alloca_once_value(builder, _long(0))
        with _llvm.for_range_slice(builder, given[3], given[4], _long(1), _LONG) as (block, _):
            column = place(0, builder.mul(block, _long(_BYTES * _ROWS)))
            # What all rows of a block have in common is compared once for all.
            apart = builder.xor(builder.load(place(1, block)), given[7])
            common = builder.ctpop(builder.and_(apart, builder.load(place(2, block))))
            limit = _limit(builder, builder.sub(given[8], common))
            rows = builder.icmp_unsigned("<", _differences(builder, column, wanted), limit)
            found = builder.bitcast(rows, _LONG)
            # Written always, and kept if there is any: nothing to guess wrong.
            last = builder.load(noted)
            builder.store(block, place(9, last))
            builder.store(found, place(10, last))
            is_any = builder.icmp_unsigned("!=", found, _long(0))
            builder.store(builder.add(last, builder.zext(is_any, _LONG)), noted)
        return builder.load(noted)

    arguments = (heads, keys, shared, start, end, probes, probe, key, radius, blocks, near)
    return types.int64(*arguments), write


def _write_differing(_: _Written, left: _Written, right: _Written) -> _Written:
    def write(_: _Written, builder: _Written, __: _Written, given: _Written) -> _Written:
        return builder.ctpop(builder.xor(*given))

    return types.uint64(left, right), write


def _write_lowest(_: _Written, word: _Written) -> _Written:
    def write(_: _Written, builder: _Written, __: _Written, given: _Written) -> _Written:
        return builder.cttz(given[0], ir.Constant(ir.IntType(1), 1))

    return types.int64(word), write


def _write_ask_for(_: _Written, words: _Written, row: _Written) -> _Written:
    """
    Have a fingerprint brought near while other work goes on.
    """

    def write(
        context: _Written, builder: _Written, signature: _Written, given: _Written
    ) -> _Written:
        first = context.make_array(signature.args[0])(context, builder, given[0]).data
        at = builder.gep(first, [builder.mul(given[1], _long(4))])
        byte = _BYTE.as_pointer()
        kind = ir.FunctionType(ir.VoidType(), [byte, _NUMBER, _NUMBER, _NUMBER])
        fetch = _llvm.get_or_insert_function(builder.module, kind, "llvm.prefetch.p0")
        # To read, to be kept in every cache, as numbers.
        how = [ir.Constant(_NUMBER, each) for each in (0, 3, 1)]
        builder.call(fetch, [builder.bitcast(at, byte), *how])
        return context.get_dummy_value()

    return types.void(words, row), write


_emitted: Callable[[_Written], _Written] = intrinsic
_scan: Callable[..., int] = _emitted(_write_scan)
_differing: Callable[[np.uint64, np.uint64], np.uint64] = _emitted(_write_differing)
_lowest: Callable[[np.uint64], int] = _emitted(_write_lowest)
_ask_for: Callable[[_Words, int], None] = _emitted(_write_ask_for)


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


_verified: Callable[..., int] = numba.njit(**_OPTIONS)(_verify)


def _near(  # noqa: PLR0913, PLR0917 -- one loop over everything
    heads: Rows, keys: _Words, shared: _Words, words: _Words, count: int, probes: Rows,
    wanted: _Words, probe_keys: _Words, radius: int, rows: _Numbers, distances: NDArray[np.uint16],
) -> int:  # fmt: skip
    """
    Write every near row and its distance; -1 when there is no room for another.
    """
    # Verifying waits until there is much of it: what it needs is on its way by then.
    waiting, asking = np.empty(_WAITING, np.int64), np.empty(_WAITING, np.int64)
    noted, nears = np.empty(_BLOCKS_OF_ONE, np.int64), np.empty(_BLOCKS_OF_ONE, np.uint64)
    held = found = 0
    blocks = (count + _ROWS - 1) // _ROWS
    in_last = np.uint64(0xFFFFFFFFFFFFFFFF) >> np.uint64(blocks * _ROWS - count)
    at_once = _BLOCKS_AT_ONCE if len(probes) > 1 else _BLOCKS_OF_ONE
    for start in range(0, blocks, at_once):
        end = min(start + at_once, blocks)
        for probe in range(len(probes)):
            some = _scan(
                heads, keys, shared, start, end, probes, probe, probe_keys[probe], radius,
                noted, nears,
            )  # fmt: skip
            for each in range(some):
                near = nears[each] & in_last if noted[each] == blocks - 1 else nears[each]
                if held > _WAITING - _ROWS:
                    found = _verified(
                        words, wanted, radius, waiting, asking, held, rows, distances, found
                    )
                    if found < 0:
                        return found
                    held = 0
                while near:
                    row = noted[each] * _ROWS + _lowest(near)
                    _ask_for(words, row)
                    waiting[held], asking[held] = row, probe
                    held += 1
                    near &= near - np.uint64(1)
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
        arrays = page.arrays
        while True:
            rows, distances = np.empty(room, np.int64), np.empty(room, np.uint16)
            found = self._search(
                arrays.heads, arrays.keys, arrays.shared, arrays.words, page.count,
                probes, wanted, keys, radius_bits, rows, distances,
            )  # fmt: skip
            if found >= 0:
                return rows[:found], distances[:found]
            room *= 16
