"""
Somebody says of a channel that its rules still hold (domain rule 44).
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from tests.api.clock import Clock
from tests.api.door import Door
from tests.api.looked_at import NOON, due, look
from tests.api.office import adult, answer, channel, refused, row_counts, version, yes


@pytest.fixture
def then(found_then: Callable[[str], Door], clock: Clock) -> Door:
    """
    Give a house at noon in June.
    """
    clock.at = NOON
    return found_then("jacinthes")


def test_what_nobody_looked_at_is_due_a_year_after_its_last_change(
    then: Door, clock: Clock
) -> None:
    channel_id = channel(then)
    path = f"/channels/{channel_id}"
    assert {
        "kind": "channel",
        "id": channel_id,
        "version": 1,
        "seen_version": None,
        "reviewed_at": None,
        "reviewed_by": None,
        "due_on": "2032-06-15",
        "days": 366,
    } == then.get(f"{path}/review")

    clock.at = NOON + timedelta(days=100)
    then.patch(path, {"name": "Our other page"})

    assert "2032-09-23" == then.get(f"{path}/review")["due_on"]
    clock.at = NOON.replace(year=2032, month=8, day=24)
    assert [(channel_id, 30)] == due(then)
    assert [] == due(then, days=29)
    clock.at = NOON.replace(year=2032, month=10, day=23)
    assert [(channel_id, -30)] == due(then, days=0)


def test_whoever_looked_names_the_next_day_or_has_a_year(then: Door, clock: Clock) -> None:
    path = f"/channels/{channel(then)}"

    assert "2032-06-15" == look(then, path)["due_on"]
    clock.at += timedelta(days=1)
    named = look(then, path, next_on="2031-09-01", seen_version=1)

    assert ("2031-09-01", 77, 1) == (named["due_on"], named["days"], named["seen_version"])
    assert clock.at.isoformat().replace("+00:00", "Z") == named["reviewed_at"]
    assert named == then.get(f"{path}/review")


@pytest.mark.parametrize("day", ["2031-06-14", "2031-06-15", "2034-06-16", "1899-01-01"])
def test_the_next_day_is_to_come_and_within_three_years(then: Door, day: str) -> None:
    path = f"/channels/{channel(then)}"

    problem = refused(then, f"{path}/review", {"next_on": day}, 422)

    assert ("impossible-dates", "next_on") == (problem["code"], problem["field"])
    assert "2034-06-15" == look(then, path, next_on="2034-06-15")["due_on"]


def test_days_are_those_of_the_organisation(then: Door, clock: Clock) -> None:
    path = f"/channels/{channel(then)}"
    clock.at = datetime(2031, 6, 15, 22, 30, tzinfo=UTC)  # half past midnight in Brussels

    refused(then, f"{path}/review", {"next_on": "2031-06-16"}, 422)
    assert "2032-06-16" == look(then, path)["due_on"]


def test_a_change_is_no_review_and_is_left_alone_for_two_months(then: Door, clock: Clock) -> None:
    path = f"/channels/{channel(then)}"
    look(then, path, next_on="2031-07-01")
    then.patch(path, {"name": "Our other page"})

    changed = then.get(f"{path}/review")
    assert ("2031-08-14", 2, 1) == (
        changed["due_on"],
        changed["version"],
        changed["seen_version"],
    )
    assert [] == due(then)

    look(then, path, next_on="2032-01-01")
    then.patch(path, {"name": "Our third page"})
    assert "2032-01-01" == then.get(f"{path}/review")["due_on"]
    assert [] == due(then)
    clock.at = NOON.replace(year=2032)
    assert [-166] == [days for _, days in due(then)]


def test_what_was_changed_meanwhile_is_looked_at_again(door: Door) -> None:
    path = f"/channels/{channel(door)}"
    door.patch(path, {"name": "Our other page"})
    before = row_counts(door)

    assert "conflict" == refused(door, f"{path}/review", {"seen_version": 1}, 409)["code"]
    assert before == row_counts(door)
    look(door, path, seen_version=2)


def test_a_closed_channel_is_never_due(then: Door, clock: Clock) -> None:
    channel_id = channel(then)
    look(then, f"/channels/{channel_id}")
    then.post(f"/channels/{channel_id}/close", status=200)
    clock.at = NOON.replace(year=2040)

    closed = then.get(f"/channels/{channel_id}/review")
    assert (None, None) == (closed["due_on"], closed["days"])
    assert [] == due(then)
    refused(then, f"/channels/{channel_id}/review", {}, 409)

    then.post(f"/channels/{channel_id}/reopen", status=200)
    assert "2040-08-14" == then.get(f"/channels/{channel_id}/review")["due_on"]


def test_a_review_changes_no_verdict_and_no_version(then: Door, clock: Clock) -> None:
    channel_id = channel(then)
    yes(then, adult(then), version(then))
    before = then.get(f"/channels/{channel_id}/history")

    clock.at = NOON.replace(year=2033)
    assert "publish" == answer(then)
    look(then, f"/channels/{channel_id}")

    assert before == then.get(f"/channels/{channel_id}/history")
    assert "publish" == answer(then)


def test_the_ledger_says_who_looked_and_until_when(then: Door, clock: Clock) -> None:
    channel_id = channel(then)
    look(then, f"/channels/{channel_id}")
    clock.at += timedelta(days=1)
    look(then, f"/channels/{channel_id}", next_on="2032-01-01")

    told = [each for each in then.entries() if each["kind"] == "channel:reviewed"]
    first, second = sorted(told, key=lambda each: str(each["recorded_at"]))
    assert (channel_id, 1, 1, "2032-06-15") == tuple(
        first["payload"][each] for each in ("subject_id", "version", "seen_version", "next_due_on")
    )
    assert (2, "2032-01-01") == tuple(
        second["payload"][each] for each in ("version", "next_due_on")
    )


def test_the_same_key_looks_once(door: Door) -> None:
    path = f"/channels/{channel(door)}/review"
    before = len(door.entries())

    said = [door.post(path, {}, idempotency_key="once") for _ in range(2)]

    assert said[0] == said[1]
    assert before + 1 == len(door.entries())


def test_whoever_may_change_it_says_that_it_holds(door: Door) -> None:
    unit = door.unit()
    mine, house = channel(door, unit_id=unit), channel(door, "site")
    manager = door.with_key("channels:read", "channels:write", units=[unit])
    officer = door.with_key("channels:read", "audit")

    look(manager, f"/channels/{mine}")
    for path in (f"/channels/{house}/review", f"/channels/{mine}/review"):
        refused(officer, path, {}, 403)
        assert officer.get(path)["kind"] == "channel"
    refused(manager, f"/channels/{house}/review", {}, 403)
    manager.get(f"/channels/{house}/review", 403)
    assert [mine] == [each for each, _ in due(manager, days=366)]
    assert {mine, house} == {each for each, _ in due(officer, days=366)}
    reader = door.with_key("channels:read", "forms:read")
    reader.get(f"/channels/{mine}/review", 403)
    reader.get("/lists/reviews", 403)
