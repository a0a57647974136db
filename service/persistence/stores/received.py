"""
Keep consent records as they were received, sealed.
"""

from datetime import datetime

from sqlalchemy import delete, select

from service.decision.ids import ActId, PersonId
from service.persistence.outside import Sealer
from service.persistence.queries import mine
from service.persistence.schema.received import received_records
from service.persistence.statements import Prepared, inserting
from service.persistence.transaction import Transaction

ADD = inserting(received_records)
ALL = Prepared(
    select(received_records.c.act_id, received_records.c.sealed_document).where(
        mine(received_records)
    )
)
ONE = Prepared(select(received_records.c.sealed_document).where(mine(received_records, "act_id")))
DROP_OF = Prepared(delete(received_records).where(mine(received_records, "person_id")))


class SqlReceivedRecords:
    """
    The received records, in one transaction.
    """

    def __init__(self, transaction: Transaction, sealer: Sealer) -> None:
        """
        Work in *transaction*; *sealer* encrypts the records.
        """
        self._transaction = transaction
        self._sealer = sealer

    def add(self, act_id: ActId, person_id: PersonId, document: bytes, at: datetime) -> None:
        """
        Keep the record that an act came in with.
        """
        self._transaction.run(
            ADD,
            act_id=act_id,
            person_id=person_id,
            received_at=at,
            sealed_document=self._sealer.seal(document),
        )

    def find(self, act_id: ActId) -> bytes | None:
        """
        Give the record that an act came in with, if it came from elsewhere.
        """
        row = self._transaction.first(ONE, act_id=act_id)
        return None if row is None else self._sealer.open(row[0])

    def all(self) -> dict[ActId, bytes]:
        """
        Give every record by its act.
        """
        return {row[0]: self._sealer.open(row[1]) for row in self._transaction.all(ALL)}

    def drop_of(self, person_id: PersonId) -> int:
        """
        Delete those about a person; count them.
        """
        return self._transaction.run(DROP_OF, person_id=person_id)
