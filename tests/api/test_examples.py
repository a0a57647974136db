"""
The examples of the description do what their reader wants when they are pasted.
"""

import json
from typing import Any

from service.app import describe
from tests.api.door import PREFIX, Door
from tests.api.office import FACEBOOK


def _example(path: str) -> dict[str, Any]:
    operation = json.loads(describe())["paths"][PREFIX + path]["post"]
    example: dict[str, Any] = operation["requestBody"]["content"]["application/json"]["example"]
    return dict(example)


def test_a_check_asks_about_today_with_a_key_that_only_checks(door: Door) -> None:
    door.post("/channels", FACEBOOK)

    assert "ask" == door.with_key("checks").post("/checks", _example("/checks"), 200)["answer"]


def test_a_hold_lies_on_one_person_until_it_is_lifted(door: Door) -> None:
    lea = door.person()

    placed = door.post("/holds", _example("/holds") | {"person_id": lea})

    assert (lea, None) == (placed["person_id"], placed["until_at"])


def test_an_export_is_not_of_a_period_of_no_length(door: Door) -> None:
    door.post("/exports/requests", _example("/exports/requests"))
