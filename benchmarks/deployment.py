"""
Run the real service on loopback, on a fresh SQLite, with an organisation to ask.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import TemporaryDirectory

from service.decision.channels import Contact
from service.decision.terms import Audience, Medium, Purpose
from service.settings import Settings
from service.usecases.caller import Caller
from service.usecases.channels import ChannelDetails, ChannelFacts, ChannelPlace
from service.usecases.organisations import OrganisationDetails
from service.usecases.registry import Registry
from service.wiring import build, prepare

DESK = Contact("Desk", "image rights", "desk@house.example")
ROWS_AT_ONCE = 5000
BUDGET = "100000000"


@dataclass(frozen=True, slots=True)
class Deployment:
    """
    Where the service listens, and the key to ask it with.
    """

    port: int
    key: str


@contextmanager
def deployment(people: int) -> Iterator[Deployment]:
    """
    Serve an organisation of so many people and one channel.
    """
    with TemporaryDirectory() as folder:
        environment = {"OBSTAT_VAR_FOLDER": folder, "OBSTAT_CHECKS_PER_HOUR": BUDGET}
        key = populate(Settings.from_env(environment), people)
        with serving(["-m", "cli", "serve", "--port", "0"], environment) as port:
            yield Deployment(port, key)


@contextmanager
def serving(words: list[str], environment: dict[str, str]) -> Iterator[int]:
    """
    Run a server in a process of its own until the block ends; give its port.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OBSTAT_")}
    with subprocess.Popen(
        [sys.executable, *words], env={**kept, **environment}, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            line = process.stdout.readline() if process.stdout else ""
            found = re.search(r"http://[\d.]+:(\d+)", line)
            if found is None:
                message = f"the server did not say where it listens: {line!r}"
                raise SystemExit(message)
            yield int(found.group(1))
        finally:
            process.terminate()


def populate(settings: Settings, people: int) -> str:
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
        )
        founded = registry.found_organisation("house", details)
        caller = registry.act_as_operator("house")
        enter_people(registry, caller, people)
        register_page(registry, caller)
        registry.sequence_ledger()
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
        registry.import_people(caller, (head + "".join(rows)).encode(), dry_run=False)


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
    registry.register_channel(caller, ChannelDetails(facts, place))


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
