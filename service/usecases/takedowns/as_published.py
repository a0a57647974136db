"""
Say who was in a publication when it was published.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from service.decision.case import Use
from service.decision.ids import PersonId, PhotoId
from service.decision.terms import Matter
from service.records.facts import Wanted
from service.records.takedowns import Live
from service.usecases.photos.album import people_in
from service.usecases.ports.work import UnitOfWork


def as_published(
    work: UnitOfWork, found: Sequence[Live], people: frozenset[PersonId], now: datetime
) -> Sequence[Live]:
    """
    Ask alone about people whom no photo names any more.

    Whoever was taken out of its record since may be in the picture all the same, and is
    told to be where it was published: nobody's no is lost by a correction.
    """
    photo_ids = frozenset(each for live in found for each in live.publication.photo_ids)
    if not photo_ids:
        return found
    wanted = Wanted(at=now, known_at=now, photo_ids=photo_ids, channel_ids=frozenset())
    photos = work.facts.gather(wanted).photos
    shown = {key: {*people_in(photo.depictions)} for key, photo in photos.items()}
    return [_as_published(work, each, people, shown) for each in found]


def _as_published(
    work: UnitOfWork, live: Live, people: frozenset[PersonId], shown: dict[PhotoId, set[PersonId]]
) -> Live:
    """
    Do so for one; what became of its photos is looked up only where somebody is missing.
    """
    photo_ids = [each for each in live.publication.photo_ids if each in shown]
    known = {person_id for each in live.mentions for person_id in each.person_ids}
    known |= {each.person_id for each in live.uses}
    known = known.union(*(shown[each] for each in photo_ids))
    missing = people.intersection(live.publication.person_ids) - known
    then = {
        person_id
        for photo_id in (photo_ids if missing else ())
        for version in work.photos.depictions.history(photo_id)
        for person_id in people_in(version.record.depictions)
    }
    uses = tuple(Use(each, Matter.IMAGE) for each in sorted(missing & then))
    return replace(live, uses=(*live.uses, *uses)) if uses else live
