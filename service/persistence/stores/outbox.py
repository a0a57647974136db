"""
Keep letters until they are sent, and what became of them for good.
"""

from datetime import datetime

from service.errors import NotFound, Unavailable
from service.persistence.documents import document_of, reader
from service.persistence.outside import Sealer
from service.persistence.statements import Row
from service.persistence.stores import outbox_statements as statements
from service.persistence.stores.leaving import Departures
from service.persistence.transaction import Transaction
from service.records.mail import (
    Carrier,
    Claimed,
    Delivery,
    Letter,
    LetterId,
    LetterKind,
    LetterStory,
    Outcome,
)
from service.records.paging import Listing, Page

_decode = reader(Letter).decode


class SqlOutbox:
    """
    The letters of one organisation, in one transaction.
    """

    def __init__(self, transaction: Transaction, sealer: Sealer) -> None:
        """
        Work in *transaction*; *sealer* keeps the words from whoever steals the disk.
        """
        self._transaction = transaction
        self._departures = Departures(transaction, statements.LEAVING, "outbox")
        self._sealer = sealer

    def add(self, letter: Letter) -> None:
        """
        Write a letter; it leaves once the transaction commits, else never.
        """
        row = {
            "id": letter.id,
            "kind": letter.kind.value,
            "carrier": letter.carrier.value,
            "recipient_id": letter.recipient_id,
            "written_at": letter.written_at,
        }
        concerned = sorted({*letter.about, letter.recipient_id} - {""})
        people = [{"person_id": each, "letter_id": letter.id} for each in concerned]
        self._transaction.append(statements.ADD, row)
        self._transaction.append(statements.ADD_PERSON, *people)
        self._keep(letter)
        self._departures.make_due(letter.id, letter.not_before_at or letter.written_at)

    def awaits(self, kind: LetterKind, recipient_id: str, person_id: str) -> bool:
        """
        Tell whether a letter to one about another was not tried yet.
        """
        values = {"kind": kind.value, "recipient_id": recipient_id, "person_id": person_id}
        return self._transaction.first(statements.AWAITS, **values) is not None

    def has_told(self, kind: LetterKind, about_id: str) -> bool:
        """
        Tell whether a letter of this kind about something was ever written.
        """
        values = {"kind": kind.value, "person_id": about_id}
        return self._transaction.first(statements.HAS_TOLD, **values) is not None

    def lock(self) -> None:
        """
        Let nobody else say what was written until we end.
        """
        self._departures.lock()

    def claim(self, now: datetime, until: datetime) -> Claimed | None:
        """
        Take the letter that waited longest; nobody else may before *until*.
        """
        claimed = self._departures.claim(now, until)
        if claimed is None:
            return None
        letter_id, tries = LetterId(claimed[0]), claimed[1]
        return Claimed(letter_id, self._opened(letter_id), tries)

    def _opened(self, letter_id: LetterId) -> Letter | None:
        """
        Give a letter, if its seal opens: one that does not holds up no other.
        """
        sealed = self._sealed(letter_id)
        try:
            return _decode(self._sealer.open(sealed))
        except Unavailable:
            return None

    def wait(self, letter_id: LetterId, until: datetime) -> None:
        """
        Let a letter that was claimed wait longer: it was not tried.
        """
        self._departures.wait(letter_id, until)

    def settle(
        self, letter_id: LetterId, delivery: Delivery, at: datetime, next_try_at: datetime | None
    ) -> None:
        """
        Write down what a try came to, and when the next one is.
        """
        self._departures.settle(letter_id, delivery.outcome, delivery.detail, at, next_try_at)

    def renew(self, letter: Letter, at: datetime) -> None:
        """
        Send a letter again, perhaps to another address.
        """
        self._transaction.run(statements.DELETE_CONTENT, letter_id=letter.id)
        self._keep(letter)
        self._departures.renew(letter.id, Outcome.RENEWED, at)

    def get(self, letter_id: LetterId) -> Letter:
        """
        Give a letter with its words.

        Raises:
            NotFound: There is none, or its words were destroyed.
        """
        return _decode(self._sealer.open(self._sealed(letter_id)))

    def _sealed(self, letter_id: LetterId) -> bytes:
        row = self._transaction.first(statements.CONTENT, letter_id=letter_id)
        if row is None:
            raise NotFound("There is no such letter, or its words were destroyed.")
        return bytes(row[0])

    def story_of(self, letter_id: LetterId) -> LetterStory:
        """
        Tell what became of a letter.

        Raises:
            NotFound: There is none.
        """
        row = self._transaction.first(statements.STORY, id=letter_id)
        if row is None:
            raise NotFound("There is no such letter.")
        return _story(row)

    def list_page(self, page: Page) -> Listing[LetterStory]:
        """
        Give one page; filters: kind, recipient_id, outcome, state, person_id.
        """
        rows, next_after = statements.PAGES.read(self._transaction, page)
        return Listing(tuple(map(_story, rows)), next_after)

    def erase(self, person_id: str, at: datetime) -> int:
        """
        Destroy the words of letters to or about somebody; count them.

        What has not left yet, never does.
        """
        found = self._transaction.all(statements.OF_PERSON, person_id=person_id)
        for (letter_id,) in found:
            self._transaction.run(statements.DELETE_CONTENT, letter_id=letter_id)
            if self._departures.is_due(letter_id):
                self.settle(letter_id, Delivery(Outcome.ERASED), at, None)
        return len(found)

    def forget(self, before: datetime) -> int:
        """
        Destroy the words of letters that were settled before; count them.
        """
        limit = statements.FORGOTTEN_AT_ONCE
        found = self._transaction.all(statements.SETTLED, before=before, limit=limit)
        for (letter_id,) in found:
            self._transaction.run(statements.DELETE_CONTENT, letter_id=letter_id)
        return len(found)

    def _keep(self, letter: Letter) -> None:
        sealed = self._sealer.seal(document_of(letter).encode())
        self._transaction.append(statements.ADD_CONTENT, {"letter_id": letter.id, "sealed": sealed})


def _story(row: Row) -> LetterStory:
    """
    Read what became of a letter.
    """
    return LetterStory(
        id=LetterId(row[0]),
        kind=LetterKind(row[1]),
        carrier=Carrier(row[2]),
        recipient_id=row[3],
        written_at=row[4],
        outcome=Outcome(row[5]) if row[5] else None,
        detail=row[6] or "",
        last_tried_at=row[7],
        next_try_at=row[8],
    )
