"""
Finish adding a passkey as a second factor.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from service.decision.ids import PasskeyId
from service.errors import AlreadyExists, NotIdentified
from service.ledger.entry import EntryKind
from service.records.passkeys import Asked, Passkey
from service.records.staff import Member, Stage
from service.usecases.ports.work import UnitOfWork
from service.usecases.staff.confirm_factor import FactorSet
from service.usecases.staff.gate import HERE, Gate, Origin
from service.usecases.staff.guessing import Guessing
from service.usecases.staff.member_caller import caller_for
from service.usecases.staff.opening import Sessions, SignedIn
from service.usecases.staff.passkey_asking import PASSKEY, REFUSED, PasskeyAsking


@dataclass(frozen=True, slots=True)
class ConfirmPasskey:
    """
    Finish adding a passkey.
    """

    gate: Gate
    guessing: Guessing
    sessions: Sessions
    asking: PasskeyAsking

    def __call__(self, token: str, answer: str, origin: Origin = HERE) -> FactorSet:
        """
        Take the passkey into use that was begun, and end every other session.

        Recovery codes come with the first second factor; there are none to show where
        one was there before, whose codes stay good.

        Raises:
            NotIdentified: No passkey was begun here, or this is no answer to it.
            TooMany: Too many wrong tries lately.
        """
        carried = self.sessions.carried(token)
        with self.gate.desk.database.begin(carried.organisation_id) as work:
            now = self.gate.desk.clock()
            session, member = self.sessions.held(work, carried, now, Stage.ENROL, Stage.FULL)
            tried = self.guessing.begin(work, member.email, origin, now)
            asked = self.asking.taken(work, session.id, Asked.ADD, now)
            made = self.gate.devices.made(asked.octets, answer) if asked else None
            first = not work.passkeys.list_of(member.id)
            passkey = None
            if asked and made:
                new_id = PasskeyId(self.gate.desk.new_id())
                passkey = _added(work, Passkey(new_id, member.id, asked.name, made, now))
            if passkey is None:
                self.guessing.wrong(work, tried, PASSKEY, member.id, now)
                work.commit()
                raise NotIdentified(REFUSED, field=PASSKEY)
            self.guessing.right(work, tried)
            codes = self._recovery_codes(work, member) if first else ()
            signed_in = self._enter(work, member, passkey, session.through, origin, now)
            work.commit()
        return FactorSet(signed_in, codes)

    def _recovery_codes(self, work: UnitOfWork, member: Member) -> tuple[str, ...]:
        """
        Give recovery codes, unless there are those of a code app.
        """
        credentials = work.staff.find_credentials(member.id)
        if credentials is None or credentials.factor_secret:
            return ()
        codes = self.gate.codes.recovery_codes()
        digests = tuple(map(self.gate.codes.recovery_digest, codes))
        work.staff.keep_credentials(replace(credentials, recovery_digests=digests))
        return codes

    def _enter(
        self,
        work: UnitOfWork,
        member: Member,
        passkey: Passkey,
        through: str,
        origin: Origin,
        now: datetime,
    ) -> SignedIn:
        """
        End what was open before, and write down what changed.
        """
        work.staff_sessions.end_all(member.id)
        caller = caller_for(work.organisation_id, member)
        payload = {"member_id": member.id, "passkey_id": passkey.id}
        self.gate.desk.record.append(work, caller, EntryKind.STAFF_PASSKEY_ADDED, now, payload)
        return self.sessions.enter(work, member, origin, now, PASSKEY, through)


def _added(work: UnitOfWork, passkey: Passkey) -> Passkey | None:
    """
    Write a passkey; None: somebody has it already, and nobody is told who.
    """
    try:
        work.passkeys.add(passkey)
    except AlreadyExists:
        return None
    return passkey
