"""
Take a second factor of one's own away.

Where one is required, another must be left that opens.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from service.errors import Conflict
from service.ledger.entry import EntryKind
from service.records.organisation import SecondFactor
from service.records.staff import Credentials, Stage
from service.usecases.ports.work import UnitOfWork
from service.usecases.staff.gate import Gate
from service.usecases.staff.member_caller import caller_for
from service.usecases.staff.opening import Sessions, signed_out
from service.usecases.staff.passkey_asking import opening_here
from service.usecases.staff.proving import Proving


@dataclass(frozen=True, slots=True)
class Taken:
    """
    What is left of the credentials, and what the ledger says.
    """

    credentials: Credentials
    kind: EntryKind
    what: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Removing:
    """
    Take a second factor of one's own away.
    """

    gate: Gate
    sessions: Sessions
    proving: Proving

    def __call__(
        self, token: str, password: str, take: Callable[[UnitOfWork, Credentials], Taken]
    ) -> None:
        """
        Have *take* remove it for whoever knows the password; every other session ends.

        Raises:
            NotIdentified: Not signed in, or a wrong password.
            Conflict: No second factor would be left that opens, and one is required.
            TooMany: Too many wrong tries lately.
        """
        carried = self.sessions.carried(token)
        with self.gate.desk.database.look(carried.organisation_id) as work:
            now = self.gate.desk.clock()
            _, member = self.sessions.held(work, carried, now, Stage.FULL)
        self.proving(carried.organisation_id, member.id, password)
        with self.gate.desk.database.begin(carried.organisation_id) as work:
            now = self.gate.desk.clock()
            session, member = self.sessions.held(work, carried, now, Stage.FULL)
            credentials = work.staff.find_credentials(member.id)
            if credentials is None:
                signed_out()
            taken = take(work, credentials)
            work.staff.keep_credentials(self._left(work, taken.credentials))
            work.staff_sessions.end_all(member.id, but=session.id)
            caller = caller_for(carried.organisation_id, member)
            payload = {"member_id": member.id, **taken.what}
            self.gate.desk.record.append(work, caller, taken.kind, now, payload)
            work.commit()

    def _left(self, work: UnitOfWork, credentials: Credentials) -> Credentials:
        """
        Give what is left; with the last second factor go its recovery codes.

        Raises:
            Conflict: Nothing is left that opens, and a second factor is required.
        """
        passkeys = work.passkeys.list_of(credentials.member_id)
        opens = credentials.factor_secret or opening_here(passkeys, self.gate.devices)
        if not opens and work.organisations.current().second_factor is SecondFactor.REQUIRED:
            raise Conflict("Set up another second factor first.", field="factor")
        if credentials.factor_secret or passkeys:
            return credentials
        return replace(credentials, recovery_digests=())
