"""
Carry the plan out: make each picture, ask the house, ask the rivals.
"""

import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from benchmarks.recall.bursts import Burst, Frame
from benchmarks.recall.house import Found, House
from benchmarks.recall.photographs import Photograph, travelling
from benchmarks.recall.plan import Task
from benchmarks.recall.rivals import Hashes, Recognised, hashes, recognised
from benchmarks.recall.variant import Material, opened
from service.decision.terms import MatchClass
from service.errors import BadImage

T = TypeVar("T")
R = TypeVar("R")
THREADS = 4
"""Two picture workers are kept busy while other pictures are made."""
_SAY_EVERY_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What was recognised in one picture.
    """

    task: Task
    here: Found | None
    """None: the picture was refused."""
    elsewhere: Found | None
    """None: it was not asked there."""
    rivals: Recognised

    @property
    def match(self) -> MatchClass:
        """
        Give as what the right photo was recognised.
        """
        return (self.here or {}).get(str(self.task.photograph.path), MatchClass.NONE)

    @property
    def found(self) -> bool:
        """
        Tell whether the right photo was among the matches.
        """
        return self.match is not MatchClass.NONE


class Progress:
    """
    Say on the error stream how far it is, how fast, and for how long still.
    """

    def __init__(self, what: str, total: int) -> None:
        self._what, self._total = what, total
        self._started = self._said = time.perf_counter()
        self._done = 0

    def step(self) -> None:
        """
        Count one more.
        """
        self._done += 1
        now = time.perf_counter()
        if now - self._said < _SAY_EVERY_SECONDS and self._done < self._total:
            return
        self._said = now
        rate = self._done / (now - self._started)
        left = (self._total - self._done) / rate
        line = (
            f"{self._what}: {self._done:,} of {self._total:,}, "
            f"{rate:.1f}/s, {int(left) // 60}:{int(left) % 60:02} left"
        )
        print(line, file=sys.stderr, flush=True)


def register(house: House, photographs: Sequence[Photograph]) -> dict[bytes, Hashes]:
    """
    Register photos; give what the rivals know of each that was new.
    """
    progress = Progress("registering", len(photographs))

    def one(photograph: Photograph) -> tuple[bytes, Hashes] | None:
        new = house.register(str(photograph.path), photograph.path.read_bytes())
        return (photograph.digest, hashes(travelling(photograph.path))) if new else None

    return dict(each for each in _in_parallel(one, photographs, progress) if each)


def ask(
    tasks: Sequence[Task],
    houses: Mapping[str, House],
    known: Mapping[bytes, Hashes],
    seed: int,
) -> list[Answer]:
    """
    Ask every picture of the plan whose photo is registered.

    Args:
        houses: By half: the photo's own, and the other one.
    """

    def one(task: Task) -> Answer:
        saved = picture_of(task, seed)
        here = next(house for half, house in houses.items() if half == task.photograph.half)
        others = [house for house in houses.values() if house is not here]
        elsewhere = _checked(others[0], saved) if others and task.elsewhere else None
        rivals = recognised(hashes(opened(saved)), known[task.photograph.digest])
        return Answer(task, _checked(here, saved), elsewhere, rivals)

    wanted = [task for task in tasks if task.photograph.digest in known]
    return list(_in_parallel(one, wanted, Progress("asking", len(wanted))))


def picture_of(task: Task, seed: int) -> bytes:
    """
    Make the picture of a task, the same in every run.
    """
    material = Material(
        travelling(task.photograph.path),
        tuple(travelling(other.path) for other in task.others),
        task.photograph.chance(seed, task.name),
    )
    return task.variant.save(task.variant.make(material))


def ask_frames(house: House, bursts: Sequence[Burst]) -> list[tuple[Frame, Found]]:
    """
    Register the first frames, ask those a moment later.
    """
    registered = [frame for burst in bursts for frame in burst.registered]
    asked = [frame for burst in bursts for frame in burst.asked]
    progress = Progress("registering frames", len(registered))
    list(_in_parallel(lambda each: house.register(each.name, each.saved), registered, progress))

    def one(frame: Frame) -> tuple[Frame, Found]:
        return frame, _checked(house, frame.saved) or {}

    return list(_in_parallel(one, asked, Progress("asking frames", len(asked))))


def _checked(house: House, saved: bytes) -> Found | None:
    """
    Check a picture; None when it is refused.
    """
    try:
        return house.check(saved)
    except BadImage:
        return None


def _in_parallel(work: Callable[[T], R], parts: Sequence[T], progress: Progress) -> Iterable[R]:
    """
    Do the work in several threads, in order.
    """
    with ThreadPoolExecutor(THREADS) as threads:
        for done in threads.map(work, parts):
            progress.step()
            yield done
