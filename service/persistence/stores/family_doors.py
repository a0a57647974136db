"""
Keep what lets families in, and find who is reached where.
"""

from collections.abc import Sequence
from datetime import datetime

from uuid_utils import uuid4

from service.decision.ids import SignatoryId
from service.persistence.documents import reader
from service.persistence.stores import family_statements as statements
from service.persistence.transaction import Transaction
from service.records.families import DoorKey, DoorKind, Reachable
from service.records.people import PersonRecord, Signatory

_signatory = reader(Signatory).decode
_person = reader(PersonRecord).decode


class SqlFamilyDoors:
    """
    The links, codes and sessions of one organisation, in one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        self._transaction = transaction

    def add(self, key: DoorKey) -> None:
        """
        Keep a secret's digest.
        """
        row = {
            "digest": key.digest,
            "id": key.id,
            "kind": key.kind.value,
            "signatory_id": key.signatory_id,
            "code_digest": key.code_digest,
            "made_at": key.made_at,
            "expires_at": key.expires_at,
        }
        self._transaction.append(statements.ADD_KEY, row)

    def find(self, kind: DoorKind, digest: bytes, now: datetime) -> DoorKey | None:
        """
        Find what a secret opens, unless it is over.
        """
        row = self._transaction.first(statements.FIND, kind=kind.value, digest=digest)
        if row is None or row[4] <= now:
            return None
        return DoorKey(
            id=row[0],
            kind=kind,
            signatory_id=SignatoryId(row[1]),
            digest=digest,
            code_digest=bytes(row[2]),
            made_at=row[3],
            expires_at=row[4],
        )

    def close(self, digest: bytes) -> None:
        """
        Let a secret open nothing any more.
        """
        self._transaction.run(statements.CLOSE, digest=digest)

    def lock(self, signatory_id: SignatoryId) -> None:
        """
        Let nobody else ask somebody until the transaction ends.
        """
        self._transaction.lock("family doors", signatory_id)

    def count(self, kind: DoorKind, signatory_id: SignatoryId, since: datetime) -> int:
        """
        Count what somebody was given since an instant; two never count at once.
        """
        self._transaction.lock("family doors", signatory_id)
        return self._transaction.number(
            statements.COUNT, kind=kind.value, signatory_id=signatory_id, since=since
        )

    def tries(self, key: DoorKey) -> Sequence[bool]:
        """
        Tell which tries of a code were right; two never try at once.
        """
        self._transaction.lock("family code", key.id)
        rows = self._transaction.all(statements.TRIES, key_id=key.id)
        return [bool(row[0]) for row in rows]

    def note_try(self, key: DoorKey, at: datetime, *, right: bool) -> None:
        """
        Write down a try.
        """
        number = len(self.tries(key)) + 1
        row = {"key_id": key.id, "number": number, "tried_at": at, "was_right": right}
        self._transaction.append(statements.ADD_TRY, row)

    def note_request(self, digest: bytes, at: datetime) -> None:
        """
        Write down that somebody typed a contact, known or not.
        """
        row = {"id": str(uuid4()), "digest": digest, "requested_at": at}
        self._transaction.append(statements.ADD_REQUEST, row)

    def count_requests(self, since: datetime, digest: bytes | None = None) -> int:
        """
        Count contacts that were typed, or how often one of them was.
        """
        self._transaction.lock("family requests")
        if digest is None:
            return self._transaction.number(statements.COUNT_REQUESTS, since=since)
        return self._transaction.number(statements.COUNT_SAME, since=since, digest=digest)

    def reach(self, signatory_id: SignatoryId) -> Reachable | None:
        """
        Give a contact person, or a person who may answer alone.
        """
        row = self._transaction.first(statements.SIGNATORY, id=signatory_id)
        if row is not None:
            return _of_signatory(_signatory(row[0]))
        row = self._transaction.first(statements.PERSON, id=signatory_id)
        return None if row is None else _of_person(_person(row[0]))

    def with_contact(self, contact: str) -> Sequence[Reachable]:
        """
        Give everybody who is reached at an address or a telephone number.

        Both tables are read to their ends, whoever is in them: how long it takes says
        nothing about the contact.
        """
        wanted = normal(contact)
        if not wanted:
            return []
        found = [
            _of_signatory(_signatory(row[0]))
            for row in self._transaction.all(statements.SIGNATORIES_LIKE, part=wanted)
        ]
        found += [
            _of_person(_person(row[0]))
            for row in self._transaction.all(statements.PEOPLE_LIKE, part=wanted)
        ]
        return [each for each in found if wanted in {normal(each.email), normal(each.phone)}]

    def shut(self, signatory_id: SignatoryId) -> None:
        """
        Let no code or session of somebody open anything; links stay.
        """
        for kind in (DoorKind.CODE, DoorKind.SESSION):
            self._transaction.run(statements.SHUT, kind=kind.value, signatory_id=signatory_id)

    def erase(self, signatory_id: str) -> None:
        """
        Let nothing open any more for somebody.
        """
        self._transaction.run(statements.ERASE, signatory_id=signatory_id)

    def forget(self, before: datetime) -> int:
        """
        Forget all that have been over since; count them.
        """
        return sum(self._transaction.run(each, before=before) for each in statements.FORGET)


def normal(contact: str) -> str:
    """
    Write a contact in one way, however it is spelled.

    An address in small letters; of a number the last nine digits, which no prefix of
    a country or zero before them changes.
    """
    text = contact.strip()
    if "@" in text:
        return text.lower()
    digits = "".join(each for each in text if each.isascii() and each.isdigit())
    return (
        digits[-statements.SIGNIFICANT_DIGITS :] if len(digits) >= statements.LEAST_DIGITS else ""
    )


def _of_signatory(record: Signatory) -> Reachable:
    return Reachable(record.id, record.given_name, record.email, record.phone, record.language)


def _of_person(record: PersonRecord) -> Reachable:
    return Reachable(
        SignatoryId(record.id), record.given_name, record.email, language=record.language
    )
