"""
Instants: aware in, aware out, in UTC, on both engines.
"""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Dialect

from service.errors import InvalidInput
from service.persistence.database import SqlDatabase
from service.persistence.engines import postgresql, sqlite
from service.persistence.schema.instants import FOREVER, Instant, as_instant, as_text
from tests.persistence.ground import ASHA, JACINTHES, NOW
from tests.persistence.make_activity import make_check
from tests.persistence.make_people import make_unit

BRUSSELS = ZoneInfo("Europe/Brussels")
INSTANTS = st.datetimes(
    min_value=datetime(2, 1, 1),  # noqa: DTZ001 -- gets its zone below
    max_value=datetime(9998, 12, 31),  # noqa: DTZ001 -- gets its zone below
    timezones=st.timedeltas(timedelta(hours=-23), timedelta(hours=23)).map(timezone),
)


@given(INSTANTS, INSTANTS)
def test_text_sorts_as_time_does(one: datetime, other: datetime) -> None:
    texts = [as_text(each.astimezone(UTC)) for each in (one, other)]

    assert (one < other, one == other) == (texts[0] < texts[1], texts[0] == texts[1])


@given(INSTANTS)
def test_what_is_written_as_text_is_the_same_instant_again(instant: datetime) -> None:
    again = as_instant(as_text(instant.astimezone(UTC)))

    assert (instant, UTC) == (again, again.tzinfo)


@pytest.mark.parametrize("dialect", [sqlite.DIALECT, postgresql.DIALECT])
def test_an_instant_without_a_zone_is_refused(dialect: Dialect) -> None:
    write = Instant().bind_processor(dialect)
    with pytest.raises(InvalidInput):
        write(NOW.replace(tzinfo=None))


def test_a_naive_instant_reaches_no_table(database: SqlDatabase) -> None:
    naive = NOW.replace(tzinfo=None)
    with database.begin(JACINTHES) as work, pytest.raises(InvalidInput):
        work.organisations.units.add(make_unit(), naive, ASHA)


def test_two_spellings_of_one_instant_are_the_same(database: SqlDatabase) -> None:
    """
    One hour was 02:30 twice on this night in Brussels.
    """
    first = datetime(2026, 10, 25, 2, 30, tzinfo=BRUSSELS)
    second = first.replace(fold=1)
    with database.begin(JACINTHES) as work:
        work.organisations.units.add(make_unit(), first, ASHA)
        work.checks.add(make_check("one", at=second))
        (version,) = work.organisations.units.history(make_unit().id)

        assert datetime(2026, 10, 25, 0, 30, tzinfo=UTC) == version.recorded_at
        assert UTC == version.recorded_at.tzinfo
        assert None is work.organisations.units.find(
            make_unit().id, datetime(2026, 10, 25, 0, 29, tzinfo=UTC)
        )
        assert 1 == work.checks.count_by_actor(ASHA, datetime(2026, 10, 25, 1, 30, tzinfo=UTC))
        assert 0 == work.checks.count_by_actor(ASHA, datetime(2026, 10, 25, 1, 31, tzinfo=UTC))


def test_microseconds_are_kept(database: SqlDatabase) -> None:
    instant = NOW.replace(microsecond=1)
    with database.begin(JACINTHES) as work:
        work.organisations.units.add(make_unit(), instant, ASHA)

        assert None is work.organisations.units.find(make_unit().id, NOW)
        assert make_unit() == work.organisations.units.find(make_unit().id, instant)
        assert make_unit() == work.organisations.units.find(make_unit().id, FOREVER)
