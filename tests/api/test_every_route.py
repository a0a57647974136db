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
from tests.api.entering import member, paper
from tests.api.office import adult, channel, group, register, scene, taking_down, version, yes

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
    Give one of everything in another organisation, by the name of its path parameter.
    """
    person_id = stranger.person()
    signatory_id = stranger.signatory()
    order = {"kind": "assistance", "covers_image": True}
    hold = {"kind": "objection", "person_id": person_id}
    key = {"name": "Theirs", "scopes": ["checks"]}
    member = {
        "email": "bram@ailleurs.example",
        "name": "Bram",
        "language": "nl",
        "roles": [{"role": "checker"}],
    }
    return {
        "unit_id": stranger.unit(),
        "person_id": person_id,
        "signatory_id": signatory_id,
        "authority_id": stranger.authority(person_id, signatory_id),
        "protection_id": stranger.post(f"/people/{person_id}/protections", order)["id"],
        "complaint_id": stranger.post("/complaints", {"text": "Take it down"})["id"],
        "export_id": stranger.post("/exports/requests", {"reason": "Wanted"})["id"],
        "hold_id": stranger.post("/holds", hold)["id"],
        "key_id": stranger.post("/keys", key)["key"]["id"],
        "member_id": stranger.post("/staff", member)["id"],
        **_foreign_content(stranger, person_id),
    }


def _foreign_content(stranger: Door, person_id: str) -> dict[str, str]:
    """
    Give what another organisation registered, asked, answered and published.
    """
    channel_id = channel(stranger, photo_publisher="members")
    version_id = version(stranger)
    emeka = adult(stranger)
    act = yes(stranger, emeka, version_id)
    named = {"names": ["Emeka Dupont"], "channel": "facebook"}
    no = {"capacity": "self", "kind": "refused", "everywhere": True}
    return {
        "unmatched_id": stranger.post("/answers", no | {"person": {"family_name": "Quentin"}})[
            "id"
        ],
        "pending_id": _foreign_pending(stranger, person_id, version_id, channel_id),
        "channel_id": channel_id,
        "group_id": group(stranger),
        "template_id": stranger.get("/forms")["items"][0]["id"],
        "version_id": version_id,
        "act_id": act["id"],
        "photo_id": register(stranger, scene(1), depictions=[{"person_id": person_id}])["id"],
        "check_id": stranger.post("/checks", named, 200)["check_id"],
        "publication_id": stranger.post("/publications", named)["id"],
        "proposal_id": stranger.post("/proposals", {"channel": "facebook", "text": "Hi"})["id"],
        "takedown_id": taking_down(stranger, emeka),
        "campaign_id": stranger.post("/campaigns", {})["id"],
        "letter_id": _foreign_letter(stranger),
    }


def _foreign_pending(stranger: Door, person_id: str, version_id: str, channel_id: str) -> str:
    """
    Give the yes of a second parent that waits for another member of staff.
    """
    nadia = member(stranger, "nadia")
    for name in ("Anne", "Bram"):
        parent = stranger.signatory(given_name=name)
        stranger.authority(person_id, parent, verified=True, proof="Birth certificate")
        entered = paper(person_id, parent, version_id, channel_id)
        stranger.house.registry.consents.enter_answer(nadia, entered)
    found: str = stranger.get("/lists/confirmations")["items"][0]["id"]
    return found


def _foreign_letter(stranger: Door) -> str:
    """
    Give a letter that another organisation wrote.
    """
    invited = stranger.signatory(given_name="Bram", email="bram@family.example")
    stranger.post(f"/signatories/{invited}/invitation", {}, 200)
    found: str = stranger.get("/letters")["items"][-1]["id"]
    return found


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
