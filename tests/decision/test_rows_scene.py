"""
Crowds, ambience, strangers, and what overrides everything: rows C1 to X1.
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from service.decision.case import Case
from service.decision.consents import ConsentAct
from service.decision.holds import Hold
from service.decision.ids import ChannelId, PersonId, PhotoId, UnitId
from service.decision.people import Dossier
from service.decision.photos import Attestation, Depiction, Photo
from service.decision.post import decide_post
from service.decision.terms import Answer, Category, HoldKind, Visibility
from service.decision.verdict import Action, Code, Effect
from tests.decision.asking import PUBLISH, Outcome, answer, ask_for, denied_for, outcome
from tests.decision.build import (
    make_case,
    make_hold,
    make_no,
    make_person,
    make_photo,
    make_picture,
    make_yes,
)
from tests.decision.cast import AT, CLOSED, FB, LEGAL, PRESS, SIGNED_AT, UNIT

ANNA = PersonId("anna")


def attested(photo: Photo, *, informed: bool = False, complete: bool = True) -> Photo:
    """
    Let somebody have looked at the photo.
    """
    assert photo.attestation is not None
    looked: Attestation = replace(photo.attestation, informed=informed, complete=complete)
    return replace(photo, attestation=looked)


def scene(photo: Photo, *acts: ConsentAct, jurisdiction: str = "BE") -> Case:
    """
    Ask about a photo that shows Anna somewhere.
    """
    dossier = Dossier(make_person("anna", jurisdiction=jurisdiction), acts=acts)
    return replace(make_case(dossier), pictures=(make_picture(photo),))


CROWD = replace(make_photo(), depictions=(Depiction(ANNA, Visibility.CROWD),), public_place=True)
AMBIENCE = replace(make_photo(), depictions=(Depiction(ANNA, Visibility.AMBIENCE),))
NO = make_no("anna", "anna", FB, CLOSED)


@pytest.mark.parametrize("channel_id", [FB, CLOSED])
def test_c1_crowd_in_a_public_place_needs_no_consent(channel_id: ChannelId) -> None:
    assert PUBLISH == outcome(scene(CROWD), channel_id)


def test_c1_crowd_behind_doors_is_not_a_crowd_in_public() -> None:
    assert ask_for(Code.NEVER_ASKED) == outcome(scene(replace(CROWD, public_place=False)))


def test_c1_explicit_no_of_somebody_in_the_crowd_denies() -> None:
    assert denied_for(Code.REFUSED) == outcome(scene(CROWD, NO))


def test_c1_being_the_target_in_a_public_place_needs_consent() -> None:
    target = replace(CROWD, depictions=(Depiction(ANNA),))

    assert ask_for(Code.NEVER_ASKED) == outcome(scene(target))


@pytest.mark.parametrize(
    ("jurisdiction", "informed", "channel_id", "expected"),
    [
        ("BE", True, CLOSED, PUBLISH),
        ("BE", False, CLOSED, ask_for(Code.NEVER_ASKED)),
        ("BE", True, FB, ask_for(Code.NEVER_ASKED)),
        ("FR", True, CLOSED, ask_for(Code.NEVER_ASKED)),
    ],
)
def test_c2_informed_ambience_suffices_in_a_closed_belgian_circle(
    *, jurisdiction: str, informed: bool, channel_id: ChannelId, expected: Outcome
) -> None:
    case = scene(attested(AMBIENCE, informed=informed), jurisdiction=jurisdiction)

    assert expected == outcome(case, channel_id)


def test_c2_explicit_no_of_somebody_in_the_background_denies() -> None:
    case = scene(attested(AMBIENCE, informed=True), NO)

    assert denied_for(Code.REFUSED) == outcome(case, CLOSED)


def test_c2_informed_group_may_still_not_be_singled_out() -> None:
    target = replace(attested(AMBIENCE, informed=True), depictions=(Depiction(ANNA),))

    assert ask_for(Code.NEVER_ASKED) == outcome(scene(target), CLOSED)


YES = make_yes("anna", "anna", FB, CLOSED)
SHOWN = make_photo("anna")


def test_u1_somebody_else_in_the_picture_asks() -> None:
    assert ask_for(Code.UNKNOWN_PERSON) == outcome(scene(attested(SHOWN, complete=False), YES))


def test_u1_person_without_a_record_asks() -> None:
    assert ask_for(Code.UNKNOWN_PERSON) == outcome(scene(make_photo("anna", "nobody"), YES))


def test_u1_picture_that_nobody_looked_at_asks() -> None:
    assert Answer.ASK == answer(scene(replace(SHOWN, attestation=None), YES))


def test_u1_attested_picture_of_nobody_may_go() -> None:
    assert PUBLISH == outcome(scene(make_photo()))


STOPS = [(HoldKind.CRISIS, Code.CRISIS), (HoldKind.LEGAL, Code.LEGAL_HOLD)]
ELSEWHERE = UnitId("school")


@pytest.mark.parametrize(("kind", "code"), STOPS)
@pytest.mark.parametrize("channel_id", [FB, CLOSED])
def test_x1_stop_on_the_organisation_overrides_every_yes(
    kind: HoldKind, code: Code, channel_id: ChannelId
) -> None:
    case = replace(scene(SHOWN, YES), holds=(make_hold(kind),))

    assert denied_for(code) == outcome(case, channel_id)


@pytest.mark.parametrize(("kind", "code"), STOPS)
@pytest.mark.parametrize("act", [YES, NO])
def test_x1_stop_is_shown_before_everything_else(
    kind: HoldKind, code: Code, act: ConsentAct
) -> None:
    case = replace(scene(SHOWN, act), holds=(make_hold(kind),))
    first = decide_post(case, FB, AT).reasons[0]

    assert (code, Effect.STOP) == (first.code, first.effect)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (HoldKind.CRISIS, (Action.REFER_TO_PRESS, PRESS)),
        (HoldKind.LEGAL, (Action.REFER_TO_LEGAL, LEGAL)),
    ],
)
def test_x1_stop_says_whom_to_ask(kind: HoldKind, expected: object) -> None:
    case = replace(scene(SHOWN, YES), holds=(make_hold(kind),))
    step = decide_post(case, FB, AT).next_step

    assert expected == (step.action, step.contact)


@pytest.mark.parametrize(
    ("unit_id", "expected"), [(UNIT, Answer.DO_NOT_PUBLISH), (ELSEWHERE, Answer.PUBLISH)]
)
def test_x1_stop_on_a_unit_stops_the_pages_of_that_unit(unit_id: UnitId, expected: Answer) -> None:
    hold = replace(make_hold(HoldKind.CRISIS), unit_id=unit_id)

    assert expected == answer(replace(scene(SHOWN, YES), holds=(hold,)), CLOSED)


@pytest.mark.parametrize(
    ("photo", "expected"), [("outing", Answer.DO_NOT_PUBLISH), ("fair", Answer.PUBLISH)]
)
def test_x1_court_order_on_a_photo_stops_that_photo(photo: str, expected: Answer) -> None:
    hold = replace(make_hold(HoldKind.LEGAL), photo_id=PhotoId(photo))

    assert expected == answer(replace(scene(SHOWN, YES), holds=(hold,)))


def with_hold(hold: Hold) -> Case:
    """
    Put a hold on Anna, who said yes.
    """
    return make_case(Dossier(make_person("anna"), acts=(YES,), holds=(hold,)))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (HoldKind.LEGAL, denied_for(Code.LEGAL_HOLD)),
        (HoldKind.SAFEGUARDING, denied_for(Code.SAFEGUARDING)),
        (HoldKind.OBJECTION, denied_for(Code.OBJECTION_OPEN)),
        (HoldKind.RESTRICTION, ask_for(Code.RESTRICTED)),
        (HoldKind.SAFEGUARDING_CAUTION, ask_for(Code.SAFEGUARDING)),
    ],
)
def test_x1_hold_on_a_person_weighs_as_its_kind_says(kind: HoldKind, expected: Outcome) -> None:
    assert expected == outcome(with_hold(replace(make_hold(kind), person_id=ANNA)))


@pytest.mark.parametrize("kind", [kind for kind in HoldKind if kind is not HoldKind.CRISIS])
def test_x1_hold_on_a_person_counts_wherever_it_was_put(kind: HoldKind) -> None:
    hold = replace(make_hold(kind), person_id=ANNA)
    case = scene(SHOWN, YES)
    on_another = replace(hold, person_id=PersonId("bruno"))

    assert outcome(with_hold(hold)) == outcome(replace(case, holds=(hold,)))
    assert outcome(with_hold(hold)) == outcome(replace(with_hold(hold), holds=(hold,)))
    assert PUBLISH == outcome(replace(case, holds=(on_another,)))


def test_x1_hold_ends_at_the_instant_it_is_lifted() -> None:
    case = with_hold(replace(make_hold(HoldKind.LEGAL), until_at=AT))
    instants = (SIGNED_AT, AT - timedelta(seconds=1), AT)

    assert [Answer.DO_NOT_PUBLISH, Answer.DO_NOT_PUBLISH, Answer.PUBLISH] == [
        answer(case, FB, at) for at in instants
    ]


def test_x1_hold_on_somebody_else_is_of_no_concern() -> None:
    other = Dossier(make_person("bruno"), holds=(make_hold(HoldKind.LEGAL),))
    case = scene(SHOWN, YES)

    assert PUBLISH == outcome(replace(case, dossiers={**case.dossiers, other.person.id: other}))


@pytest.mark.parametrize(
    "photo",
    [
        CROWD,
        attested(AMBIENCE, informed=True),
        replace(make_photo(), depictions=(Depiction(ANNA, in_function=True),)),
    ],
)
def test_no_exemption_goes_into_intimacy(photo: Photo) -> None:
    """
    Rows C1, C2, E2 and P2: a private life is nobody's public function.
    """
    official = make_person("anna", category=Category.PUBLIC_OFFICIAL)
    case = replace(make_case(Dossier(official)), pictures=(make_picture(photo),))
    intimate = replace(case, pictures=(make_picture(replace(photo, intimate=True)),))

    assert PUBLISH == outcome(case, CLOSED)
    assert ask_for(Code.NEVER_ASKED) == outcome(intimate, CLOSED)
