"""
How answers combine over signers, channels, people and parts (domain section 2.5).
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from service.decision.case import Case, House, Use
from service.decision.consents import ConsentAct
from service.decision.hearing import Hearing
from service.decision.ids import ChannelId, UnitId
from service.decision.people import Dossier
from service.decision.post import (
    decide_everywhere,
    decide_name,
    decide_photo,
    decide_post,
    decide_text,
)
from service.decision.standing import standing_in
from service.decision.terms import ActKind, Answer, HoldKind, Matter, Purpose
from service.decision.verdict import Code, Effect, stricter
from tests.decision.asking import PUBLISH, answer, ask_for, denied_for, outcome, seen
from tests.decision.build import (
    for_group,
    make_act,
    make_case,
    make_family,
    make_hold,
    make_no,
    make_person,
    make_yes,
)
from tests.decision.cast import (
    AT,
    BORN_8_YEARS_AGO,
    CLOSED,
    CONTACT,
    FB,
    JURISDICTIONS,
    SIGNED_AT,
    TIKTOK,
    TODAY,
    UNIT,
    WEB,
)

NEXT_DAY = SIGNED_AT + timedelta(days=1)


def adult(*acts: ConsentAct, name: str = "anna") -> Dossier:
    """
    Know an adult who answers alone.
    """
    return Dossier(make_person(name), acts=acts)


def group(act: ConsentAct) -> ConsentAct:
    """
    Let an act speak of all social networks, which were two at the time.
    """
    return for_group(replace(act, channel_ids=frozenset({FB, CLOSED})))


YES, NO = make_yes("anna", "anna"), make_no("anna", "anna")


@pytest.mark.parametrize(
    ("channel_id", "expected"),
    [(FB, Answer.PUBLISH), (CLOSED, Answer.PUBLISH), (TIKTOK, Answer.ASK), (WEB, Answer.ASK)],
)
def test_yes_for_a_group_covers_only_what_the_form_named(
    channel_id: ChannelId, expected: Answer
) -> None:
    assert expected == answer(make_case(adult(group(YES))), channel_id)


@pytest.mark.parametrize(
    ("channel_id", "expected"),
    [
        (FB, denied_for(Code.REFUSED)),
        (TIKTOK, denied_for(Code.REFUSED)),
        (WEB, ask_for(Code.NEVER_ASKED)),
    ],
)
def test_no_for_a_group_covers_what_joins_it_later(channel_id: ChannelId, expected: object) -> None:
    assert expected == outcome(make_case(adult(group(NO))), channel_id)


def test_no_for_a_group_that_names_no_channel_denies_its_channels() -> None:
    no = for_group(replace(NO, channel_ids=frozenset()))

    assert denied_for(Code.REFUSED) == outcome(make_case(adult(no)))


@pytest.mark.parametrize("channel_id", [FB, CLOSED, TIKTOK, WEB])
def test_no_everywhere_covers_channels_to_come(channel_id: ChannelId) -> None:
    no = replace(NO, channel_ids=frozenset(), everywhere=True)

    assert denied_for(Code.REFUSED) == outcome(make_case(adult(no)), channel_id)


def test_later_yes_for_one_channel_opens_that_channel_only() -> None:
    yes = make_yes("anna", "anna", TIKTOK, signed_at=NEXT_DAY)
    case = make_case(adult(group(NO), yes))

    assert [PUBLISH, denied_for(Code.REFUSED)] == [outcome(case, TIKTOK), outcome(case, FB)]


def test_later_no_for_the_group_closes_a_channel_that_was_open() -> None:
    no = make_act(ActKind.WITHDRAWN, "anna", "anna", FB, CLOSED, signed_at=NEXT_DAY)
    case = make_case(adult(make_yes("anna", "anna", TIKTOK), for_group(no)))

    assert denied_for(Code.WITHDRAWN) == outcome(case, TIKTOK)


@pytest.mark.parametrize("acts", [(YES, NO), (NO, YES)])
def test_at_equal_times_the_no_wins(acts: tuple[ConsentAct, ...]) -> None:
    assert denied_for(Code.REFUSED) == outcome(make_case(adult(*acts)))


@pytest.mark.parametrize("before", [(), (YES,)])
def test_not_now_as_the_latest_answer_asks(before: tuple[ConsentAct, ...]) -> None:
    later = make_act(ActKind.DEFERRED, "anna", "anna", signed_at=NEXT_DAY)

    assert Answer.ASK == answer(make_case(adult(*before, later)))


@pytest.mark.parametrize(
    ("before", "expected"),
    [((), Answer.ASK), ((YES,), Answer.PUBLISH), ((NO,), Answer.DO_NOT_PUBLISH)],
)
def test_asking_again_changes_nothing(before: tuple[ConsentAct, ...], expected: Answer) -> None:
    request = make_act(ActKind.REQUESTED, "anna", "anna", signed_at=NEXT_DAY)

    assert expected == answer(make_case(adult(*before, request)))


def test_renewed_yes_is_a_yes() -> None:
    assert PUBLISH == outcome(make_case(adult(make_act(ActKind.RENEWED, "anna", "anna"))))


def test_stricter_of_two_verdicts_is_the_first_where_they_weigh_alike() -> None:
    page, nowhere = (decide_post(make_case(adult(YES)), each, AT) for each in (FB, None))
    other = decide_post(make_case(adult(YES)), CLOSED, AT)

    assert (nowhere, nowhere) == (stricter(page, nowhere), stricter(nowhere, page))
    assert (page, other) == (stricter(page, page), stricter(other, page))
    assert other is stricter(page, other)


def test_post_with_nothing_in_it_asks_on_every_page() -> None:
    nothing = replace(make_case(adult(YES)), pictures=())
    doors = (decide_post, decide_photo, decide_text, decide_name)
    everywhere = decide_everywhere(nothing, AT).values()

    assert [ask_for(Code.NOTHING_TO_CHECK)] * 4 == [seen(door(nothing, FB, AT)) for door in doors]
    assert {Answer.ASK, Answer.DO_NOT_PUBLISH} == {each.answer for each in everywhere}
    assert all(
        Code.NOTHING_TO_CHECK in {reason.code for reason in each.reasons} for each in everywhere
    )


def test_half_that_is_not_there_asks_and_the_whole_may_go() -> None:
    picture = make_case(adult(YES))
    words = replace(picture, pictures=(), has_text=True)

    assert [PUBLISH, PUBLISH] == [outcome(picture), outcome(words)]
    assert ask_for(Code.NOTHING_TO_CHECK) == seen(decide_text(picture, FB, AT))
    assert ask_for(Code.NOTHING_TO_CHECK) == seen(decide_photo(words, FB, AT))


def test_no_about_one_matter_leaves_the_others() -> None:
    case = make_case(adult(YES, make_no("anna", "anna", matter=Matter.STORY)))
    story = replace(case, pictures=(), uses=(Use(make_person("anna").id, Matter.STORY),))

    assert [PUBLISH, denied_for(Code.REFUSED)] == [outcome(case), outcome(story)]


@pytest.mark.parametrize("matter", [Matter.TAG, Matter.VOICE, Matter.STORY, Matter.ARTWORK])
def test_yes_to_the_picture_is_no_yes_to_anything_else(matter: Matter) -> None:
    use = (Use(make_person("anna").id, matter),)
    text = replace(make_case(adult(YES)), pictures=(), uses=use)
    both = replace(make_case(adult(YES, make_yes("anna", "anna", matter=matter))), uses=use)

    assert ask_for(Code.NEVER_ASKED) == seen(decide_text(text, FB, AT))
    assert PUBLISH == outcome(both)


def test_yes_for_another_purpose_asks_about_the_person() -> None:
    yes = replace(YES, purposes=frozenset({Purpose.TEACHING}))
    (reason,) = decide_post(make_case(adult(yes)), FB, AT).reasons

    assert (Code.PURPOSE_NOT_COVERED, Effect.ASK) == (reason.code, reason.effect)
    assert make_person("anna").id == reason.person_id


def test_channel_for_another_purpose_denies_without_naming_anybody() -> None:
    case = make_case(adult(YES))
    page = replace(case.channels[FB], purposes=frozenset({Purpose.TEACHING}))
    (reason,) = decide_post(replace(case, channels={FB: page}), FB, AT).reasons

    assert (Code.PURPOSE_NOT_COVERED, Effect.DENY) == (reason.code, reason.effect)
    assert reason.person_id is None


def test_no_holds_whatever_the_purpose() -> None:
    case = replace(make_case(adult(NO)), purpose=Purpose.TEACHING)

    assert denied_for(Code.REFUSED) == outcome(case)


def test_explicit_yes_is_needed_where_appearing_reveals_something() -> None:
    case = make_case(adult(YES))
    page = replace(case.channels[FB], special_category=True)
    explicit = make_case(adult(replace(YES, explicit=True)))
    outcomes = [outcome(replace(asked, channels={FB: page})) for asked in (case, explicit)]

    assert [ask_for(Code.SPECIAL_CATEGORY_EXPLICIT), PUBLISH] == outcomes


def test_every_holder_must_be_explicit_where_appearing_reveals_something() -> None:
    mother = replace(make_yes("tom", "mother"), explicit=True)
    tom = make_person("tom", BORN_8_YEARS_AGO)
    case = make_case(make_family(tom, mother, make_yes("tom", "father")))
    page = replace(case.channels[FB], special_category=True)

    assert ask_for(Code.SPECIAL_CATEGORY_EXPLICIT) == outcome(replace(case, channels={FB: page}))


@pytest.mark.parametrize(
    ("units", "expected"),
    [(frozenset({UNIT}), Answer.ASK), (frozenset({UnitId("office")}), Answer.PUBLISH)],
)
def test_unit_whose_name_reveals_something_needs_an_explicit_yes(
    units: frozenset[UnitId], expected: Answer
) -> None:
    case = make_case(adult(make_yes("anna", "anna", CLOSED)))
    house: House = replace(case.house, special_units=units)

    assert expected == answer(replace(case, house=house), CLOSED)


def test_worst_person_decides_and_every_reason_is_kept() -> None:
    silent, refused = adult(name="bruno"), adult(make_no("carla", "carla"), name="carla")
    case = make_case(adult(YES), silent, refused)
    found = {(reason.code, reason.person_id) for reason in decide_post(case, FB, AT).reasons}

    assert Answer.DO_NOT_PUBLISH == answer(case)
    assert {(Code.REFUSED, "carla"), (Code.NEVER_ASKED, "bruno")} == found


def test_reasons_are_shown_stop_first_then_no_then_ask() -> None:
    silent, refused = adult(name="bruno"), adult(make_no("carla", "carla"), name="carla")
    case = replace(make_case(silent, refused), holds=(make_hold(HoldKind.CRISIS),))
    reasons = decide_post(case, FB, AT).reasons

    assert sorted(reasons, key=lambda reason: reason.sort_key) == list(reasons)
    assert [Effect.STOP, Effect.DENY, Effect.ASK] == [reason.effect for reason in reasons]


def test_ask_always_names_a_human() -> None:
    assert CONTACT == decide_post(make_case(adult()), FB, AT).next_step.contact


def test_one_check_answers_for_every_channel() -> None:
    case: Case = make_case(adult(YES))
    answers = {key: verdict.answer for key, verdict in decide_everywhere(case, AT).items()}

    assert {**dict.fromkeys(case.channels, Answer.ASK), FB: Answer.PUBLISH} | {
        "linkedin": Answer.DO_NOT_PUBLISH
    } == answers


def test_verdict_says_what_it_was_computed_from() -> None:
    verdict = decide_post(make_case(adult(YES)), FB, AT + timedelta(days=1))

    assert (FB, AT + timedelta(days=1), TODAY + timedelta(days=1), AT) == (
        verdict.channel_id,
        verdict.for_at,
        verdict.for_date,
        verdict.known_at,
    )
    assert JURISDICTIONS.digest == verdict.versions.jurisdictions


def test_standing_is_empty_when_everything_permits() -> None:
    dossier = adult(YES)
    case = make_case(dossier)
    hearing = Hearing(dossier, case, AT)
    standings = [
        standing_in(hearing, case.channels[key], Matter.IMAGE, case.purpose) for key in (FB, WEB)
    ]

    assert () == standings[0]
    assert [Code.NEVER_ASKED] == [reason.code for reason in standings[1]]
