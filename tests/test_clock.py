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
