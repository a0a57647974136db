"""
Let somebody in who typed the code.
"""

from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import PersonId, SignatoryId
from service.errors import NotFound
from service.ledger.entry import EntryKind
from service.records.families import DoorKey, DoorKind
from service.usecases.families.doors import MOST_TRIES, SESSION_LASTS, Doorkeeper, caller_of
from service.usecases.ports.services import Clock
from service.usecases.ports.work import UnitOfWork
from service.usecases.recording import Recorder


@dataclass(frozen=True, slots=True)
class Entered:
    """
    What came of a code.
    """

    session: str
    """The secret of the session; empty: it was not the code."""
    tries_left: int
    """None left, also when the code was used already or is over."""


REFUSED = Entered("", 0)


@dataclass(frozen=True, slots=True)
class EnterCode:
    """
    Let somebody in who typed the code.
    """

    doors: Doorkeeper
    clock: Clock
    record: Recorder

    def __call__(self, slug: str, nonce: str, code: str) -> Entered:
        """
        Open a session if this browser asked for a code, and this is the one.

        A code is good once, for ten minutes and five tries, and only together with the
        secret of the browser that asked for it.

        Raises:
            NotFound: There is no such organisation.
        """
        organisation_id = self.doors.organisation_of(slug)
        if organisation_id is None:
            raise NotFound("There is no such organisation.")
        with self.doors.database.begin(organisation_id) as work:
            now = self.clock()
            key = self.doors.find(work, DoorKind.CODE, nonce, now)
            if key is None:
                return REFUSED
            tries = work.family_doors.tries(key)
            if any(tries) or len(tries) >= MOST_TRIES:
                return REFUSED
            typed = "".join(each for each in code if each.isdigit())
            is_right = self.doors.token.matches(f"{nonce}.{typed}", key.code_digest)
            work.family_doors.note_try(key, now, right=is_right)
            session = self._opened(work, slug, key, now) if is_right else ""
            work.commit()
        return Entered(session, MOST_TRIES - len(tries) - 1)

    def _opened(self, work: UnitOfWork, slug: str, key: DoorKey, now: datetime) -> str:
        """
        Open the session, with a secret that nobody has seen before.
        """
        signatory_id = SignatoryId(key.signatory_id)
        secret = self.doors.issue(work, DoorKind.SESSION, signatory_id, now, SESSION_LASTS)
        caller = caller_of(work.organisation_id, signatory_id)
        payload = {"signatory_id": signatory_id}
        kind = EntryKind.FAMILY_SIGNED_IN
        self.record.append(work, caller, kind, now, payload, [PersonId(signatory_id)])
        return f"{slug}.{secret}"
