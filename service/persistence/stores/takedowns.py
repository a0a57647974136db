"""
Keep what must come down, and find what is live.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Integer, Text, bindparam, exists, select

from service.decision.ids import ChannelId, PersonId, PhotoId, PublicationId, TakedownId
from service.errors import NotFound
from service.persistence.documents import document_of, reader
from service.persistence.outside import Sealer
from service.persistence.queries import Pages, equals, listed_in, mine
from service.persistence.schema.activity import (
    publication_events,
    publication_people,
    publication_photos,
    publications,
)
from service.persistence.schema.takedowns import takedown_proofs, takedowns
from service.persistence.statements import Among, Prepared, Row, inserting
from service.persistence.stores.spoken import spoken_of
from service.persistence.stores.what_is_live import IS_DOWN, downfall_of
from service.persistence.transaction import Transaction
from service.records.activity import Publication, PublicationEvent
from service.records.paging import Listing, Page
from service.records.takedowns import Live, Proof, Takedown, TakedownRow

TASKS = "takedowns"
"""The lock under which tasks are opened: one a publication."""


_tasked = exists().where(
    takedowns.c.organisation_id == publications.c.organisation_id,
    takedowns.c.publication_id == publications.c.id,
)


def _live(*which: ColumnElement[bool], limit: bool = False) -> Prepared:
    """
    Prepare giving publications that are up, and about which nobody was told yet.
    """
    found = (
        select(publications.c.document)
        .where(mine(publications), ~IS_DOWN, ~_tasked, *which)
        .order_by(publications.c.id)
    )
    return Prepared(found.limit(bindparam("limit", type_=Integer())) if limit else found)


LIVE_WITH_PEOPLE = _live(
    publications.c.id.in_(
        select(publication_people.c.publication_id).where(
            mine(publication_people), Among(publication_people.c.person_id, "person_ids")
        )
    )
)
LIVE_WITH_PHOTO = _live(
    publications.c.id.in_(
        select(publication_photos.c.publication_id).where(mine(publication_photos, "photo_id"))
    )
)
LIVE_ON_CHANNELS = _live(Among(publications.c.channel_id, "channel_ids"))
LIVE_AFTER = _live(publications.c.id > bindparam("after", type_=Text()), limit=True)
LIVE_ONE = _live(publications.c.id == bindparam("id", type_=Text()))


_rows = (
    select(
        takedowns.c.id,
        takedowns.c.document,
        publications.c.document,
        publication_events.c.document,
        takedown_proofs.c.digest,
    )
    .join(
        publications,
        (publications.c.organisation_id == takedowns.c.organisation_id)
        & (publications.c.id == takedowns.c.publication_id),
    )
    .outerjoin(
        publication_events,
        downfall_of(takedowns.c.publication_id, takedowns.c.organisation_id),
    )
    .outerjoin(
        takedown_proofs,
        (takedown_proofs.c.organisation_id == takedowns.c.organisation_id)
        & (takedown_proofs.c.takedown_id == takedowns.c.id),
    )
)
ADD = inserting(takedowns)
ADD_PROOF = inserting(takedown_proofs)
PROOF = Prepared(
    select(
        takedown_proofs.c.media_type, takedown_proofs.c.digest, takedown_proofs.c.sealed_content
    ).where(mine(takedown_proofs, "takedown_id"))
)
ONE = Prepared(_rows.where(mine(takedowns, "id")))
PAGES = Pages(
    _rows.where(mine(takedowns)),
    takedowns.c.id,
    {
        "open": publication_events.c.number.is_(None),
        "done": publication_events.c.number.is_not(None),
        "publication_id": equals(takedowns.c.publication_id, "publication_id"),
        "channel_id": equals(publications.c.channel_id, "channel_id"),
        "unit_id": equals(takedowns.c.unit_id, "unit_id"),
        "unit_ids": listed_in(takedowns.c.unit_id, "unit_ids"),
    },
)

_decode = reader(Takedown).decode
_decode_publication = reader(Publication).decode
_decode_event = reader(PublicationEvent).decode


class SqlTakedowns:
    """
    What must come down, in one transaction.
    """

    def __init__(self, transaction: Transaction, sealer: Sealer) -> None:
        """
        Work in *transaction*; *sealer* encrypts proofs.
        """
        self._transaction = transaction
        self._sealer = sealer

    def live_with(self, person_ids: Iterable[PersonId]) -> Sequence[Live]:
        """
        Give what is live of somebody and nobody was told to take down.
        """
        return self._live(LIVE_WITH_PEOPLE, person_ids=sorted(person_ids))

    def live_with_photo(self, photo_id: PhotoId) -> Sequence[Live]:
        """
        Give what is live of a photo and nobody was told to take down.
        """
        return self._live(LIVE_WITH_PHOTO, photo_id=photo_id)

    def live_on(self, channel_ids: Iterable[ChannelId]) -> Sequence[Live]:
        """
        Give what is live on channels and nobody was told to take down.
        """
        return self._live(LIVE_ON_CHANNELS, channel_ids=sorted(channel_ids))

    def live_after(self, after: str, limit: int) -> Sequence[Live]:
        """
        Give some of what is live and nobody was told to take down, by id.
        """
        return self._live(LIVE_AFTER, after=after, limit=limit)

    def find_live(self, publication_id: PublicationId) -> Live | None:
        """
        Find one publication, if it is live and nobody was told to take it down.
        """
        found = self._live(LIVE_ONE, id=publication_id)
        return found[0] if found else None

    def add(self, takedowns: Sequence[Takedown]) -> None:
        """
        Write what must come down.
        """
        self._transaction.append(
            ADD,
            *(
                {
                    "id": each.id,
                    "publication_id": each.publication_id,
                    "channel_id": each.channel_id,
                    "unit_id": each.unit_id or "",
                    "due_at": each.due_at,
                    "document": document_of(each),
                }
                for each in takedowns
            ),
        )

    def get(self, takedown_id: TakedownId) -> TakedownRow:
        """
        Give one takedown, done or not.

        Raises:
            NotFound: There is none.
        """
        row = self._transaction.first(ONE, id=takedown_id)
        if row is None:
            raise NotFound("There is no such takedown.")
        return _complete(row)

    def list_page(self, page: Page) -> Listing[TakedownRow]:
        """
        Give one page; filters: open, done, publication_id, unit_id, unit_ids.
        """
        rows, next_after = PAGES.read(self._transaction, page)
        return Listing(tuple(_complete(row) for row in rows), next_after)

    def add_proof(self, takedown_id: TakedownId, proof: Proof) -> None:
        """
        Keep what shows that it is gone, encrypted.
        """
        self._transaction.append(
            ADD_PROOF,
            {
                "takedown_id": takedown_id,
                "media_type": proof.media_type,
                "digest": proof.digest,
                "sealed_content": self._sealer.seal(proof.content),
            },
        )

    def get_proof(self, takedown_id: TakedownId) -> Proof:
        """
        Give what shows that it is gone.

        Raises:
            NotFound: There is none, or no longer.
        """
        row = self._transaction.first(PROOF, takedown_id=takedown_id)
        if row is None:
            raise NotFound("There is no proof of this.")
        return Proof(row[0], row[1], self._sealer.open(row[2]))

    def _live(self, prepared: Prepared, **which: object) -> list[Live]:
        """
        Give publications with whom their captions name, in two statements.
        """
        # From here on nobody else opens a task, or sees that there is none.
        self._transaction.lock(TASKS)
        found = [_decode_publication(row[0]) for row in self._transaction.all(prepared, **which)]
        if not found:
            return []
        spoken = spoken_of(self._transaction, {each.check_id for each in found})
        return [Live(each, *spoken[each.check_id]) for each in found]


def _complete(row: Row) -> TakedownRow:
    done = _decode_event(row[3]) if row[3] else None
    return TakedownRow(
        _decode(row[1]), _decode_publication(row[2]), done, has_proof=row[4] is not None
    )
