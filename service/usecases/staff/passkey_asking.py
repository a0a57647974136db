"""
Ask a passkey for something in a session, and take the answer once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from service.decision.ids import SessionId
from service.records.passkeys import Asked, Challenge, Passkey, Signed
from service.usecases.ports.passkeys import Devices
from service.usecases.ports.work import UnitOfWork
from service.usecases.staff.gate import Gate

ANSWERED_WITHIN = timedelta(minutes=5)
REFUSED = "This passkey was not accepted."
"""Whatever is wrong: another address, another account, too late, sent twice."""
PASSKEY = "passkey"
"""The factor as the ledger calls it, and the field at fault."""


@dataclass(frozen=True, slots=True)
class PasskeyOffer:
    """
    What a page gives the browser, for it to ask a device.
    """

    options: str = field(repr=False)
    """In JSON."""
    name: str = ""
    """What the passkey will be called."""


@dataclass(frozen=True, slots=True)
class PasskeyAsking:
    """
    Ask a passkey for something in a session, and take the answer once.
    """

    gate: Gate

    def ask(
        self, work: UnitOfWork, session_id: SessionId, asked: Asked, now: datetime, name: str = ""
    ) -> bytes:
        """
        Make a challenge for one session, in place of any before it.
        """
        octets = self.gate.devices.new_challenge()
        ends = now + ANSWERED_WITHIN
        work.challenges.ask(Challenge(session_id, asked, octets, ends, name))
        return octets

    def taken(
        self, work: UnitOfWork, session_id: SessionId, asked: Asked, now: datetime
    ) -> Challenge | None:
        """
        Take the challenge of a session, whatever the answer; None: it is over.
        """
        found = work.challenges.take(session_id)
        is_good = found is not None and found.asked is asked and now < found.expires_at
        return found if is_good else None


def opening_here(known: Sequence[Passkey], devices: Devices) -> Sequence[Passkey]:
    """
    Give those that sign at our address.

    The others were made for another name.
    """
    here = devices.host
    return [each for each in known if here and each.key.host in {"", here}]


def counts_backwards(passkey: Passkey, signed: Signed) -> bool:
    """
    Tell whether two devices seem to sign as one.

    A device that counts says a higher number each time; one that does not says 0
    (Web Authentication, 7.2, step 22).
    """
    before = passkey.key.counter
    return bool(before or signed.counter) and signed.counter <= before
