"""
Take a photo apart into rows, and put it together again.

What an erasure destroys stands in rows of its own; what shows the picture, the
fingerprint too, is encrypted.
"""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import ColumnElement, Table, and_, func, select

from service.decision.ids import ActorId
from service.decision.photos import Lineage
from service.persistence.documents import document_of, reader
from service.persistence.outside import Sealer
from service.persistence.queries import is_latest
from service.persistence.schema.photos import (
    photo_features,
    photo_fingerprints,
    photo_previews,
    photo_titles,
    photo_traces,
    photos,
)
from service.persistence.statements import Prepared, Row, inserting
from service.persistence.stores.photo_words import ADD as ADD_WORDS
from service.records.photos import FeaturesRecord, FingerprintRecord, PhotoRecord

read_lineage = reader(Lineage).decode

ADD = inserting(photos)
ADD_TRACES = inserting(photo_traces)
ADD_FINGERPRINT = inserting(photo_fingerprints)
ADD_FEATURES = inserting(photo_features)
ADD_PREVIEW = inserting(photo_previews)


def _of_photo(table: Table) -> ColumnElement[bool]:
    return and_(
        table.c.organisation_id == photos.c.organisation_id, table.c.photo_id == photos.c.id
    )


def _is_newest() -> ColumnElement[bool]:
    """
    Keep to the fingerprint made last: a photo may have some of earlier recipes.

    The version counts on when the algorithm is another one.
    """
    other = photo_fingerprints.alias()
    newest = select(func.max(other.c.algorithm_version)).where(
        other.c.organisation_id == photo_fingerprints.c.organisation_id,
        other.c.photo_id == photo_fingerprints.c.photo_id,
    )
    return photo_fingerprints.c.algorithm_version == newest.scalar_subquery()


WHOLE_PHOTO = (
    select(
        photos.c.id,
        photos.c.format,
        photos.c.width_px,
        photos.c.height_px,
        photos.c.textureless,
        photos.c.intimate,
        photos.c.public_place,
        photos.c.registered_at,
        photos.c.registered_by,
        photos.c.lineage,
        photo_traces.c.digest_bytes,
        photo_traces.c.digest_pixels,
        func.coalesce(photo_titles.c.title, photo_traces.c.title),
        photo_fingerprints.c.algorithm,
        photo_fingerprints.c.algorithm_version,
        photo_fingerprints.c.sealed_bits,
        photo_previews.c.sealed_jpeg,
    )
    .join(photo_traces, _of_photo(photo_traces))
    .join(photo_fingerprints, and_(_of_photo(photo_fingerprints), _is_newest()))
    .outerjoin(photo_previews, _of_photo(photo_previews))
    .outerjoin(
        photo_titles,
        and_(
            photo_titles.c.organisation_id == photos.c.organisation_id,
            photo_titles.c.id == photos.c.id,
            is_latest(photo_titles),
        ),
    )
)
"""Every photo that was not erased, by the title known at the parameter `known_at`."""


def rows_of(
    photo: PhotoRecord, at: datetime, by: ActorId, sealer: Sealer
) -> Iterator[tuple[Prepared, dict[str, object]]]:
    """
    Give the rows of a new photo, each with the statement that writes it.
    """
    yield (
        ADD,
        {
            "id": photo.id,
            "format": photo.format,
            "width_px": photo.width_px,
            "height_px": photo.height_px,
            "textureless": photo.textureless,
            "intimate": photo.intimate,
            "public_place": photo.public_place,
            "registered_at": at,
            "registered_by": by,
            "lineage": None if photo.lineage is None else document_of(photo.lineage),
        },
    )
    yield (
        ADD_TRACES,
        {
            "photo_id": photo.id,
            "digest_bytes": photo.digest_bytes,
            "digest_pixels": photo.digest_pixels,
            "title": photo.title,
        },
    )
    yield (
        ADD_FINGERPRINT,
        {"photo_id": photo.id, **fingerprint_row(photo.fingerprint, sealer)},
    )
    if photo.features is not None:
        yield ADD_FEATURES, {"photo_id": photo.id, **features_row(photo.features, sealer)}
    if photo.preview is not None:
        yield ADD_PREVIEW, {"photo_id": photo.id, "sealed_jpeg": sealer.seal(photo.preview)}
    if photo.words is not None:
        yield ADD_WORDS, {"photo_id": photo.id, "sealed_words": sealer.seal(photo.words.encode())}


def fingerprint_row(fingerprint: FingerprintRecord, sealer: Sealer) -> dict[str, object]:
    """
    Give what is written of the fingerprint of a photo.
    """
    return {
        "algorithm": fingerprint.algorithm,
        "algorithm_version": fingerprint.version,
        "sealed_bits": sealer.seal(fingerprint.bits),
    }


def features_row(features: FeaturesRecord, sealer: Sealer) -> dict[str, object]:
    """
    Give what is written of the features of a photo.
    """
    return {
        "algorithm": features.algorithm,
        "algorithm_version": features.version,
        "sealed_sketch": sealer.seal(features.sketch),
        "sealed_features": sealer.seal(features.features),
    }


def photo_of(row: Row, sealer: Sealer) -> PhotoRecord:
    """
    Put a photo together from a row of `WHOLE_PHOTO`.
    """
    *front, registered_at, registered_by, lineage = row[:10]
    photo_id, picture_format, width_px, height_px, textureless, intimate, public_place = front
    digest_bytes, digest_pixels, title, algorithm, version, sealed_bits, sealed_jpeg = row[10:]
    return PhotoRecord(
        id=photo_id,
        digest_bytes=digest_bytes,
        digest_pixels=digest_pixels,
        format=picture_format,
        width_px=width_px,
        height_px=height_px,
        textureless=textureless,
        fingerprint=FingerprintRecord(algorithm, version, sealer.open(sealed_bits)),
        preview=None if sealed_jpeg is None else sealer.open(sealed_jpeg),
        title=title,
        intimate=intimate,
        public_place=public_place,
        registered_at=registered_at,
        registered_by=registered_by,
        lineage=None if lineage is None else read_lineage(lineage),
    )
