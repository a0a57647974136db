"""
Small logs to verify and to break: the same bytes in every run.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest

from service.ledger.checkpoint import Checkpoint, sign_checkpoint
from service.ledger.entry import Entry, EntryActor, EntryKind, commitment, leaf_bytes
from service.ledger.failures import Flaw, LogBroken
from service.ledger.kinds import ActorKind
from service.ledger.signing import SigningKey, check_ed25519_fast
from service.ledger.tree import Peaks, leaf_hash
from service.ledger.verify import Row, VerifiedLog, verify_log

ORGANISATION = "organisation-1"
ORIGIN = "obstat.example/organisation-1"
KEY = SigningKey(ORIGIN, sha256(b"the log's own key").digest())
NEXT_KEY = SigningKey(ORIGIN, sha256(b"the key after it").digest())
STRANGER = SigningKey(ORIGIN, sha256(b"somebody who would like to be the log").digest())
WITNESS = SigningKey("witness.example", sha256(b"a witness").digest())
BEGINNING = datetime(2026, 5, 12, 7, 30, tzinfo=UTC)
KINDS = (
    EntryKind.CONSENT_GIVEN,
    EntryKind.CHECK_ANSWERED,
    EntryKind.PUBLICATION_RECORDED,
    EntryKind.CONSENT_WITHDRAWN,
    EntryKind.PUBLICATION_TAKEN_DOWN,
)


@dataclass(frozen=True, slots=True)
class Log:
    """
    Rows and signed heads, as they would be exported.
    """

    rows: tuple[Row, ...]
    heads: tuple[str, ...]
    keys: tuple[SigningKey, ...] = (KEY,)

    def verify(self) -> VerifiedLog:
        """
        Verify it as an auditor would.
        """
        return self.verify_these(self.rows, self.heads)

    def verify_these(self, rows: Iterable[Row], heads: Iterable[str]) -> VerifiedLog:
        """
        Verify other rows and heads, trusting the keys of this log.
        """
        return verify_log(
            rows,
            heads,
            organisation_id=ORGANISATION,
            origin=ORIGIN,
            vkeys=[key.verifier().vkey() for key in self.keys],
            ed25519=check_ed25519_fast,
        )

    def flaw(self) -> tuple[Flaw, int]:
        """
        Give what the auditor finds wrong, and where.
        """
        with pytest.raises(LogBroken) as caught:
            self.verify()
        return caught.value.flaw, caught.value.index

    def with_row(self, index: int, row: Row) -> "Log":
        """
        Put another row in the place of one.
        """
        return replace(self, rows=(*self.rows[:index], row, *self.rows[index + 1 :]))

    def with_head(self, place: int, head: str) -> "Log":
        """
        Put another head in the place of one.
        """
        return replace(self, heads=(*self.heads[:place], head, *self.heads[place + 1 :]))


def make_entry(number: int, organisation_id: str = ORGANISATION) -> Entry:
    """
    Make the entry that stands at *number*.
    """
    return Entry(
        entry_id=sha256(f"entry {number}".encode()).hexdigest()[:32],
        organisation_id=organisation_id,
        kind=KINDS[number % len(KINDS)],
        recorded_at=BEGINNING + timedelta(seconds=number, microseconds=number),
        actor=EntryActor(id="asha", kind=ActorKind.STAFF),
        person_ids=("dario", "chika")[: number % 3],
        payload={"channel_id": "fb.public", "said": "oui à l’école 😀", "count": number},
    )


def make_row(number: int) -> Row:
    """
    Make the row that stands at *number*, with its entry.
    """
    entry = make_entry(number)
    salt = sha256(f"salt {number}".encode()).digest()
    entry_bytes = entry.to_bytes()
    return Row(number, entry.entry_id, commitment(salt, entry_bytes), salt, entry_bytes)


def seal(row: Row, entry_bytes: bytes) -> Row:
    """
    Put *entry_bytes* in the row, correctly committed to.
    """
    assert row.salt is not None
    return replace(row, commitment=commitment(row.salt, entry_bytes), entry_bytes=entry_bytes)


def erase(row: Row) -> Row:
    """
    Destroy entry and salt.
    """
    return replace(row, salt=None, entry_bytes=None)


def heads_over(rows: Iterable[Row], sizes: Iterable[int], *signers: SigningKey) -> Iterator[str]:
    """
    Sign the heads of these *sizes* over *rows*, as a sequencer would.
    """
    wanted, peaks = set(sizes), Peaks()
    if 0 in wanted:
        yield head_at(peaks, *signers)
    for row in rows:
        peaks.add(leaf_hash(leaf_bytes(ORGANISATION, row.entry_id, row.commitment)))
        if peaks.size in wanted:
            yield head_at(peaks, *signers)


def head_at(peaks: Peaks, *signers: SigningKey) -> str:
    """
    Sign the head of a log as it stands.
    """
    return sign_checkpoint(Checkpoint(ORIGIN, peaks.size, peaks.root()), *(signers or (KEY,)))


def make_log(size: int, *, erased: Iterable[int] = (), heads: Iterable[int] | None = None) -> Log:
    """
    Make a log of *size* rows with a head at each of *heads*, or at every size.
    """
    gone = set(erased)
    rows = [make_row(number) for number in range(size)]
    notes = heads_over(rows, range(size + 1) if heads is None else heads)
    return Log(tuple(erase(row) if row.index in gone else row for row in rows), tuple(notes))
