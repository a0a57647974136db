"""
A photo made by covering part of another is judged by who still shows in it.
"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from service.decision.case import Case
from service.decision.ids import PersonId, PhotoId
from service.decision.lineage import WHOLE, composed, frame_of, is_hidden
from service.decision.people import Dossier
from service.decision.photos import Cover, CoverKind, Lineage, Photo, Picture, Region, Resemblance
from service.decision.terms import MatchClass
from service.decision.verdict import Code
from tests.decision.asking import PUBLISH, ask_for, outcome
from tests.decision.build import make_case, make_no, make_person, make_photo, make_yes
from tests.decision.cast import FB

ANNA = Dossier(make_person("anna"), acts=(make_yes("anna", "anna", FB),))
CARLA = Dossier(make_person("carla"), acts=(make_no("carla", "carla"),))
DORA = Dossier(make_person("dora"), acts=(make_no("dora", "dora"),))
PARENT = make_photo("anna", "carla", name="parent")
LEFT, RIGHT = Region(0, 0, 500, WHOLE), Region(500, 0, 500, WHOLE)
SURE = [MatchClass.SAME_BYTES, MatchClass.SAME_PIXELS]

regions = some.builds(
    Region,
    some.integers(0, 400),
    some.integers(0, 400),
    some.integers(1, 600),
    some.integers(1, 600),
)


def made_of(
    *ancestors: Photo, people: tuple[str, ...] = ("anna",), hidden: tuple[str, ...] = ("carla",)
) -> Photo:
    """
    Make a photo of others, the nearest first.
    """
    photo = make_photo(*people, name="covered")
    assert photo.attestation is not None
    looked = replace(photo.attestation, hidden_person_ids=frozenset(map(PersonId, hidden)))
    lineage = Lineage(tuple(each.id for each in ancestors))
    return replace(photo, attestation=looked, lineage=lineage)


def about(*found: tuple[Photo, MatchClass]) -> Case:
    """
    Ask about a picture that was recognised as these photos.
    """
    picture = Picture(tuple(Resemblance(photo, match) for photo, match in found))
    return replace(make_case(ANNA, CARLA, DORA), pictures=(picture,))


@pytest.mark.parametrize("match", [*SURE, MatchClass.VERIFIED_COPY])
def test_who_was_covered_is_no_obstacle(match: MatchClass) -> None:
    for likeness in (MatchClass.ALTERED_COPY, MatchClass.SIMILAR):
        assert PUBLISH == outcome(about((made_of(PARENT), match), (PARENT, likeness)))


def test_what_was_covered_has_no_say_over_the_photo_before() -> None:
    case = about((PARENT, MatchClass.SAME_BYTES), (made_of(PARENT), MatchClass.ALTERED_COPY))

    assert PUBLISH != outcome(case)


@pytest.mark.parametrize("match", SURE)
def test_the_very_file_is_known_even_where_copies_could_not_be_told_apart(
    match: MatchClass,
) -> None:
    case = about((made_of(PARENT), match), (PARENT, MatchClass.VERIFIED_COPY))

    assert PUBLISH == outcome(case)


def test_a_copy_that_may_be_of_the_photo_before_is_asked_about() -> None:
    """
    A face of a few pixels leaves no trace in a small preview.
    """
    copy = MatchClass.VERIFIED_COPY
    expected = ask_for(Code.REFUSED, Code.IMAGE_SIMILAR_ONLY)

    assert expected == outcome(about((made_of(PARENT), copy), (PARENT, copy)))


def test_who_is_found_in_the_photo_before_later_on_is_asked_about() -> None:
    later = make_photo("anna", "carla", "dora", name="parent")
    case = about((made_of(PARENT), MatchClass.SAME_BYTES), (later, MatchClass.ALTERED_COPY))

    assert ask_for(Code.REFUSED, Code.IMAGE_SIMILAR_ONLY) == outcome(case)


def test_comparing_settles_nobody_of_the_photo_before() -> None:
    covered = made_of(PARENT, hidden=())
    assert covered.attestation is not None
    looked = replace(covered.attestation, compared_photo_ids=frozenset({PARENT.id}))
    covered = replace(covered, attestation=looked)
    case = about((covered, MatchClass.SAME_BYTES), (PARENT, MatchClass.ALTERED_COPY))

    assert ask_for(Code.REFUSED, Code.IMAGE_SIMILAR_ONLY) == outcome(case)


def test_somebody_who_still_shows_is_asked_for_themselves() -> None:
    covered = made_of(PARENT, people=("anna", "carla"), hidden=())
    case = about((covered, MatchClass.SAME_BYTES), (PARENT, MatchClass.ALTERED_COPY))

    assert PUBLISH != outcome(case)


def test_a_photo_covered_twice_answers_for_all_before_it_and_beside_it() -> None:
    between = replace(made_of(PARENT), id=PhotoId("between"))
    twice = made_of(between, PARENT)
    beside = replace(made_of(PARENT, people=("carla",)), id=PhotoId("beside"))
    others = [(each, MatchClass.SIMILAR) for each in (between, PARENT, beside)]

    assert PUBLISH == outcome(about((twice, MatchClass.SAME_BYTES), *others))


def test_a_stranger_to_the_family_raises_their_doubt_as_ever() -> None:
    other = make_photo("carla", name="another")
    case = about((made_of(PARENT), MatchClass.SAME_BYTES), (other, MatchClass.SIMILAR))

    assert ask_for(Code.REFUSED, Code.IMAGE_SIMILAR_ONLY) == outcome(case)


def test_a_region_is_hidden_by_one_cover_around_it_or_by_the_cut() -> None:
    face = Region(100, 100, 100, 100)
    around, across = Region(90, 90, 120, 120), Region(150, 90, 120, 120)

    assert is_hidden(face, [Cover(CoverKind.FILL, around)])
    assert is_hidden(face, [Cover(CoverKind.CROP, RIGHT)])
    assert not is_hidden(face, [Cover(CoverKind.PIXELATE, across)])
    assert not is_hidden(face, [Cover(CoverKind.CROP, LEFT)])
    assert not is_hidden(face, [])


def test_covers_of_a_cut_picture_are_told_on_the_whole() -> None:
    cut, face = Cover(CoverKind.CROP, RIGHT), Cover(CoverKind.FILL, Region(0, 0, 500, 500))

    assert (cut, Cover(CoverKind.FILL, Region(500, 0, 250, 500))) == composed([cut], [face])
    again = composed([cut], [Cover(CoverKind.CROP, Region(500, 500, 500, 500))])
    assert Region(750, 500, 250, 500) == frame_of(again)


@given(before=regions, cut=regions, face=regions)
def test_covering_more_hides_no_less(before: Region, cut: Region, face: Region) -> None:
    first = (Cover(CoverKind.FILL, before),)
    both = composed(first, [Cover(CoverKind.CROP, cut)])

    assert not is_hidden(face, first) or is_hidden(face, both)
