"""
One person entered twice: what speaks against stands for both records, a yes for its own.
"""

from dataclasses import replace
from datetime import datetime
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.decision.case import Case, Use
from service.decision.ids import ChannelId, PersonId, UnitId
from service.decision.people import Dossier, Membership
from service.decision.photos import Depiction
from service.decision.post import decide_post
from service.decision.terms import ActKind, Answer, Category, HoldKind, Matter
from service.decision.twins import circles_of
from service.decision.verdict import Code
from tests.decision.asking import PUBLISH, Outcome, answer, ask_for, denied_for, outcome
from tests.decision.build import (
    make_act,
    make_case,
    make_family,
    make_hold,
    make_mention,
    make_no,
    make_person,
    make_yes,
)
from tests.decision.cast import AT, BORN_8_YEARS_AGO, CLOSED, FB
from tests.decision.ranking import MANY, rank
from tests.decision.strategies import KIM, SAM, channels, dossiers, instants, posts

ANNA, TWIN = PersonId("anna"), PersonId("anna.2")
AGREED = Dossier(make_person(ANNA), acts=(make_yes(ANNA, ANNA, FB, CLOSED),))
SILENT = Dossier(make_person(TWIN))


def entered_twice(case: Case, *person_ids: PersonId) -> Case:
    """
    Say that some of a case, or all, are one person.
    """
    whole = person_ids or tuple(case.dossiers)
    one = {
        each: replace(
            case.dossiers[each],
            twins=tuple(case.dossiers[other] for other in whole if other != each),
        )
        for each in whole
    }
    return replace(case, dossiers={**case.dossiers, **one})


def shown(dossier: Dossier, *twins: Dossier) -> Case:
    """
    Show one record of somebody in a photo.
    """
    return make_case(replace(dossier, twins=twins))


def held(dossier: Dossier, kind: HoldKind) -> Dossier:
    """
    Put a hold on a record.
    """
    return replace(dossier, holds=(make_hold(kind),))


def test_a_no_on_the_other_record_forbids_the_photo_of_this_one() -> None:
    refused = replace(SILENT, acts=(make_no(TWIN, TWIN),))

    assert denied_for(Code.REFUSED) == outcome(shown(AGREED, refused))
    assert PUBLISH == outcome(shown(AGREED, refused), CLOSED), "no more than the no says"


def test_the_reason_is_said_of_the_record_that_was_asked_about() -> None:

    refused = replace(SILENT, acts=(make_no(TWIN, TWIN),))
    (reason,) = decide_post(shown(AGREED, refused), FB, AT).reasons

    assert ANNA == reason.person_id


def test_silence_on_the_other_record_is_nothing() -> None:
    assert PUBLISH == outcome(shown(AGREED, SILENT))


def test_a_yes_on_the_other_record_clears_nothing() -> None:
    assert ask_for(Code.NEVER_ASKED) == outcome(shown(SILENT, AGREED))


def test_a_yes_on_the_other_record_does_not_outweigh_a_no() -> None:
    later = make_yes(TWIN, TWIN, signed_at=datetime.fromisoformat("2026-02-01T08:00+00:00"))
    refused = replace(AGREED, acts=(make_no(ANNA, ANNA),))

    assert denied_for(Code.REFUSED) == outcome(shown(refused, replace(SILENT, acts=(later,))))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (HoldKind.SAFEGUARDING, denied_for(Code.SAFEGUARDING)),
        (HoldKind.LEGAL, denied_for(Code.LEGAL_HOLD)),
        (HoldKind.OBJECTION, denied_for(Code.OBJECTION_OPEN)),
        (HoldKind.SAFEGUARDING_CAUTION, ask_for(Code.SAFEGUARDING)),
        (HoldKind.RESTRICTION, ask_for(Code.RESTRICTED)),
    ],
)
def test_a_hold_on_the_other_record_holds(kind: HoldKind, expected: Outcome) -> None:
    assert expected == outcome(shown(AGREED, held(SILENT, kind)))


def test_a_hold_on_a_unit_of_the_other_record_holds() -> None:
    refuge = UnitId("refuge")
    moved = replace(SILENT.person, memberships=(Membership(refuge),))
    hold = replace(make_hold(HoldKind.SAFEGUARDING), unit_id=refuge)
    case = replace(shown(AGREED, replace(SILENT, person=moved)), holds=(hold,))

    assert Answer.DO_NOT_PUBLISH is answer(case)


def test_a_parents_no_on_the_other_record_of_a_child_forbids() -> None:
    lea, twin = make_person("lea", BORN_8_YEARS_AGO), make_person("lea.2", BORN_8_YEARS_AGO)
    agreed = make_family(lea, *(make_yes(lea.id, by) for by in ("mother", "father")))
    refused = make_family(twin, make_no(twin.id, "father"), holders=["father"])

    assert Answer.PUBLISH is answer(shown(agreed))
    assert denied_for(Code.REFUSED) == outcome(shown(agreed, refused))
    assert Answer.DO_NOT_PUBLISH is answer(shown(refused, agreed))


def test_a_no_that_somebody_must_look_at_is_looked_at() -> None:
    stranger = replace(SILENT, acts=(make_no(TWIN, "mother"),))

    assert ask_for(Code.AUTHORITY_UNVERIFIED) == outcome(shown(AGREED, stranger))


def test_a_record_under_a_law_that_nobody_knows_asks() -> None:
    abroad = replace(SILENT, person=make_person(TWIN, jurisdiction="XX"))

    assert ask_for(Code.UNKNOWN_PERSON) == outcome(shown(AGREED, abroad))


def test_an_erased_record_says_nothing() -> None:
    gone = replace(SILENT.person, erased=True)
    refused = Dossier(gone, acts=(make_no(TWIN, TWIN),))

    assert PUBLISH == outcome(shown(AGREED, refused))


def test_a_no_stands_where_the_law_asks_for_no_consent() -> None:
    mayor = make_person(ANNA, category=Category.PUBLIC_OFFICIAL)
    case = shown(
        Dossier(mayor),
        replace(SILENT, person=replace(mayor, id=TWIN), acts=(make_no(TWIN, TWIN),)),
    )
    (picture,) = case.pictures
    (seen,) = picture.resemblances
    at_work = replace(seen.photo, depictions=(Depiction(ANNA, in_function=True),))
    case = replace(case, pictures=(replace(picture, resemblances=(replace(seen, photo=at_work),)),))

    assert denied_for(Code.REFUSED) == outcome(case)


def _named(kind: ActKind | None, who: PersonId, *matters: Matter) -> Dossier:
    acts = [make_act(kind, who, who, matter=each) for each in matters] if kind else []
    return Dossier(make_person(who), acts=tuple(acts))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (ActKind.GIVEN, ActKind.GIVEN, PUBLISH),
        (ActKind.GIVEN, None, ask_for(Code.NEVER_ASKED)),
        (ActKind.GIVEN, ActKind.REFUSED, denied_for(Code.REFUSED)),
        (None, None, ask_for(Code.NEVER_ASKED)),
    ],
)
def test_a_name_of_both_records_asks_both(
    first: ActKind | None, second: ActKind | None, expected: Outcome
) -> None:
    case = make_case(_named(first, ANNA, Matter.NAME), _named(second, TWIN, Matter.NAME))
    case = replace(case, pictures=(), mentions=(make_mention(ANNA, TWIN),))

    assert expected == outcome(entered_twice(case))


def test_a_name_of_both_records_and_of_somebody_else_asks_who_is_meant() -> None:
    agreed = [_named(ActKind.GIVEN, PersonId(each), Matter.NAME) for each in ("a", "b", "c")]
    case = replace(make_case(*agreed), pictures=(), mentions=(make_mention("a", "b", "c"),))

    assert ask_for(Code.UNKNOWN_PERSON) == outcome(
        entered_twice(case, PersonId("a"), PersonId("b"))
    )


def test_a_name_beside_a_picture_of_the_other_record_needs_the_third_yes() -> None:
    child, twin = (make_person(each, BORN_8_YEARS_AGO) for each in (ANNA, TWIN))
    parents = ("mother", "father")
    seen = make_family(child, *(make_yes(ANNA, by) for by in parents))
    named = make_family(twin, *(make_yes(TWIN, by, matter=Matter.NAME) for by in parents))
    case = make_case(seen)
    case = replace(case, dossiers={ANNA: seen, TWIN: named}, mentions=(make_mention(TWIN),))

    assert PUBLISH == outcome(case)
    assert ask_for(Code.NEVER_ASKED) == outcome(entered_twice(case))


def test_a_tag_of_one_record_falls_with_a_no_of_the_other() -> None:
    case = make_case(
        _named(ActKind.GIVEN, ANNA, Matter.TAG), _named(ActKind.REFUSED, TWIN, Matter.TAG)
    )
    case = replace(case, pictures=(), uses=(Use(ANNA, Matter.TAG),))

    assert Answer.DO_NOT_PUBLISH is answer(entered_twice(case))


@pytest.mark.parametrize("order", [*permutations([("a", "b"), ("b", "c"), ("d", "e")])])
def test_who_is_one_with_one_of_them_is_one_with_all(order: tuple[tuple[str, str], ...]) -> None:
    found = circles_of((PersonId(one), PersonId(other)) for one, other in order)

    assert [set("abc"), set("de")] == sorted(found.all(), key=sorted)
    assert set("abc") == found.of(PersonId("a"))
    assert {"x"} == found.of(PersonId("x"))


@given(st.lists(st.sampled_from(list(combinations("abcdef", 2))), max_size=8))
def test_circles_are_the_same_in_any_order(pairs: list[tuple[str, str]]) -> None:
    there = circles_of((PersonId(one), PersonId(other)) for one, other in pairs)
    back = circles_of((PersonId(one), PersonId(other)) for other, one in reversed(pairs))

    assert sorted(map(sorted, there.all())) == sorted(map(sorted, back.all()))


@MANY
@given(dossiers(), dossiers(KIM), channels, instants)
def test_a_no_on_either_record_is_never_lost(
    sam: Dossier, kim: Dossier, channel_id: ChannelId, at: datetime
) -> None:
    alone = rank(shown(kim), channel_id, at)
    together = rank(shown(sam, kim), channel_id, at)

    assert together <= rank(shown(sam), channel_id, at)
    assert together == 0 or alone > 0


@MANY
@given(dossiers(), dossiers(KIM), channels, instants)
def test_a_record_without_a_no_changes_nothing(
    sam: Dossier, kim: Dossier, channel_id: ChannelId, at: datetime
) -> None:
    given = (ActKind.GIVEN, ActKind.RENEWED)
    kim = replace(
        kim,
        person=replace(sam.person, id=KIM),
        acts=tuple(each for each in kim.acts if each.kind in given),
        holds=(),
        protections=sam.protections,
    )

    assert rank(shown(sam), channel_id, at) == rank(shown(sam, kim), channel_id, at)


@MANY
@given(posts(), channels, instants)
def test_saying_that_two_are_one_never_permits_more(
    case: Case, channel_id: ChannelId, at: datetime
) -> None:
    # A name of both asks who is meant, as long as they are two: there each counts as named.
    mentions = tuple(make_mention(each) for one in case.mentions for each in sorted(one.person_ids))
    apart = replace(case, mentions=mentions)

    assert rank(entered_twice(case, SAM, KIM), channel_id, at) <= rank(apart, channel_id, at)
