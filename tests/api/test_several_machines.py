"""
Two machines serve one house, and the clock of one is off.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from litestar.testing import TestClient

from service.app import create_app
from service.clock import SteadyClock
from service.settings import Settings
from service.wiring import build
from tests.api.conftest import founding
from tests.api.door import Door, House
from tests.api.office import photo_answer, photo_of_emeka
from tests.readers import shared_readers

OFF = timedelta(seconds=30)


@pytest.fixture
def doors(settings: Settings) -> Iterator[tuple[Door, Door]]:
    """
    Give one house by a machine whose clock is behind, and by one that is ahead.
    """
    with ExitStack() as running:
        behind, ahead = (running.enter_context(_machine(settings, by)) for by in (-OFF / 2, OFF))
        found = running.enter_context(founding(behind))
        door = found("machines")
        yield door, replace(door, house=ahead)


@contextmanager
def _machine(settings: Settings, by: timedelta) -> Iterator[House]:
    true = SteadyClock()
    with shared_readers():
        registry = build(settings, SteadyClock(lambda: true() + by))
    app = create_app(settings, registry)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield House(client, registry)
    registry.close()


@pytest.mark.parametrize("storage_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize(("about", "expected"), [("hold", "do_not_publish"), ("doubt", "ask")])
def test_what_one_machine_writes_the_other_knows_at_once(
    doors: tuple[Door, Door], about: str, expected: str
) -> None:
    behind, ahead = doors
    photo = photo_of_emeka(behind)
    (emeka,) = [each["id"] for each in behind.get("/people")["items"]]
    assert ["publish", "publish"] == [photo_answer(each, photo) for each in doors]

    if about == "hold":
        ahead.post("/holds", {"kind": "safeguarding", "person_id": emeka})
    else:
        ahead.patch(f"/people/{emeka}", {"mental_capacity": "doubtful"})

    assert expected == photo_answer(behind, photo)
