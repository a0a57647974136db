"""
What a likeness may do, and whose photo it is (design rule 3).
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from service.decision.case import Case, Policy
from service.decision.consents import ConsentAct
from service.decision.ids import ChannelId, PhotoId
from service.decision.people import Dossier
from service.decision.photos import Photo, Picture, Resemblance, Rights
from service.decision.post import decide_photo, decide_post
from service.decision.terms import Answer, MatchClass, RightsSource
from service.decision.verdict import Action, Code, Duty
from tests.decision.asking import PUBLISH, Outcome, answer, ask_for, denied_for, outcome
from tests.decision.build import (
    OWN_RIGHTS,
    make_case,
    make_no,
    make_person,
    make_photo,
    make_picture,
    make_yes,
)
from tests.decision.cast import AT, FB, TODAY, WEB

SURE = [MatchClass.SAME_BYTES, MatchClass.SAME_PIXELS]
DOUBTFUL = [MatchClass.ALTERED_COPY, MatchClass.SIMILAR]
ONLY_SIMILAR = ask_for(Code.IMAGE_SIMILAR_ONLY)
MISSING = ask_for(Code.RIGHTS_MISSING)


def adult(name: str, *acts: ConsentAct) -> Dossier:
    """
    Know an adult who answers alone.
    """
    return Dossier(make_person(name), acts=acts)


ANNA = adult("anna", make_yes("anna", "anna", FB, WEB))
REFUSED = adult("carla", make_no("carla", "carla"))
CLEARED = adult("bruno", make_yes("bruno", "bruno"))
PHOTO = make_photo("anna")


def about(*pictures: Picture, policy: Policy | None = None) -> Case:
    """
    Ask about pictures; everybody is known.
    """
    return replace(make_case(ANNA, REFUSED, CLEARED, policy=policy), pictures=pictures)


def near(picture: Picture, photo: Photo, match: MatchClass = MatchClass.SIMILAR) -> Picture:
    """
    Find one more photo, less close than the others.
    """
    return replace(picture, resemblances=(*picture.resemblances, Resemblance(photo, match)))


def obscured(photo: Photo) -> Photo:
    """
    Say of a photo that somebody was blurred in it before.
    """
    assert photo.attestation is not None
    return replace(photo, attestation=replace(photo.attestation, obscured=True))


@pytest.mark.parametrize("match", [*SURE, MatchClass.VERIFIED_COPY])
def test_registered_photo_or_verified_copy_may_go(match: MatchClass) -> None:
    assert PUBLISH == outcome(about(make_picture(PHOTO, match)))


@pytest.mark.parametrize("match", DOUBTFUL)
def test_likeness_of_an_approved_photo_is_never_a_yes(match: MatchClass) -> None:
    assert ONLY_SIMILAR == outcome(about(make_picture(PHOTO, match)))


@pytest.mark.parametrize(
    ("match", "expected"),
    [(MatchClass.VERIFIED_COPY, ONLY_SIMILAR), (MatchClass.SAME_PIXELS, PUBLISH)],
)
def test_house_may_want_the_photo_itself(match: MatchClass, expected: Outcome) -> None:
    strict = Policy(verified_copy_publishes=False)

    assert expected == outcome(about(make_picture(PHOTO, match), policy=strict))


@pytest.mark.parametrize(
    ("match", "expected"),
    [(MatchClass.VERIFIED_COPY, Answer.ASK), (MatchClass.SAME_BYTES, Answer.PUBLISH)],
)
def test_picture_of_which_too_little_is_seen_is_known_by_its_bytes_only(
    match: MatchClass, expected: Answer
) -> None:
    whole = make_picture(PHOTO, match)
    flat, moving = replace(whole, textureless=True), replace(whole, partly_seen=True)

    assert [expected, expected] == [answer(about(each)) for each in (flat, moving)]


@pytest.mark.parametrize(
    ("match", "expected"),
    [
        (MatchClass.VERIFIED_COPY, (Answer.ASK, {Code.UNKNOWN_PERSON})),
        (MatchClass.SAME_PIXELS, PUBLISH),
        (MatchClass.SAME_BYTES, PUBLISH),
    ],
)
def test_what_was_blurred_before_may_show_in_what_looks_like_a_copy(
    match: MatchClass, expected: Outcome
) -> None:
    assert expected == outcome(about(make_picture(obscured(PHOTO), match)))


@pytest.mark.parametrize("match", [*SURE, MatchClass.VERIFIED_COPY])
def test_a_no_stays_one_where_somebody_else_was_blurred(match: MatchClass) -> None:
    assert Answer.DO_NOT_PUBLISH == answer(
        about(make_picture(obscured(make_photo("carla")), match))
    )


def test_picture_is_as_close_as_its_closest_likeness() -> None:
    picture = near(make_picture(PHOTO, MatchClass.VERIFIED_COPY), make_photo(name="neighbour"))

    assert [MatchClass.VERIFIED_COPY, MatchClass.NONE] == [picture.match, Picture().match]


def test_picture_never_seen_is_to_be_registered() -> None:
    verdict = decide_photo(about(Picture()), FB, AT)

    assert [Code.IMAGE_NOT_REGISTERED] == [reason.code for reason in verdict.reasons]
    assert Action.REGISTER_PHOTO == verdict.next_step.action


@pytest.mark.parametrize("match", DOUBTFUL)
def test_refused_person_in_a_likeness_never_publishes(match: MatchClass) -> None:
    assert answer(about(make_picture(make_photo("carla"), match))) in {
        Answer.ASK,
        Answer.DO_NOT_PUBLISH,
    }


@pytest.mark.parametrize("match", DOUBTFUL)
def test_refused_person_in_a_likeness_is_shown_as_an_obstacle(match: MatchClass) -> None:
    reasons = decide_post(about(make_picture(make_photo("carla"), match)), FB, AT).reasons

    assert "carla" in {reason.person_id for reason in reasons}


@pytest.mark.parametrize("match", DOUBTFUL)
@pytest.mark.parametrize("person", ["carla", "stranger"])
def test_uncleared_person_of_a_neighbour_raises_doubt(person: str, match: MatchClass) -> None:
    neighbour = make_photo(person, name="neighbour")
    answered, codes = outcome(about(near(make_picture(PHOTO), neighbour, match)))

    assert Answer.ASK == answered
    assert Code.IMAGE_SIMILAR_ONLY in codes


@pytest.mark.parametrize("match", DOUBTFUL)
def test_cleared_person_of_a_neighbour_raises_none(match: MatchClass) -> None:
    neighbour = make_photo("bruno", name="neighbour")

    assert PUBLISH == outcome(about(near(make_picture(PHOTO), neighbour, match)))


def test_photos_compared_side_by_side_end_the_doubt() -> None:
    neighbour = make_photo("carla", name="neighbour")
    assert PHOTO.attestation is not None
    looked = replace(PHOTO.attestation, compared_photo_ids=frozenset({neighbour.id}))
    compared = make_picture(replace(PHOTO, attestation=looked))

    assert PUBLISH == outcome(about(near(compared, neighbour)))


def test_comparing_another_photo_does_not_end_the_doubt() -> None:
    assert PHOTO.attestation is not None
    looked = replace(PHOTO.attestation, compared_photo_ids=frozenset({PhotoId("fair")}))
    compared = make_picture(replace(PHOTO, attestation=looked))

    answered, codes = outcome(about(near(compared, make_photo("carla", name="neighbour"))))

    assert Answer.ASK == answered
    assert Code.IMAGE_SIMILAR_ONLY in codes


def test_person_of_a_neighbour_who_is_in_the_photo_too_is_judged_once() -> None:
    neighbour = make_photo("anna", name="neighbour")

    assert PUBLISH == outcome(about(near(make_picture(PHOTO), neighbour)))


def test_doubt_about_a_likeness_says_to_compare() -> None:
    verdict = decide_post(about(make_picture(PHOTO, MatchClass.SIMILAR)), FB, AT)

    assert Action.COMPARE_PHOTOS == verdict.next_step.action


def test_worst_picture_decides_and_is_pointed_at() -> None:
    case = about(make_picture(PHOTO), make_picture(make_photo("carla", name="fair")))
    reasons = decide_post(case, FB, AT).reasons

    assert [(Code.REFUSED, 1)] == [(reason.code, reason.picture) for reason in reasons]


def owned(rights: Rights | None) -> Case:
    """
    Ask about a photo of Anna with these rights.
    """
    return about(make_picture(replace(PHOTO, rights=rights)))


@pytest.mark.parametrize(
    "rights",
    [
        None,
        replace(OWN_RIGHTS, creator=""),
        replace(OWN_RIGHTS, licence=""),
        replace(OWN_RIGHTS, credit_line=""),
    ],
)
def test_missing_creator_licence_or_credit_asks(rights: Rights | None) -> None:
    assert MISSING == outcome(owned(rights))


@pytest.mark.parametrize(
    ("rights", "expected"),
    [
        (replace(OWN_RIGHTS, licence_until_on=TODAY), denied_for(Code.RIGHTS_MISSING)),
        (replace(OWN_RIGHTS, licence_until_on=TODAY + timedelta(days=1)), PUBLISH),
        (replace(OWN_RIGHTS, licence_from_on=TODAY), PUBLISH),
        (
            replace(OWN_RIGHTS, licence_from_on=TODAY + timedelta(days=1)),
            denied_for(Code.RIGHTS_MISSING),
        ),
    ],
)
def test_licence_permits_from_its_first_to_its_last_day(rights: Rights, expected: Outcome) -> None:
    assert expected == outcome(owned(rights))


@pytest.mark.parametrize(
    ("channel_id", "expected"), [(WEB, PUBLISH), (FB, denied_for(Code.RIGHTS_MISSING))]
)
def test_licence_permits_only_the_channels_it_names(
    channel_id: ChannelId, expected: Outcome
) -> None:
    rights = replace(OWN_RIGHTS, licence_channel_ids=frozenset({WEB}))

    assert expected == outcome(owned(rights), channel_id)


def test_embargo_ends_at_its_instant() -> None:
    case = owned(replace(OWN_RIGHTS, embargo_until_at=AT))

    assert [denied_for(Code.EMBARGO), PUBLISH] == [
        outcome(case, FB, at) for at in (AT - timedelta(seconds=1), AT)
    ]


def test_embargo_says_to_wait() -> None:
    case = owned(replace(OWN_RIGHTS, embargo_until_at=AT + timedelta(days=1)))

    assert Action.WAIT == decide_post(case, FB, AT).next_step.action


@pytest.mark.parametrize(("asks", "expected"), [(True, MISSING), (False, PUBLISH)])
def test_photo_posted_by_a_family_asks_unless_the_house_decided(
    *, asks: bool, expected: Outcome
) -> None:
    photo = replace(PHOTO, rights=replace(OWN_RIGHTS, source=RightsSource.FAMILY))
    case = about(make_picture(photo), policy=Policy(family_photos_ask=asks))

    assert expected == outcome(case)


def test_published_photo_must_bear_its_credit_line() -> None:
    obligations = decide_post(owned(OWN_RIGHTS), FB, AT).obligations
    credited = [one for one in obligations if one.duty is Duty.CREDIT_LINE]

    assert [(OWN_RIGHTS.credit_line, 0)] == [(one.text, one.picture) for one in credited]


def test_published_photo_needs_an_alternative_text_and_clean_metadata() -> None:
    duties = {one.duty for one in decide_post(owned(OWN_RIGHTS), FB, AT).obligations}

    assert {Duty.ALT_TEXT, Duty.STRIP_METADATA} <= duties
