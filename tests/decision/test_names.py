"""
A name is a matter of its own, with or without a picture (domain section 2.5.6).
"""

from dataclasses import replace
from datetime import date

import pytest

from service.decision.case import Case, Use
from service.decision.consents import ConsentAct
from service.decision.ids import PersonId
from service.decision.people import Dossier
from service.decision.photos import Depiction, Resemblance
from service.decision.post import decide_name, decide_photo
from service.decision.terms import ActKind, Answer, Category, MatchClass, Matter
from service.decision.verdict import Code
from tests.decision.asking import PUBLISH, Outcome, answer, ask_for, denied_for, outcome, seen
from tests.decision.build import (
    make_act,
    make_case,
    make_family,
    make_mention,
    make_no,
    make_person,
    make_photo,
    make_picture,
    make_yes,
)
from tests.decision.cast import ADULT_BORN_ON, AT, BORN_8_YEARS_AGO, FB


def answers(person: str, matters: dict[Matter, ActKind], *by: str) -> tuple[ConsentAct, ...]:
    """
    Let everybody in *by* answer alike, matter by matter.
    """
    return tuple(
        make_act(kind, person, signatory, matter=matter)
        for matter, kind in matters.items()
        for signatory in by
    )


def adult(who: str, /, **matters: ActKind) -> Dossier:
    """
    Know an adult who answered about some matters.
    """
    given = {Matter(matter): kind for matter, kind in matters.items()}
    return Dossier(make_person(who), acts=answers(who, given, who))


def child(**matters: ActKind) -> Dossier:
    """
    Know a child of eight whose parents answered alike about some matters.
    """
    given = {Matter(matter): kind for matter, kind in matters.items()}
    tom = make_person("tom", BORN_8_YEARS_AGO)
    return make_family(tom, *answers("tom", given, "mother", "father"))


def named(*dossiers: Dossier) -> Case:
    """
    Name everybody in a caption, without any picture.
    """
    mentions = tuple(make_mention(dossier.person.id) for dossier in dossiers)
    return replace(make_case(*dossiers), pictures=(), mentions=mentions)


YES, NO = ActKind.GIVEN, ActKind.REFUSED


@pytest.mark.parametrize(
    ("matters", "expected"),
    [
        ({"name": YES}, PUBLISH),
        ({"name": NO}, denied_for(Code.REFUSED)),
        ({"image": YES}, ask_for(Code.NEVER_ASKED)),
        ({"image": NO, "name": YES}, PUBLISH),
    ],
)
def test_name_is_answered_apart_from_the_picture(
    matters: dict[str, ActKind], expected: Outcome
) -> None:
    case = named(adult("anna", **matters))

    assert [expected, expected] == [outcome(case), seen(decide_name(case, FB, AT))]


def test_childs_name_alone_needs_the_answer_about_names_only() -> None:
    assert PUBLISH == outcome(named(child(name=YES)))


def test_name_that_means_nobody_asks() -> None:
    case = replace(named(adult("anna", name=YES)), names_unknown=1)

    assert ask_for(Code.UNKNOWN_PERSON) == outcome(case)


def test_mention_of_somebody_without_a_record_asks() -> None:
    case = replace(make_case(), pictures=(), mentions=(make_mention("nobody"),))

    assert ask_for(Code.UNKNOWN_PERSON) == outcome(case)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (YES, YES, Answer.ASK),
        (YES, NO, Answer.ASK),
        (NO, NO, Answer.DO_NOT_PUBLISH),
    ],
)
def test_homonyms_are_asked_about_unless_all_refused(
    first: ActKind, second: ActKind, expected: Answer
) -> None:
    case = named(adult("anna", name=first), adult("bruno", name=second))
    both = replace(case, mentions=(make_mention("anna", "bruno"),))

    assert expected == answer(both)


def test_homonyms_ask_who_is_meant() -> None:
    case = named(adult("anna", name=YES), adult("bruno", name=YES))

    assert ask_for(Code.UNKNOWN_PERSON) == outcome(
        replace(case, mentions=(make_mention("anna", "bruno"),))
    )


def shown_and_named(dossier: Dossier) -> Case:
    """
    Show somebody and name them in the caption.
    """
    return replace(make_case(dossier), mentions=(make_mention(dossier.person.id),))


@pytest.mark.parametrize(
    ("together", "expected"),
    [
        ({}, ask_for(Code.NEVER_ASKED)),
        ({"name_with_image": YES}, PUBLISH),
        ({"name_with_image": NO}, denied_for(Code.REFUSED)),
    ],
)
def test_child_shown_and_named_needs_a_yes_to_both_together(
    together: dict[str, ActKind], expected: Outcome
) -> None:
    assert expected == outcome(shown_and_named(child(image=YES, name=YES, **together)))


def test_adult_shown_and_named_needs_the_two_answers_only() -> None:
    assert PUBLISH == outcome(shown_and_named(adult("anna", image=YES, name=YES)))


def test_each_half_of_a_childs_post_may_go_alone() -> None:
    case = shown_and_named(child(image=YES, name=YES))
    halves = [decide_photo(case, FB, AT), decide_name(case, FB, AT)]

    assert [PUBLISH, PUBLISH] == [seen(half) for half in halves]


def test_child_shown_in_one_picture_and_named_beside_another_is_still_both() -> None:
    tom, anna = child(image=YES, name=YES), adult("anna", image=YES)
    pictures = (make_picture(make_photo("anna")), make_picture(make_photo("tom", name="fair")))
    case = replace(make_case(tom, anna), pictures=pictures, mentions=(make_mention("tom"),))

    assert ask_for(Code.NEVER_ASKED) == outcome(case)


@pytest.mark.parametrize(
    ("born_on", "expected"),
    [(BORN_8_YEARS_AGO, Answer.ASK), (ADULT_BORN_ON, Answer.PUBLISH)],
)
def test_voice_is_asked_about_by_who_answers(born_on: date, expected: Answer) -> None:
    person = make_person("tom", born_on)
    voice = make_yes("tom", "tom", matter=Matter.VOICE)
    case = replace(
        make_case(Dossier(person, acts=(voice,))),
        pictures=(),
        uses=(Use(PersonId("tom"), Matter.VOICE),),
    )

    assert expected == answer(case)


def test_refused_tag_denies_a_post_whose_picture_may_go() -> None:
    anna = Dossier(
        make_person("anna"),
        acts=(make_yes("anna", "anna"), make_no("anna", "anna", matter=Matter.TAG)),
    )
    case = replace(make_case(anna), uses=(Use(PersonId("anna"), Matter.TAG),))

    assert [denied_for(Code.REFUSED), PUBLISH] == [outcome(case), seen(decide_photo(case, FB, AT))]


@pytest.mark.parametrize("match", list(MatchClass)[:-1])
@pytest.mark.parametrize(
    ("together", "expected"),
    [
        ({}, ask_for(Code.NEVER_ASKED)),
        ({"name_with_image": NO}, ask_for(Code.REFUSED)),
        ({"name_with_image": YES}, PUBLISH),
    ],
)
def test_child_who_is_in_another_photo_that_the_picture_is_may_stand_beside_it(
    match: MatchClass, together: dict[str, ActKind], expected: Outcome
) -> None:
    """
    One record of the picture may be wrong: similarity adds people and doubt.
    """
    dossier = child(image=YES, name=YES, **together)
    anna = adult("anna", image=YES)
    here, there = make_photo("anna"), make_photo("anna", "tom", name="again")
    picture = make_picture(here)
    both = replace(picture, resemblances=(*picture.resemblances, Resemblance(there, match)))
    case = replace(make_case(dossier, anna), pictures=(both,), mentions=(make_mention("tom"),))
    assert here.attestation is not None
    looked = replace(here.attestation, compared_photo_ids=frozenset({there.id}))
    compared = Resemblance(replace(here, attestation=looked), MatchClass.SAME_BYTES)

    assert expected == outcome(case)
    settled = replace(both, resemblances=(compared, both.resemblances[1]))
    assert PUBLISH == outcome(replace(case, pictures=(settled,)))


def test_official_who_may_be_in_the_picture_is_not_therefore_in_function() -> None:
    mayor = Dossier(make_person("mayor", category=Category.PUBLIC_OFFICIAL))
    at_work = (Depiction(PersonId("mayor"), in_function=True),)
    there = replace(make_photo("mayor", name="again"), depictions=at_work)
    picture = make_picture(make_photo("anna"))
    near = Resemblance(there, MatchClass.SIMILAR)
    both = replace(picture, resemblances=(*picture.resemblances, near))
    case = make_case(mayor, adult("anna", image=YES))

    named_too = replace(case, pictures=(both,), mentions=(make_mention("mayor"),))

    assert ask_for(Code.NEVER_ASKED) == outcome(named_too)
