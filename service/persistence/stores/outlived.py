"""
Find what has been kept long enough, and destroy it.

What goes is noted first: the triggers guard all other rows.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, delete, exists, select

from service.decision.ids import PersonId
from service.persistence.documents import plain
from service.persistence.outside import Sealer
from service.persistence.queries import mine
from service.persistence.schema.activity import check_people, checks
from service.persistence.schema.consents import consent_acts, evidence
from service.persistence.schema.instants import Instant
from service.persistence.schema.organisations import erasures
from service.persistence.statements import Among, Prepared
from service.persistence.stores import word_statements as words
from service.persistence.stores.erasing import note_erasure
from service.persistence.stores.ledger_statements import FORGET_PAYLOAD
from service.persistence.stores.words import ERASED, SqlWords
from service.persistence.transaction import Transaction
from service.records.retention import Erased, Outliving

GONE = "content"
"""Noted of evidence whose content is destroyed."""
_BEFORE = bindparam("before", type_=Instant())


def _noted(kind: str) -> ColumnElement[bool]:
    return exists().where(
        erasures.c.organisation_id == evidence.c.organisation_id,
        erasures.c.kind == kind,
        erasures.c.subject_id == evidence.c.id,
    )


EVIDENCE = Prepared(
    select(
        evidence.c.id,
        evidence.c.recorded_at,
        consent_acts.c.person_id,
        consent_acts.c.signatory_id,
    )
    .join(
        consent_acts,
        (consent_acts.c.organisation_id == evidence.c.organisation_id)
        & (consent_acts.c.id == evidence.c.act_id),
    )
    .where(mine(evidence), evidence.c.recorded_at < _BEFORE, ~_noted(GONE))
    .order_by(evidence.c.id)
)
CHECKS = Prepared(
    select(checks.c.id, checks.c.asked_at)
    .where(mine(checks), checks.c.asked_at < _BEFORE)
    .order_by(checks.c.id)
)
LOOKED_UP = Prepared(
    select(check_people.c.check_id, check_people.c.person_id)
    .join(
        checks,
        (checks.c.organisation_id == check_people.c.organisation_id)
        & (checks.c.id == check_people.c.check_id),
    )
    .where(mine(check_people), checks.c.asked_at < _BEFORE)
)
ERASURES = {"person": "person", "photo": "photo", "staff": "member"}
"""What somebody erases, as it is noted here, and what it is called elsewhere."""
ERASED_OF_KIND = Prepared(
    select(erasures.c.subject_id).where(mine(erasures, "kind")).order_by(erasures.c.subject_id)
)
DROP_LOOKED_UP = Prepared(
    delete(check_people).where(mine(check_people), Among(check_people.c.check_id, "ids"))
)
DROP_CHECKS = Prepared(delete(checks).where(mine(checks), Among(checks.c.id, "ids")))


class SqlOutlived:
    """
    What has been kept long enough, in one transaction.
    """

    def __init__(self, transaction: Transaction, sealer: Sealer) -> None:
        """
        Work in *transaction*; *sealer* seals what takes the place of evidence.
        """
        self._transaction = transaction
        self._sealer = sealer

    def evidence(self, before: datetime) -> Sequence[Outliving]:
        """
        Give evidence recorded before an instant whose content is still there.
        """
        rows = self._transaction.all(EVIDENCE, before=before)
        return [Outliving(row[0], row[1], frozenset(map(PersonId, row[2:]))) for row in rows]

    def checks(self, before: datetime) -> Sequence[Outliving]:
        """
        Give checks asked before an instant.
        """
        people = defaultdict[str, set[PersonId]](set)
        for check_id, person_id in self._transaction.all(LOOKED_UP, before=before):
            people[check_id].add(PersonId(person_id))
        rows = self._transaction.all(CHECKS, before=before)
        return [Outliving(row[0], row[1], frozenset(people[row[0]])) for row in rows]

    def erased(self) -> Sequence[Erased]:
        """
        Give every person, photo and member who was erased.
        """
        return [
            Erased(called, row[0])
            for kind, called in ERASURES.items()
            for row in self._transaction.all(ERASED_OF_KIND, kind=kind)
        ]

    def drop_evidence(self, evidence_ids: Sequence[str], at: datetime) -> None:
        """
        Destroy what evidence contains; its digest stays.
        """
        gone = self._sealer.seal(ERASED.encode())
        for each in evidence_ids:
            note_erasure(self._transaction, GONE, each, at)
            note_erasure(self._transaction, "words:evidence", each, at)
            for blot in (words.BLOT_CONTENT, words.BLOT_NOTE):
                self._transaction.run(blot, id=each, sealed=gone)

    def drop_checks(self, check_ids: Sequence[str], at: datetime) -> None:
        """
        Destroy checks, and what the log says of them.
        """
        going = frozenset(check_ids)
        for each in check_ids:
            note_erasure(self._transaction, "check", each, at)
        for entry_id, entry in self._transaction.all(words.QUOTES, kind="check:answered"):
            if plain(entry.decode())["payload"]["check_id"] in going:
                note_erasure(self._transaction, "words:ledger_payloads", entry_id, at)
                self._transaction.run(FORGET_PAYLOAD, entry_id=entry_id)
        self._transaction.run(DROP_LOOKED_UP, ids=sorted(going))
        self._transaction.run(DROP_CHECKS, ids=sorted(going))

    def drop_complaints(self, complaint_ids: Sequence[str], at: datetime) -> None:
        """
        Destroy the words of complaints and the notes about them.
        """
        SqlWords(self._transaction, self._sealer).blot_complaints(complaint_ids, at)
