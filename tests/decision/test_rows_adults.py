"""
Adults: rows A1 to A6 of domain section 2.4.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from service.decision.case import Case
from service.decision.consents import ConsentAct
from service.decision.people import Dossier, Person
from service.decision.terms import ActKind, Answer, MentalCapacity, ProtectionKind
from service.decision.verdict import Code
from tests.decision.asking import PUBLISH, answer, ask_for, denied_for, outcome
from tests.decision.build import (
    make_act,
    make_authority,
    make_case,
    make_family,
    make_no,
    make_person,
    make_photo,
    make_picture,
    make_protection,
    make_yes,
)
from tests.decision.cast import SIGNED_AT, TODAY

OWN_YES = make_yes("anna", "anna")
OWN_NO = make_no("anna", "anna")
OF_AGE_ON = date(2025, 12, 1)


def adult(*acts: ConsentAct) -> Case:
    """
    Show an adult without any order.
    """
    return make_case(Dossier(make_person("anna"), acts=acts))


def under_order(kind: ProtectionKind, by: str, *acts: ConsentAct) -> Dossier:
    """
    Know an adult under an order that covers the image.
    """
    return Dossier(
        make_person("anna"),
        authorities=(make_authority("anna", by),),
        protections=(make_protection(kind),),
        acts=acts,
    )


def assisted(*acts: ConsentAct) -> Dossier:
    """
    Know an adult whom an assistant assists.
    """
    return under_order(ProtectionKind.ASSISTANCE, "assistant", *acts)


def represented(*acts: ConsentAct) -> Dossier:
    """
    Know an adult whom a representative represents.
    """
    return under_order(ProtectionKind.REPRESENTATION, "representative", *acts)


def test_a1_capable_adult_who_says_yes_may_be_shown() -> None:
    assert PUBLISH == outcome(adult(OWN_YES))


def test_a1_capable_adult_who_was_never_asked_is_asked() -> None:
    assert ask_for(Code.NEVER_ASKED) == outcome(adult())


@pytest.mark.parametrize(
    ("kind", "code"),
    [(ActKind.REFUSED, Code.REFUSED), (ActKind.WITHDRAWN, Code.WITHDRAWN)],
)
def test_a1_capable_adult_who_says_no_may_not_be_shown(kind: ActKind, code: Code) -> None:
    no = make_act(kind, "anna", "anna", signed_at=SIGNED_AT + timedelta(days=1))

    assert denied_for(code) == outcome(adult(OWN_YES, no))


def test_a1_the_organisations_own_stop_denies() -> None:
    stop = make_act(
        ActKind.REVOKED, "anna", "organisation", signed_at=SIGNED_AT + timedelta(days=1)
    )

    assert Answer.DO_NOT_PUBLISH == answer(adult(OWN_YES, stop))


def test_a1_a_relative_does_not_answer_for_a_capable_adult() -> None:
    daughter = make_authority("anna", "daughter")
    dossier = Dossier(make_person("anna"), (daughter,), acts=(make_yes("anna", "daughter"),))

    assert Answer.ASK == answer(make_case(dossier))


def test_a2_assisted_adult_and_assistant_say_yes_together() -> None:
    both = assisted(OWN_YES, make_yes("anna", "assistant"))

    assert PUBLISH == outcome(make_case(both))


@pytest.mark.parametrize("by", ["anna", "assistant"])
def test_a2_one_of_the_two_is_not_enough(by: str) -> None:
    assert Answer.ASK == answer(make_case(assisted(make_yes("anna", by))))


@pytest.mark.parametrize(("yes", "no"), [("anna", "assistant"), ("assistant", "anna")])
def test_a2_the_no_of_either_denies(yes: str, no: str) -> None:
    dossier = assisted(make_yes("anna", yes), make_no("anna", no))

    assert Answer.DO_NOT_PUBLISH == answer(make_case(dossier))


def test_a2_without_a_known_assistant_nobody_can_complete_the_yes() -> None:
    alone = replace(assisted(OWN_YES), authorities=())

    assert Answer.ASK == answer(make_case(alone))


def test_a2_joint_yes_lapses_when_the_order_is_to_be_reviewed() -> None:
    dossier = assisted(OWN_YES, make_yes("anna", "assistant"))
    due = replace(dossier.protections[0], review_on=TODAY - timedelta(days=1))

    assert ask_for(Code.PROTECTED_ADULT_CHECK) == outcome(
        make_case(replace(dossier, protections=(due,)))
    )


def test_a2_assistants_yes_alone_is_worth_nothing_after_the_order() -> None:
    dossier = assisted(make_yes("anna", "assistant"))
    over = replace(dossier.protections[0], until_on=TODAY)

    assert Answer.ASK == answer(make_case(replace(dossier, protections=(over,))))


def test_a3_representative_says_yes_for_a_represented_adult() -> None:
    assert PUBLISH == outcome(make_case(represented(make_yes("anna", "representative"))))


def test_a3_represented_adult_alone_is_not_enough() -> None:
    assert Answer.ASK == answer(make_case(represented(OWN_YES)))


@pytest.mark.parametrize(("yes", "no"), [("anna", "representative"), ("representative", "anna")])
def test_a3_the_no_of_either_denies(yes: str, no: str) -> None:
    dossier = represented(make_yes("anna", yes), make_no("anna", no))

    assert Answer.DO_NOT_PUBLISH == answer(make_case(dossier))


def test_a3_unverified_representative_does_not_count() -> None:
    dossier = represented(make_yes("anna", "representative"))
    unproven = replace(dossier.authorities[0], verified=False)

    assert ask_for(Code.AUTHORITY_UNVERIFIED) == outcome(
        make_case(replace(dossier, authorities=(unproven,)))
    )


def test_a3_representatives_yes_lapses_with_the_order() -> None:
    dossier = represented(make_yes("anna", "representative"))
    over = replace(dossier.protections[0], until_on=TODAY)

    assert Answer.ASK == answer(make_case(replace(dossier, protections=(over,))))


@pytest.mark.parametrize("order", [assisted(OWN_YES), represented(OWN_YES)])
def test_a2_a3_own_yes_does_not_become_enough_when_the_order_ends(order: Dossier) -> None:
    over = replace(order.protections[0], until_on=TODAY)

    assert Answer.ASK == answer(make_case(replace(order, protections=(over,))))


def test_a3_representatives_no_is_reviewed_when_the_order_ends() -> None:
    dossier = represented(OWN_YES, make_no("anna", "representative"))
    over = replace(dossier.protections[0], until_on=TODAY)
    former = replace(dossier.authorities[0], until_on=TODAY)
    ended = replace(dossier, protections=(over,), authorities=(former,))

    answered, codes = outcome(make_case(ended))

    assert Answer.ASK == answered
    assert Code.AUTHORITY_ENDED in codes


@pytest.mark.parametrize(
    ("jurisdiction", "authorised", "expected"),
    [("FR", False, Answer.ASK), ("FR", True, Answer.PUBLISH), ("BE", False, Answer.PUBLISH)],
)
def test_a3_france_wants_a_decision_for_intrusion_in_intimacy(
    *, jurisdiction: str, authorised: bool, expected: Answer
) -> None:
    dossier = represented(make_yes("anna", "representative"))
    order = replace(dossier.protections[0], intimacy_authorised=authorised)
    person = make_person("anna", jurisdiction=jurisdiction)
    case = make_case(replace(dossier, person=person, protections=(order,)))
    intimate = make_picture(replace(make_photo("anna"), intimate=True))

    assert expected == answer(replace(case, pictures=(intimate,)))


def test_a4_order_about_goods_leaves_the_answer_to_the_person() -> None:
    dossier = represented(OWN_YES)
    goods = (replace(dossier.protections[0], covers_image=False),)

    assert PUBLISH == outcome(make_case(replace(dossier, protections=goods)))


@pytest.mark.parametrize(
    ("acts", "expected"),
    [((make_yes("anna", "representative"),), Answer.ASK), ((OWN_NO,), Answer.DO_NOT_PUBLISH)],
)
def test_a4_administrator_of_goods_does_not_answer(
    acts: tuple[ConsentAct, ...], expected: Answer
) -> None:
    dossier = represented(*acts)
    goods = (replace(dossier.protections[0], covers_image=False),)

    assert expected == answer(make_case(replace(dossier, protections=goods)))


def doubtful(*acts: ConsentAct) -> Case:
    """
    Show an adult of doubtful capacity whose daughter is listed as a relative.
    """
    anna = replace(make_person("anna"), mental_capacity=MentalCapacity.DOUBTFUL)
    return make_case(Dossier(anna, (make_authority("anna", "daughter"),), acts=acts))


@pytest.mark.parametrize(
    "acts",
    [(), (OWN_YES,), (make_yes("anna", "daughter"),), (OWN_YES, make_yes("anna", "daughter"))],
)
def test_a5_nobody_can_say_yes_for_an_adult_of_doubtful_capacity(
    acts: tuple[ConsentAct, ...],
) -> None:
    assert ask_for(Code.PROTECTED_ADULT_CHECK) == outcome(doubtful(*acts))


def test_a5_the_adults_own_no_still_denies() -> None:
    assert Answer.DO_NOT_PUBLISH == answer(doubtful(OWN_NO))


def test_a5_relatives_who_object_are_advice_and_ask() -> None:
    assert Answer.ASK == answer(doubtful(OWN_YES, make_no("anna", "daughter")))


def came_of_age(*acts: ConsentAct) -> Case:
    """
    Show somebody who came of age three months ago.
    """
    person: Person = make_person("anna", OF_AGE_ON.replace(year=2007))
    return make_case(make_family(person, *acts))


PARENTS_YES = (make_yes("anna", "mother"), make_yes("anna", "father"))
ADULT_ANSWER_AT = SIGNED_AT.replace(year=2026, month=1)


def test_a6_parents_yes_lapses_when_the_child_comes_of_age() -> None:
    assert ask_for(Code.CAME_OF_AGE) == outcome(came_of_age(*PARENTS_YES))


def test_a6_the_young_adult_answers_alone() -> None:
    assert PUBLISH == outcome(
        came_of_age(*PARENTS_YES, make_yes("anna", "anna", signed_at=ADULT_ANSWER_AT))
    )


def test_a6_the_young_adults_no_wins_over_the_parents_yes() -> None:
    no = make_no("anna", "anna", signed_at=ADULT_ANSWER_AT)

    assert Answer.DO_NOT_PUBLISH == answer(came_of_age(*PARENTS_YES, no))


def test_a6_a_parents_old_no_is_reviewed_and_not_dropped() -> None:
    answered, codes = outcome(came_of_age(make_no("anna", "father")))

    assert Answer.ASK == answered
    assert Code.AUTHORITY_ENDED in codes


def test_a6_the_young_adults_yes_settles_a_parents_old_no() -> None:
    yes = make_yes("anna", "anna", signed_at=ADULT_ANSWER_AT)

    assert PUBLISH == outcome(came_of_age(make_no("anna", "father"), yes))
