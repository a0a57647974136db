"""
Finish signing in with a passkey.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from service.errors import NotIdentified
from service.records.passkeys import Asked, Passkey, Signed
from service.records.staff import Member, Stage
from service.usecases.ports.work import UnitOfWork
from service.usecases.staff.gate import HERE, Gate, Origin
from service.usecases.staff.guessing import Guessing
from service.usecases.staff.opening import Sessions, SignedIn
from service.usecases.staff.passkey_asking import (
    PASSKEY,
    REFUSED,
    PasskeyAsking,
    counts_backwards,
)

COPIED = "passkey_copied"
_COPIED_WHY = "This passkey has signed elsewhere since: somebody may have a copy of it."


@dataclass(frozen=True, slots=True)
class UsePasskey:
    """
    Finish signing in with a passkey.
    """

    gate: Gate
    guessing: Guessing
    sessions: Sessions
    asking: PasskeyAsking

    def __call__(self, token: str, answer: str, origin: Origin = HERE) -> SignedIn:
        """
        Give a full session in place of the one that waited for a second factor.

        What was asked is asked once: an answer that is sent again opens nothing.

        Raises:
            NotIdentified: No passkey of this member signed what was asked here, or it
                counts backwards (`field` says which), or the session is over.
            TooMany: Too many wrong tries lately.
        """
        carried = self.sessions.carried(token)
        with self.gate.desk.database.begin(carried.organisation_id) as work:
            now = self.gate.desk.clock()
            session, member = self.sessions.held(work, carried, now, Stage.CODE)
            tried = self.guessing.begin(work, member.email, origin, now)
            asked = self.asking.taken(work, session.id, Asked.OPEN, now)
            found = self._found(work, member, asked.octets, answer) if asked else None
            wrong = COPIED if found and counts_backwards(*found) else PASSKEY
            if found is None or wrong is COPIED:
                self.guessing.wrong(work, tried, wrong, member.id, now)
                work.commit()
                raise NotIdentified(REFUSED if found is None else _COPIED_WHY, field=wrong)
            self.guessing.right(work, tried)
            _note(work, *found, now)
            work.staff_sessions.end(session.id)
            signed_in = self.sessions.enter(work, member, origin, now, PASSKEY, session.through)
            work.commit()
        return signed_in

    def _found(
        self, work: UnitOfWork, member: Member, challenge: bytes, answer: str
    ) -> tuple[Passkey, Signed] | None:
        """
        Find which passkey of the member signed; those of others are not even tried.
        """
        known = work.passkeys.list_of(member.id)
        signed = self.gate.devices.signed(challenge, answer, known)
        if signed is None:
            return None
        by_credential = {each.key.credential_id: each for each in known}
        return by_credential[signed.credential_id], signed


def _note(work: UnitOfWork, passkey: Passkey, signed: Signed, now: datetime) -> None:
    """
    Keep how often a passkey has signed, and when it did last.
    """
    key = replace(passkey.key, counter=signed.counter)
    work.passkeys.keep(replace(passkey, key=key, used_at=now))
