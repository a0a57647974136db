"""
Nobody is written to unasked while the office is closed.
"""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from service.records.organisation import OfficeHours, Weekday
from service.usecases.office_hours import is_open, next_office_hour
from tests.persistence.ground import make_organisation

HOUSE = make_organisation()
SATURDAYS = replace(HOUSE, office_hours=OfficeHours((Weekday.SATURDAY,), 9, 12))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2026, 11, 20, 10, tzinfo=UTC), None),
        (datetime(2026, 11, 19, 21, 30, tzinfo=UTC), datetime(2026, 11, 20, 7, tzinfo=UTC)),
        (datetime(2026, 11, 20, 21, 30, tzinfo=UTC), datetime(2026, 11, 23, 7, tzinfo=UTC)),
        (datetime(2026, 11, 20, 5, tzinfo=UTC), datetime(2026, 11, 20, 7, tzinfo=UTC)),
        (datetime(2026, 10, 24, 10, tzinfo=UTC), datetime(2026, 10, 26, 7, tzinfo=UTC)),
    ],
)
def test_nobody_is_woken_by_a_notice(now: datetime, expected: datetime | None) -> None:
    assert expected == next_office_hour(HOUSE, now)


def test_a_house_has_hours_of_its_own() -> None:
    friday = datetime(2026, 11, 20, 10, tzinfo=UTC)
    saturday = datetime(2026, 11, 21, 8, tzinfo=UTC)

    assert saturday == next_office_hour(SATURDAYS, friday)
    assert is_open(SATURDAYS, saturday)
    assert not is_open(SATURDAYS, saturday.replace(hour=11))
