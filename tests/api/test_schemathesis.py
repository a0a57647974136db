"""
Hundreds of requests that the description allows or forbids, and no surprise.

Every check of schemathesis is on: no failure of ours, no undocumented status, media
type or body, no forbidden method or credential let in, what was made is there and
what was removed is gone.
"""

import asyncio
import json
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import cycle
from threading import Thread
from typing import Any

import httpx
import pytest
import requests
import schemathesis
import uvicorn
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from schemathesis import Case
from schemathesis.checks import load_all_checks
from schemathesis.config import SchemathesisConfig
from schemathesis.core.result import Ok
from schemathesis.generation.feedback import FeedbackSources
from schemathesis.generation.hypothesis.builder import (
    InvalidHeadersExampleMark,
    InvalidRegexMark,
    MissingPathParameters,
    NonSerializableMark,
    UnsatisfiableExampleMark,
    UnserializablePayloadMark,
)
from schemathesis.pytest._test_builder import build_operation_test

from service.api.problems import FRAMEWORK
from service.app import create_app
from service.http.statuses import STATUS
from service.settings import Settings
from service.wiring import build, prepare
from tests import migrated
from tests.api.conftest import deployment, founding
from tests.api.door import Door, House
from tests.contract.repository import ROOT
from tests.loopback import PLAIN
from tests.postgres import PostgresServer
from tests.readers import shared_readers

EXAMPLES = 7
"""For each operation: made once, sent to each engine."""


@pytest.fixture(scope="module")
def houses(
    postgres: PostgresServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, House]]:
    """
    Give the application by its address, on each engine.
    """
    with ExitStack() as opened:
        urls = (
            migrated.sqlite_url(tmp_path_factory.mktemp("sqlite")),
            opened.enter_context(migrated.postgres_url(postgres)),
        )
        yield dict(
            opened.enter_context(served(deployment(url, tmp_path_factory.mktemp("var"))))
            for url in urls
        )


@contextmanager
def served(settings: Settings) -> Iterator[tuple[str, House]]:
    """
    Serve the application on a port of this machine.
    """
    prepare(settings)
    with shared_readers():
        registry = build(settings)
    config = uvicorn.Config(create_app(settings, registry), log_config=None, lifespan="on")
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listening, httpx.Client(verify=PLAIN) as client:
        # Connections inherit it; without, each answer waits 40 ms for an acknowledgement.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        thread = Thread(target=lambda: asyncio.run(server.serve(sockets=[listening])))
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", House(client, registry)
        server.should_exit = True
        thread.join()
    registry.close()


@pytest.fixture(scope="module")
def line() -> Iterator[requests.Session]:
    """
    Give connections that stay open, and add nothing to what is sent.
    """
    with requests.Session() as session:
        session.trust_env = False
        session.headers.clear()
        yield session


@pytest.fixture
def doors(houses: dict[str, House]) -> Iterator[dict[str, Door]]:
    """
    Give the way in by address, with the administrator's key of an organisation of one's own.
    """
    with ExitStack() as opened:
        found: dict[str, Callable[[str], Door]] = {
            address: opened.enter_context(founding(house)) for address, house in houses.items()
        }
        yield {address: found_one("jacinthes") for address, found_one in found.items()}


CONFIG = {
    "checks": {
        # 422 refuses contents, not forms: a unit that does not exist, a day before birth.
        "positive_data_acceptance": {
            "expected-statuses": ["2xx", "401", "403", "404", "409", "422", "429"]
        },
        # What is too long for its field may be too large to be read at all.
        "negative_data_rejection": {
            "expected-statuses": ["4xx", "5xx"],
        },
    }
}
DESCRIBED = schemathesis.openapi.from_dict(
    json.loads((ROOT / "openapi" / "openapi.json").read_bytes()),
    config=SchemathesisConfig.from_dict(CONFIG),
)
OPERATIONS = {
    each.ok().label: each.ok() for each in DESCRIBED.get_all_operations() if isinstance(each, Ok)
}
LEFT_OUT = (
    InvalidHeadersExampleMark,
    InvalidRegexMark,
    MissingPathParameters,
    NonSerializableMark,
    UnsatisfiableExampleMark,
    UnserializablePayloadMark,
)
"""What would say that an operation was not tried, or not with everything it takes."""

BEFORE_ANY_VERB = FRAMEWORK.keys() - STATUS.values()
"""Statuses of what is refused before any verb is reached, and so before any engine."""
BACKWARDS = cycle((False, True))
"""Each engine is asked first half of the time."""


def test_every_operation_can_be_read() -> None:
    methods = {"get", "post", "put", "patch", "delete"}
    described = [path.keys() & methods for path in DESCRIBED.raw_schema["paths"].values()]

    assert sum(map(len, described)) == len(OPERATIONS)


@pytest.mark.parametrize("label", OPERATIONS)
def test_nothing_surprises(label: str, doors: dict[str, Door], line: requests.Session) -> None:
    # Drawn here and not by `parametrize` of schemathesis: that draws the cases of every
    # operation while it collects, and each worker collects all of them.
    load_all_checks()
    tried = build_operation_test(
        config=DESCRIBED.config,
        operation=OPERATIONS[label],
        test_func=send_to_each,
        given_kwargs={},
        feedback=FeedbackSources(),
    )
    tried(doors=doors, line=line)

    assert [] == [each.attr_name for each in LEFT_OUT if each.is_set(tried)]


@hypothesis_settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
def send_to_each(case: Case[Any], doors: dict[str, Door], line: requests.Session) -> None:
    """
    Send one case to each engine and check what comes back.

    What was refused before any engine was reached is not sent to the other one.
    """
    has_key = "Authorization" in case.headers  # left out on purpose otherwise
    for address in sorted(doors, reverse=next(BACKWARDS)):
        if has_key:
            case.headers["Authorization"] = f"Bearer {doors[address].key}"
        answer = case.call_and_validate(base_url=address, session=line)
        if answer.status_code in BEFORE_ANY_VERB:
            break
