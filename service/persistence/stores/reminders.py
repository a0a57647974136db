"""
Keep which reminders were written.
"""

from datetime import date, datetime

from sqlalchemy import select

from service.decision.ids import PersonId, SignatoryId
from service.persistence.queries import mine
from service.persistence.schema.reminders import reminders as table
from service.persistence.statements import Prepared, inserting
from service.persistence.transaction import Transaction
from service.records.mail import LetterId
from service.records.reminders import Occasion, ReminderKey

ADD = inserting(table)
OF_PERSON = Prepared(
    select(table.c.signatory_id, table.c.occasion, table.c.falls_on, table.c.step_days).where(
        mine(table, "person_id")
    )
)
OF_LETTER = Prepared(
    select(
        table.c.person_id,
        table.c.signatory_id,
        table.c.occasion,
        table.c.falls_on,
        table.c.step_days,
    ).where(mine(table, "letter_id"))
)


class SqlReminders:
    """
    The reminders of one organisation, in one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        self._transaction = transaction

    def lock(self, person_id: PersonId) -> None:
        """
        Let nobody else remind of this person until the transaction ends.
        """
        self._transaction.lock("reminders", person_id)

    def of_person(self, person_id: PersonId) -> frozenset[ReminderKey]:
        """
        Give every reminder about a person that was written.
        """
        rows = self._transaction.all(OF_PERSON, person_id=person_id)
        return frozenset(
            ReminderKey(
                Occasion(row[1]),
                person_id,
                SignatoryId(row[0]),
                date.fromisoformat(row[2]),
                int(row[3]),
            )
            for row in rows
        )

    def of_letter(self, letter_id: LetterId) -> ReminderKey | None:
        """
        Find what a letter reminds of.
        """
        row = self._transaction.first(OF_LETTER, letter_id=letter_id)
        if row is None:
            return None
        return ReminderKey(
            Occasion(row[2]),
            PersonId(row[0]),
            SignatoryId(row[1]),
            date.fromisoformat(row[3]),
            int(row[4]),
        )

    def add(self, key: ReminderKey, letter_id: LetterId, at: datetime) -> None:
        """
        Append that a reminder was written.
        """
        row = {
            "person_id": key.person_id,
            "signatory_id": key.signatory_id,
            "occasion": key.occasion.value,
            "falls_on": key.falls_on.isoformat(),
            "step_days": key.step_days,
            "letter_id": letter_id,
            "written_at": at,
        }
        self._transaction.append(ADD, row)
