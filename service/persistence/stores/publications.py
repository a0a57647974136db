"""
Keep what was published where, and what became of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Exists, Table, Text, bindparam, exists, func, select

from service.decision.ids import ChannelId, PersonId, PublicationId, TakedownId, UnitId
from service.errors import NotFound
from service.persistence.documents import document_of, reader
from service.persistence.queries import KNOWN_AT, Pages, equals, mine
from service.persistence.schema.activity import (
    publication_events,
    publication_people,
    publication_photos,
    publication_words,
    publications,
)
from service.persistence.schema.instants import FOREVER
from service.persistence.schema.takedowns import reshares, takedowns
from service.persistence.statements import Among, Prepared, Row, inserting
from service.persistence.stores.publications_of_units import SEEN, UNITS, of_units
from service.persistence.stores.what_is_live import IS_DOWN
from service.persistence.transaction import Transaction
from service.records.activity import Publication, PublicationEvent
from service.records.paging import Listing, Page
from service.records.takedowns import Fate

_publication = select(
    publications.c.id, publications.c.document, publication_words.c.alt_text
).outerjoin(
    publication_words,
    (publication_words.c.organisation_id == publications.c.organisation_id)
    & (publication_words.c.publication_id == publications.c.id),
)


def _shows(table: Table, column: str) -> Exists:
    return exists().where(
        table.c.organisation_id == publications.c.organisation_id,
        table.c.publication_id == publications.c.id,
        table.c[column] == bindparam(column, type_=Text()),
    )


ADD = inserting(publications)
ADD_WORDS = inserting(publication_words)
ADD_PERSON = inserting(publication_people)
ADD_PHOTO = inserting(publication_photos)
ADD_EVENT = inserting(publication_events)
ADD_RESHARE = inserting(reshares)
ONE = Prepared(_publication.where(mine(publications, "id")))
PAGES = Pages(
    _publication.where(mine(publications), publications.c.recorded_at <= KNOWN_AT),
    publications.c.id,
    {
        "channel_id": equals(publications.c.channel_id, "channel_id"),
        "person_id": _shows(publication_people, "person_id"),
        "photo_id": _shows(publication_photos, "photo_id"),
        "live": ~IS_DOWN,
        "down": IS_DOWN,
        UNITS: of_units(),
    },
)
LAST_EVENT = Prepared(
    select(func.max(publication_events.c.number)).where(mine(publication_events, "publication_id"))
)
EVENTS = Prepared(
    select(publication_events.c.document)
    .where(mine(publication_events, "publication_id"))
    .order_by(publication_events.c.number)
)

PEOPLE_OF = Prepared(
    select(publication_people.c.publication_id, publication_people.c.person_id).where(
        mine(publication_people), Among(publication_people.c.publication_id, "ids")
    )
)
RESHARES = Prepared(
    select(reshares.c.publication_id)
    .where(mine(reshares, "original_id"))
    .order_by(reshares.c.publication_id)
)
FATES = Prepared(
    select(publications.c.id, IS_DOWN, takedowns.c.id, takedowns.c.unit_id)
    .outerjoin(
        takedowns,
        (takedowns.c.organisation_id == publications.c.organisation_id)
        & (takedowns.c.publication_id == publications.c.id),
    )
    .where(mine(publications), Among(publications.c.id, "ids"))
)

_decode = reader(Publication).decode
_decode_event = reader(PublicationEvent).decode


class SqlPublications:
    """
    The publications of one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        self._transaction = transaction

    def add(self, publication: Publication) -> None:
        """
        Append a publication.
        """
        whose = {"publication_id": publication.id}
        row = {
            "id": publication.id,
            "channel_id": publication.channel_id,
            "published_at": publication.published_at,
            "recorded_at": publication.recorded_at,
            "document": document_of(replace(publication, alt_text="")),
        }
        self._transaction.append(ADD, row)
        if publication.alt_text:
            self._transaction.append(ADD_WORDS, {**whose, "alt_text": publication.alt_text})
        for insert, column, ids in (
            (ADD_PERSON, "person_id", publication.person_ids),
            (ADD_PHOTO, "photo_id", publication.photo_ids),
        ):
            self._transaction.append(insert, *({**whose, column: each} for each in set(ids)))
        if publication.reshare_of is not None:
            self._transaction.append(ADD_RESHARE, {**whose, "original_id": publication.reshare_of})

    def add_people(
        self, publication_ids: Iterable[PublicationId], person_ids: Iterable[PersonId]
    ) -> None:
        """
        Say that publications show people whom nobody had named then.
        """
        ids = sorted(publication_ids)
        known = {(row[0], row[1]) for row in self._transaction.all(PEOPLE_OF, ids=ids)}
        wanted = {(one, person_id) for one in ids for person_id in person_ids}
        self._transaction.append(
            ADD_PERSON,
            *(
                {"publication_id": one, "person_id": person_id}
                for one, person_id in sorted(wanted - known)
            ),
        )

    def reshares_of(self, publication_id: PublicationId) -> Sequence[PublicationId]:
        """
        Give where it was shared again, oldest first.
        """
        rows = self._transaction.all(RESHARES, original_id=publication_id)
        return [PublicationId(row[0]) for row in rows]

    def lock_story(self, publication_id: PublicationId) -> None:
        """
        Keep every other transaction from adding to what happened until we end.
        """
        self._transaction.lock("publication", publication_id)

    def get(self, publication_id: PublicationId) -> Publication:
        """
        Give one publication.

        Raises:
            NotFound: There is none.
        """
        row = self._transaction.first(ONE, id=publication_id)
        if row is None:
            raise NotFound("There is no such publication.")
        return _complete(row)

    def list_page(self, page: Page) -> Listing[Publication]:
        """
        Give one page.

        Filters: channel_id, person_id, photo_id, live, down, unit_ids.
        """
        rows, next_after = PAGES.read(self._transaction, page)
        return Listing(tuple(_complete(row) for row in rows), next_after)

    def of_units(
        self, publication_ids: Iterable[PublicationId], unit_ids: str
    ) -> frozenset[PublicationId]:
        """
        Give those of some that have to do with units, listed as `|a|b|`.
        """
        which = {"ids": tuple(publication_ids), UNITS: unit_ids}
        rows = self._transaction.all(SEEN, **which, known_at=FOREVER)
        return frozenset(PublicationId(row[0]) for row in rows)

    def fates_of(self, publication_ids: Iterable[PublicationId]) -> Mapping[PublicationId, Fate]:
        """
        Tell of each of some whether it came down, or has to, in one statement.
        """
        rows = self._transaction.all(FATES, ids=tuple(publication_ids))
        return {PublicationId(row[0]): _fate(row) for row in rows}

    def add_event(self, event: PublicationEvent) -> None:
        """
        Append what happened to a publication.
        """
        self.lock_story(event.publication_id)
        last = self._transaction.number(LAST_EVENT, publication_id=event.publication_id)
        self._transaction.run(
            ADD_EVENT,
            publication_id=event.publication_id,
            number=last + 1,
            kind=event.kind.value,
            happened_at=event.happened_at,
            recorded_at=event.recorded_at,
            document=document_of(event),
        )

    def events_of(self, publication_id: PublicationId) -> Sequence[PublicationEvent]:
        """
        Give what happened to it, in the order it was recorded.
        """
        rows = self._transaction.all(EVENTS, publication_id=publication_id)
        return [_decode_event(row[0]) for row in rows]

    def lock_quota(self, channel_id: ChannelId) -> None:
        """
        Keep every other transaction from counting this channel until we end.

        Whoever looks at the clock next counts everybody who came before.
        """
        self._transaction.lock("quota", channel_id)
        self._transaction.wait()


def _complete(row: Row) -> Publication:
    """
    Put the alternative text back, unless an erasure destroyed it.
    """
    return replace(_decode(row[1]), alt_text=row[2] or "")


def _fate(row: Row) -> Fate:
    """
    Read what became of one; a task of the whole house has no unit.
    """
    task = TakedownId(row[2]) if row[2] else None
    return Fate(bool(row[1]), task, UnitId(row[3]) if row[3] else None)
