"""
When a part of us fails, nobody is told yes, and nothing is told to the log.
"""

import json
import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, cast

import pytest
from litestar.testing import TestClient

from service.app import create_app
from service.errors import Busy, LedgerBroken, ObstatError, TooMany, Unavailable
from service.settings import Settings
from service.usecases.registry import Registry
from tests.api.door import NOBODY, Door, House

SECRET_NAME = "Cunégonde"
Breaking = Callable[[Exception], Door]


@pytest.fixture(scope="session")
def trouble() -> list[Exception]:
    """
    Hold what goes wrong behind the broken door.
    """
    return []


@pytest.fixture(scope="session")
def broken_house(
    settings: Settings, registry: Registry, trouble: list[Exception]
) -> Iterator[House]:
    """
    Give the running application whose checks and people cannot be reached.
    """

    def fail(*_: object, **__: object) -> None:
        raise trouble[-1]

    verb = cast("Any", fail)
    verb.at_once = verb
    broken = replace(
        registry,
        checks=replace(registry.checks, check_post=verb),
        people=replace(registry.people, get_person=verb, list_people=verb),
    )
    with TestClient(create_app(settings, broken), raise_server_exceptions=False) as client:
        yield House(client, broken)


@pytest.fixture
def breaking(broken_house: House, trouble: list[Exception], door: Door) -> Breaking:
    """
    Give a door behind which checking and looking at people fail in a chosen way.
    """

    def broken_by(error: Exception) -> Door:
        trouble.append(error)
        return Door(broken_house, door.key, door.organisation)

    return broken_by


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (Unavailable("The storage cannot be used now."), 503, "unavailable"),
        (Busy("Every worker is occupied."), 503, "busy"),
        (LedgerBroken("The head does not continue."), 500, "ledger-broken"),
        (ObstatError("Something."), 500, "error"),
        (ZeroDivisionError(SECRET_NAME), 500, "internal"),
    ],
)
def test_a_check_that_fails_reads_as_ask(
    breaking: Breaking, error: Exception, status: int, code: str
) -> None:
    door = breaking(error)

    check = door.post("/checks", {"names": ["Léa"]}, status)
    other = door.get("/people", status)

    assert ("ask", code, status) == (check["answer"], check["code"], check["status"])
    assert "answer" not in other
    assert SECRET_NAME not in json.dumps(check, ensure_ascii=False)


@pytest.mark.parametrize(
    ("error", "status", "seconds"),
    [
        (Busy("Every worker is occupied."), 503, "5"),
        (TooMany("Too many checks within an hour."), 429, "60"),
    ],
)
def test_whoever_should_come_again_is_told_when(
    breaking: Breaking, error: ObstatError, status: int, seconds: str
) -> None:
    response = breaking(error).knock("GET", "/people")

    assert (status, seconds) == (response.status_code, response.headers["retry-after"])


def test_the_log_says_where_it_broke_and_nothing_else(
    breaking: Breaking, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "obstat.requests")
    door = breaking(ZeroDivisionError(SECRET_NAME))

    response = door.knock("GET", f"/people/{NOBODY}")

    line = json.loads(caplog.records[-1].getMessage())
    assert response.headers["x-request-id"] == line["request_id"]
    assert f"urn:uuid:{line['request_id']}" == response.json()["instance"]
    assert ("GET", "/api/v1/people/{person_id}", 500) == (
        line["method"],
        line["route"],
        line["status"],
    )
    assert "ZeroDivisionError" == line["error"]
    assert line["raised_at"][-1].startswith("fail:")
    assert "ERROR" == caplog.records[-1].levelname


def test_the_log_holds_no_key_no_name_and_no_path(
    door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    lea = door.person(given_name=SECRET_NAME)
    door.get(f"/people/{lea}")
    door.post("/people", {"given_name": SECRET_NAME}, 400)
    door.get(f"/people?after={SECRET_NAME}", 400)
    door.knock("GET", "/people", authorization=f"Bearer {door.key}x")
    door.get(f"/nothing/{lea}", 404)

    log = "\n".join(
        record.getMessage()
        for record in caplog.records
        if record.name.startswith(("obstat", "litestar"))
    )
    assert log.count("\n") >= 5
    for secret in (SECRET_NAME, lea, door.key, door.key.split("_", 3)[3]):
        assert secret not in log


def test_nobody_writes_into_the_log_through_a_header(
    door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "obstat.requests")

    door.knock("GET", "/people", x_request_id="forged", user_agent="forged")

    assert "forged" not in caplog.text
