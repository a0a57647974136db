"""
Limit guessing, by account and by address (ASVS 6.3.1).

A try is written down before the password is looked at, so that a thousand at once are
counted too.  Known and unknown accounts are counted alike.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from service.decision.ids import MemberId
from service.errors import TooMany
from service.ledger.entry import EntryKind
from service.usecases.desk import Desk
from service.usecases.ports.work import UnitOfWork
from service.usecases.staff.gate import Origin, stranger_in

WINDOW = timedelta(minutes=15)
PER_ACCOUNT = 5
PER_ADDRESS = 30
"""A whole school may come from one address."""


@dataclass(frozen=True, slots=True)
class Try:
    """
    One try that was written down.
    """

    account: str
    """The subject that is counted for the account."""
    of_address: str | None
    """The id under which it is counted for the address."""


@dataclass(frozen=True, slots=True)
class Guessing:
    """
    Count tries.
    """

    desk: Desk

    def begin(self, work: UnitOfWork, account: str, origin: Origin, now: datetime) -> Try:
        """
        Write a try down, before anything is looked at.

        Raises:
            TooMany: Too many were wrong lately; this one is not looked at.
        """
        since = now - WINDOW
        subject = _subject("account", account)
        address = _subject("address", origin.address) if origin.address else None
        tries = work.staff_attempts
        full = tries.count(subject, since) >= PER_ACCOUNT
        if full or (address and tries.count(address, since) >= PER_ADDRESS):
            raise TooMany("Too many wrong tries; wait a quarter of an hour.")
        tries.add(self.desk.new_id(), subject, now)
        if address is None:
            return Try(subject, None)
        of_address = self.desk.new_id()
        tries.add(of_address, address, now)
        return Try(subject, of_address)

    def right(self, work: UnitOfWork, tried: Try) -> None:
        """
        Forget the tries of somebody who has proved who they are.
        """
        work.staff_attempts.forgive(tried.account)
        self.half_right(work, tried)

    def half_right(self, work: UnitOfWork, tried: Try) -> None:
        """
        Forget the try for the address: the password was right.

        For the account it still counts, or whoever has a password could try codes for
        ever, five at a time.
        """
        if tried.of_address is not None:
            work.staff_attempts.take_back(tried.of_address)

    def wrong(
        self, work: UnitOfWork, tried: Try, what: str, member_id: MemberId | None, now: datetime
    ) -> None:
        """
        Write into the ledger that a try was wrong, perhaps the last for now.
        """
        caller = stranger_in(work.organisation_id)
        payload = {"member_id": member_id, "what": what}
        record = self.desk.record.append
        record(work, caller, EntryKind.STAFF_SIGN_IN_FAILED, now, payload)
        if work.staff_attempts.count(tried.account, now - WINDOW) >= PER_ACCOUNT:
            record(work, caller, EntryKind.STAFF_LOCKED, now, payload)


def _subject(kind: str, value: str) -> str:
    """
    Give what is stored of an account or address: nothing that names anybody.
    """
    return f"{kind}:{hashlib.sha256(value.casefold().encode()).hexdigest()}"
