"""
The first name alone is a permission of its own (domain section 3.3: identification).
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.decision.case import Case, Use
from service.decision.consents import ConsentAct, FormVersion
from service.decision.ids import ActId, FormVersionId, PersonId
from service.decision.naming import MentionForm
from service.decision.people import Dossier
from service.decision.post import decide_post
from service.decision.terms import ActKind, Answer, Matter
from service.decision.verdict import Code, Duty
from tests.decision.asking import answer
from tests.decision.build import (
    for_group,
    invalidate,
    make_act,
    make_authority,
    make_case,
    make_family,
    make_mention,
    make_no,
    make_person,
    make_yes,
    on_paper,
)
from tests.decision.cast import AT, BORN_8_YEARS_AGO, FB, SIGNED_AT, WEB
from tests.decision.ranking import MANY, RANK
from tests.decision.strategies import FORM, NEXT

FIRST, WHOLE, TOGETHER = Matter.FIRST_NAME, Matter.NAME, Matter.NAME_WITH_IMAGE
YES, NO, LATER = ActKind.GIVEN, ActKind.REFUSED, ActKind.DEFERRED
PUBLISH, ASK, DENY = Answer.PUBLISH, Answer.ASK, Answer.DO_NOT_PUBLISH
AFTER = SIGNED_AT + timedelta(days=10)


def anna(*acts: ConsentAct) -> Dossier:
    """
    Know an adult with these answers.
    """
    return Dossier(make_person("anna"), acts=acts)


def said(kind: ActKind, matter: Matter, days: int = 0) -> ConsentAct:
    """
    Let Anna answer for herself.
    """
    return make_act(kind, "anna", "anna", matter=matter, signed_at=SIGNED_AT + timedelta(days=days))


def naming(dossier: Dossier, form: MentionForm) -> Case:
    """
    Name somebody in a caption, without a picture.
    """
    mention = make_mention(dossier.person.id)._replace(form=form)
    return replace(make_case(dossier), pictures=(), mentions=(mention,))


def both(*acts: ConsentAct) -> tuple[Answer, Answer]:
    """
    Answer about the first name and about the whole name.
    """
    forms = (MentionForm.GIVEN_NAME, MentionForm.FULL_NAME)
    first, whole = (answer(naming(anna(*acts), form)) for form in forms)
    return first, whole


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ([], (ASK, ASK)),
        ([said(YES, FIRST)], (PUBLISH, ASK)),
        ([said(YES, WHOLE)], (PUBLISH, PUBLISH)),
        ([said(NO, FIRST)], (DENY, DENY)),
        ([said(NO, WHOLE)], (DENY, DENY)),
        ([said(YES, FIRST), said(NO, WHOLE)], (PUBLISH, DENY)),
        ([said(NO, FIRST), said(YES, WHOLE)], (DENY, DENY)),
        ([said(YES, FIRST), said(NO, WHOLE, 1)], (DENY, DENY)),
        ([said(NO, WHOLE), said(YES, FIRST, 1)], (PUBLISH, DENY)),
        ([said(YES, WHOLE), said(NO, FIRST, 1)], (DENY, DENY)),
        ([said(NO, FIRST), said(YES, WHOLE, 1)], (PUBLISH, PUBLISH)),
        ([said(YES, WHOLE), said(LATER, FIRST, 1)], (ASK, ASK)),
        ([said(YES, FIRST), said(LATER, WHOLE, 1)], (ASK, ASK)),
        ([said(YES, FIRST), said(LATER, WHOLE)], (PUBLISH, ASK)),
        ([said(YES, TOGETHER)], (ASK, ASK)),
    ],
)
def test_one_answer_says_something_about_the_other(
    acts: list[ConsentAct], expected: tuple[Answer, Answer]
) -> None:
    assert [expected, expected] == [both(*acts), both(*reversed(acts))]


@pytest.mark.parametrize("form", [each for each in MentionForm if each.value != "given_name"])
def test_anything_but_the_first_name_needs_the_name(form: MentionForm) -> None:
    assert ASK is answer(naming(anna(said(YES, FIRST)), form))


def test_paper_that_bears_a_day_draws_the_line_by_itself() -> None:
    day = date(2025, 9, 1)
    sheet = [
        on_paper(said(kind, matter), day, AFTER) for kind, matter in ((YES, FIRST), (NO, WHOLE))
    ]

    assert (PUBLISH, DENY) == both(*sheet)


def test_paper_whose_yes_a_colleague_confirmed_later_draws_the_line() -> None:
    day = date(2025, 9, 1)
    yes = replace(on_paper(said(YES, FIRST), day, AFTER), form_version_id=FORM.id)
    no = replace(on_paper(said(NO, WHOLE), day, SIGNED_AT), form_version_id=FORM.id)
    no = replace(no, signed_until=no.signed_from + timedelta(hours=9))
    versions: dict[FormVersionId, FormVersion] = {FORM.id: FORM}

    case = naming(anna(yes, no), MentionForm.GIVEN_NAME)
    assert PUBLISH is answer(replace(case, form_versions=versions))


@pytest.mark.parametrize(
    ("form_version_id", "recorded_at"),
    [(None, AFTER), (NEXT.id, AFTER), (FORM.id, AFTER), (None, SIGNED_AT), (NEXT.id, SIGNED_AT)],
    ids=["none", "another", "the-same-again", "none-at-once", "another-at-once"],
)
def test_no_to_the_name_on_another_paper_of_that_day_is_one_to_both(
    form_version_id: FormVersionId | None, recorded_at: datetime
) -> None:
    day = date(2025, 9, 1)
    yes = replace(on_paper(said(YES, FIRST), day, SIGNED_AT), form_version_id=FORM.id)
    no = replace(on_paper(said(NO, WHOLE), day, recorded_at), form_version_id=form_version_id)

    assert (DENY, DENY) == both(yes, no)


def test_no_to_the_name_at_the_first_instant_of_the_day_of_a_paper_is_one_to_both() -> None:
    paper = on_paper(said(YES, FIRST), SIGNED_AT.date(), AFTER)
    start = paper.signed_from
    no = replace(said(NO, WHOLE), signed_from=start, signed_until=start)

    assert (DENY, DENY) == both(paper, no)


def test_no_to_the_name_later_on_the_day_of_the_paper_is_one_to_both() -> None:
    paper = on_paper(said(YES, FIRST), SIGNED_AT.date(), AFTER)
    later = replace(said(NO, WHOLE), signed_from=paper.signed_from + timedelta(hours=9))

    assert (DENY, DENY) == both(paper, replace(later, signed_until=later.signed_from))


def test_yes_to_the_first_name_elsewhere_leaves_nothing_here() -> None:
    elsewhere = replace(said(YES, FIRST), channel_ids=frozenset({WEB}))
    everywhere = replace(said(NO, WHOLE), everywhere=True)

    assert (DENY, DENY) == both(elsewhere, everywhere)


def test_void_yes_to_the_first_name_leaves_nothing() -> None:
    yes = said(YES, FIRST)

    assert (DENY, DENY) == both(yes, said(NO, WHOLE), invalidate(yes, AFTER))


def test_void_no_to_the_name_holds_the_name_back_and_not_the_first() -> None:
    no = said(NO, WHOLE)

    assert (PUBLISH, ASK) == both(said(YES, FIRST), no, invalidate(no, AFTER))


def test_first_name_by_a_yes_to_the_name_lapses_with_what_it_answered() -> None:
    yes = replace(said(YES, WHOLE), form_version_id=FORM.id)

    def asked(changed: frozenset[Matter]) -> Answer:
        versions: dict[FormVersionId, FormVersion] = {
            FORM.id: FORM,
            NEXT.id: replace(NEXT, changed_matters=changed),
        }
        case = naming(anna(yes), MentionForm.GIVEN_NAME)
        return answer(replace(case, form_versions=versions))

    matters = ({WHOLE}, {FIRST}, {Matter.IMAGE})
    assert [ASK, PUBLISH, PUBLISH] == [asked(frozenset(each)) for each in matters]


def test_authority_over_the_name_is_one_over_the_first_name() -> None:
    tom = make_person("tom", BORN_8_YEARS_AGO)
    mother = replace(make_authority("tom", "mother"), matters=frozenset({WHOLE}))
    yes, no = make_yes("tom", "father", matter=FIRST), make_no("tom", "mother", matter=FIRST)
    family = replace(make_family(tom, yes), authorities=(make_authority("tom", "father"), mother))
    forms = list(MentionForm)

    silent = {answer(naming(family, form)) for form in forms}
    assert {ASK} == silent
    against = replace(family, acts=(yes, no))
    assert {DENY} == {answer(naming(against, form)) for form in forms}


def beside(kinds: dict[Matter, ActKind], form: MentionForm = MentionForm.GIVEN_NAME) -> Case:
    """
    Show a child whose parents answered alike, and name it beside the picture.
    """
    acts = [
        make_act(kind, "tom", by, matter=matter)
        for by in ("mother", "father")
        for matter, kind in {Matter.IMAGE: YES, **kinds}.items()
    ]
    child = make_family(make_person("tom", BORN_8_YEARS_AGO), *acts)
    return replace(make_case(child), mentions=(make_mention("tom")._replace(form=form),))


def test_first_name_beside_a_childs_picture_needs_the_yes_to_both_together() -> None:
    apart, together = {FIRST: YES}, {FIRST: YES, TOGETHER: YES}

    assert [ASK, PUBLISH] == [answer(beside(each)) for each in (apart, together)]
    assert ASK is answer(beside(together, MentionForm.FULL_NAME))


@pytest.mark.parametrize(
    ("named", "duty"),
    [
        ({}, Duty.DO_NOT_NAME),
        ({WHOLE: YES}, Duty.DO_NOT_NAME),
        ({WHOLE: YES, TOGETHER: YES}, None),
        ({FIRST: YES, TOGETHER: YES}, Duty.FIRST_NAMES_ONLY),
        ({FIRST: YES, WHOLE: NO, TOGETHER: YES}, Duty.FIRST_NAMES_ONLY),
        ({FIRST: YES, WHOLE: NO}, Duty.DO_NOT_NAME),
    ],
)
def test_duty_says_how_much_of_a_name_may_stand_beside_the_picture(
    named: dict[Matter, ActKind], duty: Duty | None
) -> None:
    case = replace(beside(named), mentions=())
    told = {each.duty for each in decide_post(case, FB, AT).obligations}

    assert {duty} - {None} == told & {Duty.DO_NOT_NAME, Duty.FIRST_NAMES_ONLY}


def test_use_of_a_first_name_is_judged_as_one_that_is_read() -> None:
    case = replace(make_case(anna(said(YES, FIRST), said(NO, WHOLE))), pictures=())
    uses = [replace(case, uses=(Use(PersonId("anna"), each),)) for each in (FIRST, WHOLE)]

    assert [PUBLISH, DENY] == [answer(each) for each in uses]


def test_no_to_the_first_name_denies_a_tag() -> None:
    acts = (said(YES, Matter.TAG), said(NO, FIRST))
    case = replace(make_case(anna(*acts)), pictures=(), uses=(Use(PersonId("anna"), Matter.TAG),))

    assert (DENY, {Code.REFUSED}) == (
        answer(case),
        {each.code for each in decide_post(case, FB, AT).reasons},
    )


MATTERS = [{FIRST}, {WHOLE}, {FIRST, WHOLE}, {FIRST, Matter.IMAGE}, set(Matter)]
EVERYTHING = [
    for_group(each) if wide else each
    for number, (kind, matters, days, wide) in enumerate(
        product((YES, NO, LATER, ActKind.WITHDRAWN), MATTERS, (0, 0, 1, 2), (False, True))
    )
    for each in [
        replace(said(kind, FIRST, days), matters=frozenset(matters), id=ActId(f"act-{number}"))
    ]
]
SEVERAL = st.lists(st.sampled_from(EVERYTHING), max_size=5, unique_by=lambda act: act.id)


@MANY
@given(SEVERAL)
def test_whole_name_never_goes_where_the_first_does_not(acts: list[ConsentAct]) -> None:
    first, whole = both(*acts)

    assert RANK[whole] <= RANK[first]


@MANY
@given(SEVERAL, st.sampled_from([each for each in EVERYTHING if each.is_no]))
def test_one_more_no_permits_nothing(acts: list[ConsentAct], no: ConsentAct) -> None:
    before, after = both(*acts), both(*acts, replace(no, id=ActId("one more")))

    assert [True, True] == [
        RANK[now] <= RANK[then] for now, then in zip(after, before, strict=True)
    ]


@MANY
@given(SEVERAL, st.permutations(range(5)))
def test_order_of_the_answers_is_irrelevant(acts: list[ConsentAct], order: list[int]) -> None:
    assert both(*acts) == both(*(acts[each] for each in order if each < len(acts)))
