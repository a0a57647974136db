"""
Keep forms as printed, and which of them came back.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from service.decision.ids import PaperId, PersonId
from service.persistence.documents import document_of, reader
from service.persistence.queries import mine
from service.persistence.schema.paper import paper_steps
from service.persistence.statements import Prepared, inserting
from service.persistence.transaction import Transaction
from service.records.paper import PaperForm

PRINTED = "printed"
ENTERED = "entered"
_one = mine(paper_steps, "id", "step")

ADD = inserting(paper_steps)
DOCUMENT = Prepared(select(paper_steps.c.document).where(_one))
TAKEN = Prepared(select(paper_steps.c.taken_at).where(_one))
DROP_OF = Prepared(delete(paper_steps).where(mine(paper_steps, "person_id")))

_read = reader(PaperForm).decode


class SqlPaperForms:
    """
    The printed forms, in one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        self._transaction = transaction

    def add(self, form: PaperForm) -> None:
        """
        Keep a form as printed.
        """
        self._take(form.id, PRINTED, form.printed_at, form.person_id or "", document_of(form))

    def find(self, paper_id: PaperId) -> PaperForm | None:
        """
        Give a form as printed, if this organisation printed it.
        """
        found = self._first(DOCUMENT, paper_id, PRINTED)
        return _read(found) if found is not None else None

    def used_at(self, paper_id: PaperId) -> datetime | None:
        """
        Tell when its answers were entered, if they were.
        """
        found: datetime | None = self._first(TAKEN, paper_id, ENTERED)
        return found

    def note_use(self, paper_id: PaperId, person_id: PersonId, at: datetime) -> None:
        """
        Note that its answers were entered.
        """
        self._take(paper_id, ENTERED, at, person_id, "{}")

    def drop_of(self, person_id: PersonId) -> int:
        """
        Delete all that is about a person; count the rows.
        """
        return self._transaction.run(DROP_OF, person_id=person_id)

    def _take(
        self, paper_id: PaperId, step: str, at: datetime, person_id: str, document: str
    ) -> None:
        self._transaction.run(
            ADD, id=paper_id, step=step, taken_at=at, person_id=person_id, document=document
        )

    def _first(self, prepared: Prepared, paper_id: PaperId, step: str) -> Any:  # noqa: ANN401  # of the column
        row = self._transaction.first(prepared, id=paper_id, step=step)
        return None if row is None else row[0]
