"""
Whoever watches the machine learns whether it works, and nothing else.
"""

from dataclasses import replace
from typing import Any, cast

from litestar.testing import TestClient

from service.app import create_app
from service.errors import Unavailable
from service.settings import Settings
from service.usecases.registry import Registry
from tests.api.door import PREFIX, Door, answered


def test_anybody_may_ask_whether_it_works(door: Door) -> None:
    response = door.knock("GET", "/health", authorization="")

    assert {"status": "ok"} == answered(response, 200)


def test_without_storage_it_does_not_work(settings: Settings, registry: Registry) -> None:
    def fail() -> None:
        raise Unavailable("The storage cannot be used now.")

    broken = replace(registry, get_health=cast("Any", fail))
    with TestClient(create_app(settings, broken)) as client:
        assert "unavailable" == answered(client.get(f"{PREFIX}/health"), 503)["code"]


def test_without_anybody_who_sequences_it_does_not_work(
    settings: Settings, registry: Registry
) -> None:
    app = create_app(settings, registry)
    with TestClient(app) as client:
        app.state.sequencer.stop()

        assert "unavailable" == answered(client.get(f"{PREFIX}/health"), 503)["code"]
