"""
Find points with code that is compiled for this very processor.

Everything compiled stands here, for the reason that `compiled.py` gives.
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

from service.fingerprint.index.finding import NEAR_BITS, NEAR_WORD_BITS, WORTH_SHARING, Found
from service.fingerprint.index.sharing import shared
from service.fingerprint.index.shelf import Shelf
from service.fingerprint.index.sketch import GRADES, WORD_BITS, Codes

_WHOLE: Final = 6
_IN_WORD: Final = 1
_BEHIND_WORD: Final = 44
_GRADE_MASK: Final = 15
if (_WHOLE, _IN_WORD, _BEHIND_WORD, _GRADE_MASK) != (
    NEAR_BITS, NEAR_WORD_BITS, 64 - WORD_BITS, GRADES - 1,
):  # fmt: skip
    raise RuntimeError("codes are made otherwise than they are compared here")
_AHEAD: Final = 24
"""
So many words before they are read, memory is asked for them.

They lie anywhere in some hundred megabytes; waiting for each takes twice as long as all
the rest.
"""
_LINE_CODES: Final = 8
_FIRST_ROOM: Final = 1 << 16

_Written: TypeAlias = Any
"""What numba and LLVM call by no name that a type checker knows."""
_OPTIONS: Final[dict[str, Any]] = {"nogil": True, "boundscheck": False, "error_model": "numpy"}


def _write_ones(_: _Written, word: _Written) -> _Written:
    def write(_: _Written, builder: _Written, __: _Written, given: _Written) -> _Written:
        return builder.ctpop(given[0])

    return types.uint64(word), write


def _write_ask_for(_: _Written, array: _Written, place: _Written) -> _Written:  # noqa: ARG001 -- numba hands itself over first
    """
    Have a place of an array brought near while other work goes on.
    """
    declare: _Written = cgutils.get_or_insert_function

    def write(
        context: _Written, builder: _Written, signature: _Written, given: _Written
    ) -> _Written:
        number, byte = ir.IntType(32), ir.IntType(8).as_pointer()
        first = context.make_array(signature.args[0])(context, builder, given[0]).data
        at = builder.bitcast(builder.gep(first, [given[1]]), byte)
        kind = ir.FunctionType(ir.VoidType(), [byte, number, number, number])
        fetch = declare(builder.module, kind, "llvm.prefetch.p0")
        # To read, to be kept in every cache, as numbers.
        builder.call(fetch, [at, *(ir.Constant(number, each) for each in (0, 3, 1))])
        return context.get_dummy_value()

    return types.void(array, types.int64), write


_emitted: Callable[[_Written], _Written] = intrinsic
_ones: Callable[[np.uint64], np.uint64] = _emitted(_write_ones)
_ask_for: Callable[[NDArray[Any], np.int64], None] = _emitted(_write_ask_for)


def _look_up(
    starts: NDArray[np.uint32], bits: int, longest: int, spots: Codes, lists: NDArray[np.uint32]
) -> None:
    """
    Write where the points of each word lie that a spot may stand under.
    """
    each, every = bits + 1, len(spots) * (bits + 1)
    for number in range(every + _AHEAD):
        if number < every:
            # The last "flip" is none.
            flip = (np.uint64(1) << np.uint64(number % each)) & np.uint64((1 << bits) - 1)
            word = (spots[number // each] >> np.uint64(64 - bits)) ^ flip
            lists[number, 0] = word
            _ask_for(starts, np.int64(word))
        ready = number - _AHEAD
        if ready >= 0:
            word = lists[ready, 0]
            start, end = starts[word], starts[word + 1]
            lists[ready, 0] = start
            lists[ready, 1] = end if np.int64(end) - np.int64(start) <= longest else start


_looked_up: Callable[..., None] = numba.njit(**_OPTIONS)(_look_up)


def _find(  # noqa: PLR0913, PLR0917 -- numba passes arrays one by one
    codes: Codes, rows: NDArray[np.uint16], starts: NDArray[np.uint32], bits: int, longest: int,
    spots: Codes, last: NDArray[np.int32], found_spots: NDArray[np.int64],
    found_rows: NDArray[np.int64],
) -> int:  # fmt: skip
    """
    Write every spot with the row of every photo; -1 when there is no room for another.
    """
    lists = np.empty((len(spots) * (bits + 1), 2), np.uint32)
    _looked_up(starts, bits, longest, spots, lists)
    found = 0
    for number in range(len(lists)):
        if number + _AHEAD < len(lists):
            ahead = np.int64(lists[number + _AHEAD, 0])
            _ask_for(codes, ahead)
            _ask_for(codes, ahead + np.int64(_LINE_CODES))
        spot = number // (bits + 1)
        for point in range(np.int64(lists[number, 0]), np.int64(lists[number, 1])):
            apart = (codes[point] ^ spots[spot]) & ~np.uint64(_GRADE_MASK)
            if (
                int(_ones(apart)) > _WHOLE
                or int(_ones(apart >> np.uint64(_BEHIND_WORD))) > _IN_WORD
            ):
                continue
            # Once for each spot, however often a photo repeats it.
            if last[rows[point]] != spot:
                if found == len(found_rows):
                    return -1
                last[rows[point]] = spot
                found_spots[found], found_rows[found] = spot, rows[point]
                found += 1
    return found


_SIGNATURE: Final = types.int64(
    types.Array(types.uint64, 1, "C"), types.Array(types.uint16, 1, "C"),
    types.Array(types.uint32, 1, "C"), types.int64, types.int64,
    types.Array(types.uint64, 1, "C"), types.Array(types.int32, 1, "C"),
    types.Array(types.int64, 1, "C"), types.Array(types.int64, 1, "C"),
)  # fmt: skip


def _compiled() -> Callable[..., int]:
    """
    Compile, or take what an earlier run compiled.
    """
    try:
        find: Callable[..., int] = numba.njit(_SIGNATURE, cache=True, **_OPTIONS)(_find)
    except (RuntimeError, OSError):
        # No folder that can be written: this process compiles for itself.
        find = numba.njit(_SIGNATURE, **_OPTIONS)(_find)
    return find


class CompiledFinder:
    """
    Find with what numba compiled.
    """

    name = "numba"

    def __init__(self) -> None:
        """
        Compile, or take what was compiled before.

        Raises:
            RuntimeError: It cannot be compiled here.
        """
        try:
            self._find = _compiled()
        except NumbaError as error:
            raise RuntimeError("numba cannot compile the finder here") from error

    def found(self, shelf: Shelf, spots: Codes) -> Found:
        """
        Give every spot with the row of every photo that has it.
        """
        if len(shelf.ids) < WORTH_SHARING:
            return self._found(shelf, spots)
        middle = len(spots) // 2
        parts = {0: spots[:middle], middle: spots[middle:]}
        found = dict(shared(lambda first: self._found(shelf, parts[first]), [*parts]))
        places = [found[first][0] + first for first in parts]
        return np.concatenate(places), np.concatenate([found[first][1] for first in parts])

    def _found(self, shelf: Shelf, spots: Codes) -> Found:
        last = np.full(len(shelf.ids), -1, np.int32)
        room = _FIRST_ROOM
        while True:
            found_spots, found_rows = np.empty(room, np.int64), np.empty(room, np.int64)
            count = self._find(
                shelf.codes, shelf.rows, shelf.starts, shelf.bits, shelf.longest,
                spots, last, found_spots, found_rows,
            )  # fmt: skip
            if count >= 0:
                return found_spots[:count], found_rows[:count]
            last.fill(-1)
            room *= 16
