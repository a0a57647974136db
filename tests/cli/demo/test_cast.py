"""
The people of the demo are complete, consistent and as old as they are told to be.
"""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cli.demo.cast import SIGNATORIES, Member, everybody, whose
from cli.demo.drawing.looks import LOOKS
from cli.demo.drawing.scenes.catalogue import SCENES
from cli.demo.house import SERVICES
from service.decision.terms import AuthorityKind, HoldKind, ProtectionKind

TODAY = date(2026, 7, 1)
TODAYS = st.dates(date(2024, 1, 1), date(2090, 12, 31))
ROWS = {
    *("A1", "A2", "A3", "A4", "A5", "A6"),
    *("M1", "M2", "M3", "M4", "M5", "M6"),
    *("E1", "E2", "P1", "P2", "D1", "D2", "D3", "C1", "C2", "X1"),
}


def age(born_on: date, day: date) -> int:
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def born(slug: str, today: date) -> date:
    born_on = whose(slug, today).born_on
    assert born_on is not None
    return born_on


def test_everybody_has_a_slug_and_a_name_of_their_own() -> None:
    people = everybody(TODAY)

    assert len(people) == len({member.slug for member in people})
    assert len(people) == len({(member.given_name, member.family_name) for member in people})


def test_every_row_of_the_decision_table_has_somebody_who_shows_it() -> None:
    assert ROWS == {row for member in everybody(TODAY) for row in member.rows}


def test_everybody_says_in_one_line_what_they_show() -> None:
    reasons = [member.why for member in everybody(TODAY)]

    assert len(reasons) == len(set(reasons))
    assert all(reason and len(reason) < 100 and "\n" not in reason for reason in reasons)


def test_every_kind_of_authority_order_and_hold_on_people_is_there() -> None:
    people = everybody(TODAY)

    assert set(AuthorityKind) == {say.kind for each in people for say in each.says}
    assert set(ProtectionKind) == {order.kind for each in people for order in each.orders}
    assert {HoldKind.SAFEGUARDING, HoldKind.SAFEGUARDING_CAUTION, HoldKind.LEGAL} == {
        stop.kind for each in people for stop in each.stops
    }


def test_those_who_answer_for_others_are_exactly_those_somebody_needs() -> None:
    needed = {say.signatory for member in everybody(TODAY) for say in member.says}

    assert needed == {signatory.slug for signatory in SIGNATORIES}


def test_no_address_can_exist() -> None:
    addresses = [
        *(member.email for member in everybody(TODAY) if member.email),
        *(signatory.email for signatory in SIGNATORIES),
    ]

    assert [] == [address for address in addresses if not address.endswith(".example")]


def test_heads_of_service_work_in_their_service() -> None:
    stays = {
        service.slug: {stay.service for stay in whose(service.head, TODAY).stays}
        for service in SERVICES
    }

    assert {service.slug: {service.slug} for service in SERVICES} == stays


def test_everybody_in_a_picture_is_in_the_cast_and_has_a_look() -> None:
    pictured = {each.slug for scene in SCENES for each in scene.people}

    assert pictured <= {member.slug for member in everybody(TODAY)}
    assert pictured <= set(LOOKS)


@given(TODAYS)
def test_ages_hold_on_any_day(today: date) -> None:
    ages = {slug: age(born(slug, today), today) for slug in ("lucas-moreau", "adem-yilmaz")}

    assert {"lucas-moreau": 8, "adem-yilmaz": 15} == ages


@given(TODAYS)
def test_lea_came_of_age_last_week_and_hugo_soon_will(today: date) -> None:
    lea, hugo = born("lea-dubois", today), born("hugo-laurent", today)
    last_week, in_three_weeks = today - timedelta(days=9), today + timedelta(days=20)

    assert (17, 18) == (age(lea, last_week), age(lea, today))
    assert (17, 18) == (age(hugo, today), age(hugo, in_three_weeks))


@given(TODAYS)
def test_nobody_is_born_dies_or_leaves_in_the_future(today: date) -> None:
    def is_past(member: Member) -> bool:
        days = (member.born_on, member.died_on, member.left_on)
        return all(day is None or day <= today for day in days)

    assert [] == [member.slug for member in everybody(today) if not is_past(member)]
