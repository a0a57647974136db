"""
Run the real service on loopback, on a fresh SQLite, with an organisation to ask.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

from service.decision.channels import Contact
from service.decision.terms import Audience, Medium, Purpose
from service.records.organisation import SecondFactor
from service.settings import Settings
from service.usecases.caller import Caller
from service.usecases.channels import ChannelDetails, ChannelFacts, ChannelPlace
from service.usecases.organisations import OrganisationDetails
from service.usecases.registry import Registry
from service.wiring import build, prepare

DESK = Contact("Desk", "image rights", "desk@house.example")
ROWS_AT_ONCE = 5000
BUDGET = "100000000"
LAST_LINES = 20


@dataclass(frozen=True, slots=True)
class Deployment:
    """
    Where the service listens, and the key to ask it with.
    """

    port: int
    key: str
    pid: int

    def processor_seconds(self) -> float:
        """
        Give the processor time that the service and its workers have used.
        """
        spent = _processes()
        family = {self.pid}
        # Children have later numbers than their parents, until the numbers start anew.
        for pid, (parent, _) in sorted(spent.items()):
            if parent in family:
                family.add(pid)
        return sum(spent[pid][1] for pid in family if pid in spent)


Furnish = Callable[[Registry, Caller], None]
"""What else is entered before the service is started."""


@contextmanager
def deployment(people: int, furnish: Furnish | None = None) -> Iterator[Deployment]:
    """
    Serve an organisation of so many people and one channel.
    """
    with TemporaryDirectory() as folder:
        environment = {"OBSTAT_VAR_FOLDER": folder, "OBSTAT_CHECKS_PER_HOUR": BUDGET}
        key = populate(Settings.from_env(environment), people, furnish)
        with serving(["-m", "cli", "serve", "--port", "0"], environment) as (port, pid):
            yield Deployment(port, key, pid)


def _processes() -> dict[int, tuple[int, float]]:
    """
    Give of every process its parent and the seconds of processor time it used.
    """
    found: dict[int, tuple[int, float]] = {}
    ticks = os.sysconf("SC_CLK_TCK")
    for folder in Path("/proc").iterdir():
        # A process may end while one looks at it.
        with suppress(OSError, ValueError):
            told = (folder / "stat").read_text().rpartition(")")[2].split()
            found[int(folder.name)] = (int(told[1]), (int(told[11]) + int(told[12])) / ticks)
    return found


@contextmanager
def serving(words: list[str], environment: dict[str, str]) -> Iterator[tuple[int, int]]:
    """
    Run a server in a process of its own until the block ends; give port and process.

    What it writes of each request is kept apart, so that it does not drown the table.

    Raises:
        SystemExit: It does not start; its last lines say why.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OBSTAT_")}
    with (
        TemporaryFile("w+") as log,
        subprocess.Popen(
            [sys.executable, *words],
            env={**kept, **environment},
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        ) as process,
    ):
        try:
            line = process.stdout.readline() if process.stdout else ""
            found = re.search(r"http://[\d.]+:(\d+)", line)
            if found is None:
                process.terminate()
                process.wait()
                log.seek(0)
                last = "".join(log.readlines()[-LAST_LINES:])
                message = f"the server did not say where it listens: {line!r}\n{last}"
                raise SystemExit(message)
            yield int(found.group(1)), process.pid
        finally:
            process.terminate()


def populate(settings: Settings, people: int, furnish: Furnish | None = None) -> str:
    """
    Found the organisation with its people and channel; give its key.
    """
    prepare(settings)
    registry = build(settings)
    try:
        details = OrganisationDetails(
            name="House",
            jurisdiction="BE",
            time_zone="Europe/Brussels",
            languages=("fr",),
            contact=DESK,
            press=DESK,
            legal=DESK,
            second_factor=SecondFactor.OFF,
        )
        founded = registry.organisations.found_organisation("house", details)
        caller = registry.organisations.act_as_operator("house")
        enter_people(registry, caller, people)
        register_page(registry, caller)
        if furnish is not None:
            furnish(registry, caller)
        registry.ledger.sequence_ledger()
        return founded.first_key.text
    finally:
        registry.close()


def enter_people(registry: Registry, caller: Caller, people: int) -> None:
    """
    Enter people whose names are all different.
    """
    head = "external_id,given_name,family_name,category,jurisdiction,born_on\n"
    for first in range(0, people, ROWS_AT_ONCE):
        rows = (
            f"{n},{given_name(n)},{family_name(n)},beneficiary,BE,2015-0{n % 9 + 1}-11\n"
            for n in range(first, min(first + ROWS_AT_ONCE, people))
        )
        registry.interchange.import_people(caller, (head + "".join(rows)).encode(), dry_run=False)


def register_page(registry: Registry, caller: Caller) -> None:
    """
    Register one public page.
    """
    facts = ChannelFacts(
        name="Page",
        medium=Medium.SOCIAL,
        platform="facebook",
        audience=Audience.PUBLIC,
        purposes=frozenset(Purpose),
    )
    place = ChannelPlace(slug="page", address="https://page.example/house")
    registry.channels.register_channel(caller, ChannelDetails(facts, place))


def given_name(number: int) -> str:
    """
    Spell a given name that differs every hundred people.
    """
    return f"Lea{_letters(number % 100)}"


def family_name(number: int) -> str:
    """
    Spell a family name of its own for each person.
    """
    return f"Du{_letters(number)}pont"


def _letters(number: int) -> str:
    """
    Write a number in letters.
    """
    return "".join("bcdfghjklm"[int(digit)] + "aeiou"[int(digit) % 5] for digit in str(number))
