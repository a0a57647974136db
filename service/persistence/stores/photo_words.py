"""
Keep what is written in registered documents, to be read for names.

It is sealed.  It goes with its photo, and when somebody is erased whom it names.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import and_, delete, or_, select

from service.decision.ids import PhotoId
from service.persistence.outside import Sealer
from service.persistence.queries import mine
from service.persistence.schema.photos import photo_words as table
from service.persistence.schema.photos import photos
from service.persistence.statements import Among, Prepared, inserting
from service.persistence.stores.erasing import note_erasure
from service.persistence.stores.word_statements import PHOTOS
from service.persistence.transaction import Transaction
from service.records.photos import DOCUMENT_FORMATS

ADD = inserting(table)
OF_DOCUMENTS = Prepared(
    select(photos.c.id, table.c.sealed_words)
    .outerjoin(
        table,
        and_(table.c.organisation_id == photos.c.organisation_id, table.c.photo_id == photos.c.id),
    )
    .where(
        mine(photos),
        Among(photos.c.id, "ids"),
        or_(*(photos.c.format == each for each in sorted(DOCUMENT_FORMATS))),
    )
)
ALL = Prepared(select(table.c.photo_id, table.c.sealed_words).where(mine(table)))
INVOLVING = Prepared(PHOTOS)
DESTROY = Prepared(delete(table).where(mine(table, "photo_id")))

Test = Callable[[str], bool]


class SqlPhotoWords:
    """
    The words of documents in one transaction.
    """

    def __init__(self, transaction: Transaction, sealer: Sealer) -> None:
        """
        Work in *transaction*; *sealer* opens the words.
        """
        self._transaction = transaction
        self._sealer = sealer

    def of(self, photo_ids: Collection[PhotoId]) -> Mapping[PhotoId, str | None]:
        """
        Give what is written in each document; None: nobody knows.

        Nothing of those photos that are none.
        """
        if not photo_ids:
            return {}
        rows = self._transaction.all(OF_DOCUMENTS, ids=sorted(photo_ids))
        return {PhotoId(row[0]): None if row[1] is None else self._open(row[1]) for row in rows}

    def forget(
        self, person_ids: Sequence[str], are_traces: Test, are_named: Test, at: datetime
    ) -> int:
        """
        Destroy the words that name people, and give of how many documents.

        Comes before whatever else an erasure destroys.

        Args:
            are_traces: Tells whether words name them in any way: of documents that
                involve them.

            are_named: Tells whether words have a whole name of theirs: of any other.
        """
        involving = {
            row[0]
            for each in person_ids
            for row in self._transaction.all(INVOLVING, person_id=each)
        }
        found = [
            photo_id
            for photo_id, sealed in self._transaction.all(ALL)
            if (are_traces if photo_id in involving else are_named)(self._open(sealed))
        ]
        for photo_id in found:
            note_erasure(self._transaction, "words:photo_words", photo_id, at)
            self._transaction.run(DESTROY, photo_id=photo_id)
        return len(found)

    def _open(self, sealed: bytes) -> str:
        return self._sealer.open(sealed).decode()
