"""
The organisation changes its settings.
"""

import pytest

from service.decision.terms import Medium
from tests.api.door import Door

HOURS = {"days": ["monday", "saturday"], "from_hour": 9, "until_hour": 17}


def test_what_is_left_out_stays(door: Door) -> None:
    before = door.get("/organisation")

    changed = door.patch("/organisation", {"time_zone": "Europe/Paris", "languages": ["fr", "nl"]})

    assert before | {"time_zone": "Europe/Paris", "languages": ["fr", "nl"]} == changed
    assert changed == door.get("/organisation")


def test_a_policy_is_replaced_as_a_whole(door: Door) -> None:
    changed = door.patch("/organisation", {"policy": {"holders_public": "all_holders"}})

    assert "all_holders" == changed["policy"]["holders_public"]
    assert changed["policy"]["family_photos_ask"] is True


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"time_zone": "Mars/Olympus"}, "time_zone"),
        ({"time_zone": "../../etc/passwd"}, "time_zone"),
        ({"jurisdiction": "ZZ"}, "jurisdiction"),
        ({"languages": ["french"]}, "languages"),
        ({"languages": ["fr", "fr"]}, "languages"),
        ({"name": " "}, "name"),
        ({"office_hours": HOURS | {"until_hour": 25}}, "office_hours.from_hour"),
        ({"office_hours": HOURS | {"from_hour": 17}}, "office_hours.from_hour"),
        ({"press": {"name": "Press", "role": "desk", "email": "press"}}, "press.email"),
        ({"legal": {"name": "Legal", "role": "desk", "phone": "x"}}, "legal.phone"),
    ],
)
def test_what_cannot_be_used_is_named(door: Door, told: dict[str, object], field: str) -> None:
    assert field == door.patch("/organisation", told, 422)["field"]


def test_changing_nothing_records_nothing(door: Door) -> None:
    before = len(door.entries())

    door.patch("/organisation", {"time_zone": "Europe/Brussels"})

    assert before == len(door.entries())


def test_every_medium_has_a_time_of_its_own(door: Door) -> None:
    hours = {each.value: number for number, each in enumerate(Medium, start=1)}
    publishing = {"own_approval": True, "takedown_hours": hours}

    changed = door.patch("/organisation", {"publishing": publishing})

    assert publishing == changed["publishing"] == door.get("/organisation")["publishing"]


def test_the_office_has_hours_and_days_of_its_own(door: Door) -> None:
    days = ["saturday", "monday", "monday"]

    changed = door.patch("/organisation", {"office_hours": HOURS | {"days": days}})

    assert HOURS == changed["office_hours"] == door.get("/organisation")["office_hours"]
