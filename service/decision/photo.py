"""
Say what stands in the way of one picture on one channel.

Similarity adds people and doubt, never a yes: only the registered photo itself,
or a verified copy of it, lets its attestation hold (threat T17).
"""

from collections.abc import Iterator
from typing import NamedTuple

from service.decision.case import Policy
from service.decision.ids import PersonId
from service.decision.lineage import are_relatives, hidden_in
from service.decision.photos import HOLDS_FOR_SURE, Attestation, Photo, Picture, Resemblance
from service.decision.rights import rights_reasons
from service.decision.sitting import Sitting
from service.decision.standing import Appearance, standing_in
from service.decision.stops import photo_holds
from service.decision.terms import MatchClass, Matter, Visibility
from service.decision.verdict import Code, Effect, Reason

SEEN = (Matter.IMAGE,)
FILMED = (Matter.IMAGE, Matter.VOICE)


def picture_reasons(picture: Picture, index: int, sitting: Sitting) -> Iterator[Reason]:
    """
    Give the reasons against one picture, the *index*-th of the question.
    """
    photo = known_photo(picture, sitting.case.house.policy)
    if photo is None:
        code = Code.IMAGE_SIMILAR_ONLY if picture.resemblances else Code.IMAGE_NOT_REGISTERED
        yield Reason(code, Effect.ASK, picture=index)
    else:
        yield from _photo_reasons(photo, picture, index, sitting)
    for resemblance in picture.resemblances:
        if photo is None or resemblance.photo.id != photo.id:
            yield from _bound(resemblance, picture, photo, index, sitting)
    yield from _doubts(picture, photo, index, sitting)


def known_photo(picture: Picture, policy: Policy) -> Photo | None:
    """
    Give the registered photo that the picture is for sure, if any.
    """
    if not picture.resemblances:
        return None
    closest = picture.resemblances[0]
    if closest.match in HOLDS_FOR_SURE:
        return closest.photo
    is_copy = closest.match is MatchClass.VERIFIED_COPY and policy.verified_copy_publishes
    is_enough = not (picture.textureless or picture.partly_seen)
    return closest.photo if is_copy and is_enough else None


def _photo_reasons(
    photo: Photo, picture: Picture, index: int, sitting: Sitting
) -> Iterator[Reason]:
    """
    Judge a photo that is known: its people, its holds, its rights.
    """
    attestation = photo.attestation
    if attestation is None or not attestation.complete or _may_show_more(picture, attestation):
        yield Reason(Code.UNKNOWN_PERSON, Effect.ASK, picture=index)
    for person_id in sorted({each.person_id for each in photo.depictions}):
        yield from _depicted(photo, person_id, picture, index, sitting)
    yield from photo_holds(photo.id, index, sitting)
    yield from rights_reasons(photo.rights, index, sitting)


def _may_show_more(picture: Picture, attestation: Attestation) -> bool:
    """
    Tell whether a picture may show somebody whom the registered file does not.

    What was blurred or covered in it is perhaps too small for the picture from before
    that to be told from a copy.
    """
    return attestation.obscured and picture.match not in HOLDS_FOR_SURE


def _depicted(
    photo: Photo, person_id: PersonId, picture: Picture, index: int, sitting: Sitting
) -> Iterator[Reason]:
    """
    Judge one person in a photo, in every way they appear there.

    In what moves they are seen, and filmed: a yes to photos is none to video, heard or
    not (domain rule 8).
    """
    hearing = sitting.hearings.get(person_id)
    if hearing is None:
        yield Reason(Code.UNKNOWN_PERSON, Effect.ASK, picture=index)
        return
    for depiction in photo.depictions:
        if depiction.person_id != person_id:
            continue
        appearance = Appearance(
            depiction=depiction,
            informed=photo.attestation is not None and photo.attestation.informed,
            public_place=photo.public_place,
            intimate=photo.intimate,
        )
        for matter in FILMED if picture.moving else SEEN:
            for reason in standing_in(
                hearing, sitting.channel, matter, sitting.case.purpose, appearance
            ):
                yield placed(reason, index)


def placed(reason: Reason, index: int, effect: Effect | None = None) -> Reason:
    """
    Say in which picture a reason was found, and soften it if asked.
    """
    return Reason(
        reason.code, effect or reason.effect, reason.person_id, reason.matter, index, reason.row
    )


def _bound(
    resemblance: Resemblance, picture: Picture, known: Photo | None, index: int, sitting: Sitting
) -> Iterator[Reason]:
    """
    Bind a picture by what lies on another photo that it is, or resembles.

    What stops a photo stops its copies, registered by themselves or not.  Its embargo
    or licence asks, and so does a stranger in it: two records differ on one picture.
    What merely resembles it asks, unless the two were looked at side by side.
    """
    other = resemblance.photo
    if _is_one_picture(resemblance, picture, known):
        yield from photo_holds(other.id, index, sitting)
        if _tells_of_a_stranger(other, known):
            yield Reason(Code.UNKNOWN_PERSON, Effect.ASK, picture=index)
        if other.rights is not None:
            for reason in rights_reasons(other.rights, index, sitting):
                if reason.effect is not Effect.ASK:
                    yield placed(reason, index, Effect.ASK)
    elif known is None or not _was_looked_at(known, other):
        for reason in photo_holds(other.id, index, sitting):
            yield placed(reason, index, Effect.ASK)


def _tells_of_a_stranger(other: Photo, known: Photo | None) -> bool:
    """
    Tell whether somebody saw in another record whom nobody named since.
    """
    looked = other.attestation
    is_settled = known is not None and _was_looked_at(known, other)
    return looked is not None and not looked.complete and not is_settled


def _is_one_picture(resemblance: Resemblance, picture: Picture, known: Photo | None) -> bool:
    """
    Tell whether a picture shows all that another photo shows, and nothing else.

    Of what was made of a photo by covering part of it, the very file is not that photo.
    """
    if resemblance.match in HOLDS_FOR_SURE:
        return True
    if resemblance.match is not MatchClass.VERIFIED_COPY or picture.textureless:
        return False
    is_the_file = known is not None and picture.match in HOLDS_FOR_SURE
    return known is None or not (is_the_file and are_relatives(known, resemblance.photo))


def _doubts(
    picture: Picture, known: Photo | None, index: int, sitting: Sitting
) -> Iterator[Reason]:
    """
    Raise, as a doubt, people of photos that this picture merely resembles.

    Somebody cleared is no obstacle.  Nor is anybody of a photo that was compared
    side by side when the known photo was attested, or who was covered in it.
    """
    for other, people in suggested(picture, known):
        found = [
            placed(reason, index, Effect.ASK)
            for person_id in people
            for reason in _depicted(other, person_id, picture, index, sitting)
        ]
        if found and known is not None:
            found.append(Reason(Code.IMAGE_SIMILAR_ONLY, Effect.ASK, picture=index))
        yield from found


def suggested(picture: Picture, known: Photo | None) -> Iterator[tuple[Photo, list[PersonId]]]:
    """
    Give each photo a picture resembles, with whom else it may show.
    """
    settled = _roles(known) if known else frozenset()
    everywhere = {each.person_id for each in settled}
    for resemblance in picture.resemblances:
        other = resemblance.photo
        if known is not None and _is_compared(known, other):
            continue
        hidden = hidden_in(picture, known, resemblance) if known else frozenset()
        if _is_one_picture(resemblance, picture, known):
            people = {each.person_id for each in _roles(other) - settled}
        else:
            people = {each.person_id for each in other.depictions} - everywhere
        yield other, sorted(people - hidden)


class _Role(NamedTuple):
    """
    Hold how somebody appears, as far as it changes who must be asked.
    """

    person_id: PersonId
    visibility: Visibility
    in_function: bool
    public_place: bool
    intimate: bool


def _roles(photo: Photo) -> frozenset[_Role]:
    """
    Give how everybody in a photo appears there.

    Two records of one picture may say two things: in one somebody is but in the crowd.
    """
    return frozenset(
        _Role(each.person_id, each.visibility, each.in_function, photo.public_place, photo.intimate)
        for each in photo.depictions
    )


def _is_compared(known: Photo, other: Photo) -> bool:
    """
    Tell whether the two were looked at side by side, or are one.

    A photo made of another shows the same people, but for those who were covered: of
    its relatives no comparing settles everybody at once.
    """
    if other.id == known.id:
        return True
    return _was_looked_at(known, other) and not are_relatives(known, other)


def _was_looked_at(known: Photo, other: Photo) -> bool:
    """
    Tell whether whoever attested one photo had the other beside it.
    """
    return known.attestation is not None and other.id in known.attestation.compared_photo_ids
