"""
Several at a time, never more than a few ahead, and an end that leaves nothing half done.
"""

import signal
import threading
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.batch.crew import AHEAD, in_turn, patiently
from cli.batch.stopping import Stop, stopped_gently
from cli.batch.twins import Twins
from service.errors import Busy, ObstatError, TooMany, Unavailable

MANY = 200
PATIENCE_SECONDS = 30


class Taken:
    """
    Count the things that were taken out of an endless supply.
    """

    def __init__(self, most: int) -> None:
        """
        Begin with nothing taken.
        """
        self.most = most
        self.count = 0

    def __iter__(self) -> Iterator[int]:
        """
        Give one number after the other.
        """
        for number in range(self.most):
            self.count += 1
            yield number


@given(jobs=st.integers(1, 6), many=st.integers(0, 40))
def test_results_come_in_the_order_of_the_things(jobs: int, many: int) -> None:
    done = list(in_turn(jobs, range(many), lambda number: number * 2, Stop()))

    assert [(number, number * 2) for number in range(many)] == done


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_no_more_is_taken_than_a_few_for_each_worker(jobs: int) -> None:
    things = Taken(MANY)
    ahead = [
        things.count - given
        for given, _ in enumerate(in_turn(jobs, things, lambda number: number, Stop()))
    ]

    assert MANY == len(ahead)
    assert max(ahead) == AHEAD * jobs


def test_as_many_are_done_at_a_time_as_there_are_jobs() -> None:
    together = threading.Barrier(3, timeout=PATIENCE_SECONDS)

    done = [came for _, came in in_turn(3, range(6), lambda _: together.wait(), Stop())]

    assert [0, 0, 1, 1, 2, 2] == sorted(each for each in done if each is not None)


def test_whoever_stops_gets_what_was_begun_and_nothing_else() -> None:
    stop, acted = Stop(), []

    def act(number: int) -> int:
        acted.append(number)
        if number == 3:
            stop.ask()
        return number

    done = list(in_turn(1, Taken(MANY), act, stop))

    assert [0, 1, 2, 3] == acted
    assert [(0, 0), (1, 1), (2, 2), (3, 3)] == [each for each in done if each[1] is not None]


@pytest.mark.parametrize("trouble", [TooMany("Spent."), Unavailable("Away.")])
def test_what_would_meet_every_file_stops_all_and_is_told(trouble: ObstatError) -> None:
    stop = Stop()

    def act(number: int) -> int:
        if number == 2:
            raise trouble
        return number

    done = [came for _, came in in_turn(1, Taken(MANY), act, stop) if came is not None]

    assert ([0, 1], trouble) == (done, stop.trouble)


def test_trouble_after_somebody_stopped_is_not_the_reason() -> None:
    stop = Stop()
    stop.ask()
    stop.because_of(Busy("All are occupied."))

    assert stop.trouble is None


def test_an_occupied_worker_is_waited_for() -> None:
    left = iter([2, 1, 0])

    def act() -> str:
        if next(left):
            raise Busy("Later.")
        return "read"

    assert "read" == patiently(act, Stop())


def test_a_worker_that_stays_occupied_is_told_in_the_end() -> None:
    def act() -> int:
        raise Busy("Later.")

    with pytest.raises(Busy):
        patiently(act, Stop())


def test_first_ctrl_c_asks_and_the_second_does_not_wait() -> None:
    before = signal.getsignal(signal.SIGINT)
    with stopped_gently() as stop:
        signal.raise_signal(signal.SIGINT)
        assert stop.is_asked
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)

    assert before is signal.getsignal(signal.SIGINT)


def test_twins_wait_for_the_first_and_share_what_came_of_it() -> None:
    twins: Twins[int] = Twins()
    begun, may_end = threading.Event(), threading.Event()
    results: list[tuple[int, bool]] = []

    def first() -> int:
        begun.set()
        may_end.wait(PATIENCE_SECONDS)
        return 1

    def second() -> int:
        return 2

    one = threading.Thread(target=lambda: results.append(twins.once(b"same", first)))
    other = threading.Thread(target=lambda: results.append(twins.once(b"same", second)))
    one.start()
    begun.wait(PATIENCE_SECONDS)
    other.start()
    may_end.set()
    one.join()
    other.join()

    assert [(1, False), (1, True)] == sorted(results)


def test_a_refusal_is_not_shared_with_the_twin() -> None:
    twins: Twins[int] = Twins()

    def refuse() -> int:
        raise Unavailable("Away.")

    with pytest.raises(Unavailable):
        twins.once(b"same", refuse)

    assert (1, True) == twins.once(b"same", lambda: 1)
