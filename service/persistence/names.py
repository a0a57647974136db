"""
Hold the names of an organisation in memory.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from service.decision.naming import NameEntry, NameIndex
from service.persistence.documents import reader
from service.persistence.queries import KNOWN_AT, is_latest, mine
from service.persistence.schema.instants import FOREVER
from service.persistence.schema.people import people
from service.persistence.statements import Among, Prepared, Row
from service.persistence.transaction import Transaction
from service.records.people import WHOLE_HOUSE, PersonRecord

_decode = reader(PersonRecord).decode
_latest = select(people.c.document).where(mine(people), is_latest(people))

_earlier = select(people.c.document).where(
    mine(people), people.c.recorded_at <= KNOWN_AT, ~is_latest(people)
)

EVERYBODY, FORMERLY = Prepared(_latest), Prepared(_earlier)
SOME, SOME_FORMERLY = (
    Prepared(each.where(Among(people.c.id, "ids"))) for each in (_latest, _earlier)
)


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
        asked = {"ids": subject_ids, "known_at": FOREVER}
        now = _people(transaction.all(SOME, **asked))
        before = _people(transaction.all(SOME_FORMERLY, **asked))
        return view.with_changes(map(_entry, now), subject_ids, _former(now, before))

    beside = learn


def names_known(transaction: Transaction, known_at: datetime) -> NameIndex:
    """
    Index the names that were known at an instant; the erased have none.
    """
    now = everybody(transaction, known_at)
    before = _people(transaction.all(FORMERLY, known_at=known_at))
    return NameIndex.build(map(_entry, now), _former(now, before))


def everybody(transaction: Transaction, known_at: datetime = FOREVER) -> list[PersonRecord]:
    """
    Give everybody as they were known at an instant; the erased are gone.
    """
    return _people(transaction.all(EVERYBODY, known_at=known_at))


def people_among(transaction: Transaction, person_ids: Sequence[str]) -> list[PersonRecord]:
    """
    Give the latest versions of these people, as far as they are registered.
    """
    return _people(transaction.all(SOME, ids=person_ids, known_at=FOREVER))


def _people(rows: Sequence[Row]) -> list[PersonRecord]:
    return [_decode(document) for (document,) in rows]


def _former(now: Iterable[PersonRecord], before: Iterable[PersonRecord]) -> list[NameEntry]:
    """
    Give what people were called before, each name once.

    Nicknames that were taken out are meant to be gone.
    """
    called = {each.id: (each.given_name, each.family_name) for each in now}
    names = {(each.id, each.given_name, each.family_name): each for each in before}
    return [
        replace(_entry(each), aliases=())
        for (person_id, *name), each in names.items()
        if called.get(person_id, tuple(name)) != tuple(name)
    ]


def _entry(person: PersonRecord) -> NameEntry:
    """
    Give the names of a person, in every unit of theirs, former ones too.

    A name that is looked up in a unit that somebody left last week means them still.
    """
    return NameEntry(
        person_id=person.id,
        given=person.given_name,
        family=person.family_name,
        aliases=person.aliases,
        unit_ids=frozenset(each.unit_id for each in person.memberships) | {WHOLE_HOUSE},
    )
