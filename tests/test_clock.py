"""
The clock of the service never tells an instant that it told before.
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from service.clock import WAITS_FOR, SteadyClock
from tests.api.clock import Clock

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
SECONDS = st.integers(min_value=-599, max_value=599)
THREADS, READINGS = 4, 1_000


@given(st.lists(SECONDS, min_size=2))
def test_each_instant_comes_after_the_one_before(steps: list[int]) -> None:
    machine, told = Clock(NOON), list[datetime]()
    clock = SteadyClock(machine)

    for step in steps:
        told.append(clock())
        machine.at = max(told) + timedelta(seconds=step)

    assert all(before < after for before, after in pairwise(told))


def test_it_goes_on_with_the_machine_once_that_has_caught_up() -> None:
    machine = Clock(NOON)
    clock = SteadyClock(machine)
    clock()
    machine.at -= timedelta(seconds=2)
    clock()

    machine.at += timedelta(seconds=3)

    assert machine.at == clock()


def test_a_clock_that_was_wrong_before_is_believed_when_it_is_mended() -> None:
    machine = Clock(NOON)
    clock = SteadyClock(machine)
    clock()

    machine.at -= WAITS_FOR

    assert machine.at == clock()


def test_no_two_threads_are_told_the_same() -> None:
    clock = SteadyClock(Clock(NOON))

    def read() -> list[datetime]:
        return [clock() for _ in range(READINGS)]

    with ThreadPoolExecutor(THREADS) as several:
        told = [each.result() for each in [several.submit(read) for _ in range(THREADS)]]

    assert all(mine == sorted(mine) for mine in told)
    assert THREADS * READINGS == len({each for mine in told for each in mine})


@given(SECONDS, st.floats(min_value=0, max_value=1), st.floats(min_value=0, max_value=5))
def test_it_goes_by_another_as_far_as_the_way_there_and_back_is_known(
    off_seconds: int, asked_at: float, way_seconds: float
) -> None:
    true, way = Clock(NOON), timedelta(seconds=way_seconds)
    clock = SteadyClock(lambda: true.at + timedelta(seconds=off_seconds))

    def ask() -> datetime:
        true.at += way * asked_at
        there = true.at
        true.at += way * (1 - asked_at)
        return there

    clock.follow(ask)

    assert abs(clock() - true.at) <= way + timedelta(microseconds=2)


@given(st.lists(st.tuples(st.floats(min_value=0, max_value=1), st.integers(0, 5)), min_size=1))
def test_of_two_that_agree_none_moves(asked: list[tuple[float, int]]) -> None:
    true = Clock(NOON)
    clock = SteadyClock(true)

    for share, seconds in asked:

        def ask(share: float = share, way: timedelta = timedelta(seconds=seconds)) -> datetime:
            there = true.at + way * share
            true.at += way
            return there

        clock.follow(ask)
        true.at += timedelta(seconds=1)

    assert true.at == clock()


def test_one_that_is_off_by_far_is_not_gone_by() -> None:
    machine = Clock(NOON)
    clock = SteadyClock(machine)

    clock.follow(lambda: NOON + timedelta(seconds=5))
    clock.follow(lambda: NOON + WAITS_FOR)

    assert machine.at == clock()
