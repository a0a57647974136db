"""
Finish setting up a second factor.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime

from service.errors import NotIdentified
from service.ledger.entry import EntryKind
from service.records.staff import Credentials, Member, StaffSession, Stage
from service.usecases.ports.work import UnitOfWork
from service.usecases.staff.gate import HERE, Gate, Origin
from service.usecases.staff.guessing import Guessing
from service.usecases.staff.member_caller import caller_for
from service.usecases.staff.opening import Sessions, SignedIn, signed_out


@dataclass(frozen=True, slots=True)
class FactorSet:
    """
    A full session, and recovery codes, which are shown this once.
    """

    signed_in: SignedIn
    recovery_codes: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ConfirmFactor:
    """
    Finish setting up a second factor.
    """

    gate: Gate
    guessing: Guessing
    sessions: Sessions

    def __call__(self, token: str, code: str, origin: Origin = HERE) -> FactorSet:
        """
        Take the factor into use that was begun, and end every other session.

        Raises:
            NotIdentified: No factor was begun here, or the code is not of it.
            TooMany: Too many wrong tries lately.
        """
        carried = self.sessions.carried(token)
        with self.gate.desk.database.begin(carried.organisation_id) as work:
            now = self.gate.desk.clock()
            session, member = self.sessions.held(work, carried, now, Stage.ENROL, Stage.FULL)
            credentials = work.staff.find_credentials(member.id)
            if not session.factor_secret or credentials is None:
                signed_out()
            tried = self.guessing.begin(work, member.email, origin, now)
            step = self.gate.codes.step_of(session.factor_secret, code, now, 0)
            if step is None:
                self.guessing.wrong(work, tried, "code", member.id, now)
                work.commit()
                raise NotIdentified("This code is not right; look at the app again.", field="code")
            self.guessing.right(work, tried)
            codes = self._keep(work, credentials, session, step)
            signed_in = self._enter(work, member, session.through, origin, now)
            work.commit()
        return FactorSet(signed_in, codes)

    def _keep(
        self, work: UnitOfWork, credentials: Credentials, session: StaffSession, step: int
    ) -> tuple[str, ...]:
        """
        Take the factor into use; give its recovery codes.
        """
        codes = self.gate.codes.recovery_codes()
        work.staff.keep_credentials(
            replace(
                credentials,
                factor_secret=session.factor_secret,
                factor_last_step=step,
                recovery_digests=tuple(map(self.gate.codes.recovery_digest, codes)),
            )
        )
        return codes

    def _enter(
        self, work: UnitOfWork, member: Member, through: str, origin: Origin, now: datetime
    ) -> SignedIn:
        """
        End what was open before, and write down what changed.
        """
        work.staff_sessions.end_all(member.id)
        caller = caller_for(work.organisation_id, member)
        payload = {"member_id": member.id}
        self.gate.desk.record.append(work, caller, EntryKind.STAFF_FACTOR_CHANGED, now, payload)
        return self.sessions.enter(work, member, origin, now, "code", through)
