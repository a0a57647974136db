"""
A list goes on after what it ended with, and after nothing else.
"""

import json
from urllib.parse import quote

import pytest

from tests.api.door import NOBODY, Door
from tests.contract.repository import ROOT

DESCRIBED = json.loads((ROOT / "openapi" / "openapi.json").read_bytes())["paths"]
LISTS = sorted(
    path.removeprefix("/api/v1")
    for path, operations in DESCRIBED.items()
    for each in operations.get("get", {}).get("parameters", ())
    if each["name"] == "after"
)
"""Every list that is read page by page."""


@pytest.mark.parametrize("path", LISTS)
def test_what_no_page_said_is_refused_and_named(door: Door, path: str) -> None:
    lea = door.person()
    hook = {"url": "https://cms.example/obstat", "events": ["photo.erased"]}
    listed = path.format(person_id=lea, hook_id=door.post("/hooks", hook)["hook"]["id"])

    problem = door.get(f"{listed}?after=garbage", 400)

    assert "after" == problem["field"]
    assert "start from the first page" in problem["detail"]
    door.get(f"{listed}?after={NOBODY}")


@pytest.mark.parametrize(
    "cursor",
    ["", "z", "0", "0197A1C2-7D5E-7ABC-8DEF-000000000000", f"{NOBODY}\n", f"{NOBODY}0", "é", "|"],
)
def test_a_cursor_is_read_to_the_letter(door: Door, cursor: str) -> None:
    problem = door.get(f"/people?after={quote(cursor)}", 400)

    assert "after" == problem["field"]
    assert "start from the first page" in problem["detail"]


def test_a_page_goes_on_behind_somebody_who_was_erased_since(door: Door) -> None:
    lea, tom, eve = (door.person() for _ in range(3))
    after = door.get("/people?limit=2")["next"]
    assert tom == after

    door.delete(f"/people/{tom}", 204)

    assert [eve] == [each["id"] for each in door.get(f"/people?after={after}")["items"]]
    assert [eve] == [each["id"] for each in door.get(f"/people?after={lea}")["items"]]
