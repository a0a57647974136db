"""
What holds for every route there is, walked by the description of the API.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from httpx import Response
from litestar.testing import TestClient

from service.api.spec import BINARY, document
from tests.api.door import NOBODY, PREFIX, Door, House, Json
from tests.api.everything import one_of_everything

Operation = dict[str, Any]


def _guarded(house: House) -> Iterator[tuple[str, str, Operation]]:
    """
    Walk every operation that asks for a key.
    """
    assert isinstance(house.client, TestClient)
    described = document(house.client.app)
    for path, item in described["paths"].items():
        for method, operation in item.items():
            if operation.get("security"):
                yield method.upper(), path.removeprefix(PREFIX), operation


def _send(door: Door, method: str, path: str, operation: Operation) -> Response:
    """
    Send the documented example of an operation.
    """
    contents = operation.get("requestBody", {}).get("content", {})
    if contents and "application/json" not in contents:
        example = contents["multipart/form-data"]["example"]
        texts = {
            name: part if isinstance(part, str) else json.dumps(part)
            for name, part in example.items()
            if part != BINARY
        }
        files = {name: b"?" for name, part in example.items() if part == BINARY}
        return door.send_form(method, path, texts, **files)
    body = contents["application/json"]["example"] if contents else None
    return door.knock(method, path, body)


def _filled(path: str, ids: dict[str, str]) -> str:
    """
    Put ids into the holes of a path.
    """
    for name, value in ids.items():
        path = path.replace(f"{{{name}}}", value)
    assert "{" not in path, f"say in `foreign_ids` what to put into {path}"
    return path


def test_nobody_gets_in_without_a_key(door: Door) -> None:
    outsider = Door(door.house, "", door.organisation)
    answers = {
        operation["operationId"]: _send(outsider, method, path, operation).status_code
        for method, path, operation in _guarded(door.house)
    }

    assert dict.fromkeys(answers, 401) == answers


def test_a_key_does_only_what_its_scopes_say(door: Door) -> None:
    powerless = door.with_key("reasons")
    answers = {
        operation["operationId"]: _send(
            powerless, method, path.replace("{", "").replace("}", ""), operation
        ).status_code
        for method, path, operation in _guarded(door.house)
    }

    assert dict.fromkeys(answers, 403) == answers


@pytest.fixture
def foreign_ids(stranger: Door) -> dict[str, str]:
    """
    Give one of everything in another organisation.
    """
    return one_of_everything(stranger)


def test_what_another_organisation_has_is_not_there(
    door: Door, foreign_ids: dict[str, str]
) -> None:
    nowhere = dict.fromkeys(foreign_ids, NOBODY)
    for method, path, operation in _guarded(door.house):
        if "{" not in path:
            continue
        theirs = _send(door, method, _filled(path, foreign_ids), operation)
        nobodys = _send(door, method, _filled(path, nowhere), operation)

        assert 404 == theirs.status_code, operation["operationId"]
        assert _without_instance(nobodys.json()) == _without_instance(theirs.json())


def _without_instance(problem: Json) -> Json:
    """
    Leave out what names this one occurrence.
    """
    return {name: value for name, value in problem.items() if name != "instance"}


def test_nothing_is_answered_without_protection(door: Door) -> None:
    for path in ("/units", "/units/nothing", "/nothing", "/docs", "/docs/openapi.json", "/health"):
        headers = door.knock("GET", path).headers

        assert "nosniff" == headers["x-content-type-options"]
        assert "no-store" == headers["cache-control"]
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["x-request-id"]


def test_the_manual_loads_nothing_from_elsewhere(door: Door) -> None:
    page = door.knock("GET", "/docs").text

    assert [] == re.findall(r"<(?:script|link|img|iframe)|src=|url\(|href=\"(?!/)", page)
