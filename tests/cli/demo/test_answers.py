"""
The demo's answers could have been recorded one by one on the day they were signed.
"""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cli.demo.answers import Answer, answers
from cli.demo.answers.minors import last_march
from cli.demo.cast import everybody
from cli.demo.channels import CHANNELS, GROUPS
from cli.demo.dates import days
from cli.demo.forms.editions import edition
from service.decision.terms import ActKind, Capacity, Method

TODAY = date(2026, 7, 1)
TODAYS = st.dates(date(2024, 1, 1), date(2090, 12, 31))
YES = {ActKind.GIVEN, ActKind.RENEWED}
PEOPLE = {member.slug: member for member in everybody(TODAY)}


def test_whoever_answers_for_somebody_has_an_authority_of_that_kind() -> None:
    def may_speak(answer: Answer) -> bool:
        if answer.capacity is Capacity.SELF:
            return answer.signatory == answer.person
        return any(
            (say.signatory, say.kind.value) == (answer.signatory, answer.capacity.value)
            for say in PEOPLE[answer.person].says
        )

    assert [] == [answer for answer in answers(TODAY) if not may_speak(answer)]


def test_every_yes_names_channels_of_its_form_and_nothing_more() -> None:
    for answer in answers(TODAY):
        if answer.kind in YES:
            form = edition(answer.form, answer.version)

            assert answer.channels
            assert set(answer.channels) <= set(form.channels)
            assert answer.matters <= form.matters
            assert answer.purposes <= form.purposes
            assert not answer.everywhere
            assert answer.language in form.texts
            assert form.explicit or not answer.explicit


def test_every_channel_and_group_in_an_answer_is_registered() -> None:
    named = {slug for answer in answers(TODAY) for slug in answer.channels}

    assert named <= {place.slug for place in CHANNELS}
    assert {group for answer in answers(TODAY) for group in answer.groups} <= set(GROUPS)


def test_every_answer_says_where_it_reaches() -> None:
    open_ended = [
        answer
        for answer in answers(TODAY)
        if not (answer.channels or answer.groups or answer.everywhere)
    ]

    assert [] == open_ended


@given(TODAYS)
def test_answers_come_in_order_never_from_the_future_nor_before_their_form(today: date) -> None:
    told = answers(today)
    signed = [answer.signed_on for answer in told]

    assert sorted(signed) == signed
    assert signed[-1] <= today
    for answer in told:
        published = days(today, edition(answer.form, answer.version).published_days_ago)
        assert published < answer.signed_on or answer.kind not in YES


@given(TODAYS)
def test_the_dead_and_the_unborn_signed_nothing(today: date) -> None:
    people = {member.slug: member for member in everybody(today)}
    for answer in answers(today):
        person = people[answer.person]
        is_own = answer.capacity is Capacity.SELF

        assert person.born_on is None or person.born_on < answer.signed_on
        assert not is_own or person.died_on is None or answer.signed_on < person.died_on


@given(TODAYS)
def test_the_refusing_father_said_no_in_the_march_that_is_over(today: date) -> None:
    march = last_march(today)

    assert (3, True) == (march.month, 0 < (today - march).days <= 366)


def test_clause_withdrawal_silence_and_expiry_are_all_told() -> None:
    told = answers(TODAY)

    assert set(ActKind) - {ActKind.REVOKED, ActKind.INVALIDATED} == {each.kind for each in told}
    assert [Method.CONTRACT_CLAUSE] == [
        each.method for each in told if each.signatory == "sarah-nguyen"
    ]
    assert ["elliot-simon"] * 2 == [
        each.person for each in told if each.expires_on is not None and each.expires_on < TODAY
    ]
