"""
Keep registered photos and what is said of them.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Integer, Text, and_, bindparam, delete, select

from service.decision.ids import ActorId, PersonId, PhotoId
from service.errors import NotFound
from service.persistence.documents import document_of, listed, reader
from service.persistence.fingerprints import Fingerprints
from service.persistence.following import Followed
from service.persistence.outside import Sealer
from service.persistence.queries import lists, mine
from service.persistence.schema import photos as schema
from service.persistence.schema.instants import FOREVER
from service.persistence.statements import Among, Prepared, inserting
from service.persistence.stores.erasing import note_erasure
from service.persistence.stores.photo_listing import (
    OWNERS,
    OWNERS_OF_ONE,
    PAGES,
    owners_in,
    people_in,
)
from service.persistence.stores.photo_rows import WHOLE_PHOTO, photo_of, rows_of
from service.persistence.stores.photo_titles import DESTROY as DESTROY_TITLES
from service.persistence.stores.photo_titles import SqlPhotoTitles
from service.persistence.stores.photo_words import SqlPhotoWords
from service.persistence.stores.versions import REGISTER, Kind, SqlVersions
from service.persistence.transaction import Transaction
from service.records.paging import Listing, Page
from service.records.photos import (
    STILL_MARK,
    AttestationRecord,
    DepictionSet,
    FingerprintRecord,
    Likeness,
    PhotoOwners,
    PhotoRecord,
    Recipe,
    RightsRecord,
    ViewsRecord,
    mark_of_stills,
)

DEPICTIONS = Kind(
    schema.depictions,
    DepictionSet,
    lambda each: {"person_ids": listed({one.person_id for one in each.depictions})},
    filters={"person_id": lists(schema.depictions.c.person_ids, "person_id")},
)
RIGHTS = Kind(schema.rights, RightsRecord, lambda _: {})

_traces = schema.photo_traces
_photo_ids = select(_traces.c.photo_id)
_attestations = schema.attestations

_LOOKS = (_attestations.c.depictions_version, _attestations.c.attested_at, _attestations.c.id)
ADD_ATTESTATION = inserting(_attestations)
ONE = Prepared(WHOLE_PHOTO.where(mine(schema.photos, "id")))
SEVERAL = Prepared(
    WHOLE_PHOTO.where(mine(schema.photos), Among(schema.photos.c.id, "ids")).order_by(
        schema.photos.c.id
    )
)
WITH_BYTES = Prepared(_photo_ids.where(mine(_traces, "digest_bytes")).order_by("photo_id"))
WITH_PIXELS = Prepared(_photo_ids.where(mine(_traces, "digest_pixels")).order_by("photo_id"))
LIKENESSES = Prepared(
    select(
        schema.photo_previews.c.photo_id,
        schema.photo_previews.c.sealed_jpeg,
        schema.photo_features.c.sealed_features,
    )
    .join(
        schema.photo_features,
        and_(
            schema.photo_features.c.organisation_id == schema.photo_previews.c.organisation_id,
            schema.photo_features.c.photo_id == schema.photo_previews.c.photo_id,
        ),
    )
    .where(
        mine(schema.photo_previews),
        Among(schema.photo_previews.c.photo_id, "ids"),
        schema.photo_features.c.algorithm == bindparam("algorithm", type_=Text()),
        schema.photo_features.c.algorithm_version == bindparam("version", type_=Integer()),
    )
)
STILL_THERE = Prepared(_photo_ids.where(mine(_traces), Among(_traces.c.photo_id, "ids")))
RECENT_PEOPLE = Prepared(
    select(schema.depictions.c.person_ids)
    .where(mine(schema.depictions))
    # Identifiers grow with time.
    .order_by(schema.depictions.c.id.desc(), schema.depictions.c.version.desc())
    .limit(bindparam("photos", type_=Integer()))
)
LAST_ATTESTATION = Prepared(
    select(_attestations.c.document)
    .where(mine(_attestations, "photo_id"))
    .order_by(*(each.desc() for each in _LOOKS))
    .limit(1)
)
DESTROY = (
    DESTROY_TITLES,
    *(
        Prepared(delete(table).where(mine(table, "photo_id")))
        for table in (
            schema.photo_words,
            schema.photo_previews,
            schema.photo_features,
            schema.photo_fingerprints,
            schema.photo_traces,
        )
    ),
)

_read_attestation = reader(AttestationRecord).decode


class SqlPhotos:
    """
    The photos of one transaction.
    """

    def __init__(
        self, transaction: Transaction, sealer: Sealer, fingerprints: Followed[Fingerprints]
    ) -> None:
        """
        Work in *transaction*; *sealer* encrypts whatever shows the picture.
        """
        self._transaction = transaction
        self._sealer = sealer
        self._fingerprints = fingerprints
        self.depictions = SqlVersions(transaction, DEPICTIONS)
        self.rights = SqlVersions(transaction, RIGHTS)
        self.titles = SqlPhotoTitles(transaction)
        self.words = SqlPhotoWords(transaction, sealer)

    def add(self, photo: PhotoRecord, at: datetime, by: ActorId) -> None:
        """
        Write a photo; its fingerprint is found by the very next check anywhere.

        So are its stills.
        """
        for insert, row in rows_of(photo, at, by, self._sealer):
            self._transaction.run(insert, **row)
        self._fingerprints.changed(photo.id)
        rows: dict[Prepared, list[dict[str, object]]] = {}
        for still in photo.stills:
            for insert, row in rows_of(still, at, by, self._sealer):
                rows.setdefault(insert, []).append(row)
        for insert, many in rows.items():
            self._transaction.append(insert, *many)
        for still in photo.stills:
            self._fingerprints.changed(still.id)

    def get(self, photo_id: PhotoId) -> PhotoRecord:
        """
        Give one photo.

        Raises:
            NotFound: There is none, or it was erased.
        """
        row = self._transaction.first(ONE, id=photo_id, known_at=FOREVER)
        if row is None or STILL_MARK in photo_id:
            raise NotFound("There is no such photo.")
        return photo_of(row, self._sealer)

    def parts_of(self, photo_id: PhotoId) -> Sequence[PhotoRecord]:
        """
        Give what a photo is found by: its stills, or else itself.
        """
        ids = self.with_bytes(mark_of_stills(photo_id)) or [photo_id]
        rows = self._transaction.all(SEVERAL, ids=list(ids), known_at=FOREVER)
        return [photo_of(row, self._sealer) for row in rows]

    def list_page(self, page: Page) -> Listing[PhotoRecord]:
        """
        Give one page of photos that were not erased.
        """
        rows, next_after = PAGES.read(self._transaction, page)
        return Listing(tuple(photo_of(row, self._sealer) for row in rows), next_after)

    def owners_of(self, photo_id: PhotoId) -> PhotoOwners:
        """
        Give whom a photo has to do with.

        Raises:
            NotFound: There is none, or it was erased.
        """
        row = self._transaction.first(OWNERS_OF_ONE, id=photo_id, known_at=FOREVER)
        if row is None:
            raise NotFound("There is no such photo.")
        return owners_in(row)

    def list_owners(self, page: Page) -> Listing[PhotoOwners]:
        """
        Give whom photos have to do with, a page of them, in the same order.
        """
        rows, next_after = OWNERS.read(self._transaction, page)
        return Listing(tuple(map(owners_in, rows)), next_after)

    def with_bytes(self, digest: bytes) -> Sequence[PhotoId]:
        """
        Give the photos that are this very file.
        """
        return [row[0] for row in self._transaction.all(WITH_BYTES, digest_bytes=digest)]

    def with_pixels(self, digest: bytes) -> Sequence[PhotoId]:
        """
        Give the photos that show these very pixels.
        """
        return [row[0] for row in self._transaction.all(WITH_PIXELS, digest_pixels=digest)]

    def near(
        self, probes: Sequence[FingerprintRecord], radius_bits: int
    ) -> Sequence[tuple[PhotoId, int]]:
        """
        Give photos within *radius_bits* of any probe, nearest first.
        """
        hits = self._fingerprints.view().within(probes, radius_bits)
        if not hits:
            return []
        # Memory may still hold what was erased a moment ago.
        rows = self._transaction.all(STILL_THERE, ids=list(hits))
        found = [(PhotoId(row[0]), hits[row[0]]) for row in rows]
        return sorted(found, key=lambda each: (each[1], each[0]))

    def last_change(self) -> str:
        """
        Give a mark of the last change of what photos are found by.

        It is the same only as long as nothing changed.
        """
        return self._fingerprints.last_change()

    def alike(self, views: ViewsRecord, limit: int) -> Sequence[PhotoId]:
        """
        Give photos that share parts with a picture, the likeliest first.
        """
        votes = self._fingerprints.view().alike(views, limit)
        if not votes:
            return []
        rows = self._transaction.all(STILL_THERE, ids=list(votes))
        return sorted((PhotoId(row[0]) for row in rows), key=lambda each: (-votes[each], each))

    def likenesses(self, photo_ids: Sequence[PhotoId], made: Recipe) -> Mapping[PhotoId, Likeness]:
        """
        Give what is kept of photos to lay a picture over them.
        """
        if not photo_ids:
            return {}
        rows = self._transaction.all(
            LIKENESSES, ids=list(photo_ids), algorithm=made.algorithm, version=made.version
        )
        opened = self._sealer.open
        return {PhotoId(row[0]): Likeness(opened(row[1]), opened(row[2])) for row in rows}

    def recent_people(self, photos: int) -> Sequence[PersonId]:
        """
        Give who is in the photos registered last, the latest first, each once.
        """
        rows = self._transaction.all(RECENT_PEOPLE, photos=photos)
        return list(dict.fromkeys(each for row in rows for each in people_in(row[0])))

    def attest(self, record: AttestationRecord) -> None:
        """
        Append an attestation.
        """
        self._transaction.lock(REGISTER)
        self._transaction.run(
            ADD_ATTESTATION,
            id=record.attestation.id,
            photo_id=record.photo_id,
            depictions_version=record.depictions_version,
            attested_at=record.attested_at,
            attested_by=record.attested_by,
            document=document_of(record),
        )

    def last_attestation(self, photo_id: PhotoId) -> AttestationRecord | None:
        """
        Give the latest attestation of a photo.
        """
        row = self._transaction.first(LAST_ATTESTATION, photo_id=photo_id)
        return _read_attestation(row[0]) if row else None

    def erase(self, photo_id: PhotoId) -> None:
        """
        Destroy what a photo is known by; keep that the id existed.

        The same with every still.
        """
        self._transaction.lock(REGISTER)
        for each in (photo_id, *self.with_bytes(mark_of_stills(photo_id))):
            note_erasure(self._transaction, "photo", each)
            for destroy in DESTROY:
                self._transaction.run(destroy, photo_id=each)
