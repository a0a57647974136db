"""
Hold the names of an organisation in memory.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select

from service.decision.naming import NameEntry, NameIndex
from service.persistence.documents import reader
from service.persistence.queries import is_latest, mine
from service.persistence.schema.instants import FOREVER
from service.persistence.schema.people import people
from service.persistence.statements import Among, Prepared, Row
from service.persistence.transaction import Transaction
from service.records.people import WHOLE_HOUSE, PersonRecord

_decode = reader(PersonRecord).decode
_latest = select(people.c.document).where(mine(people), is_latest(people))

EVERYBODY = Prepared(_latest)
SOME = Prepared(_latest.where(Among(people.c.id, "ids")))


class Names:
    """
    Turn people's records into an index of names.

    An index never changes: sharing one needs no lock.
    """

    log = "people"

    def load(self, transaction: Transaction) -> NameIndex:
        """
        Index the names of everybody.
        """
        return names_known(transaction, FOREVER)

    def learn(
        self, view: NameIndex, transaction: Transaction, subject_ids: Sequence[str]
    ) -> NameIndex:
        """
        Index these people again; whoever was erased is gone.
        """
        rows = transaction.all(SOME, ids=subject_ids, known_at=FOREVER)
        return view.with_changes(_entries(rows), removed_ids=subject_ids)

    beside = learn


def names_known(transaction: Transaction, known_at: datetime) -> NameIndex:
    """
    Index the names that were known at an instant; the erased have none.
    """
    return NameIndex.build(_entries(transaction.all(EVERYBODY, known_at=known_at)))


def _entries(rows: Sequence[Row]) -> Iterable[NameEntry]:
    """
    Give one entry a person, in every unit of theirs, former ones too.

    A name that is looked up in a unit that somebody left last week means them still.
    """
    for (document,) in rows:
        person = _decode(document)
        yield NameEntry(
            person_id=person.id,
            given=person.given_name,
            family=person.family_name,
            aliases=person.aliases,
            unit_ids=frozenset(each.unit_id for each in person.memberships) | {WHOLE_HOUSE},
        )
