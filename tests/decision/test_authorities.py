"""
Whose answer counts at all: kinds, matters, days and proof of an authority.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from service.decision.case import Case
from service.decision.consents import ConsentAct
from service.decision.ids import ChannelId
from service.decision.people import Authority, Dossier, Person, Protection
from service.decision.terms import ActKind, Answer, Matter, ProtectionKind
from service.decision.verdict import Code
from tests.decision.asking import PUBLISH, answer, ask_for, outcome
from tests.decision.build import (
    make_act,
    make_authority,
    make_case,
    make_family,
    make_mention,
    make_no,
    make_person,
    make_protection,
    make_yes,
)
from tests.decision.cast import AT, BORN_8_YEARS_AGO, CLOSED, FB, SIGNED_AT, TODAY

TOM = make_person("tom", BORN_8_YEARS_AGO)
TOMORROW = TODAY + timedelta(days=1)
LATER = SIGNED_AT + timedelta(days=30)
MOTHER = make_authority("tom", "mother")
FATHER = make_authority("tom", "father")


def child(*authorities: Authority, acts: tuple[ConsentAct, ...] = ()) -> Case:
    """
    Show a child for whom everybody with authority says yes, unless *acts* are given.
    """
    yes = tuple(make_yes("tom", authority.signatory_id) for authority in authorities)
    return make_case(Dossier(TOM, authorities, acts=acts or yes))


@pytest.mark.parametrize("by", ["father", "guardian", "institution"])
def test_parents_guardians_and_institutions_are_holders(by: str) -> None:
    assert PUBLISH == outcome(child(MOTHER, make_authority("tom", by)))


@pytest.mark.parametrize("by", ["representative", "assistant", "daughter"])
def test_nobody_else_is_a_holder_for_a_minor(by: str) -> None:
    assert Answer.ASK == answer(child(MOTHER, make_authority("tom", by)))


@pytest.mark.parametrize("by", ["mother", "guardian", "institution"])
def test_holders_stop_answering_at_majority_by_themselves(by: str) -> None:
    authority = replace(make_authority("anna", by), sole=True)
    dossier = Dossier(make_person("anna"), (authority,), acts=(make_yes("anna", by),))

    assert Answer.ASK == answer(make_case(dossier))


def test_authority_over_names_is_none_over_pictures() -> None:
    names_only = replace(FATHER, matters=frozenset({Matter.NAME}))
    names = tuple(make_yes("tom", by, matter=Matter.NAME) for by in ("mother", "father"))
    images = (make_yes("tom", "mother"), make_yes("tom", "father"))
    case = child(MOTHER, names_only, acts=(*names, *images))
    named = replace(case, pictures=(), mentions=(make_mention("tom"),))

    assert [Answer.ASK, Answer.PUBLISH] == [answer(case), answer(named)]


@pytest.mark.parametrize(
    ("from_on", "until_on"),
    [(TOMORROW, None), (None, TODAY), (SIGNED_AT.date() + timedelta(days=1), None)],
)
def test_authority_must_be_in_force_at_the_signature_and_at_the_post(
    from_on: date | None, until_on: date | None
) -> None:
    father = replace(FATHER, from_on=from_on, until_on=until_on)

    assert Answer.ASK == answer(child(MOTHER, father))


def test_authority_counts_on_its_first_and_on_its_last_day() -> None:
    father = replace(FATHER, from_on=SIGNED_AT.date(), until_on=TOMORROW)

    assert PUBLISH == outcome(child(MOTHER, father))


@pytest.mark.parametrize("late", ["father", "tom"])
@pytest.mark.parametrize("channel_id", [FB, CLOSED])
def test_not_now_of_anybody_who_may_refuse_is_no_publication(
    late: str, channel_id: ChannelId
) -> None:
    yes = tuple(make_yes("tom", by, FB, CLOSED) for by in ("mother", "father"))
    not_now = make_act(ActKind.DEFERRED, "tom", late, FB, CLOSED, signed_at=LATER)

    assert Answer.ASK == answer(make_case(make_family(TOM, *yes, not_now)), channel_id)


def test_not_now_gives_way_to_a_later_yes() -> None:
    not_now = make_act(ActKind.DEFERRED, "tom", "father")
    yes = make_yes("tom", "mother"), make_yes("tom", "father", signed_at=LATER)

    assert PUBLISH == outcome(make_case(make_family(TOM, not_now, *yes)))


DISMISSED = [
    (ProtectionKind.ASSISTANCE, "assistant"),
    (ProtectionKind.REPRESENTATION, "representative"),
]


def under_order_after_dismissal(kind: ProtectionKind, by: str, theirs: ConsentAct) -> Case:
    """
    Show an adult whose assistant or representative answered, and was dismissed today.
    """
    dismissed = replace(make_authority("anna", by), until_on=TODAY)
    acts = (make_yes("anna", "anna"), theirs)
    return make_case(Dossier(make_person("anna"), (dismissed,), (make_protection(kind),), acts))


@pytest.mark.parametrize(("kind", "by"), DISMISSED)
def test_yes_of_a_dismissed_assistant_or_representative_lapses(
    kind: ProtectionKind, by: str
) -> None:
    case = under_order_after_dismissal(kind, by, make_yes("anna", by))

    assert Answer.ASK == answer(case)


@pytest.mark.parametrize(("kind", "by"), DISMISSED)
def test_no_of_a_dismissed_assistant_or_representative_is_reviewed(
    kind: ProtectionKind, by: str
) -> None:
    answered, codes = outcome(under_order_after_dismissal(kind, by, make_no("anna", by)))

    assert Answer.ASK == answered
    assert Code.AUTHORITY_ENDED in codes


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (make_yes("anna", "daughter"), Answer.ASK),
        (make_no("anna", "daughter"), Answer.DO_NOT_PUBLISH),
    ],
)
def test_unproven_relative_of_the_dead_may_refuse_only(act: ConsentAct, expected: Answer) -> None:
    gone = replace(make_person("anna", date(1930, 1, 1)), died_on=date(2020, 1, 1))
    daughter = replace(make_authority("anna", "daughter"), verified=False)

    assert expected == answer(make_case(Dossier(gone, (daughter,), acts=(act,))))


def test_day_of_death_ends_the_own_yes() -> None:
    gone = replace(make_person("anna"), died_on=TODAY)
    case = make_case(Dossier(gone, acts=(make_yes("anna", "anna"),)))

    assert [Answer.PUBLISH, Answer.ASK] == [
        answer(case, FB, at) for at in (AT - timedelta(days=1), AT)
    ]


def test_minor_who_will_be_emancipated_tomorrow_is_a_minor_today() -> None:
    free = replace(TOM, emancipated_from=TOMORROW)

    assert Answer.ASK == answer(make_case(make_family(free, make_yes("tom", "tom"))))


@pytest.mark.parametrize(
    ("holders", "expected"), [(("mother", "father"), Answer.PUBLISH), (("mother",), Answer.ASK)]
)
def test_dutch_yes_of_fifteen_goes_on_at_sixteen_if_it_was_complete(
    holders: tuple[str, ...], expected: Answer
) -> None:
    tom = make_person("tom", date(2010, 1, 15), jurisdiction="NL")
    yes = (make_yes("tom", by) for by in (*holders, "tom"))

    assert expected == answer(make_case(make_family(tom, *yes)))


def test_superseded_no_may_be_invalidated_without_asking_anew() -> None:
    no = make_no("anna", "anna")
    yes = make_yes("anna", "anna", signed_at=LATER)
    undo = replace(
        make_act(ActKind.INVALIDATED, "anna", "organisation", signed_at=AT),
        targets_act_id=no.id,
    )

    assert PUBLISH == outcome(make_case(Dossier(make_person("anna"), acts=(no, yes, undo))))


@pytest.mark.parametrize("person", [make_person("tom"), TOM])
def test_no_of_somebody_without_known_authority_is_looked_into(person: Person) -> None:
    yes = (make_yes("tom", by) for by in ("mother", "father", "tom"))
    no = make_no("tom", "guardian", signed_at=LATER)

    assert Answer.ASK == answer(make_case(make_family(person, *yes, no)))


@pytest.mark.parametrize("by", ["assistant", "representative"])
def test_a5_somebody_assists_or_represents_and_no_order_says_over_what(by: str) -> None:
    alone = Dossier(
        make_person("anna"), (make_authority("anna", by),), acts=(make_yes("anna", "anna"),)
    )
    both = replace(alone, acts=(make_yes("anna", "anna"), make_yes("anna", by)))

    for each in (alone, both):
        assert ask_for(Code.PROTECTED_ADULT_CHECK) == outcome(make_case(each))


@pytest.mark.parametrize("by", ["assistant", "representative"])
def test_a1_whoever_assisted_or_represents_no_more_is_no_doubt(by: str) -> None:
    over = replace(make_authority("anna", by), until_on=TODAY)

    assert PUBLISH == outcome(
        make_case(Dossier(make_person("anna"), (over,), acts=(make_yes("anna", "anna"),)))
    )


def represented_anew(*orders: Protection, acts: tuple[ConsentAct, ...]) -> Case:
    """
    Show an adult whom somebody represents since a month ago.
    """
    ruth = replace(make_authority("anna", "representative"), from_on=TODAY - timedelta(days=30))
    return make_case(Dossier(make_person("anna"), (ruth,), orders, acts))


@pytest.mark.parametrize(
    "told",
    [
        (ProtectionKind.REPRESENTATION, {"until_on": TODAY - timedelta(days=30)}),
        (ProtectionKind.REPRESENTATION, {"from_on": TOMORROW}),
        (ProtectionKind.ASSISTANCE, {"covers_image": False}),
    ],
)
def test_a5_an_order_that_is_not_theirs_does_not_say_over_what(
    told: tuple[ProtectionKind, dict[str, Any]],
) -> None:
    kind, days = told
    order = replace(make_protection(kind), **days)
    own = make_yes("anna", "anna", signed_at=AT - timedelta(days=1))

    assert ask_for(Code.PROTECTED_ADULT_CHECK) == outcome(represented_anew(order, acts=(own,)))


def test_a4_an_order_of_theirs_over_goods_leaves_the_image_to_the_person() -> None:
    goods = replace(make_protection(ProtectionKind.REPRESENTATION), covers_image=False)

    assert PUBLISH == outcome(represented_anew(goods, acts=(make_yes("anna", "anna"),)))


def test_a2_who_represents_beside_an_assistant_by_an_unknown_order_is_asked_about() -> None:
    assisted = Dossier(
        make_person("anna"),
        authorities=(make_authority("anna", "assistant"),),
        protections=(make_protection(ProtectionKind.ASSISTANCE),),
        acts=(make_yes("anna", "anna"), make_yes("anna", "assistant")),
    )
    also = (*assisted.authorities, make_authority("anna", "representative"))

    assert PUBLISH == outcome(make_case(assisted))
    assert ask_for(Code.PROTECTED_ADULT_CHECK) == outcome(
        make_case(replace(assisted, authorities=also))
    )
