"""
Count photos that another process does not find in its very next check.

`python -m benchmarks.freshness [--json] [--times COUNT]` runs two processes on SQLite and
on PostgreSQL.  One registers photos, several at the same time, so that transactions
begin in one order and commit in another; for each, as soon as it is committed, the other
is asked.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from itertools import count
from tempfile import TemporaryDirectory
from threading import Lock
from typing import IO, Final

from benchmarks.deployment import populate
from benchmarks.ratio import Ratio, table
from service.decision.ids import PhotoId
from service.records.photos import FingerprintRecord, PhotoRecord
from service.settings import Settings
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.wiring import build
from tests.postgres import running_server, stop
from tests.run_folder import close_run_folder, open_run_folder

TIMES: Final = 20_000
WRITERS: Final = 4
_ALGORITHM: Final = ("made-up", 1)
_ORGANISATION: Final = "house"


@dataclass(frozen=True, slots=True)
class Watched:
    """
    What came of one engine.
    """

    engine: str
    registered: int
    missed: int
    seconds: float


def measure(times: int = TIMES) -> list[Ratio]:
    """
    Give how many photos were missed, of so many on each engine.
    """
    with TemporaryDirectory() as folder:
        found = [_watched("SQLite", {"OBSTAT_VAR_FOLDER": folder}, times)]
    with TemporaryDirectory() as folder, _postgresql() as url:
        environment = {"OBSTAT_VAR_FOLDER": folder, "OBSTAT_DATABASE_URL": url}
        found.append(_watched("PostgreSQL", environment, times))
    return [
        Ratio(
            f"{each.engine}: missed by the next check elsewhere, of {each.registered:,}",
            f"{each.missed:,} in {each.seconds:.0f} s",
            "0",
            each.missed,
            at_most=0.0,
        )
        for each in found
    ]


def _watched(engine: str, environment: dict[str, str], times: int) -> Watched:
    settings = Settings.from_env(environment)
    populate(settings, people=1)
    registry = build(settings)
    try:
        caller = registry.organisations.act_as_operator(_ORGANISATION)
        with _other_process(environment) as ask:
            started = time.monotonic()
            missed = _missed(registry, caller, ask, times)
            return Watched(engine, times, missed, time.monotonic() - started)
    finally:
        registry.close()


def _missed(registry: Registry, caller: Caller, ask: Callable[[int], bool], times: int) -> int:
    desk = registry.photos.register_photo.desk
    numbers, one_at_a_time = count(), Lock()

    def register() -> int:
        missed = 0
        while (number := next(numbers)) < times:
            with desk.database.begin(caller.organisation_id) as work:
                work.photos.add(_photo(number), desk.clock(), caller.actor.id)
                work.commit()
            with one_at_a_time:
                missed += not ask(number)
        return missed

    with ThreadPoolExecutor(WRITERS) as pool:
        return sum(each.result() for each in [pool.submit(register) for _ in range(WRITERS)])


@contextmanager
def _other_process(environment: dict[str, str]) -> Iterator[Callable[[int], bool]]:
    """
    Start the process that checks; give what asks it for a photo.
    """
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.freshness", "--check", json.dumps(environment)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    ) as process:
        if process.stdin is None or process.stdout is None:
            raise SystemExit("the other process cannot be spoken to")
        questions, answers = process.stdin, process.stdout

        def ask(number: int) -> bool:
            questions.write(f"{number}\n")
            return answers.readline() == "found\n"

        yield ask
        questions.close()


def _check(environment: dict[str, str], questions: IO[str], answers: IO[str]) -> None:
    """
    Be the other process: look for each photo that is named.
    """
    registry = build(Settings.from_env(environment))
    caller = registry.organisations.act_as_operator(_ORGANISATION)
    for line in questions:
        wanted = _photo(int(line))
        with registry.photos.register_photo.desk.database.look(caller.organisation_id) as work:
            near = work.photos.near([wanted.fingerprint], 0)
        answers.write("found\n" if (wanted.id, 0) in near else "missed\n")
        answers.flush()
    registry.close()


def _photo(number: int) -> PhotoRecord:
    digest = sha256(b"photo %d" % number).digest()
    return PhotoRecord(
        id=PhotoId(f"00000000-0000-7000-8000-{number:012x}"),
        digest_bytes=digest,
        digest_pixels=sha256(digest).digest(),
        format="jpeg",
        width_px=4000,
        height_px=3000,
        textureless=False,
        fingerprint=FingerprintRecord(*_ALGORITHM, sha256(digest + digest).digest()),
    )


@contextmanager
def _postgresql() -> Iterator[str]:
    """
    Give the address of an empty database on a server that ends with the block.
    """
    open_run_folder(stop)
    try:
        yield running_server().fresh()
    finally:
        close_run_folder(stop)


def main() -> None:
    """
    Print what was missed, or be the process that checks.
    """
    words = argparse.ArgumentParser(prog="python -m benchmarks.freshness")
    words.add_argument("--json", action="store_true")
    words.add_argument("--times", type=int, default=TIMES)
    words.add_argument("--check", type=json.loads, help=argparse.SUPPRESS)
    asked = words.parse_args()
    if asked.check is not None:
        _check(asked.check, sys.stdin, sys.stdout)
        return
    found = measure(asked.times)
    print(json.dumps([asdict(each) for each in found]) if asked.json else table(found))


if __name__ == "__main__":
    main()
