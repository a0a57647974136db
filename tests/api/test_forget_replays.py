"""
A call that is repeated makes nothing new, until nobody remembers it.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import enumerate as living_threads

from tests.api.clock import Clock
from tests.api.door import Door, House

SEPTEMBER = datetime(2025, 9, 1, 8, tzinfo=UTC)
CONTACT = {"name": "Sofie Maas", "role": "head of service", "email": "sofie@jacinthes.example"}
KITCHEN = {"name": "Kitchen", "contact": CONTACT}


def test_a_key_is_forgotten_after_thirty_days(
    found_then: Callable[[str], Door], house_then: House, clock: Clock
) -> None:
    clock.at = SEPTEMBER
    door = found_then("forget")
    made = []
    for days in (0, 1, 29, 31):
        clock.at = SEPTEMBER + timedelta(days=days)
        house_then.registry.forget_replays()
        made.append(door.post("/units", KITCHEN, idempotency_key="monday-1")["id"])

    assert [made[0]] * 3 == made[:3]
    assert made[3] not in made[:3]


def test_a_key_that_is_remembered_takes_no_other_request(
    found_then: Callable[[str], Door], house_then: House, clock: Clock
) -> None:
    clock.at = SEPTEMBER
    door = found_then("forget")
    door.post("/units", KITCHEN, idempotency_key="monday-1")
    clock.at = SEPTEMBER + timedelta(days=29)
    house_then.registry.forget_replays()
    garden = KITCHEN | {"name": "Garden"}

    problem = door.post("/units", garden, 422, idempotency_key="monday-1")
    clock.at = SEPTEMBER + timedelta(days=31)
    house_then.registry.forget_replays()

    assert "idempotency-mismatch" == problem["code"]
    assert "Garden" == door.post("/units", garden, idempotency_key="monday-1")["name"]


def test_a_running_service_forgets_by_itself(house: House) -> None:
    assert 200 == house.client.get("/api/v1/health").status_code
    assert "forgetter" in {each.name for each in living_threads()}
