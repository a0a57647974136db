"""
Hundreds of requests that the description allows or forbids, and no surprise.

Every check of schemathesis is on: no failure of ours, no undocumented status, media
type or body, no forbidden method or credential let in, what was made is there and
what was removed is gone.
"""

import asyncio
import json
import socket
from collections.abc import Iterator
from threading import Thread
from typing import Any

import pytest
import schemathesis
import uvicorn
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from schemathesis import Case
from schemathesis.config import SchemathesisConfig

from service.app import create_app, describe
from service.settings import Settings
from service.usecases.registry import Registry
from tests.api.door import Door

EXAMPLES = 7
"""For each operation and engine: the whole file runs in under ninety seconds."""


@pytest.fixture(scope="module")
def address(settings: Settings, registry: Registry) -> Iterator[str]:
    """
    Serve the application on a port of this machine.
    """
    config = uvicorn.Config(create_app(settings, registry), log_config=None, lifespan="on")
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        # Connections inherit it; without, each answer waits 40 ms for an acknowledgement.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        thread = Thread(target=lambda: asyncio.run(server.serve(sockets=[listening])))
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


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
schema = schemathesis.openapi.from_dict(
    json.loads(describe()), config=SchemathesisConfig.from_dict(CONFIG)
)


@schema.parametrize()
@hypothesis_settings(
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_nothing_surprises(case: Case[Any], address: str, door: Door) -> None:
    if "Authorization" in case.headers:  # left out on purpose otherwise
        case.headers["Authorization"] = f"Bearer {door.key}"
    case.call_and_validate(base_url=address)
