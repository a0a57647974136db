"""
Send what is due, again and again until it arrived or is of no use.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from service.decision.ids import OrganisationId
from service.records.mail import HELD, Delivery, Letter, LetterId, Outcome
from service.usecases.mail.readdressing import still_due
from service.usecases.ports.database import Database
from service.usecases.ports.mail import Postman
from service.usecases.ports.services import Clock
from service.usecases.ports.work import UnitOfWork

LEASE = timedelta(minutes=10)
"""How long a letter is one worker's: longer than any server may be silent."""
MOST_AT_ONCE = 50
"""Letters of one organisation before the next one's turn."""
PAUSES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=4),
    *(timedelta(hours=12) for _ in range(9)),
)
"""Between tries: close at first, in all nearly five days (RFC 5321 section 4.5.4.1)."""

SEALED = "sealed"
"""Its seal does not open: tried again, for the key that was there may be put back."""

LeavesAt = Callable[[UnitOfWork, Letter, datetime], datetime | None]
"""Says when a letter may leave; None: it has nothing to ask any more."""

IsHeld = Callable[[UnitOfWork, Letter, datetime], bool]
"""Tells whether a hold lies on whom a letter is about that nobody asked for."""

LOOK_AGAIN = timedelta(hours=12)
"""After that it is looked whether the hold was lifted."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """
    A letter that this worker alone may try now.
    """

    id: LetterId
    tries: int
    letter: Letter | None
    """None where its seal does not open."""
    leaves_at: datetime | None
    is_held: bool = False

    @property
    def waits(self) -> bool:
        """
        Tell whether it waits for a hold to be lifted.
        """
        return self.is_held and self.leaves_at is not None


@dataclass(frozen=True, slots=True)
class DeliverLetters:
    """
    Send what is due.
    """

    database: Database
    clock: Clock
    postman: Postman
    leaves_at: Sequence[LeavesAt]
    """All are asked: the last instant counts, and one that says never."""
    is_held: IsHeld = lambda *_: False

    def __call__(self) -> int:
        """
        Send due letters of every organisation; count those that left.

        A letter is claimed in one transaction, carried outside of any, and settled in
        another: no server's silence holds the storage, and no two workers carry the
        same letter.  A crash between carrying and settling sends it once more, under
        the same Message-ID: better twice than never.

        Raises:
            Unavailable: The storage cannot be reached or written.
        """
        count = 0
        for organisation_id in self.database.with_due_letters(self.clock()):
            for delivery in self.of(organisation_id):
                count += delivery.outcome is Outcome.SENT
                if delivery.unreachable:
                    return count
        return count

    def of(self, organisation_id: OrganisationId) -> Iterator[Delivery]:
        """
        Send the due letters of one organisation.
        """
        for _ in range(MOST_AT_ONCE):
            taken = self._claimed(organisation_id)
            if taken is None:
                return
            if not taken.waits:
                yield self._carried(organisation_id, taken)

    def _claimed(self, organisation_id: OrganisationId) -> _Taken | None:
        """
        Take a letter, to where its recipient is reached now; say when it may leave.
        """
        with self.database.begin(organisation_id) as work:
            now = self.clock()
            claimed = work.outbox.claim(now, now + LEASE)
            if claimed is None:
                return None
            taken = _Taken(claimed.letter_id, claimed.tries, claimed.letter, now)
            if claimed.letter:
                taken = self._looked_at(work, taken, claimed.letter, now)
            if taken.waits:
                work.outbox.wait(taken.id, max(now + LOOK_AGAIN, taken.leaves_at or now))
            work.commit()
        return taken

    def _looked_at(self, work: UnitOfWork, taken: _Taken, letter: Letter, now: datetime) -> _Taken:
        """
        Say when a letter may leave, and whether a hold is in the way.
        """
        due = still_due(work, letter)
        if due is None:
            return replace(taken, leaves_at=None)
        leaves_at, is_held = self._leaves_at(work, due, now), self.is_held(work, due, now)
        return replace(taken, letter=due, leaves_at=leaves_at, is_held=is_held)

    def _leaves_at(self, work: UnitOfWork, letter: Letter, now: datetime) -> datetime | None:
        """
        Say when a letter may leave; None: it has nothing to ask any more.
        """
        latest = now
        for each in self.leaves_at:
            found = each(work, letter, now)
            if found is None:
                return None
            latest = max(latest, found)
        return latest

    def _carried(self, organisation_id: OrganisationId, taken: _Taken) -> Delivery:
        """
        Carry a letter, if it is its time, and write down what became of it.
        """
        letter, leaves_at, now = taken.letter, taken.leaves_at, self.clock()
        is_late = letter and letter.until_at is not None and letter.until_at <= now
        if letter is None:
            delivery = Delivery(Outcome.POSTPONED, SEALED)
        elif leaves_at is None:
            delivery = Delivery(Outcome.SETTLED, HELD if taken.is_held else "")
        elif is_late:
            delivery = Delivery(Outcome.GIVEN_UP, "too late")
        elif leaves_at > now:
            delivery = Delivery(Outcome.POSTPONED, "office hours")
        else:
            delivery = self.postman.carry(organisation_id, letter)
        with self.database.begin(organisation_id) as work:
            now = self.clock()
            next_try_at = next_try(delivery, taken.tries, now)
            if delivery.outcome is Outcome.POSTPONED and next_try_at is None:
                delivery = Delivery(Outcome.GIVEN_UP, delivery.detail)
            if next_try_at is not None and leaves_at is not None:
                next_try_at = max(next_try_at, leaves_at)
            work.outbox.settle(taken.id, delivery, now, next_try_at)
            work.commit()
        return delivery


def next_try(delivery: Delivery, tries: int, now: datetime) -> datetime | None:
    """
    Say when a letter is tried again; None: never.
    """
    if delivery.outcome is not Outcome.POSTPONED or tries > len(PAUSES):
        return None
    return now + PAUSES[tries - 1]
