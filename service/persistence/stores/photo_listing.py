"""
List photos that were not erased, whole or by whom they have to do with.
"""

from sqlalchemy import and_, exists, select

from service.decision.ids import ActorId, PersonId, PhotoId
from service.persistence.queries import KNOWN_AT, Pages, is_latest, lists, mine
from service.persistence.schema.photos import depictions, photo_traces, photos
from service.persistence.statements import Prepared, Row
from service.persistence.stores.photo_rows import WHOLE_PHOTO
from service.records.photos import STILL_MARK, PhotoOwners

_shows = (
    exists()
    .where(
        depictions.c.organisation_id == photos.c.organisation_id,
        depictions.c.id == photos.c.id,
        is_latest(depictions),
        lists(depictions.c.person_ids, "person_id"),
    )
    .correlate(photos)
)
PAGES = Pages(
    WHOLE_PHOTO.where(
        mine(photos),
        photos.c.registered_at <= KNOWN_AT,
        photos.c.id.not_like(f"%{STILL_MARK}%"),
    ),
    photos.c.id,
    {"person_id": _shows},
)
_owners = (
    select(
        photos.c.id,
        photos.c.registered_by,
        depictions.c.recorded_by,
        depictions.c.person_ids,
    )
    .join(
        photo_traces,
        and_(
            photo_traces.c.organisation_id == photos.c.organisation_id,
            photo_traces.c.photo_id == photos.c.id,
        ),
    )
    .outerjoin(
        depictions,
        and_(
            depictions.c.organisation_id == photos.c.organisation_id,
            depictions.c.id == photos.c.id,
            is_latest(depictions),
        ),
    )
    .where(photos.c.registered_at <= KNOWN_AT, photos.c.id.not_like(f"%{STILL_MARK}%"))
)
OWNERS = Pages(
    _owners.where(mine(photos)),
    photos.c.id,
    {"person_id": lists(depictions.c.person_ids, "person_id")},
)
OWNERS_OF_ONE = Prepared(_owners.where(mine(photos, "id")))


def owners_in(row: Row) -> PhotoOwners:
    """
    Read whom a photo has to do with.
    """
    actors = (ActorId(each) for each in (row[1], row[2]) if each)
    return PhotoOwners(PhotoId(row[0]), tuple(dict.fromkeys(actors)), people_in(row[3]))


def people_in(text: str | None) -> tuple[PersonId, ...]:
    """
    Read identifiers that are written `|a|b|`.
    """
    return tuple(PersonId(each) for each in (text or "").split("|") if each)
