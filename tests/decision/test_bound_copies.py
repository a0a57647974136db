"""
What lies on a photo binds its copies, too, and asks about what resembles it.
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from service.decision.case import Case
from service.decision.holds import Hold
from service.decision.ids import HoldId, PersonId
from service.decision.people import Dossier
from service.decision.photos import Depiction, Lineage, Photo, Picture, Resemblance, Rights
from service.decision.post import decide_post
from service.decision.terms import HoldKind, MatchClass, Visibility
from service.decision.verdict import Code
from tests.decision.asking import PUBLISH, ask_for, denied_for, outcome
from tests.decision.build import (
    OWN_RIGHTS,
    make_case,
    make_person,
    make_photo,
    make_picture,
    make_yes,
)
from tests.decision.cast import AT, FB, TODAY

ANNA = Dossier(make_person("anna"), acts=(make_yes("anna", "anna", FB),))
COPY = make_photo("anna", name="copy")
FIRST = make_photo("anna", name="first")
LIKE = [MatchClass.ALTERED_COPY, MatchClass.SIMILAR]


def about(copy: Photo, first: Photo, match: MatchClass, *holds: HoldKind) -> Case:
    """
    Ask about the file of *copy*, which is found to be like *first*, too.
    """
    found = make_picture(copy)
    resembled = (*found.resemblances, Resemblance(first, match))
    put = tuple(
        Hold(HoldId(kind.value), kind, AT - timedelta(days=1), photo_id=first.id) for kind in holds
    )
    return replace(make_case(ANNA), pictures=(Picture(resembled),), holds=put)


def test_copy_of_a_free_photo_is_free() -> None:
    assert PUBLISH == outcome(about(COPY, FIRST, MatchClass.VERIFIED_COPY))


@pytest.mark.parametrize(
    ("hold", "code"),
    [
        (HoldKind.LEGAL, Code.LEGAL_HOLD),
        (HoldKind.OBJECTION, Code.OBJECTION_OPEN),
        (HoldKind.SAFEGUARDING, Code.SAFEGUARDING),
    ],
)
@pytest.mark.parametrize("match", [MatchClass.SAME_PIXELS, MatchClass.VERIFIED_COPY])
def test_hold_on_a_photo_stops_a_copy_that_was_registered_by_itself(
    match: MatchClass, hold: HoldKind, code: Code
) -> None:
    assert denied_for(code) == outcome(about(COPY, FIRST, match, hold))


@pytest.mark.parametrize("match", LIKE)
def test_hold_on_a_photo_asks_about_what_resembles_it(match: MatchClass) -> None:
    assert ask_for(Code.LEGAL_HOLD) == outcome(about(COPY, FIRST, match, HoldKind.LEGAL))


def test_hold_says_nothing_of_a_photo_that_was_looked_at_beside_it() -> None:
    assert COPY.attestation is not None
    looked = replace(COPY.attestation, compared_photo_ids=frozenset({FIRST.id}))
    compared = replace(COPY, attestation=looked)

    assert PUBLISH == outcome(about(compared, FIRST, MatchClass.SIMILAR, HoldKind.LEGAL))


def test_hold_on_a_photo_stops_its_copy_whoever_looked_at_both() -> None:
    assert COPY.attestation is not None
    looked = replace(COPY.attestation, compared_photo_ids=frozenset({FIRST.id}))
    compared = replace(COPY, attestation=looked)
    case = about(compared, FIRST, MatchClass.VERIFIED_COPY, HoldKind.LEGAL)

    assert denied_for(Code.LEGAL_HOLD) == outcome(case)


def test_hold_on_a_photo_asks_about_the_file_that_was_made_of_it() -> None:
    covered = replace(COPY, lineage=Lineage((FIRST.id,)))
    case = about(covered, FIRST, MatchClass.VERIFIED_COPY, HoldKind.LEGAL)

    assert ask_for(Code.LEGAL_HOLD) == outcome(case)


def test_hold_on_a_photo_is_a_reason_against_a_stranger_like_it() -> None:
    case = about(COPY, FIRST, MatchClass.SIMILAR, HoldKind.LEGAL)
    only_like = Picture((Resemblance(FIRST, MatchClass.SIMILAR),))
    codes = {
        each.code for each in decide_post(replace(case, pictures=(only_like,)), FB, AT).reasons
    }

    assert {Code.LEGAL_HOLD, Code.IMAGE_SIMILAR_ONLY} <= codes


@pytest.mark.parametrize(
    ("rights", "code"),
    [
        (replace(OWN_RIGHTS, embargo_until_at=AT + timedelta(days=1)), Code.EMBARGO),
        (replace(OWN_RIGHTS, licence_until_on=TODAY), Code.RIGHTS_MISSING),
    ],
)
def test_embargo_and_licence_of_one_record_ask_about_the_other(rights: Rights, code: Code) -> None:
    bound = replace(FIRST, rights=rights)

    assert ask_for(code) == outcome(about(COPY, bound, MatchClass.VERIFIED_COPY))


def test_rights_that_one_record_lacks_are_those_of_the_other() -> None:
    unnamed = replace(FIRST, rights=None)

    assert PUBLISH == outcome(about(COPY, unnamed, MatchClass.VERIFIED_COPY))


ONE = [MatchClass.SAME_PIXELS, MatchClass.VERIFIED_COPY]
CROWD = replace(COPY, depictions=(Depiction(PersonId("carla"), Visibility.CROWD),))
CARLA = make_photo("carla", name="first")


def beside(copy: Photo, first: Photo) -> Photo:
    """
    Let whoever attested a copy have looked at the first photo beside it.
    """
    assert copy.attestation is not None
    looked = replace(copy.attestation, compared_photo_ids=frozenset({first.id}))
    return replace(copy, attestation=looked)


@pytest.mark.parametrize("match", ONE)
def test_stranger_in_one_record_of_a_picture_asks_about_the_other(match: MatchClass) -> None:
    assert FIRST.attestation is not None
    first = replace(FIRST, attestation=replace(FIRST.attestation, complete=False))

    assert ask_for(Code.UNKNOWN_PERSON) == outcome(about(COPY, first, match))
    assert PUBLISH == outcome(about(beside(COPY, first), first, match))
    assert PUBLISH == outcome(about(COPY, replace(first, attestation=None), match))


@pytest.mark.parametrize("match", ONE)
def test_face_in_one_record_of_a_picture_is_no_crowd_in_the_other(match: MatchClass) -> None:
    copy = replace(CROWD, public_place=True)
    known = Dossier(make_person("carla"))
    case = replace(about(copy, CARLA, match), dossiers={known.person.id: known})
    near = about(copy, CARLA, MatchClass.SIMILAR)

    assert ask_for(Code.NEVER_ASKED, Code.IMAGE_SIMILAR_ONLY) == outcome(case)
    assert PUBLISH == outcome(replace(near, dossiers=case.dossiers))
    compared = about(beside(copy, CARLA), CARLA, match)
    assert PUBLISH == outcome(replace(compared, dossiers=case.dossiers))
