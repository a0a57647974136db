"""
Finish signing in with the code of the second factor.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from service.errors import NotIdentified
from service.records.staff import Credentials, Stage
from service.usecases.ports.work import UnitOfWork
from service.usecases.staff.gate import HERE, Gate, Origin
from service.usecases.staff.guessing import Guessing
from service.usecases.staff.opening import Sessions, SignedIn

LONGEST_CODE = 8
"""Recovery codes are longer than what an app shows, so nobody has to say which it is."""


@dataclass(frozen=True, slots=True)
class ConfirmCode:
    """
    Finish signing in with the code of the second factor.
    """

    gate: Gate
    guessing: Guessing
    sessions: Sessions

    def __call__(self, token: str, code: str, origin: Origin = HERE) -> SignedIn:
        """
        Give a full session in place of the one that waited for a code.

        A code opens once, however often and from wherever it is sent at the same time.

        Raises:
            NotIdentified: The code is wrong or used, or the session is over.
            TooMany: Too many wrong tries lately.
        """
        carried = self.sessions.carried(token)
        with self.gate.desk.database.begin(carried.organisation_id) as work:
            now = self.gate.desk.clock()
            session, member = self.sessions.held(work, carried, now, Stage.CODE)
            tried = self.guessing.begin(work, member.email, origin, now)
            factor = self._used(work, work.staff.find_credentials(member.id), code, now)
            if factor is None:
                self.guessing.wrong(work, tried, "code", member.id, now)
                work.commit()
                raise NotIdentified("This code is not right, or was used already.", field="code")
            self.guessing.right(work, tried)
            work.staff_sessions.end(session.id)
            signed_in = self.sessions.enter(work, member, origin, now, factor, session.through)
            work.commit()
        return signed_in

    def _used(
        self, work: UnitOfWork, credentials: Credentials | None, code: str, now: datetime
    ) -> str | None:
        """
        Use a code up and say what it was; None: it is wrong.
        """
        if credentials is None:
            return None
        left = self._after_recovery(credentials, code)
        if left is not None:
            work.staff.keep_credentials(left)
            return "recovery"
        # Whoever has passkeys alone has no app, so that no code is of it.
        if len(code) > LONGEST_CODE or not credentials.factor_secret:
            return None
        last = credentials.factor_last_step
        step = self.gate.codes.step_of(credentials.factor_secret, code, now, last)
        if step is None:
            return None
        work.staff.keep_credentials(replace(credentials, factor_last_step=step))
        return "code"

    def _after_recovery(self, credentials: Credentials, code: str) -> Credentials | None:
        """
        Give the credentials without the recovery code, if it is one.
        """
        digest = self.gate.codes.recovery_digest(code)
        if digest not in credentials.recovery_digests:
            return None
        left = tuple(each for each in credentials.recovery_digests if each != digest)
        return replace(credentials, recovery_digests=left)
