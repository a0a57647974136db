"""
A number that nobody can keep gets the form back, never a failure.
"""

import pytest

from service.decision.powers import Role
from tests.web.reader import reader
from tests.web.staffed import StaffedHouse

PAGE = {
    "name": "Page",
    "medium": "social",
    "audience": "public",
    "purposes": "information",
    "address": "page.example",
    "quota_window": "iso_week",
    "photo_publisher": "publishers",
}


@pytest.mark.parametrize("quota", ["999999999999", "9" * 5000, "9" * 16, "١٢", "-1", "0"])
def test_a_quota_that_is_none_is_shown_again(house: StaffedHouse, quota: str) -> None:
    manager = reader(house, Role.CHANNEL_MANAGER)

    shown = manager.post("/channels", PAGE | {"quota": quota}, status=422)

    assert "Give a number from 1, or nothing." in shown
    assert [] == house.door.get("/channels")["items"]
