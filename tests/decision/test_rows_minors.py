"""
Minors: rows M1 to M4 of domain section 2.4.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from service.decision.case import Policy
from service.decision.consents import ConsentAct
from service.decision.ids import ChannelId
from service.decision.people import Dossier
from service.decision.terms import Answer, Audience, HolderRule
from service.decision.verdict import Code
from tests.decision.asking import PUBLISH, answer, ask_for, outcome
from tests.decision.build import (
    make_authority,
    make_case,
    make_channel,
    make_family,
    make_no,
    make_person,
    make_yes,
)
from tests.decision.cast import (
    BORN_8_YEARS_AGO,
    BORN_15_YEARS_AGO,
    BORN_17_YEARS_AGO,
    CLOSED,
    FB,
    SIGNED_AT,
    TODAY,
)


def child(*acts: ConsentAct, born_on: date = BORN_8_YEARS_AGO, jurisdiction: str = "BE") -> Dossier:
    """
    Know a child with a mother and a father.
    """
    return make_family(make_person("tom", born_on, jurisdiction=jurisdiction), *acts)


def teen(*acts: ConsentAct) -> Dossier:
    """
    Know a Belgian of fifteen.
    """
    return child(*acts, born_on=BORN_15_YEARS_AGO)


def yes(by: str, *channels: ChannelId) -> ConsentAct:
    """
    Say yes about Tom.
    """
    return make_yes("tom", by, *channels)


def no(by: str, *channels: ChannelId) -> ConsentAct:
    """
    Say no about Tom.
    """
    return make_no("tom", by, *channels)


PARENTS = (yes("mother", FB, CLOSED), yes("father", FB, CLOSED))
SIGNED_AT_13 = SIGNED_AT.replace(year=2023)


def test_m1_both_holders_permit_a_public_page() -> None:
    assert PUBLISH == outcome(make_case(child(*PARENTS)))


@pytest.mark.parametrize("by", ["mother", "father"])
def test_m1_one_holder_waits_for_the_other_on_a_public_page(by: str) -> None:
    assert ask_for(Code.AWAITING_OTHER_SIGNER) == outcome(make_case(child(yes(by))))


@pytest.mark.parametrize("by", ["mother", "father"])
def test_m1_one_holder_suffices_in_a_closed_belgian_group(by: str) -> None:
    assert PUBLISH == outcome(make_case(child(yes(by, CLOSED))), CLOSED)


@pytest.mark.parametrize("by", ["mother", "father", "tom"])
@pytest.mark.parametrize("channel_id", [FB, CLOSED])
def test_m1_any_holders_no_and_the_childs_own_no_deny(by: str, channel_id: ChannelId) -> None:
    later = replace(
        no(by, FB, CLOSED),
        signed_from=SIGNED_AT + timedelta(days=1),
        signed_until=SIGNED_AT + timedelta(days=1),
    )

    assert Answer.DO_NOT_PUBLISH == answer(make_case(child(*PARENTS, later)), channel_id)


@pytest.mark.parametrize("acts", [(), (yes("tom"),)])
def test_m1_without_any_holders_answer_nothing_is_permitted(acts: tuple[ConsentAct, ...]) -> None:
    assert Answer.ASK == answer(make_case(child(*acts)))


def test_m1_house_may_be_stricter_than_the_law_in_closed_groups() -> None:
    strict = Policy(holders_closed=HolderRule.ALL_HOLDERS)

    assert ask_for(Code.AWAITING_OTHER_SIGNER) == outcome(
        make_case(child(yes("mother", CLOSED)), policy=strict), CLOSED
    )


def test_m1_partners_count_as_public() -> None:
    page = make_channel(CLOSED, audience=Audience.PARTNERS)
    case = replace(make_case(child(yes("mother", CLOSED))), channels={CLOSED: page})

    assert ask_for(Code.AWAITING_OTHER_SIGNER) == outcome(case, CLOSED)


def test_m1_single_known_holder_is_not_enough_where_all_must_sign() -> None:
    alone = make_family(make_person("tom", BORN_8_YEARS_AGO), *PARENTS, holders=["mother"])

    assert ask_for(Code.AWAITING_OTHER_SIGNER) == outcome(make_case(alone))


def test_m1_third_holder_must_say_yes_too() -> None:
    three = ["mother", "father", "guardian"]
    dossier = make_family(make_person("tom", BORN_8_YEARS_AGO), *PARENTS, holders=three)

    assert ask_for(Code.AWAITING_OTHER_SIGNER) == outcome(make_case(dossier))


def test_m1_unproven_holder_does_not_permit() -> None:
    dossier = child(*PARENTS)
    mother, father = dossier.authorities
    unproven = replace(dossier, authorities=(mother, replace(father, verified=False)))
    verdict = outcome(make_case(unproven))

    assert Answer.ASK == verdict[0]
    assert Code.AUTHORITY_UNVERIFIED in verdict[1]


def test_m1_unproven_holders_no_denies() -> None:
    dossier = child(yes("mother"), no("father"))
    mother, father = dossier.authorities
    unproven = replace(dossier, authorities=(mother, replace(father, verified=False)))

    assert Answer.DO_NOT_PUBLISH == answer(make_case(unproven))


def test_m1_yes_signed_before_the_authority_began_does_not_count() -> None:
    dossier = child(*PARENTS)
    mother, father = dossier.authorities
    began = replace(father, from_on=SIGNED_AT.date() + timedelta(days=1))

    assert Answer.ASK == answer(make_case(replace(dossier, authorities=(mother, began))))


def test_m2_child_of_fifteen_and_both_parents_permit_a_public_page() -> None:
    assert PUBLISH == outcome(make_case(teen(*PARENTS, yes("tom"))))


def test_m2_parents_yes_of_an_earlier_age_needs_the_child_on_a_public_page() -> None:
    old = (make_yes("tom", by, signed_at=SIGNED_AT_13) for by in ("mother", "father"))

    assert ask_for(Code.CHILD_MUST_CONFIRM) == outcome(make_case(teen(*old)))


@pytest.mark.parametrize("acts", [(yes("tom"),), (yes("tom"), yes("mother"))])
def test_m2_child_of_fifteen_cannot_do_without_the_parents(acts: tuple[ConsentAct, ...]) -> None:
    assert ask_for(Code.AWAITING_OTHER_SIGNER) == outcome(make_case(teen(*acts)))


@pytest.mark.parametrize("by", ["mother", "father", "tom"])
def test_m2_the_no_of_each_denies(by: str) -> None:
    others = tuple(yes(other) for other in ("mother", "father", "tom") if other != by)

    assert Answer.DO_NOT_PUBLISH == answer(make_case(teen(*others, no(by))))


def test_m2_earlier_yes_of_a_holder_goes_on_in_a_closed_group() -> None:
    old = make_yes("tom", "mother", CLOSED, signed_at=SIGNED_AT_13)

    assert PUBLISH == outcome(make_case(teen(old)), CLOSED)


def test_m2_later_yes_of_a_holder_needs_the_child_in_a_closed_group_too() -> None:
    assert ask_for(Code.CHILD_MUST_CONFIRM) == outcome(
        make_case(teen(yes("mother", CLOSED))), CLOSED
    )


def test_m2_child_and_one_holder_permit_a_closed_group() -> None:
    both = teen(yes("mother", CLOSED), yes("tom", CLOSED))

    assert PUBLISH == outcome(make_case(both), CLOSED)


@pytest.mark.parametrize(
    ("born_on", "discerning_from", "expected"),
    [
        (BORN_8_YEARS_AGO, date(2025, 1, 1), ask_for(Code.CHILD_MUST_CONFIRM)),
        (BORN_15_YEARS_AGO, date(2027, 1, 1), PUBLISH),
    ],
)
def test_m2_individual_assessment_replaces_the_usual_age(
    born_on: date, discerning_from: date, expected: object
) -> None:
    dossier = child(*PARENTS, born_on=born_on)
    assessed = replace(dossier.person, discerning_from=discerning_from)

    assert expected == outcome(make_case(replace(dossier, person=assessed)))


@pytest.mark.parametrize(("jurisdiction", "age_born_on"), [("NL", BORN_17_YEARS_AGO)])
def test_m3_dutch_minor_of_seventeen_answers_alone(jurisdiction: str, age_born_on: date) -> None:
    dossier = child(yes("tom"), born_on=age_born_on, jurisdiction=jurisdiction)

    assert PUBLISH == outcome(make_case(dossier))


def test_m3_dutch_parents_no_longer_answer_for_seventeen() -> None:
    dossier = child(*PARENTS, born_on=BORN_17_YEARS_AGO, jurisdiction="NL")

    assert ask_for(Code.CHILD_MUST_CONFIRM) == outcome(make_case(dossier))


@pytest.mark.parametrize("by", ["tom", "mother", "father"])
def test_m3_in_quebec_the_child_of_fifteen_or_a_holder_suffices(by: str) -> None:
    dossier = child(yes(by), born_on=BORN_15_YEARS_AGO, jurisdiction="CA-QC")

    assert PUBLISH == outcome(make_case(dossier))


@pytest.mark.parametrize("jurisdiction", ["NL", "CA-QC"])
def test_m3_the_minors_no_denies(jurisdiction: str) -> None:
    acts = (*PARENTS, no("tom"))
    dossier = child(*acts, born_on=BORN_17_YEARS_AGO, jurisdiction=jurisdiction)

    assert Answer.DO_NOT_PUBLISH == answer(make_case(dossier))


def test_m3_own_yes_goes_on_at_majority() -> None:
    dossier = child(yes("tom"), born_on=date(2008, 1, 15), jurisdiction="NL")

    assert PUBLISH == outcome(make_case(dossier))


def sole_mother(*acts: ConsentAct, born_on: date = BORN_8_YEARS_AGO) -> Dossier:
    """
    Know a child whose mother decides alone by a judgment.
    """
    mother = replace(make_authority("tom", "mother"), sole=True)
    return Dossier(make_person("tom", born_on), authorities=(mother,), acts=acts)


def test_m4_sole_holder_suffices() -> None:
    assert PUBLISH == outcome(make_case(sole_mother(yes("mother"))))


def test_m4_sole_holder_needs_the_child_by_age() -> None:
    acts = (yes("mother"),)

    assert ask_for(Code.CHILD_MUST_CONFIRM) == outcome(
        make_case(sole_mother(*acts, born_on=BORN_15_YEARS_AGO))
    )


@pytest.mark.parametrize(("permits", "denies"), [("mother", "tom"), ("tom", "mother")])
def test_m4_the_no_of_the_holder_or_the_child_denies(permits: str, denies: str) -> None:
    dossier = sole_mother(yes(permits), no(denies))

    assert Answer.DO_NOT_PUBLISH == answer(make_case(dossier))


def test_m4_yes_lapses_when_the_judgment_ends() -> None:
    dossier = sole_mother(yes("mother"))
    ended = replace(dossier.authorities[0], until_on=TODAY)
    verdict = outcome(make_case(replace(dossier, authorities=(ended,))))

    assert Answer.ASK == verdict[0]
    assert Code.AUTHORITY_ENDED in verdict[1]
