"""
Say what is asked of each table, as the branches of two statements.
"""

from enum import IntEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Table,
    Text,
    and_,
    bindparam,
    case,
    cast,
    exists,
    func,
    literal_column,
    null,
    select,
    union_all,
)

from service.persistence.queries import KNOWN_AT, is_latest, mine
from service.persistence.schema.activity import publication_events, publications
from service.persistence.schema.consents import consent_acts, evidence, form_versions
from service.persistence.schema.instants import Instant
from service.persistence.schema.organisations import erasures, organisation_settings, units
from service.persistence.schema.people import authorities, pairs, people, protections
from service.persistence.schema.photos import (
    attestations,
    depictions,
    photo_traces,
    photos,
    rights,
)
from service.persistence.schema.register import channels, holds
from service.persistence.statements import Among, Prepared
from service.persistence.stores.pairs import ARE_SAME, STANDS
from service.records.photos import CLIP_FORMATS

OPEN_CHANNELS = "false"
"""What the parameter `closed` is when every open channel is asked about."""

INTIMATE, PUBLIC_PLACE, MOVING = "i", "p", "m"
"""How the statement writes what is said of a photo itself, before what it was made of."""


class Part(IntEnum):
    """
    What a row of the answer is.
    """

    HOUSE = 0
    UNIT = 1
    PERSON = 2
    ERASED = 3
    AUTHORITY = 4
    PROTECTION = 5
    ACT = 6
    HOLD = 7
    CHANNEL = 8
    FORM_VERSION = 9
    PUBLISHED = 10
    PHOTO = 11
    DEPICTIONS = 12
    ATTESTATION = 13
    RIGHTS = 14
    EVIDENCE = 15
    TWINS = 16


_NOTHING: ColumnElement[str] = literal_column("''", Text)
_NEVER: ColumnElement[Any] = cast(null(), Instant())


def _branch(
    part: Part,
    key: ColumnElement[str],
    document: ColumnElement[str] = _NOTHING,
    at: ColumnElement[Any] = _NEVER,
) -> Select[Any]:
    return select(
        literal_column(str(part.value), Integer).label("part"),
        key.label("key"),
        at.label("at"),
        document.label("document"),
    )


def _latest(part: Part, table: Table, key: str, *among: ColumnElement[bool]) -> Select[Any]:
    """
    Ask for the latest version of each record.
    """
    return _branch(part, table.c[key], table.c.document).where(
        mine(table), is_latest(table), *among
    )


def _standing(
    part: Part, table: Table, document: ColumnElement[str], *which: ColumnElement[bool]
) -> Select[Any]:
    """
    Ask for the version that stood at `ruled_at`; for the first where none did yet.
    """
    older = table.alias()
    last = select(func.max(older.c.version)).where(
        older.c.organisation_id == table.c.organisation_id,
        older.c.id == table.c.id,
        older.c.recorded_at <= bindparam("ruled_at", type_=Instant()),
    )
    return _branch(part, table.c.id, document, table.c.recorded_at).where(
        mine(table),
        table.c.recorded_at <= KNOWN_AT,
        table.c.version == func.coalesce(last.scalar_subquery(), literal_column("1", Integer)),
        *which,
    )


# One branch for the channels named and one for all that are open, never an OR: that
# would be answered by reading everything of the organisation.
_ALL_OPEN = literal_column(f"'{OPEN_CHANNELS}'", Text) == bindparam("closed", type_=Text())
_NAMED = "channel_ids"
_PERSON = "person_ids"
_PHOTO = "photo_ids"

_acts = and_(
    mine(consent_acts),
    Among(consent_acts.c.person_id, _PERSON),
    consent_acts.c.recorded_at <= KNOWN_AT,
)
_answered = form_versions.alias("answered")
_taken_down = exists().where(
    publication_events.c.organisation_id == publications.c.organisation_id,
    publication_events.c.publication_id == publications.c.id,
    publication_events.c.kind == literal_column("'taken_down'", Text),
    publication_events.c.recorded_at <= KNOWN_AT,
)


def _twins(column: ColumnElement[str]) -> Select[Any]:
    return _branch(Part.TWINS, pairs.c.person_id, pairs.c.other_id).where(
        mine(pairs), STANDS, ARE_SAME, Among(column, _PERSON)
    )


def _channels(*which: ColumnElement[bool]) -> Select[Any]:
    return _standing(Part.CHANNEL, channels, channels.c.ruling, *which)


def _published(which: ColumnElement[bool]) -> Select[Any]:
    return _branch(Part.PUBLISHED, publications.c.channel_id, at=publications.c.published_at).where(
        mine(publications),
        which,
        publications.c.published_at >= bindparam("since", type_=Instant()),
        publications.c.published_at <= bindparam("until", type_=Instant()),
        publications.c.recorded_at <= KNOWN_AT,
        ~_taken_down,
    )


PEOPLE_AND_REGISTER = Prepared(
    union_all(
        _standing(Part.HOUSE, organisation_settings, organisation_settings.c.document),
        _standing(Part.UNIT, units, units.c.document),
        _latest(Part.PERSON, people, "id", Among(people.c.id, _PERSON)),
        _branch(Part.ERASED, erasures.c.subject_id).where(
            mine(erasures),
            erasures.c.kind == literal_column("'person'", Text),
            Among(erasures.c.subject_id, _PERSON),
        ),
        _twins(pairs.c.person_id),
        _twins(pairs.c.other_id),
        _latest(Part.AUTHORITY, authorities, "person_id", Among(authorities.c.person_id, _PERSON)),
        _latest(Part.PROTECTION, protections, "person_id", Among(protections.c.person_id, _PERSON)),
        _branch(Part.ACT, consent_acts.c.person_id, consent_acts.c.document).where(_acts),
        _branch(Part.EVIDENCE, evidence.c.act_id, evidence.c.id, evidence.c.recorded_at)
        .join(
            consent_acts,
            (consent_acts.c.organisation_id == evidence.c.organisation_id)
            & (consent_acts.c.id == evidence.c.act_id),
        )
        .where(_acts, evidence.c.recorded_at <= KNOWN_AT),
        _latest(Part.HOLD, holds, "id", holds.c.person_id.is_(None), holds.c.photo_id.is_(None)),
        _latest(Part.HOLD, holds, "id", Among(holds.c.person_id, _PERSON)),
        _latest(Part.HOLD, holds, "id", Among(holds.c.photo_id, _PHOTO)),
        _channels(Among(channels.c.id, _NAMED)),
        _channels(_ALL_OPEN, channels.c.closed == literal_column(f"'{OPEN_CHANNELS}'", Text)),
        _branch(Part.FORM_VERSION, form_versions.c.id, form_versions.c.document).where(
            mine(form_versions),
            form_versions.c.published_at <= KNOWN_AT,
            form_versions.c.template_id.in_(
                select(_answered.c.template_id)
                .join(
                    consent_acts,
                    (consent_acts.c.organisation_id == _answered.c.organisation_id)
                    & (consent_acts.c.form_version_id == _answered.c.id),
                )
                .where(_acts)
            ),
        ),
        _published(Among(publications.c.channel_id, _NAMED)),
        _published(_ALL_OPEN),
    )
)

_seen = depictions.alias("seen")
_attested_version = (
    select(func.coalesce(func.max(_seen.c.version), literal_column("0", Integer)))
    .where(
        _seen.c.organisation_id == attestations.c.organisation_id,
        _seen.c.id == attestations.c.photo_id,
        _seen.c.recorded_at <= KNOWN_AT,
    )
    .scalar_subquery()
)

_moves = photos.c.format.in_([literal_column(f"'{each}'", Text) for each in sorted(CLIP_FORMATS)])

PHOTOS = Prepared(
    union_all(
        _branch(
            Part.PHOTO,
            photos.c.id,
            case((photos.c.intimate, literal_column(f"'{INTIMATE}'", Text)), else_=_NOTHING)
            + case(
                (photos.c.public_place, literal_column(f"'{PUBLIC_PLACE}'", Text)), else_=_NOTHING
            )
            + case((_moves, literal_column(f"'{MOVING}'", Text)), else_=_NOTHING)
            + func.coalesce(photos.c.lineage, _NOTHING),
        )
        .join(
            photo_traces,
            (photo_traces.c.organisation_id == photos.c.organisation_id)
            & (photo_traces.c.photo_id == photos.c.id),
        )
        .where(mine(photos), Among(photos.c.id, _PHOTO), photos.c.registered_at <= KNOWN_AT),
        _branch(
            Part.DEPICTIONS, depictions.c.id, depictions.c.document, depictions.c.recorded_at
        ).where(mine(depictions), is_latest(depictions), Among(depictions.c.id, _PHOTO)),
        _branch(
            Part.ATTESTATION,
            attestations.c.photo_id,
            attestations.c.document,
            attestations.c.attested_at,
        ).where(
            mine(attestations),
            Among(attestations.c.photo_id, _PHOTO),
            attestations.c.attested_at <= KNOWN_AT,
            # Whoever looked before somebody was added did not see them.
            attestations.c.depictions_version == _attested_version,
        ),
        _latest(Part.RIGHTS, rights, "id", Among(rights.c.id, _PHOTO)),
    )
)
