"""
Two times, backdating, equal times, ends of days, leap days (design rule 4).
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from service.decision.case import Case
from service.decision.consents import ConsentAct
from service.decision.people import Dossier
from service.decision.terms import ActKind, Answer
from service.decision.verdict import Code
from tests.decision.asking import PUBLISH, answer, ask_for, denied_for, outcome
from tests.decision.build import (
    invalidate,
    make_act,
    make_case,
    make_family,
    make_no,
    make_person,
    make_yes,
    on_paper,
)
from tests.decision.cast import AT, BRUSSELS, FB, SIGNED_AT

SECOND = timedelta(seconds=1)


def adult(*acts: ConsentAct, known_at: datetime = AT) -> Case:
    """
    Show an adult as the registry knew them at some instant.
    """
    case = make_case(Dossier(make_person("anna"), acts=acts))
    return replace(case, known_at=known_at)


def local(text: str, zone: ZoneInfo = BRUSSELS) -> datetime:
    """
    Give an instant by its local time.
    """
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


DAY_5, DAY_10, DAY_15, DAY_20 = (
    datetime(2026, 2, day, 9, 0, tzinfo=UTC) for day in (5, 10, 15, 20)
)
YES = make_yes("anna", "anna")
PAPER_YES = on_paper(YES, date(2026, 2, 2), recorded_at=DAY_10)
PAPER_NO = on_paper(make_no("anna", "anna"), date(2026, 2, 2), recorded_at=DAY_10)


@pytest.mark.parametrize(
    ("as_of", "known_at", "expected"),
    [
        (DAY_5, DAY_5, Answer.PUBLISH),
        (DAY_5, DAY_20, Answer.DO_NOT_PUBLISH),
        (DAY_15, DAY_5, Answer.PUBLISH),
        (DAY_15, DAY_20, Answer.DO_NOT_PUBLISH),
        (SIGNED_AT, DAY_20, Answer.PUBLISH),
    ],
)
def test_what_was_known_then_and_what_was_true_then_are_two_questions(
    as_of: datetime, known_at: datetime, expected: Answer
) -> None:
    assert expected == answer(adult(YES, PAPER_NO, known_at=known_at), FB, as_of)


@pytest.mark.parametrize(
    ("as_of", "known_at", "expected"),
    [
        (DAY_5, DAY_20, Answer.ASK),
        (DAY_10 - SECOND, DAY_20, Answer.ASK),
        (DAY_10, DAY_20, Answer.PUBLISH),
        (DAY_15, DAY_5, Answer.ASK),
        (DAY_15, DAY_10, Answer.PUBLISH),
    ],
)
def test_backdated_yes_counts_from_its_recording(
    as_of: datetime, known_at: datetime, expected: Answer
) -> None:
    assert expected == answer(adult(PAPER_YES, known_at=known_at), FB, as_of)


def test_what_is_recorded_later_changes_nothing_that_was_known() -> None:
    later = (
        make_act(ActKind.WITHDRAWN, "anna", "anna", signed_at=DAY_15),
        invalidate(YES, DAY_15),
    )
    alone, with_later = adult(YES, known_at=DAY_10), adult(YES, *later, known_at=DAY_10)

    assert outcome(alone) == outcome(with_later)


def test_yes_of_the_future_does_not_answer_for_the_past() -> None:
    assert Answer.ASK == answer(adult(make_yes("anna", "anna", signed_at=DAY_15)), FB, DAY_10)


def test_no_of_the_future_does_not_answer_for_the_past() -> None:
    no = make_no("anna", "anna", signed_at=DAY_15)

    assert [Answer.PUBLISH, Answer.DO_NOT_PUBLISH] == [
        answer(adult(YES, no), FB, at) for at in (DAY_10, DAY_15)
    ]


def test_late_paper_yes_does_not_undo_a_no_signed_after_it() -> None:
    no = make_no("anna", "anna", signed_at=DAY_5)

    assert denied_for(Code.REFUSED) == outcome(adult(PAPER_YES, no))


def test_late_paper_no_does_not_undo_a_yes_signed_after_it() -> None:
    yes = make_yes("anna", "anna", signed_at=DAY_5)

    assert PUBLISH == outcome(adult(PAPER_NO, yes))


@pytest.mark.parametrize("hour", [0, 9, 22])
def test_paper_no_wins_over_a_yes_of_the_same_day(hour: int) -> None:
    yes = make_yes("anna", "anna", signed_at=local(f"2026-02-02T{hour:02}:30"))

    assert denied_for(Code.REFUSED) == outcome(adult(yes, PAPER_NO))


@pytest.mark.parametrize("hour", [0, 9, 22])
def test_no_of_the_same_day_wins_over_a_paper_yes(hour: int) -> None:
    no = make_no("anna", "anna", signed_at=local(f"2026-02-02T{hour:02}:30"))

    assert denied_for(Code.REFUSED) == outcome(adult(PAPER_YES, no))


def test_two_papers_of_the_same_day_are_a_no() -> None:
    assert denied_for(Code.REFUSED) == outcome(adult(PAPER_YES, PAPER_NO))


def expiring(day: date) -> Case:
    """
    Show an adult whose yes ends with *day*.
    """
    return adult(replace(YES, expires_on=day))


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2026, 3, 10), "2026-03-10T23:59:59"),
        (date(2026, 3, 29), "2026-03-29T23:59:59"),
        (date(2026, 10, 25), "2026-10-25T23:59:59"),
    ],
)
def test_last_day_ends_at_midnight_in_brussels_also_when_clocks_change(
    day: date, last: str
) -> None:
    last_second = local(last)

    assert [PUBLISH, ask_for(Code.EXPIRED)] == [
        outcome(expiring(day), FB, at) for at in (last_second, last_second + SECOND)
    ]


@pytest.mark.parametrize("zone", ["America/Vancouver", "Pacific/Auckland", "Asia/Kathmandu"])
def test_last_day_ends_in_the_houses_own_time_zone(zone: str) -> None:
    there = ZoneInfo(zone)
    case = expiring(date(2026, 3, 10))
    moved = replace(case, house=replace(case.house, time_zone=there))
    midnight = local("2026-03-11T00:00", there)

    assert [PUBLISH, ask_for(Code.EXPIRED)] == [
        outcome(moved, FB, at) for at in (midnight - SECOND, midnight)
    ]


def both_parents(born_on: date, *acts: ConsentAct) -> Case:
    """
    Show somebody for whom both parents said yes.
    """
    yes = (make_yes("tom", by) for by in ("mother", "father"))
    return make_case(make_family(make_person("tom", born_on), *yes, *acts))


def test_majority_begins_at_midnight_of_the_birthday_in_brussels() -> None:
    case = both_parents(date(2008, 3, 10), make_no("tom", "father", signed_at=AT))
    midnight = local("2026-03-10T00:00")

    assert [Answer.DO_NOT_PUBLISH, Answer.ASK] == [
        answer(case, FB, at) for at in (midnight - SECOND, midnight)
    ]


CHILD_YES = make_yes("tom", "tom")


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-02-27T23:59:59", Answer.PUBLISH),
        ("2026-02-28T00:00:00", Answer.ASK),
        ("2026-02-28T23:59:59", Answer.ASK),
        ("2026-03-01T00:00:00", Answer.PUBLISH),
    ],
)
def test_child_of_a_leap_day_is_nobodys_to_answer_for_on_28_february(
    at: str, expected: Answer
) -> None:
    case = both_parents(date(2008, 2, 29), CHILD_YES)

    assert expected == answer(case, FB, local(at))


@pytest.mark.parametrize(
    ("at", "expected"), [("2028-02-28T12:00", Answer.PUBLISH), ("2028-02-29T12:00", Answer.ASK)]
)
def test_majority_on_a_leap_day_is_that_day(at: str, expected: Answer) -> None:
    tom = replace(make_person("tom", date(2008, 2, 29), jurisdiction="CA-BC"))
    nineteen = make_case(make_family(tom, make_yes("tom", "mother"), make_yes("tom", "father")))
    table = nineteen.jurisdictions
    twenty = replace(table.by_code["CA-BC"], majority_age=20)
    case = replace(nineteen, jurisdictions=replace(table, by_code={"CA-BC": twenty}))

    assert expected == answer(case, FB, local(at))


@pytest.mark.parametrize(
    ("signed", "expected"),
    [("2026-03-09T12:00", ask_for(Code.CAME_OF_AGE)), ("2026-03-10T00:30", PUBLISH)],
)
def test_own_yes_signed_alone_counts_from_the_birthday(signed: str, expected: object) -> None:
    own = make_yes("tom", "tom", signed_at=local(signed))
    dossier = make_family(make_person("tom", date(2008, 3, 10)), own)
    case = replace(make_case(dossier), known_at=local("2026-03-12T12:00"))

    assert expected == outcome(case, FB, local("2026-03-12T12:00"))


@pytest.mark.parametrize(
    ("holders_until", "expected"),
    [(date(2026, 3, 9), PUBLISH), (date(2026, 3, 8), ask_for(Code.CAME_OF_AGE))],
)
def test_own_yes_goes_on_only_if_everything_was_permitted_on_the_eve(
    holders_until: date, expected: object
) -> None:
    holders = (
        replace(make_yes("tom", by), expires_on=holders_until) for by in ("mother", "father")
    )
    dossier = make_family(make_person("tom", date(2008, 3, 10)), *holders, CHILD_YES)

    assert expected == outcome(make_case(dossier), FB, local("2026-03-12T12:00"))
